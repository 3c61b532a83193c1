"""Facts: all the claims of a run that speak of the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from operator import itemgetter

from claimcheck.alignment.compare import AGREE
from claimcheck.alignment.labels import label_of
from claimcheck.alignment.model import BADNESS, Fact, Link, Verdict
from claimcheck.alignment.settings import load_settings
from claimcheck.alignment.values import Values
from claimcheck.claims.model import Claim
from claimcheck.rules.packs import Packs

_SUREST = 0.999
"""Probabilities of links beyond this count as this: no single link outvotes a gathering."""


def gather(claims: Sequence[Claim], links: Sequence[Link], packs: Packs = ()) -> tuple[Fact, ...]:
    """Return the facts that the claims speak of, in reading order of their first claims.

    In two phases: agreeing links first gather equal values, then differing ones join such gatherings by what all
    their members say of each other on average. Gatherings stay apart where a document would contradict itself.
    """
    gathering = _Gathering(claims, links, load_settings(packs).apart)
    for agreeing in (True, False):
        phase = [link for link in links if (link.verdict in AGREE) is agreeing]
        for link in sorted(phase, key=lambda each: (-each.score, each.left, each.right)):
            gathering.join(link)
    return tuple(
        Fact(label_of(members, packs), tuple(claim.id for claim in members), max(verdicts, key=BADNESS.__getitem__))
        for members, verdicts in gathering.groups()
    )


@dataclass(eq=False, slots=True)
class _Group:
    """Claims that grow together, their links by claim, and how often each document states each value."""

    claims: list[Claim]
    links: dict[int, list[Link]]
    stated: dict[str, Counter[int]]


class _Gathering:
    """The claims in groups; ``apart`` is what a missing link between two members counts."""

    def __init__(self, claims: Sequence[Claim], links: Sequence[Link], apart: float) -> None:
        self._values = values = Values(claims)
        self._group = {
            claim.id: _Group([claim], {claim.id: []}, {claim.document: Counter((values.of[claim.id],))})
            for claim in claims
        }
        for link in links:
            for claim_id in (link.left, link.right):
                self._group[claim_id].links[claim_id].append(link)
        self._apart = apart
        self._refused: set[tuple[int, ...]] = set()
        """Two groups, each by its first claim and how many they are, that were found not to fit."""

    def join(self, link: Link) -> None:
        """Join the groups of a link's claims if they fit on average, and contradict no document."""
        one, two = self._group[link.left], self._group[link.right]
        if len(one.claims) < len(two.claims):
            one, two = two, one
        key = (one.claims[0].id, len(one.claims), two.claims[0].id, len(two.claims))
        if one is two or key in self._refused:
            return
        if self._worth(one, two) <= 0 or self._contradict(one, two):
            self._refused.add(key)
            return
        one.claims.extend(two.claims)
        one.links.update(two.links)
        for document, values in two.stated.items():
            one.stated.setdefault(document, Counter()).update(values)
        for claim in two.claims:
            self._group[claim.id] = one

    def groups(self) -> Iterator[tuple[list[Claim], list[Verdict]]]:
        """Yield the groups of several claims, members in reading order, with the verdicts of the links within."""
        for group in dict.fromkeys(group for _, group in sorted(self._group.items(), key=itemgetter(0))):
            verdicts = [
                link.verdict
                for claim in group.claims
                for link in group.links[claim.id]
                if link.left == claim.id and self._group[link.right] is group
            ]
            if verdicts:
                yield sorted(group.claims, key=lambda claim: claim.id), verdicts

    def _worth(self, one: _Group, two: _Group) -> float:
        """Return what the claims of two groups say of each other on average.

        A repeated figure has one link, and none to the other repetition: that one is missing counts nothing.
        """
        spoken = []
        missing = sum(x[1] * y[1] for x, y in self._pairs(one, two, same_document=False) if not self._agree(x[0], y[0]))
        for claim in two.claims:
            for link in two.links[claim.id]:
                other = link.left if link.right == claim.id else link.right
                if self._group[other] is one:
                    spoken.append(_log_odds(link.score))
                    missing -= not self._agree(self._values.of[claim.id], self._values.of[other])
        count = len(spoken) + missing
        return (math.fsum(spoken) + missing * self._apart) / count if count else 0.0

    def _contradict(self, one: _Group, two: _Group) -> bool:
        pairs = self._pairs(one, two, same_document=True)
        return any(self._values.relation(x, y) == "conflict" for (x, _), (y, _) in pairs)

    def _agree(self, one: int, two: int) -> bool:
        return self._values.relation(one, two) in AGREE

    @staticmethod
    def _pairs(one: _Group, two: _Group, *, same_document: bool) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Yield the pairs of values, each with how often it is stated, that one document states or two do."""
        for document, ours in one.stated.items():
            for other, theirs in two.stated.items():
                if (document == other) is same_document:
                    yield from product(ours.items(), theirs.items())


def _log_odds(score: float) -> float:
    score = min(score, _SUREST)
    return math.log(score / (1 - score))
