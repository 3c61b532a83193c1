"""What of a text may be added up, and what leaves room for two numbers of one thing: rules/reckoning.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import msgspec

from claimcheck.rules.packs import Packs, load

_Words = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+( [a-z]+)*\*?$")]


class _Reckoning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wholes: list[str]
    parts: list[str]
    room: Annotated[list[_Words], msgspec.Meta(min_length=1)]
    turns: Annotated[list[_Words], msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Figures of ``parts`` may be added up to one of ``wholes``; ``room`` finds words that leave room in a text.

    ``turns`` finds words that may tell a first or second time.
    """

    wholes: frozenset[str]
    parts: frozenset[str]
    room: re.Pattern[str]
    turns: re.Pattern[str]


@lru_cache(maxsize=8)
def load_reckoning(packs: Packs = ()) -> Reckoning:
    """Return the words of rules/reckoning.toml. Raises RulesError."""
    read = load("reckoning", _Reckoning, packs)
    return Reckoning(frozenset(read.wholes), frozenset(read.parts), _any_of(read.room), _any_of(read.turns))


def _any_of(words: list[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(each.rstrip("*")) + r"\w*" * each.endswith("*") for each in words)
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)
