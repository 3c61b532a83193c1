"""Cuts a pool of stories into events, so that two similar events stay apart.

Average linkage from the bottom up, with one condition: two groups become one event only where stories across
are nearly as alike as stories within. Reports of one quake are all about as alike as any two of them; reports
of two quakes share the words of quakes but not the names, days and figures, and fall short of it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from claimcheck.nightly.grouping.likeness import SCALE, Ints
from claimcheck.nightly.grouping.matrix import likenesses
from claimcheck.nightly.grouping.settings import GroupingSettings
from claimcheck.nightly.grouping.weighing import Weighed

_Entry = tuple[float, int, int]
"""Two clusters by their numbers, and their mean likeness, negative: the most alike come first."""


def cut(pools: Iterable[Sequence[Weighed]], window: int, settings: GroupingSettings) -> Iterator[list[Weighed]]:
    """Yield the stories of each event that ``pools`` report, those of a pool in its order."""
    with threadpool_limits(1, "blas"):  # the products are small: several threads spend their time on waiting
        for stories in pools:
            for places in cluster(stories, window, settings):
                yield [stories[place] for place in places]


def cluster(stories: Sequence[Weighed], window: int, settings: GroupingSettings) -> list[tuple[int, ...]]:
    """Return the places of ``stories``, those of one pool, in groups of one event each."""
    if len(stories) == 1:
        return [(0,)]
    alike = likenesses(stories, settings)
    alike[_apart(stories, window)] = 0
    np.fill_diagonal(alike, 0)
    return _Clusters(alike, settings).joined()


def _apart(stories: Sequence[Weighed], window: int) -> NDArray[np.bool_]:
    """Return for each two stories whether more than ``window`` days lie between them."""
    dated = np.array([story.profile.day is not None for story in stories])
    days = np.array([story.profile.day or 0 for story in stories])
    apart: NDArray[np.bool_] = dated & dated[:, None] & (abs(days - days[:, None]) > window)
    return apart


class _Clusters:
    """Clusters in the slots that stories had at first; two that are joined take the slot of the first.

    ``across`` is by slots the sum of likeness over all pairs of stories across, ``inside`` that over the pairs
    within. Numbers count clusters as they come to be.
    """

    def __init__(self, alike: Ints, settings: GroupingSettings) -> None:
        size = len(alike)
        self._settings = settings
        self._members: list[tuple[int, ...]] = [(place,) for place in range(size)]
        self._slot = {number: number for number in range(size)}
        self._number = np.arange(size)
        self._alive = np.ones(size, bool)
        self._across = alike
        self._inside, self._pairs = np.zeros(size, np.int64), np.zeros(size, np.int64)
        self._sizes = np.ones(size, np.int64)
        self._within = self._means()

    def joined(self) -> list[tuple[int, ...]]:
        """Join what is one event, the most alike first; return the members of each cluster."""
        queue = [entry for slot in range(len(self._members)) for entry in self._entries(slot, slot)]
        heapq.heapify(queue)
        while queue:
            _, left, right = heapq.heappop(queue)
            if left in self._slot and right in self._slot:
                for entry in self._entries(self._join(left, right)):
                    heapq.heappush(queue, entry)
        return sorted(self._members[slot] for slot in self._slot.values())

    def _entries(self, slot: int, first: int = 0) -> Iterator[_Entry]:
        """Yield the cluster in ``slot`` with each other one, from slot ``first`` on, that is of the same event."""
        across, sizes, within = self._across[slot, first:], self._sizes[first:], self._within[first:]
        mean = across / (self._sizes[slot] * sizes)
        enough = mean >= self._settings.joined * np.sqrt(self._within[slot] * within)
        others = np.flatnonzero(enough & self._alive[first:] & (across > 0))
        number = int(self._number[slot])
        for other, alike in zip(self._number[first:][others].tolist(), mean[others].tolist(), strict=True):
            yield -alike, min(number, other), max(number, other)

    def _means(self) -> NDArray[np.float64]:
        """Return the mean likeness within clusters, drawn towards what is usual where few pairs tell it."""
        usual = self._settings.alike * SCALE * self._settings.alike_pairs
        return (self._inside + usual) / (self._pairs + self._settings.alike_pairs)

    def _join(self, left: int, right: int) -> int:
        one, two = self._slot.pop(left), self._slot.pop(right)
        self._inside[one] += self._inside[two] + self._across[one, two]
        self._pairs[one] += self._pairs[two] + self._sizes[one] * self._sizes[two]
        self._sizes[one] += self._sizes[two]
        self._within = self._means()
        self._across[one] += self._across[two]
        self._across[:, one] = self._across[one]
        self._across[one, one] = 0
        self._alive[two] = False
        self._members[one] = tuple(sorted(self._members[one] + self._members[two]))
        self._number[one] = number = int(self._number.max()) + 1
        self._slot[number] = one
        return one
