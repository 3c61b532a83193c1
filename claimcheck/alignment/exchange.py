"""Figures that changed places: equal values pull two links the wrong way, and the contexts tell."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from claimcheck.alignment.compare import scale
from claimcheck.alignment.contexts import Bag, Contexts, likeness
from claimcheck.alignment.features import Candidate
from claimcheck.claims.model import Claim


_KIN = 0.3
"""What a figure's thing, role or direction counts beside the words around it."""


def uncross(
    pairing: Mapping[int, int],
    pool: Mapping[tuple[int, int], Candidate],
    contexts: Contexts,
    margin: float,
) -> dict[int, int]:
    """Return ``pairing`` with two links crossed over wherever their contexts fit better that way by ``margin``.

    Only links of equal or compatible values are tried: where values differ, the contexts had their say already.
    Strongest first, so that a longer cycle comes apart into exchanges of two.
    """
    out = dict(pairing)
    tried: set[frozenset[int]] = set()
    while True:
        best = max(
            (
                (_gain(one, two, out, pool, contexts), -one, -two)
                for one, two in combinations(sorted(out), 2)
                if frozenset({one, two}) not in tried and _exchangeable(one, two, out, pool)
            ),
            default=(0.0, 0, 0),
        )
        if best[0] <= margin:
            return out
        one, two = -best[1], -best[2]
        tried.add(frozenset({one, two}))
        out[one], out[two] = out[two], out[one]


def _exchangeable(one: int, two: int, out: Mapping[int, int], pool: Mapping[tuple[int, int], Candidate]) -> bool:
    straight = pool[one, out[one]], pool[two, out[two]]
    if any(each.relation != "match" for each in straight):
        return False
    scales = {scale(each.left.figure).name for each in straight}
    crossed = pool.get((one, out[two])), pool.get((two, out[one]))
    return len(scales) == 1 and all(each is None or each.relation == "conflict" for each in crossed)


def _gain(
    one: int, two: int, out: Mapping[int, int], pool: Mapping[tuple[int, int], Candidate], contexts: Contexts
) -> float:
    a, b = contexts.near[one], contexts.near[two]
    x, y = contexts.near[out[one]], contexts.near[out[two]]
    a, b = _apart(a, b), _apart(b, a)
    x, y = _apart(x, y), _apart(y, x)
    straight = pool[one, out[one]], pool[two, out[two]]
    kin = _kin(straight[0].left, straight[1].right) + _kin(straight[1].left, straight[0].right)
    kin -= sum(_kin(each.left, each.right) for each in straight)
    return likeness(a, y) + likeness(b, x) - likeness(a, x) - likeness(b, y) + _KIN * kin


def _kin(left: Claim, right: Claim) -> int:
    """Return in how many ways the figures tell of the same beside their words: thing counted, role, direction."""
    one, two = left.figure, right.figure
    same = ((one.role, two.role), (one.trend, two.trend), (one.thing, two.thing))
    return sum(x is not None and x == y for x, y in same)


def _apart(bag: Bag, other: Bag) -> Bag:
    """Return what of ``bag`` sets it apart from ``other``: the weight that a word has more in it."""
    return {word: weight - other.get(word, 0.0) for word, weight in bag.items() if weight > other.get(word, 0.0)}
