"""The best one-to-one pairing of two sets, exact and sparse."""

from __future__ import annotations

import math
from collections.abc import Mapping

Gains = Mapping[tuple[int, int], float]
"""What pairing a left with a right node is worth; only positive gains are ever taken."""


_TIE = 1e-9


def assign(gains: Gains) -> dict[int, int]:
    """Return left to right nodes, each at most once, with the greatest sum of gains.

    Exact: successive best augmenting paths (Bellman-Ford on the residual graph), component by component,
    so that the time depends on the size of the tangles and not of the texts. Ties go to the smaller ids.
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
    edges: dict[int, list[tuple[int, float]]] = {}
    for (left, right), gain in gains.items():
        edges.setdefault(left, []).append((right, gain))
    to_right: dict[int, int] = {}
    to_left: dict[int, int] = {}
    while path := _best_path(edges, to_right, to_left):
        for left, right in path:
            to_right[left] = right
            to_left[right] = left
    return dict(sorted(to_right.items()))


def _best_path(
    edges: dict[int, list[tuple[int, float]]], to_right: dict[int, int], to_left: dict[int, int]
) -> list[tuple[int, int]]:
    """Return the pairs to set along the alternating path that gains most, empty when none gains."""
    gain_of = {(left, right): gain for left, out in edges.items() for right, gain in out}
    worth = {left: 0.0 for left in edges if left not in to_right}
    came: dict[int, tuple[int, int]] = {}
    queue = list(worth)
    best: tuple[int, int] | None = None
    most = _TIE
    for left in queue:
        for right, gain in edges[left]:
            total = worth[left] + gain
            holder = to_left.get(right)
            if holder is None:
                if total > most + _TIE:
                    most, best = total, (left, right)
            elif holder != left and total - gain_of[holder, right] > worth.get(holder, -math.inf) + _TIE:
                worth[holder] = total - gain_of[holder, right]
                came[holder] = (left, right)
                queue.append(holder)
    path = [best] if best else []
    while path and path[-1][0] in came:
        path.append(came[path[-1][0]])
    return path[::-1]
