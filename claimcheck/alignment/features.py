"""What speaks for and against two claims being of one fact, as a few readable numbers."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.alignment.compare import Relation, relate, scale
from claimcheck.alignment.contexts import Contexts, likeness, owners
from claimcheck.alignment.moments import other_time
from claimcheck.alignment.slips import slip
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Span

Features = dict[str, float]
Place = tuple[str, Span]
"""A document's id and the span of a sentence in it."""

_WIDE_GAP = 3.0
"""Natural logarithm of the ratio beyond which two numbers are as unlike as any."""

_SHORT_SLIP = 0.4
_SHORT_NUMBER = 0.2
"""What a digit mistyped in a number of two digits counts, and what product of tellings marks two such numbers."""

_TELLING_DIGITS = 3
"""Significant digits beyond the first that make an equal number as telling as it gets."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims that may be of one fact, how their figures stand to each other, and the evidence."""

    left: Claim
    right: Claim
    relation: Relation
    features: Features

    @property
    def same_value(self) -> bool:
        """Whether both state one number, hedges aside: "at 9:30" and "at about 9:30"."""
        return self.left.figure.value is not None and self.left.figure.value == self.right.figure.value


def measure(pairs: Sequence[tuple[Claim, Claim]], contexts: Contexts, checking: bool) -> list[Candidate]:
    """Return a candidate per pair of claims that can be compared at all, in the order of ``pairs``.

    ``checking`` says that one side is a draft written from the other: a figure that differs is then a mistake
    more often than another fact.
    """
    rough = []
    alike: dict[tuple[Place, Place], float] = {}
    for left, right in pairs:
        relation = relate(left.figure, right.figure)
        if relation is not None:
            near = likeness(contexts.near[left.id], contexts.near[right.id])
            places = _place(left), _place(right)
            if places not in alike:
                alike[places] = likeness(contexts.wide[left.id], contexts.wide[right.id])
            wide = alike[places]
            rough.append((left, right, relation, near, wide))
    rivals = _Rivals(rough)
    return [Candidate(*row[:3], _features(*row, rivals, checking)) for row in rough]


_NOBODY: tuple[frozenset[int], frozenset[int]] = frozenset(), frozenset()


class _Rivals:
    """What else each claim of a set of pairs could be linked to, and what else its sentence has in common."""

    def __init__(self, rough: Sequence[tuple[Claim, Claim, Relation, float, float]]) -> None:
        self._alike: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self._equal: dict[int, set[int]] = defaultdict(set)
        self._sentences: dict[tuple[Place, Place], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        self._ranks: dict[int, tuple[int, int]] = {}
        rows: dict[tuple[Place, str], set[int]] = defaultdict(set)
        for left, right, *_ in rough:
            for claim in (left, right):
                rows[_place(claim), f"{scale(claim.figure).name} {claim.figure.role}"].add(claim.id)
        for row in rows.values():
            self._ranks |= {claim: (n, len(row)) for n, claim in enumerate(sorted(row))}
        for left, right, relation, near, wide in rough:
            for one, other in ((left.id, right.id), (right.id, left.id)):
                if relation != "unit":
                    self._alike[one].append((near + wide, other))
                if relation == "match":
                    self._equal[one].add(other)
            if relation == "match":
                lefts, rights = self._sentences[_place(left), _place(right)]
                lefts.add(left.id)
                rights.add(right.id)
        for rivals in self._alike.values():
            rivals.sort(reverse=True)

    def lead(self, one: int, other: int, own: float) -> float:
        """Return how much more alike ``other`` is to ``one`` than its best rival; negative when less."""
        best = next((alike for alike, rival in self._alike[one] if rival != other), 0.0)
        return own - best

    def equal_elsewhere(self, one: int, other: int) -> bool:
        return bool(self._equal[one] - {other})

    def companions(self, left: Claim, right: Claim) -> int:
        """Return how many other figures of the two claims' sentences have an equal one there, each counted once."""
        lefts, rights = self._sentences.get((_place(left), _place(right)), _NOBODY)
        return min(len(lefts) - (left.id in lefts), len(rights) - (right.id in rights))

    def same_rank(self, one: int, two: int) -> bool:
        """Return whether both claims stand at the same place among their sentences' figures of their kind and role."""
        return self._ranks[one] == self._ranks[two]

    def crowd(self, one: int) -> int:
        return len(self._alike[one])


def _place(claim: Claim) -> Place:
    return claim.document, claim.sentence


def _features(
    left: Claim, right: Claim, relation: Relation, near: float, wide: float, rivals: _Rivals, checking: bool
) -> Features:
    one, two = left.figure, right.figure
    out: dict[str, float] = {}
    moment = one.moment is not None
    out["equal"] = float(relation == "match")
    out["equal, telling"] = telling(left) if relation == "match" else 0.0
    out["close"] = float(relation == "approx")
    out["gap"] = _gap(left, right) if relation == "conflict" else 0.0
    out["draft"] = float(checking)
    out["draft, differing"] = float(checking and relation == "conflict")
    out["draft, slip"] = _likely_slip(left, right) if checking and relation == "conflict" else 0.0
    out["other unit"] = float(relation == "unit")
    counted = one.kind == two.kind == "count" or one.kind == two.kind == "ordinal"
    out["same thing counted"] = float(counted and one.unit is not None and one.unit == two.unit)
    out["other thing counted"] = float(counted and None not in {one.unit, two.unit} and one.unit != two.unit)
    out["date or time"] = float(moment)
    out["ordinal"] = float(one.kind == "ordinal")
    out["same role"] = float(one.role is not None and one.role == two.role)
    out["other role"] = float(None not in {one.role, two.role} and one.role != two.role)
    out["trend reversed"] = float(None not in {one.trend, two.trend} and one.trend != two.trend)
    out["near"] = near
    out["wide"] = wide
    out["what"] = _overlap(_words(left.what), _words(right.what))
    shared, apart = _names(left.names, right.names)
    out["names shared"] = shared
    out["names apart"] = apart
    mine, theirs = _owners(left), _owners(right)
    out["owner shared"] = float(bool(mine & theirs))
    out["owner apart"] = float(bool(mine and theirs) and not mine & theirs)
    out["same time"] = float(bool(set(left.when) & set(right.when)))
    out["other time"] = float(other_time(left.when, right.when))
    out["same speaker"] = float(left.speaker_key is not None and left.speaker_key == right.speaker_key)
    out["both quoted"] = float(left.quoted and right.quoted)
    own = near + wide
    out["lead"] = min(rivals.lead(left.id, right.id, own), rivals.lead(right.id, left.id, own))
    out["companions"] = min(2, rivals.companions(left, right)) / 2
    out["same rank"] = float(rivals.same_rank(left.id, right.id))
    out["sole"] = float(rivals.crowd(left.id) == rivals.crowd(right.id) == 1)
    elsewhere = rivals.equal_elsewhere(left.id, right.id) + rivals.equal_elsewhere(right.id, left.id)
    out["equal elsewhere"] = 0.0 if relation == "match" else float(elsewhere)
    out["crowd"] = math.log(rivals.crowd(left.id) + rivals.crowd(right.id) + 1)
    return out


def _owners(claim: Claim) -> set[str]:
    """Return the words of the proper names that do it or that it belongs to."""
    named = {word for name in claim.names for word in name.split()}
    return named.intersection(owners(claim))


def _likely_slip(left: Claim, right: Claim) -> float:
    """Return how surely a slip of the keyboard explains the difference: two short numbers easily differ in a digit."""
    kind = slip(left.figure, right.figure)
    if kind is None:
        return 0.0
    return _SHORT_SLIP if kind == "digit" and not telling(left) * telling(right) > _SHORT_NUMBER else 1.0


def telling(claim: Claim) -> float:
    """Return how much an equal number says, 0 for "two" to 1 for "16.95": its significant digits."""
    value = claim.figure.value
    if value is None:
        return 0.0
    if isinstance(value, tuple):
        return 1.0
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".").replace(".", "").strip("0")
    return min(1.0, (len(digits) - 1) / _TELLING_DIGITS)


def _gap(left: Claim, right: Claim) -> float:
    numbers = []
    for claim in (left, right):
        figure = claim.figure
        on = scale(figure)
        ends = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.low, figure.high)
        number = next((end for end in ends if end is not None), None)
        base = on.base(number)
        if base is None or base <= 0:
            return 1.0
        numbers.append(math.log(base))
    if left.figure.moment is not None:
        return 1.0
    return min(1.0, abs(numbers[0] - numbers[1]) / _WIDE_GAP)


def _words(text: str | None) -> frozenset[str]:
    return frozenset((text or "").lower().split())


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))


def _names(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[float, float]:
    """Return the share of names in common, and whether each side has one that the other lacks."""
    one, two = set(left), set(right)
    shared = len(one & two) / max(1, min(len(one), len(two)))
    return shared, float(bool(one - two) and bool(two - one))
