"""Everything that reading needs besides the text: lexicon and rules, built once for a set of packs."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from claimcheck.figures.admits import Rounding
from claimcheck.figures.hedges import HedgeRules, Hedges
from claimcheck.figures.names import Labels, Names
from claimcheck.figures.units import Units
from claimcheck.figures.vague import VagueRules
from claimcheck.rules.packs import Packs, load


class UnitRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, str] = {}
    dimensions: dict[str, str] = {}


class Setting:
    __slots__ = ("hedges", "names", "rounding", "units", "vague")

    def __init__(self, packs: Packs) -> None:
        own = load("units", UnitRules, packs)
        self.units = Units(own.words, own.dimensions)
        self.hedges = Hedges(load("hedges", HedgeRules, packs))
        self.names = Names(load("labels", Labels, packs))
        self.rounding = load("rounding", Rounding, packs)
        self.vague = load("vague", VagueRules, packs)


@lru_cache(maxsize=16)
def setting(packs: Packs) -> Setting:
    """Return the setting for ``packs``. Raises RulesError."""
    return Setting(packs)
