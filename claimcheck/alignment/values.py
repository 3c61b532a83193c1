"""The distinct values that the claims of a run state."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.alignment.compare import Relation, relate, scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure


class Values:
    """The distinct figures of a run, numbered, and how they stand to each other, found out once."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._numbers: dict[object, int] = {}
        self._figures: list[Figure] = []
        self.of = {claim.id: self._number(claim.figure) for claim in claims}
        self._known: dict[tuple[int, int], Relation | None] = {}

    def relation(self, one: int, two: int) -> Relation | None:
        """Return how two values stand to each other; "unit" counts as not at all."""
        if one == two:
            return "match"
        pair = (one, two) if one < two else (two, one)
        if pair not in self._known:
            found = relate(self._figures[pair[0]], self._figures[pair[1]])
            self._known[pair] = None if found == "unit" else found
        return self._known[pair]

    def _number(self, figure: Figure) -> int:
        on = scale(figure)
        key = (
            figure.kind, on.name, on.factor, on.offset, figure.unit is None, figure.value, figure.low, figure.high,
            figure.bound, figure.moment,
        )  # fmt: skip
        if key not in self._numbers:
            self._numbers[key] = len(self._figures)
            self._figures.append(figure)
        return self._numbers[key]
