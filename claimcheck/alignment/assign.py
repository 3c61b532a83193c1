"""The best one-to-one pairing of two sets, exact and sparse."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

Gains = Mapping[tuple[int, int], float]
"""What pairing a left with a right node is worth; only positive gains are ever taken."""


_TIE = 1e-9


def assign(gains: Gains) -> dict[int, int]:
    """Return left to right nodes, each at most once, with the greatest sum of gains.

    Exact: the Hungarian method on sparse gains, component by component, one left node after the other; each
    search stays in its neighbourhood, so that the time grows with the texts and not with their square.
    """
    pairing: dict[int, int] = {}
    for part in _components({pair: gain for pair, gain in gains.items() if gain > 0}):
        pairing |= _solve(part)
    return pairing


def _components(gains: Gains) -> list[dict[tuple[int, int], float]]:
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right in gains:
        parent[root(("l", left))] = root(("r", right))
    parts: dict[tuple[str, int], dict[tuple[int, int], float]] = {}
    for pair in sorted(gains):
        parts.setdefault(root(("l", pair[0])), {})[pair] = gains[pair]
    return list(parts.values())


def _solve(gains: dict[tuple[int, int], float]) -> dict[int, int]:
    if len(gains) == 1:
        return dict([*gains])
    market = _Market(gains)
    for left in market.offers:
        market.seat(left)
    return dict(sorted(market.taken.items()))


class _Market:
    """Left nodes that take right ones at a price: each has what leaves it the most, or nothing where nothing does.

    ``profit`` is what a left node keeps of its gain, ``price`` what a right one has come to cost (0 unless taken).
    """

    def __init__(self, gains: dict[tuple[int, int], float]) -> None:
        self.offers: dict[int, list[tuple[int, float]]] = {}
        for (left, right), gain in gains.items():
            self.offers.setdefault(left, []).append((right, gain))
        self.taken: dict[int, int] = {}
        self._holder: dict[int, int] = {}
        self._profit: dict[int, float] = {}
        self._price: dict[int, float] = dict.fromkeys((right for _, right in gains), 0.0)

    def seat(self, newcomer: int) -> None:
        """Let a left node in: along the way of least loss, others move on, and one of them may be left without."""
        self._profit[newcomer] = max(0.0, *(gain - self._price[right] for right, gain in self.offers[newcomer]))
        way = self._way(newcomer)
        for left, loss in way.losses.items():
            self._profit[left] -= max(0.0, way.least - loss)
        for right, loss in way.reached.items():
            if right in self._holder:
                self._price[right] += max(0.0, way.least - loss)
        left, given = way.end
        had = self.taken.pop(left, None)
        if given is not None:
            self.taken[left], self._holder[given] = given, left
        while had is not None:  # who moves hands on what it had
            left, right = way.came[had], had
            had = self.taken.pop(left, None)
            self.taken[left], self._holder[right] = right, left

    def _way(self, newcomer: int) -> _Way:
        """Search from the newcomer on, the least loss first, and no further than the best way found (Dijkstra)."""
        way = _Way(losses={newcomer: 0.0}, end=(newcomer, None))
        queue = [(0.0, newcomer)]
        while queue:
            loss, left = heappop(queue)
            if loss >= way.least:
                break
            if loss > way.losses[left]:
                continue
            if loss + self._profit[left] < way.least - _TIE:
                way.least, way.end = loss + self._profit[left], (left, None)
            for right, gain in self.offers[left]:
                total = loss + self._profit[left] - (gain - self._price[right])
                if total >= min(way.least, way.reached.get(right, math.inf)) - _TIE:
                    continue
                way.reached[right], way.came[right] = total, left
                holder = self._holder.get(right)
                if holder is None:
                    way.least, way.end = total, (left, right)
                else:
                    way.losses[holder] = total
                    heappush(queue, (total, holder))
        return way


@dataclass(slots=True)
class _Way:
    """A search for who moves where: what it costs to let each left node move and to reach each right one, and by whom.

    ``end`` is where the cheapest way ends, at a cost of ``least``: at who takes a free node, or goes without.
    """

    losses: dict[int, float]
    end: tuple[int, int | None]
    least: float = math.inf
    reached: dict[int, float] = field(default_factory=dict)
    came: dict[int, int] = field(default_factory=dict)
