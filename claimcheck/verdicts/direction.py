"""direction-reversed: rose for fell, won for lost, begins for ends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.rules.packs import Packs, load


class Directions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pairs of opposites: the words of ``one`` side and of the ``other``."""

    class Opposites(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        one: list[str]
        other: list[str]

    opposites: list[Opposites]


@lru_cache(maxsize=16)
def _sides(packs: Packs = ()) -> Mapping[str, tuple[int, int]]:
    out: dict[str, tuple[int, int]] = {}
    for n, pair in enumerate(load("directions", Directions, packs).opposites):
        out |= {word: (n, 0) for word in pair.one} | {word: (n, 1) for word in pair.other}
    return out


def reversal(draft: Claim, source: Claim, packs: Packs = ()) -> tuple[str, str] | None:
    """Return the word of the draft and its opposite in the source that turn one figure round, None for none.

    The nearest direction word before or behind each figure counts, and only if the other text has none of its
    own side.
    """
    one, two = draft.figure.trend, source.figure.trend
    if one and two and one != two:
        return one, two
    return None
