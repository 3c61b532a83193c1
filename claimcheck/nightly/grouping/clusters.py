"""Cuts a pool of stories into events, so that two similar events stay apart.

Average linkage from the bottom up, with one condition: two groups become one event only where stories across
are nearly as alike as stories within. Reports of one quake are all about as alike as any two of them; reports
of two quakes share the words of quakes but not the names, days and figures, and fall short of it.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from itertools import combinations

from claimcheck.nightly.grouping.likeness import SCALE, Weighed, likeness
from claimcheck.nightly.grouping.pools import near
from claimcheck.nightly.grouping.settings import GroupingSettings


class _Cluster:
    __slots__ = ("across", "inside", "members", "pairs")

    def __init__(self, members: tuple[int, ...]) -> None:
        self.members = members
        self.across: dict[int, int] = {}
        """By another cluster's number, the sum of likeness over all pairs with it; only where there is any."""
        self.inside = 0
        """The same over the pairs within."""
        self.pairs = 0


def cluster(stories: Sequence[Weighed], window: int, settings: GroupingSettings) -> list[tuple[int, ...]]:
    """Return the places of ``stories``, those of one pool, in groups of one event each."""
    clusters = {place: _Cluster((place,)) for place in range(len(stories))}
    for left, right in combinations(range(len(stories)), 2):
        if near(stories[left], stories[right], window) and (alike := likeness(stories[left], stories[right], settings)):
            clusters[left].across[right] = clusters[right].across[left] = alike
    queue = [_entry(clusters, left, right) for left in clusters for right in clusters[left].across if left < right]
    heapq.heapify(queue)
    number = len(stories)
    while queue:
        mean, left, right = heapq.heappop(queue)
        if left not in clusters or right not in clusters or not _one_event(clusters, left, right, -mean, settings):
            continue
        clusters[number] = _merged(clusters, left, right, number)
        for other in clusters[number].across:
            heapq.heappush(queue, _entry(clusters, other, number))
        number += 1
    return sorted(each.members for each in clusters.values())


def _entry(clusters: dict[int, _Cluster], left: int, right: int) -> tuple[float, int, int]:
    one, two = clusters[left], clusters[right]
    return -one.across[right] / (len(one.members) * len(two.members)), left, right


def _one_event(clusters: dict[int, _Cluster], left: int, right: int, mean: float, settings: GroupingSettings) -> bool:
    one, two = clusters[left], clusters[right]
    return mean >= settings.joined * math.sqrt(_within(one, settings) * _within(two, settings))


def _within(each: _Cluster, settings: GroupingSettings) -> float:
    """Return the mean likeness within a cluster, drawn towards what is usual where it has few pairs to tell it by."""
    usual = settings.alike * SCALE * settings.alike_pairs
    return (each.inside + usual) / (each.pairs + settings.alike_pairs)


def _merged(clusters: dict[int, _Cluster], left: int, right: int, number: int) -> _Cluster:
    """Take two clusters out of ``clusters`` and return their union, with its sums, as cluster ``number``."""
    one, two = clusters.pop(left), clusters.pop(right)
    both = _Cluster(tuple(sorted(one.members + two.members)))
    both.inside = one.inside + two.inside + one.across[right]
    both.pairs = one.pairs + two.pairs + len(one.members) * len(two.members)
    for other in sorted((one.across.keys() | two.across.keys()) - {left, right}):
        total = one.across.get(other, 0) + two.across.get(other, 0)
        both.across[other] = total
        theirs = clusters[other].across
        theirs.pop(left, None)
        theirs.pop(right, None)
        theirs[number] = total
    return both
