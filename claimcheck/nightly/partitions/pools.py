"""Cuts linked stories into pools, and pools into events, each on the worker that its part falls to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple

from claimcheck.nightly.grouping import event_id
from claimcheck.nightly.grouping.clusters import cut
from claimcheck.nightly.grouping.pools import STEP, bounded
from claimcheck.nightly.grouping.weighing import Weighed
from claimcheck.nightly.partitions.components import deal_edges, least_of
from claimcheck.nightly.partitions.copies import copies_of, originals
from claimcheck.nightly.partitions.dealing import key_of
from claimcheck.nightly.partitions.likeness import Link, links_of, weighed_stories
from claimcheck.nightly.partitions.steps import Asked, Steps

PLACES = "places"
"""The stage that deals out to each story's part the ``Place`` of it."""

HELD = 100_000
"""Links of connected stories that one worker cuts into pools; where there are more, it asks for a closer likeness."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story belongs: the key of its event's first story, the event's id, whose copy it is, if it is one."""

    story: bytes
    first: bytes
    event: str
    copy_of: str | None = None


class _Lot(NamedTuple):
    """A link, with the least key of all that it connects."""

    least: bytes
    link: Link


def place_stories(steps: Steps, asked: Asked) -> None:
    """Deal out to the part of each story its place; ``asked`` tells of the links. Raises NightError, OSError."""
    pools: tuple[str, ...] = ()
    for number in count(1):
        steps.do(_connect_links, asked)
        asked = replace(asked, least=steps.connect(f"{asked.links}-edges"))
        steps.do(_deal_links, asked)
        pools = (*pools, f"{asked.links}-pools")
        if not sum(steps.do(_cut, asked)):
            break
        asked = replace(asked, floor=asked.floor + STEP, links=f"links-{number}")
    steps.do(_deal_pools, replace(asked, pools=pools))
    steps.do(_cluster, asked)
    steps.do(_place, asked)


# ---------------------------------------------------------------- on the workers


def _connect_links(part: int, asked: Asked) -> None:
    """Deal out the links as edges."""
    deal_edges(asked.dealer, f"{asked.links}-edges", part, ((one, two) for one, two, _ in links_of(part, asked)))


def _deal_links(part: int, asked: Asked) -> None:
    """Bring together the links of connected stories."""
    least = least_of(asked.dealer, asked.least, part)
    lots = (_Lot(least.get(link.two, link.two), link) for link in links_of(part, asked))
    asked.dealer.deal(f"{asked.links}-together", part, ((lot.least, lot) for lot in lots))


def _cut(part: int, asked: Asked) -> int:
    """Cut connected stories into pools; return the number of links that are too many to hold, and dealt out again."""
    dealer, stage = asked.dealer, f"{asked.links}-together"
    most = max(HELD, asked.settings.largest_pool**2 // 2)  # more are of more stories than a pool may have
    sizes = Counter(lot.least for lot in dealer.dealt(stage, part, _Lot))
    together: dict[bytes, list[Link]] = {}
    left: list[tuple[bytes, Link]] = []
    for least, link in dealer.dealt(stage, part, _Lot):
        if sizes[least] > most:
            left.append((link.two, link))
        else:
            together.setdefault(least, []).append(link)
    pools: list[tuple[bytes, tuple[bytes, bytes]]] = []
    for _, links in sorted(together.items()):
        keys = sorted({key for one, two, _ in links for key in (one, two)})
        place = {key: n for n, key in enumerate(keys)}
        numbered = ((place[one], place[two], alike) for one, two, alike in links)
        for pool in bounded(range(len(keys)), numbered, asked.floor, asked.settings.largest_pool):
            pools += ((keys[n], (keys[n], keys[pool[0]])) for n in pool)
    dealer.deal(f"{asked.links}-pools", part, pools)
    dealer.deal(f"links-{int(asked.links.rpartition('-')[2]) + 1}", part, left)
    return len(left)


def _deal_pools(part: int, asked: Asked) -> None:
    """Bring together the stories of a pool."""
    mine = weighed_stories(part, asked)
    rows = (row for stage in asked.pools for row in asked.dealer.dealt(stage, part, tuple[bytes, bytes]))
    asked.dealer.deal("pooled", part, ((pool, (pool, mine[story])) for story, pool in rows))


def _cluster(part: int, asked: Asked) -> None:
    """Cut pools into events; deal out to each story the first of its event."""
    pools: dict[bytes, list[Weighed]] = {}
    for pool, story in asked.dealer.dealt("pooled", part, tuple[bytes, Weighed]):
        pools.setdefault(pool, []).append(story)
    together = (sorted(pools[pool], key=lambda story: story.profile.order) for pool in sorted(pools))
    rows: list[tuple[bytes, Place]] = []
    for event in cut(together, asked.window, asked.settings):
        first = event[0].profile
        keys = [key_of(story.profile.id) for story in event]
        rows += ((key, Place(key, key_of(first.id), event_id(first))) for key in keys)
    asked.dealer.deal("events", part, rows)


def _place(part: int, asked: Asked) -> None:
    """Deal out the places of a part's stories, and of the copies of those."""
    found = {each.story: each for each in asked.dealer.dealt("events", part, Place)}
    copies = copies_of(part, asked)
    rows = []
    for profile in originals(part, asked):
        key = key_of(profile.id)
        place = found.get(key, Place(key, key, event_id(profile)))
        rows.append((key, place))
        rows += ((copy, Place(copy, place.first, place.event, profile.id)) for copy in copies.get(key, ()))
    asked.dealer.deal(PLACES, part, rows)
