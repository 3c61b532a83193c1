"""Brings together the stories that may be of one event, without looking at all pairs."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter

from claimcheck.nightly.grouping.beside import Beside
from claimcheck.nightly.grouping.connected import least_of_each
from claimcheck.nightly.grouping.likeness import SCALE
from claimcheck.nightly.grouping.model import unpack
from claimcheck.nightly.grouping.settings import GroupingSettings
from claimcheck.nightly.grouping.weighing import Weighed

Pair = tuple[int, int]
"""Two stories by their place in the run's order, the earlier first."""

Link = tuple[int, int, int]
"""Such a pair and how alike the two are, in millionths."""

STEP = SCALE // 50
"""By how much the likeness asked of a pool's stories is raised where there are too many."""


def candidates(stories: Sequence[Weighed], window: int, settings: GroupingSettings) -> Iterator[Pair]:
    """Yield each pair of ``stories`` that share enough of their rarest words and lie within ``window`` days."""
    holders: dict[int, list[int]] = {}
    for place, story in enumerate(stories):
        rare = unpack(story.rare)
        met = Counter(chain.from_iterable(holders.get(term, ()) for term in rare))
        for other in sorted(met):
            enough = met[other] >= settings.shared_terms
            if enough and near(stories[other], story, window):
                yield other, place
        for term in rare:
            holders.setdefault(term, []).append(place)


def near(left: Weighed, right: Weighed, window: int) -> bool:
    """Whether two stories lie within ``window`` days of each other; one without a date lies near any."""
    return near_days(left.profile.day, right.profile.day, window)


def near_days(one: int | None, two: int | None, window: int) -> bool:
    """``near``, of two stories' days."""
    return one is None or two is None or abs(one - two) <= window


def pools(stories: Sequence[Weighed], window: int, settings: GroupingSettings) -> list[tuple[int, ...]]:
    """Return the places of ``stories`` in pools: what is not linked to a pool by candidates that are alike is apart.

    No pool holds more than settings allow: the likeness asked is raised within it until it falls apart.
    """
    if not stories:
        return []
    links = _likenesses(stories, window, settings)
    floor = round(settings.linked * SCALE)
    return sorted(bounded(tuple(range(len(stories))), links, floor, settings.largest_pool))


def _likenesses(stories: Sequence[Weighed], window: int, settings: GroupingSettings) -> Iterator[Link]:
    """Yield each candidate pair with how alike its stories are."""
    beside = Beside(stories, settings)
    for place, pairs in groupby(candidates(stories, window, settings), itemgetter(1)):
        others = [other for other, _ in pairs]
        for other, alike in zip(others, beside.likenesses(stories[place], others).tolist(), strict=True):
            yield other, place, alike


def bounded(members: Sequence[int], links: Iterable[Link], floor: int, largest: int) -> Iterator[tuple[int, ...]]:
    """Yield ``members`` in the largest pools of at most ``largest`` that links above some likeness connect.

    The likeness begins at ``floor`` and is raised by steps. It is gone through from above: what a step connects to
    more than may be, or to what is more already, stays as it is.
    """
    steps: dict[int, array[int]] = {}  # packed: a night has more links than stories
    for left, right, alike in links:
        if alike >= floor:
            steps.setdefault((alike - floor) // STEP, array("L")).extend((left, right))
    pool = {place: [place] for place in members}
    closed: set[int] = set()
    for step in sorted(steps, reverse=True):
        ends = steps.pop(step)
        least = least_of_each(
            (pool[left][0], pool[right][0]) for left, right in zip(ends[::2], ends[1::2], strict=True)
        )
        lots: dict[int, list[int]] = {}
        for end, first in least.items():
            lots.setdefault(first, []).append(end)
        for lot in lots.values():
            if not closed.isdisjoint(lot) or sum(len(pool[first]) for first in lot) > largest:
                closed.update(lot)
                continue
            whole = sorted(place for first in lot for place in pool[first])
            pool |= dict.fromkeys(whole, whole)
    yield from (tuple(whole) for first, whole in pool.items() if whole[0] == first)
