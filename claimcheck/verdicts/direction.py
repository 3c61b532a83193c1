"""direction-reversed: rose for fell, won for lost, begins for ends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from claimcheck.claims import Claim
from claimcheck.claims.lexicon import words_of
from claimcheck.claims.naming import related
from claimcheck.rules.packs import Packs, load

_MOVEMENT = 0
"""The first pair of rules/directions.toml: people and things rise and fall only where that is read as theirs."""

Sides = Mapping[str, tuple[tuple[int, int], ...]]
"""Canonical word to the pairs of opposites that it belongs to, and on which side of each it stands."""


class _Opposites(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    one: list[str]
    other: list[str]


class _DirectionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    opposites: list[_Opposites]


@lru_cache(maxsize=16)
def load_directions(packs: Packs = ()) -> Sides:
    """Return the prepared rules/directions.toml. Raises RulesError."""
    words = words_of(packs)
    out: dict[str, dict[tuple[int, int], None]] = {}
    for n, pair in enumerate(load("directions", _DirectionsFile, packs).opposites):
        for side, listed in enumerate((pair.one, pair.other)):
            for word in listed:
                for canonical in words.canonical[word] or (word,):
                    out.setdefault(canonical, {})[n, side] = None
    return {word: tuple(places) for word, places in out.items()}


def reversal(draft: Claim, source: Claim, sides: Sides, moved_beside: bool = False) -> tuple[str, str] | None:
    """Return the word of the draft and its opposite in the source that turn one figure round, None for none.

    The trends of the two figures decide where both are told; else a word in the one clause whose opposite
    stands in the other, where neither clause has words of both sides. ``moved_beside`` says that a figure beside
    one of the two is what rises or falls there.
    """
    one, two = draft.figure.trend, source.figure.trend
    if one and two:
        return (one, two) if one != two else None
    if draft.figure.kind == "ordinal" or _of_two_sides(draft, source):
        return None
    mine, theirs = _sides(draft, sides), _sides(source, sides)
    counted = draft.figure.kind == source.figure.kind == "count" and not (one or two)
    for pair in mine:
        if pair == _MOVEMENT and (counted or moved_beside):
            continue  # a fall in the mountains, a climbing party of four
        if pair in theirs and len(mine[pair]) == len(theirs[pair]) == 1 and mine[pair].keys() != theirs[pair].keys():
            return next(iter(mine[pair].values())), next(iter(theirs[pair].values()))
    return None


def _of_two_sides(draft: Claim, source: Claim) -> bool:
    """Return whether a result is told of one side here and of the other there: what one has won the other has lost."""
    mine, theirs = ((claim.side("winner"), claim.side("loser")) for claim in (draft, source))
    if not any(mine) or not any(theirs):
        return False
    crossed = zip(mine, reversed(theirs), strict=True)
    return not any(one is not None and two is not None and related(one, two) for one, two in crossed)


def _sides(claim: Claim, sides: Sides) -> dict[int, dict[int, str]]:
    """Return per pair of opposites the sides that the claim's clause has words of, and the first word of each."""
    out: dict[int, dict[int, str]] = {}
    for word in claim.near:
        for pair, side in sides.get(word, ()):
            out.setdefault(pair, {}).setdefault(side, word)
    return out
