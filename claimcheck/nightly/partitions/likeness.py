"""Links stories that are alike, over parts: by rare words as ``grouping.pools.candidates`` does, weighed as there.

A story is compared where the other one is at home: it is sent there once, however many it is compared with there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from claimcheck.nightly.grouping.beside import Beside
from claimcheck.nightly.grouping.likeness import SCALE
from claimcheck.nightly.grouping.model import unpack
from claimcheck.nightly.grouping.pools import near_days
from claimcheck.nightly.grouping.weighing import Weighed, count_terms, weigh
from claimcheck.nightly.partitions.copies import originals
from claimcheck.nightly.partitions.dealing import key_of
from claimcheck.nightly.partitions.steps import Asked, Steps, number_key


class Link(NamedTuple):
    """Two stories and their likeness, at the home of the second."""

    one: bytes
    two: bytes
    alike: int


def link_stories(steps: Steps) -> Asked:
    """Link the stories that are alike, copies aside; return what tells the next step of it.

    Raises NightError, OSError, RulesError.
    """
    asked = steps.asked()
    stories = sum(steps.do(_count, asked))
    steps.do(_sum_up, asked)
    steps.do(_weigh, replace(asked, stories=stories))
    steps.do(_meet, asked)
    steps.do(_send, asked)
    linked = replace(asked, floor=round(asked.settings.linked * SCALE), links="links-0")
    steps.do(_compare, linked)
    return linked


def weighed_stories(part: int, asked: Asked) -> dict[bytes, Weighed]:
    """Return a part's stories, weighed, by their keys."""
    return {key_of(each.profile.id): each for each in asked.dealer.kept("weighed", part, 0, Weighed)}


def links_of(part: int, asked: Asked) -> Iterator[Link]:
    """Yield a part's links of the likeness that is asked."""
    return (link for link in asked.dealer.dealt(asked.links, part, Link) if link.alike >= asked.floor)


# ---------------------------------------------------------------- on the workers: words


def _count(part: int, asked: Asked) -> int:
    """Count in how many stories of a part each word stands, and return how many stories count."""
    stories = originals(part, asked)
    counts = sorted(count_terms(stories).items())
    asked.dealer.deal("counts", part, ((number_key(term), (term, number)) for term, number in counts))
    return len(stories)


def _sum_up(part: int, asked: Asked) -> None:
    """Sum up the counts of a part's words, and send each part those of the words that it has."""
    dealer = asked.dealer
    known = [dealer.kept("counts", source, part, tuple[int, int]) for source in range(dealer.parts)]
    sums: Counter[int] = Counter()
    for rows in known:
        for term, number in rows:
            sums[term] += number
    dealer.keep("sums", part, [[(term, sums[term]) for term, _ in rows] for rows in known])


def _weigh(part: int, asked: Asked) -> None:
    """Weigh the stories of a part, and deal them out by their rarest words."""
    counts = dict(asked.dealer.dealt("sums", part, tuple[int, int]))
    weighed = [
        weigh(replace(each, passages=b""), counts, asked.stories, asked.settings) for each in originals(part, asked)
    ]
    asked.dealer.keep("weighed", part, [weighed])
    rows = [
        (number_key(term), (term, key_of(each.profile.id), each.profile.day))
        for each in weighed
        for term in unpack(each.rare)
    ]
    asked.dealer.deal("rare", part, rows)


# ---------------------------------------------------------------- on the workers: pairs


def _meet(part: int, asked: Asked) -> None:
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


def _send(part: int, asked: Asked) -> None:
    """Send each story to the parts of those that share enough of its rare words, once each."""
    dealer = asked.dealer
    met: Counter[tuple[bytes, bytes]] = Counter()
    for one, two, number in dealer.dealt("met", part, tuple[bytes, bytes, int]):
        met[one, two] += number
    others: dict[bytes, dict[int, list[bytes]]] = {}
    for (one, two), number in sorted(met.items()):
        if number >= asked.settings.shared_terms:
            others.setdefault(one, {}).setdefault(dealer.part_of(two), []).append(two)
    stories = weighed_stories(part, asked)
    dealer.deal(
        "sent",
        part,
        ((two[0], _Sent(stories[one], tuple(two))) for one, by_part in others.items() for two in by_part.values()),
    )


def _compare(part: int, asked: Asked) -> None:
    """Link those that are alike."""
    mine = weighed_stories(part, asked)
    place = {key: n for n, key in enumerate(mine)}
    beside = Beside(list(mine.values()), asked.settings)
    links: list[tuple[bytes, Link]] = []
    for sent in asked.dealer.dealt("sent", part, _Sent):
        one = key_of(sent.story.profile.id)
        likenesses = beside.likenesses(sent.story, [place[two] for two in sent.others]).tolist()
        pairs = zip(sent.others, likenesses, strict=True)
        links += ((two, Link(one, two, alike)) for two, alike in pairs if alike >= asked.floor)
    asked.dealer.deal(asked.links, part, links)
