"""Figures that differ from two others, and so from neither for sure: they are of a third thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from claimcheck.alignment.compare import AGREE, relate
from claimcheck.alignment.features import Candidate
from claimcheck.alignment.rivals import Place, place_of
from claimcheck.alignment.settings import AlignmentSettings

Pair = tuple[int, int]

_CLEAR = 0.5
"""Log-odds by which a figure must be likelier than another of its sentence to be what a third one should have been."""


def disputed(chosen: Collection[Pair], pool: Mapping[Pair, Candidate]) -> Mapping[int, Sequence[Candidate]]:
    """Return the links that differ, by either claim."""
    out: dict[int, list[Candidate]] = {}
    for pair in sorted(pair for pair in chosen if pair in pool):
        if pool[pair].relation == "conflict":
            for claim in pair:
                out.setdefault(claim, []).append(pool[pair])
    return out


def of_a_third(each: Candidate, links: Mapping[int, Sequence[Candidate]]) -> bool:
    """Return whether a claim of ``each`` differs from both sides of one of the ``disputed`` links."""
    if each.relation != "conflict":
        return False
    for one in (each.left, each.right):
        for link in links.get(one.id, ()):
            mine, theirs = (each.right, link.right) if link.left is one else (each.left, link.left)
            if relate(mine.figure, theirs.figure) not in AGREE:
                return True
    return False


def undecided(
    pairing: Mapping[int, int], pool: Mapping[Pair, Candidate], odds: Mapping[Pair, float], settings: AlignmentSettings
) -> frozenset[Pair]:
    """Return the pairs that differ where another figure of the same sentence, unpaired, differs about as likely.

    Which of two figures a third one should have been, nobody can tell: it may well be neither.
    """
    paired = {claim for pair in pairing.items() for claim in pair}
    rivals: dict[tuple[int, Place], list[float]] = defaultdict(list)
    for pair, each in pool.items():
        if each.relation == "conflict":
            for mine, other in ((each.left, each.right), (each.right, each.left)):
                if other.id not in paired:
                    rivals[mine.id, place_of(other)].append(odds[pair])
    out = set()
    for pair in pairing.items():
        each = pool[pair]
        if each.relation == "conflict" and each.features["draft, slip"] < 1:
            weak = settings.weights["draft, slip"] * each.features["draft, slip"]
            beside = (*rivals[each.left.id, place_of(each.right)], *rivals[each.right.id, place_of(each.left)])
            if any(rival > odds[pair] - weak - _CLEAR for rival in beside):
                out.add(pair)
    return frozenset(out)
