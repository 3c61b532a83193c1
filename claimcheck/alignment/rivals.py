"""What else a claim could be linked to: the rivals of a pair, and what its sentences share beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

from claimcheck.alignment.compare import Relation, scale
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Span

Place = tuple[str, Span]
"""A document's id and the span of a sentence in it."""

_NOBODY: tuple[frozenset[int], frozenset[int]] = frozenset(), frozenset()


class Rivals:
    """What else each claim of a set of pairs could be linked to, and what else its sentence has in common."""

    def __init__(self, rough: Sequence[tuple[Claim, Claim, Relation, float, float]]) -> None:
        alike: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self._equal: dict[int, set[int]] = defaultdict(set)
        self._sentences: dict[tuple[Place, Place], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        self._ranks: dict[int, tuple[int, int]] = {}
        rows: dict[tuple[Place, str], set[int]] = defaultdict(set)
        for claim in {claim.id: claim for row in rough for claim in row[:2]}.values():
            rows[place_of(claim), f"{scale(claim.figure).name} {claim.figure.role}"].add(claim.id)
        for row in rows.values():
            self._ranks |= {claim: (n, len(row)) for n, claim in enumerate(sorted(row))}
        for left, right, relation, near, wide in rough:
            for one, other in ((left.id, right.id), (right.id, left.id)):
                if relation != "unit":
                    alike[one].append((near + wide, other))
                if relation == "match":
                    self._equal[one].add(other)
            if relation == "match":
                lefts, rights = self._sentences[place_of(left), place_of(right)]
                lefts.add(left.id)
                rights.add(right.id)
        self._crowds = {one: len(rivals) for one, rivals in alike.items()}
        self._best = {one: nlargest(2, rivals) for one, rivals in alike.items()}

    def lead(self, one: int, other: int, own: float) -> float:
        """Return how much more alike ``other`` is to ``one`` than its best rival; negative when less."""
        for alike, rival in self._best.get(one, ()):
            if rival != other:
                return own - alike
        return own

    def equal_elsewhere(self, one: int, other: int) -> bool:
        return len(self._equal[one]) > (other in self._equal[one])

    def companions(self, left: Claim, right: Claim) -> int:
        """Return how many other figures of the two claims' sentences have an equal one there, each counted once."""
        lefts, rights = self._sentences.get((place_of(left), place_of(right)), _NOBODY)
        return min(len(lefts) - (left.id in lefts), len(rights) - (right.id in rights))

    def same_rank(self, one: int, two: int) -> bool:
        """Return whether both claims stand at the same place among their sentences' figures of their kind and role."""
        return self._ranks[one] == self._ranks[two]

    def crowd(self, one: int) -> int:
        return self._crowds.get(one, 0)


def place_of(claim: Claim) -> Place:
    return claim.document, claim.sentence
