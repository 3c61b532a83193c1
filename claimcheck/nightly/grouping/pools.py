"""Brings together the stories that may be of one event, without looking at all pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.nightly.grouping.likeness import SCALE, Weighed, likeness
from claimcheck.nightly.grouping.settings import GroupingSettings

Pair = tuple[int, int]
"""Two stories by their place in the run's order, the earlier first."""

STEP = SCALE // 50
"""By how much the likeness asked of a pool's stories is raised where there are too many."""


def candidates(stories: Sequence[Weighed], window: int, settings: GroupingSettings) -> Iterator[Pair]:
    """Yield each pair of ``stories`` that share enough of their rarest words and lie within ``window`` days."""
    holders: dict[int, list[int]] = {}
    for place, story in enumerate(stories):
        met = Counter(other for term in story.rare for other in holders.get(term, ()))
        for other in sorted(met):
            enough = met[other] >= settings.shared_terms
            if enough and near(stories[other], story, window):
                yield other, place
        for term in story.rare:
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
    floor = round(settings.linked * SCALE)
    links = {}
    for pair in candidates(stories, window, settings):
        alike = likeness(stories[pair[0]], stories[pair[1]], settings)
        if alike >= floor:
            links[pair] = alike
    return sorted(bounded(tuple(range(len(stories))), links, floor, settings.largest_pool))


def bounded(members: Sequence[int], links: Mapping[Pair, int], floor: int, largest: int) -> Iterator[tuple[int, ...]]:
    """Yield ``members`` in pools of at most ``largest``: what ``links`` of that likeness at least connect.

    ``links`` are pairs with their likeness; ``floor`` is raised where they connect too many.
    """
    for part in _components(members, [pair for pair, alike in links.items() if alike >= floor]):
        if len(part) <= largest:
            yield part
            continue
        inside = frozenset(part)
        mine = {pair: alike for pair, alike in links.items() if pair[0] in inside}
        yield from bounded(part, mine, floor + STEP, largest)


def _components(members: Sequence[int], pairs: Sequence[Pair]) -> list[tuple[int, ...]]:
    """Return the ``members`` in sets that ``pairs`` connect, each ascending."""
    root = {place: place for place in members}

    def find(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for left, right in pairs:
        one, two = sorted((find(left), find(right)))
        root[two] = one
    parts: dict[int, list[int]] = {}
    for place in sorted(members):
        parts.setdefault(find(place), []).append(place)
    return [tuple(part) for part in parts.values()]
