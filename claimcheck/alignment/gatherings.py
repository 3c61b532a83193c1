"""Gathers the claims of many documents, from the bottom up, into sets that speak of one fact.

What two claims say of each other is weak where texts are long and words are few; what two gatherings say of each
other is stronger the more claims they hold. First gather values that agree, then gatherings whose values differ.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.alignment.compare import AGREE, scale
from claimcheck.alignment.contexts import Bag, likeness
from claimcheck.alignment.settings import ManySettings
from claimcheck.alignment.traits import Traits
from claimcheck.alignment.values import Values
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Span

Pair = tuple[int, int]
"""Ids of two claims or numbers of two gatherings, the smaller first."""

Stated = frozenset[tuple[int, str | None, tuple[Span, str | None]]]
"""The values that one document states, each with the thing counted, and the sentence with who says it there."""

_EVEN = 0.5
_BRACKET = 4
"""Characters between a measure and itself in another unit: " (", ", or "."""


class Bags(NamedTuple):
    """What the claims of a gathering say, added up: words, what befell those counted, their kinds, what is counted."""

    windows: Bag
    sentences: Bag
    people: Bag
    fates: Bag
    kinds: Bag
    things: Bag


class Gathering:
    """Claims that speak of one fact, as far as is known: their values, words and documents."""

    __slots__ = ("bags", "claims", "documents", "lengths", "values")

    def __init__(
        self,
        claims: tuple[int, ...],
        values: frozenset[int],
        documents: Mapping[str, Stated],
        bags: Bags,
        own: float,
    ) -> None:
        self.claims = claims
        self.values = values
        self.documents = documents
        self.bags = bags
        windows, sentences = likeness(bags.windows, bags.windows), likeness(bags.sentences, bags.sentences)
        self.lengths = math.sqrt(windows + len(claims) * own * own), math.sqrt(sentences)


def gather_claims(
    claims: Sequence[Claim],
    evidence: Mapping[Pair, float],
    values: Values,
    traits: Mapping[int, Traits],
    settings: ManySettings,
) -> list[tuple[int, ...]]:
    """Return the ids of ``claims`` in sets of one fact each.

    ``evidence`` is what pairs of documents apart say, ``traits`` are those of the claims by id.
    """
    work = _Work(claims, evidence, values, traits, settings)
    work.start(_told_twice(claims, values))
    work.run(settings.agreeing, may_differ=False)
    work.run(settings.differing, may_differ=True)
    return [gathering.claims for gathering in work.gatherings.values()]


def _told_twice(claims: Sequence[Claim], values: Values) -> Iterator[Pair]:
    """Yield the places of claims that tell one measure in two units: "58 km (36 miles)"."""
    for n, (one, two) in enumerate(pairwise(claims)):
        if (
            one.document == two.document
            and one.figure.kind == two.figure.kind
            and 0 <= two.figure.start - one.figure.end <= _BRACKET
            and scale(one.figure).factor != scale(two.figure).factor
            and values.relation(values.of[one.id], values.of[two.id]) in AGREE
        ):
            yield n, n + 1


class _Work:
    def __init__(
        self,
        claims: Sequence[Claim],
        evidence: Mapping[Pair, float],
        values: Values,
        traits: Mapping[int, Traits],
        settings: ManySettings,
    ) -> None:
        bags = _bags(claims, traits)
        self._values = values
        self._settings = settings
        number = {claim.id: n for n, claim in enumerate(claims)}
        self.gatherings = {
            n: Gathering(
                (claim.id,),
                frozenset((values.of[claim.id],)),
                {claim.document: _stated(claim, values, traits[claim.id])},
                bags[claim.id],
                settings.own,
            )
            for n, claim in enumerate(claims)
        }
        self._next = len(claims)
        self._across: dict[int, dict[int, tuple[float, int]]] = {n: {} for n in self.gatherings}
        """By two gatherings, the sum of the evidence of their pairs and how many there are."""
        for (one, two), weight in evidence.items():
            left, right = number[one], number[two]
            self._across[left][right] = self._across[right][left] = (weight, 1)

    def start(self, pairs: Iterable[Pair]) -> None:
        """Join the gatherings of claims, by place, that are of one fact whatever else is said."""
        joined: dict[int, int] = {}
        for one, two in pairs:
            joined[two] = self._join(joined.pop(one, one), two)

    def run(self, floor: float, *, may_differ: bool) -> None:
        """Join the two gatherings that fit best until none fit by more than ``floor``."""
        queue = [
            (-worth, left, right)
            for left in self.gatherings
            for right in self._across[left]
            if left < right and (worth := self._worth(left, right, may_differ) - floor) > 0
        ]
        heapq.heapify(queue)
        while queue:
            _, left, right = heapq.heappop(queue)
            if left in self.gatherings and right in self.gatherings:
                joined = self._join(left, right)
                for other in self._across[joined]:
                    worth = self._worth(other, joined, may_differ) - floor
                    if worth > 0:
                        heapq.heappush(queue, (-worth, other, joined))

    def _worth(self, left: int, right: int, may_differ: bool) -> float:
        one, two, s = self.gatherings[left], self.gatherings[right], self._settings
        relations = [self._values.relation(x, y) for x in one.values for y in two.values]
        if relations.count(None) > _EVEN * len(relations) or not (may_differ or "conflict" not in relations):
            return -math.inf
        total, count = self._across[left][right]
        common = one.documents.keys() & two.documents.keys()
        against = sum(self._against(one.documents[each], two.documents[each]) for each in common)
        return (
            total / count
            + s.windows * _cosine(one.bags.windows, two.bags.windows, one.lengths[0] * two.lengths[0])
            + s.sentences * _cosine(one.bags.sentences, two.bags.sentences, one.lengths[1] * two.lengths[1])
            + s.same_fate * _alike(one.bags.fates, two.bags.fates)
            + s.other_fate * _unlike(one.bags.fates, two.bags.fates)
            + s.other_group * _unlike(one.bags.people, two.bags.people)
            + s.other_thing * _unlike(one.bags.things, two.bags.things)
            + s.other_kinds * _kinds_apart(one.bags.kinds, two.bags.kinds)
            + against / min(len(one.documents), len(two.documents))
        )

    def _against(self, ones: Stated, twos: Stated) -> float:
        """Return what it counts that one document states both: for two facts, the more so in one breath.

        In one breath, three pistols and three outboard motors are two facts as well.
        """
        s = self._settings
        if not (ones and twos):
            return 0.0
        at_odds = [
            where == there
            for x, thing, where in ones
            for y, other, there in twos
            if self._differ(x, y) or (where == there and None not in {thing, other} and thing != other)
        ]
        if not at_odds:
            return s.repetition
        return s.contradiction + s.enumeration * any(at_odds)

    def _differ(self, one: int, two: int) -> bool:
        return self._values.relation(one, two) == "conflict"

    def _join(self, left: int, right: int) -> int:
        one, two, number = self.gatherings.pop(left), self.gatherings.pop(right), self._next
        self._next += 1
        self.gatherings[number] = Gathering(
            one.claims + two.claims,
            one.values | two.values,
            {
                each: one.documents.get(each, frozenset()) | two.documents.get(each, frozenset())
                for each in one.documents.keys() | two.documents.keys()
            },
            Bags(*map(_sum, one.bags, two.bags)),
            self._settings.own,
        )
        mine, theirs = self._across.pop(left), self._across.pop(right)
        across: dict[int, tuple[float, int]] = {}
        for other in sorted((mine.keys() | theirs.keys()) - {left, right}):
            first, second = mine.get(other, (0.0, 0)), theirs.get(other, (0.0, 0))
            across[other] = first[0] + second[0], first[1] + second[1]
            self._across[other].pop(left, None)
            self._across[other].pop(right, None)
            self._across[other][number] = across[other]
        self._across[number] = across
        return number


def _stated(claim: Claim, values: Values, traits: Traits) -> Stated:
    """Return what a claim makes its document state: nothing where the text holds the value no longer."""
    if traits.former:
        return frozenset()
    return frozenset(((values.of[claim.id], traits.thing, (claim.sentence, claim.speaker_key)),))


def _bags(claims: Sequence[Claim], traits: Mapping[int, Traits]) -> dict[int, Bags]:
    """Return what each claim says, words weighed by how few sentences of the run have them."""
    words: dict[tuple[str, tuple[int, int]], set[str]] = {}
    for claim in claims:
        mine = words.setdefault((claim.document, claim.sentence), set())
        mine.update(word for word, _ in claim.words)
        mine.update(claim.near)
    known = Counter(word for each in words.values() for word in each)
    rarity = {word: math.log1p(len(words) / count) for word, count in known.items()}
    whole = {place: {word: rarity[word] for word in sorted(each)} for place, each in words.items()}
    return {
        claim.id: Bags(
            {word: weight * rarity[word] for word, weight in claim.words},
            whole[claim.document, claim.sentence],
            _told(traits[claim.id].people),
            _told(traits[claim.id].fate),
            {f"{line}:{kind}": 1.0 for line, kind in traits[claim.id].kinds},
            _told(traits[claim.id].thing),
        )
        for claim in claims
    }


def _told(trait: object) -> Bag:
    return {} if trait is None else {str(trait): 1.0}


def scaled(words: Iterable[tuple[str, float]]) -> Bag:
    """Return a bag of length 1."""
    bag = dict(words)
    length = math.sqrt(sum(weight * weight for weight in bag.values()))
    return {word: weight / length for word, weight in bag.items()} if length else {}


def _cosine(left: Bag, right: Bag, lengths: float) -> float:
    return likeness(left, right) / lengths if lengths else 0.0


def _alike(left: Bag, right: Bag) -> float:
    """Return the share of the pairs of those that tell a trait which tell the same one; 0 where there are none."""
    pairs = sum(left.values()) * sum(right.values())
    return likeness(left, right) / pairs if pairs else 0.0


def _unlike(left: Bag, right: Bag) -> float:
    return 1.0 - _alike(left, right) if left and right else 0.0


def _kinds_apart(left: Bag, right: Bag) -> float:
    """Return the greatest share of pairs that are of two kinds which leave each other out."""
    lines: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
    for side, bag in enumerate((left, right)):
        for key, weight in bag.items():
            lines.setdefault(key.partition(":")[0], ({}, {}))[side][key] = weight
    return max((_unlike(*both) for both in lines.values()), default=0.0)


def _sum(left: Bag, right: Bag) -> Bag:
    out = dict(left)
    for word, weight in right.items():
        out[word] = out.get(word, 0.0) + weight
    return out
