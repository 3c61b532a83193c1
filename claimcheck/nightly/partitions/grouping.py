"""Groups stories into events as ``grouping.group_profiles`` does, over parts that no one process holds all of.

A story is at home in the part of its key. What may be alike meets by blocking keys (passages, rare words) in the parts
of those; what is alike is connected over edges; a connected lot is cut into events by the worker that its part falls
to. Each step reads what an earlier one dealt out, and gives this process a few numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, count
from typing import NamedTuple, TypeVar

from claimcheck.nightly import mapping
from claimcheck.nightly.grouping import event_id
from claimcheck.nightly.grouping.clusters import cluster
from claimcheck.nightly.grouping.copies import copy_keys, is_copy
from claimcheck.nightly.grouping.likeness import SCALE, Weighed, count_terms, likeness, weigh
from claimcheck.nightly.grouping.model import Profile
from claimcheck.nightly.grouping.pools import STEP, bounded, near_days
from claimcheck.nightly.grouping.settings import GroupingSettings, load_settings
from claimcheck.nightly.intake import Watch
from claimcheck.nightly.model import Night
from claimcheck.nightly.partitions.components import connect, deal_edges, least_of
from claimcheck.nightly.partitions.dealing import Dealer, key_of

Answer = TypeVar("Answer")

PROFILES = "profiles"
"""The stage that holds, in each part's file, the profiles of the stories at home there, in one segment."""
PLACES = "places"
"""The stage that deals out to each story's part the ``Place`` of it."""

HELD = 100_000
"""Links of connected stories that one worker cuts into pools; where there are more, it asks for a closer likeness."""

Order = tuple[int, int, str, str]
"""``Profile.order``."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story belongs: the key of its event's first story, the event's id, whose copy it is, if it is one."""

    story: bytes
    first: bytes
    event: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a step is told; ``stories`` are counted over all parts, ``least`` is a stage of connected keys."""

    dealer: Dealer
    settings: GroupingSettings
    window: int
    stories: int = 0
    least: str = ""
    links: str = ""
    floor: int = 0
    pools: tuple[str, ...] = ()


def group_parts(dealer: Dealer, night: Night, watch: Watch) -> None:
    """Deal out to the part of each story, of those whose profiles are kept, its place. Raises OSError, RulesError."""
    asked = _Asked(dealer, load_settings(night.packs), night.window)
    parts = range(dealer.parts)
    steps = count(1)

    def step(work: Callable[[int, _Asked], Answer], told: _Asked) -> list[Answer]:
        watch("grouping stories: step", next(steps), None)
        return list(mapping.each(parts, work, told, night, at_once=1))

    step(_deal_passages, asked)
    step(_find_copies, asked)
    connected = replace(asked, least=connect(dealer, "copy-edges", night))
    step(_deal_copies, connected)
    step(_fold, asked)
    stories = sum(step(_count, asked))
    step(_sum_up, asked)
    counted = replace(asked, stories=stories)
    step(_weigh, counted)
    step(_meet, asked)
    step(_send, asked)
    floor, links = round(asked.settings.linked * SCALE), "links-0"
    pools: tuple[str, ...] = ()
    step(_compare, replace(asked, floor=floor, links=links))
    for number in count(1):
        step(_connect_links, replace(asked, floor=floor, links=links))
        least = connect(dealer, f"{links}-edges", night)
        told = replace(asked, floor=floor, links=links, least=least)
        step(_deal_links, told)
        pools = (*pools, f"{links}-pools")
        left = sum(step(_cut, told))
        if not left:
            break
        floor, links = floor + STEP, f"links-{number}"
    step(_deal_pools, replace(asked, pools=pools))
    step(_cluster, asked)
    step(_place, asked)


# ---------------------------------------------------------------- copies


@dataclass(frozen=True, slots=True)
class _Copied:
    """A story and one that it might be a copy of."""

    copy: Order
    original: Order


def _profiles(part: int, asked: _Asked) -> list[Profile]:
    return asked.dealer.kept(PROFILES, part, 0, Profile)


def _deal_passages(part: int, asked: _Asked) -> None:
    """Deal each story out by each of its passages by which copies are looked for."""
    rows: list[tuple[bytes, tuple[int, Profile]]] = []
    for profile in _profiles(part, asked):
        brief = replace(profile, terms=b"", counts=b"")
        rows += ((_key(key), (key, brief)) for key in copy_keys(profile))
    asked.dealer.deal("passages", part, rows)


def _find_copies(part: int, asked: _Asked) -> None:
    """Find, among the stories that share a passage, which may be copies of which."""
    holders: dict[int, list[Profile]] = {}
    for key, profile in asked.dealer.dealt("passages", part, tuple[int, Profile]):
        holders.setdefault(key, []).append(profile)
    found = []
    for key in sorted(holders):
        for original, copy in combinations(sorted(holders[key], key=lambda profile: profile.order), 2):
            shared = set(copy_keys(original)) & set(copy_keys(copy))
            if key == min(shared) and is_copy(copy, original, asked.settings):
                found.append(_Copied(copy.order, original.order))
    deal_edges(asked.dealer, "copy-edges", part, ((_of(each.copy), _of(each.original)) for each in found))
    asked.dealer.deal("copies-found", part, ((_of(each.copy), each) for each in found))


def _deal_copies(part: int, asked: _Asked) -> None:
    """Bring together what may be copies of each other, over any number of steps."""
    least = least_of(asked.dealer, asked.least, part)
    found = asked.dealer.dealt("copies-found", part, _Copied)
    asked.dealer.deal("copies-together", part, ((least.get(_of(each.copy), _of(each.copy)), each) for each in found))


def _fold(part: int, asked: _Asked) -> None:
    """Say of each copy which is the first story, itself no copy, that it is one of: as ``copies.fold``."""
    of: dict[Order, set[Order]] = {}
    for found in asked.dealer.dealt("copies-together", part, _Copied):
        of.setdefault(found.copy, set()).add(found.original)
    copies: dict[Order, Order] = {}
    for copy in sorted(of):
        original = next((order for order in sorted(of[copy]) if order not in copies), None)
        if original is not None:
            copies[copy] = original
    rows = [_Copied(copy, original) for copy, original in copies.items()]
    asked.dealer.deal("copies", part, ((_of(each.copy), each) for each in rows))
    asked.dealer.deal("copied", part, ((_of(each.original), each) for each in rows))


def _originals(part: int, asked: _Asked) -> list[Profile]:
    copies = {each.copy[-1] for each in asked.dealer.dealt("copies", part, _Copied)}
    return [profile for profile in _profiles(part, asked) if profile.id not in copies]


# ---------------------------------------------------------------- words


def _count(part: int, asked: _Asked) -> int:
    """Count in how many stories of a part each word stands, and return how many stories count."""
    originals = _originals(part, asked)
    counts = sorted(count_terms(originals).items())
    asked.dealer.deal("counts", part, ((_key(term), (term, number)) for term, number in counts))
    return len(originals)


def _sum_up(part: int, asked: _Asked) -> None:
    """Sum up the counts of a part's words, and send each part those of the words that it has."""
    dealer = asked.dealer
    known = [dealer.kept("counts", source, part, tuple[int, int]) for source in range(dealer.parts)]
    sums: Counter[int] = Counter()
    for rows in known:
        for term, number in rows:
            sums[term] += number
    dealer.keep("sums", part, [[(term, sums[term]) for term, _ in rows] for rows in known])


def _weigh(part: int, asked: _Asked) -> None:
    """Weigh the stories of a part, and deal them out by their rarest words."""
    counts = dict(asked.dealer.dealt("sums", part, tuple[int, int]))
    weighed = [
        weigh(replace(each, passages=b""), counts, asked.stories, asked.settings) for each in _originals(part, asked)
    ]
    asked.dealer.keep("weighed", part, [weighed])
    rows = [(_key(term), (term, key_of(each.profile.id), each.profile.day)) for each in weighed for term in each.rare]
    asked.dealer.deal("rare", part, rows)


# ---------------------------------------------------------------- pairs


def _meet(part: int, asked: _Asked) -> None:
    """Pair the stories that share a rare word and are near in time; deal the pairs out by the lesser key."""
    holders: dict[int, list[tuple[bytes, int | None]]] = {}
    for term, story, day in asked.dealer.dealt("rare", part, tuple[int, bytes, int | None]):
        holders.setdefault(term, []).append((story, day))
    met: Counter[tuple[bytes, bytes]] = Counter()
    for told in holders.values():
        for (one, first), (two, second) in combinations(sorted(told), 2):
            if near_days(first, second, asked.window):
                met[one, two] += 1
    asked.dealer.deal("met", part, ((one, (one, two, number)) for (one, two), number in sorted(met.items())))


@dataclass(frozen=True, slots=True)
class _Sent:
    """A story that is sent to the home of others, which it shares rare words with."""

    story: Weighed
    others: tuple[bytes, ...]


def _send(part: int, asked: _Asked) -> None:
    """Send each story to the parts of those that share enough of its rare words, once each."""
    dealer = asked.dealer
    met: Counter[tuple[bytes, bytes]] = Counter()
    for one, two, number in dealer.dealt("met", part, tuple[bytes, bytes, int]):
        met[one, two] += number
    others: dict[bytes, dict[int, list[bytes]]] = {}
    for (one, two), number in sorted(met.items()):
        if number >= asked.settings.shared_terms:
            others.setdefault(one, {}).setdefault(dealer.part_of(two), []).append(two)
    stories = _weighed(part, asked)
    dealer.deal(
        "sent",
        part,
        ((two[0], _Sent(stories[one], tuple(two))) for one, by_part in others.items() for two in by_part.values()),
    )


def _compare(part: int, asked: _Asked) -> None:
    """Link those that are alike."""
    mine = _weighed(part, asked)
    links = []
    for sent in asked.dealer.dealt("sent", part, _Sent):
        one = key_of(sent.story.profile.id)
        for two in sent.others:
            alike = likeness(sent.story, mine[two], asked.settings)
            if alike >= asked.floor:
                links.append((two, (one, two, alike)))
    asked.dealer.deal(asked.links, part, links)


def _weighed(part: int, asked: _Asked) -> dict[bytes, Weighed]:
    return {key_of(each.profile.id): each for each in asked.dealer.kept("weighed", part, 0, Weighed)}


# ---------------------------------------------------------------- pools and events


class _Link(NamedTuple):
    """Two stories and their likeness, at the home of the second."""

    one: bytes
    two: bytes
    alike: int


class _Lot(NamedTuple):
    """A link, with the least key of all that it connects."""

    least: bytes
    link: _Link


def _links(part: int, asked: _Asked) -> Iterator[_Link]:
    return (link for link in asked.dealer.dealt(asked.links, part, _Link) if link.alike >= asked.floor)


def _connect_links(part: int, asked: _Asked) -> None:
    """Deal out the links as edges."""
    deal_edges(asked.dealer, f"{asked.links}-edges", part, ((one, two) for one, two, _ in _links(part, asked)))


def _deal_links(part: int, asked: _Asked) -> None:
    """Bring together the links of connected stories."""
    least = least_of(asked.dealer, asked.least, part)
    lots = (_Lot(least.get(link.two, link.two), link) for link in _links(part, asked))
    asked.dealer.deal(f"{asked.links}-together", part, ((lot.least, lot) for lot in lots))


def _cut(part: int, asked: _Asked) -> int:
    """Cut connected stories into pools; return the number of links that are too many to hold, and dealt out again."""
    dealer, stage = asked.dealer, f"{asked.links}-together"
    most = max(HELD, asked.settings.largest_pool**2 // 2)  # more are of more stories than a pool may have
    sizes = Counter(lot.least for lot in dealer.dealt(stage, part, _Lot))
    together: dict[bytes, list[_Link]] = {}
    left: list[tuple[bytes, _Link]] = []
    for least, link in dealer.dealt(stage, part, _Lot):
        if sizes[least] > most:
            left.append((link.two, link))
        else:
            together.setdefault(least, []).append(link)
    pools: list[tuple[bytes, tuple[bytes, bytes]]] = []
    for _, links in sorted(together.items()):
        keys = sorted({key for one, two, _ in links for key in (one, two)})
        place = {key: n for n, key in enumerate(keys)}
        numbered = {(place[one], place[two]): alike for one, two, alike in links}
        for pool in bounded(range(len(keys)), numbered, asked.floor, asked.settings.largest_pool):
            pools += ((keys[n], (keys[n], keys[pool[0]])) for n in pool)
    dealer.deal(f"{asked.links}-pools", part, pools)
    dealer.deal(f"links-{int(asked.links.rpartition('-')[2]) + 1}", part, left)
    return len(left)


def _deal_pools(part: int, asked: _Asked) -> None:
    """Bring together the stories of a pool."""
    mine = _weighed(part, asked)
    rows = (row for stage in asked.pools for row in asked.dealer.dealt(stage, part, tuple[bytes, bytes]))
    asked.dealer.deal("pooled", part, ((pool, (pool, mine[story])) for story, pool in rows))


def _cluster(part: int, asked: _Asked) -> None:
    """Cut pools into events; deal out to each story the first of its event."""
    pools: dict[bytes, list[Weighed]] = {}
    for pool, story in asked.dealer.dealt("pooled", part, tuple[bytes, Weighed]):
        pools.setdefault(pool, []).append(story)
    rows: list[tuple[bytes, Place]] = []
    for pool in sorted(pools):
        stories = sorted(pools[pool], key=lambda story: story.profile.order)
        for places in cluster(stories, asked.window, asked.settings):
            first = stories[places[0]].profile
            keys = [key_of(stories[place].profile.id) for place in places]
            rows += ((key, Place(key, key_of(first.id), event_id(first))) for key in keys)
    asked.dealer.deal("events", part, rows)


def _place(part: int, asked: _Asked) -> None:
    """Deal out the places of a part's stories, and of the copies of those."""
    found = {each.story: each for each in asked.dealer.dealt("events", part, Place)}
    copies: dict[bytes, list[bytes]] = {}
    for each in asked.dealer.dealt("copied", part, _Copied):
        copies.setdefault(_of(each.original), []).append(_of(each.copy))
    rows = []
    for profile in _originals(part, asked):
        key = key_of(profile.id)
        place = found.get(key, Place(key, key, event_id(profile)))
        rows.append((key, place))
        rows += ((copy, Place(copy, place.first, place.event, profile.id)) for copy in copies.get(key, ()))
    asked.dealer.deal(PLACES, part, rows)


def _of(order: Order) -> bytes:
    return key_of(order[-1])


def _key(number: int) -> bytes:
    return number.to_bytes(8, "little")
