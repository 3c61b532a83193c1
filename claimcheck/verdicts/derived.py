"""Figures that no source states but that follow from what they state: sums, differences, shares, spans of years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.alignment.compare import Scale, scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure

_MOST_PARTS = 3
_NEAR_SENTENCES = 400
"""Characters within which figures are taken to tell of one thing, so that adding them makes sense."""

_MOST_NEAR = 12
_SLACK = 1e-9
_YEARS = Scale("years")


def derivation(claim: Claim, sources: Sequence[Claim]) -> str | None:
    """Return how the figure of ``claim`` follows from figures of ``sources``, in words; None when it does not."""
    wanted = claim.figure
    if isinstance(wanted.value, tuple) or wanted.value is None or wanted.moment is not None:
        return None
    for way in (_by_adding, _by_years, _by_rank):
        found = next(way(wanted, sources), None)
        if found:
            return found
    return None


def _by_adding(wanted: Figure, sources: Sequence[Claim]) -> Iterator[str]:
    if wanted.kind not in {"count", "money", "percent", "measure"}:
        return
    on = scale(wanted)
    alike = [c for c in sources if scale(c.figure).name == on.name and isinstance(c.figure.value, int | float)]
    for parts in range(2, _MOST_PARTS + 1):
        for group in _neighbours(alike, parts):
            bases = [scale(c.figure).base(float(c.figure.value)) or 0.0 for c in group]  # type: ignore[arg-type]
            if _admits(wanted, sum(bases), on):
                yield " + ".join(c.figure.text for c in group)
            if parts == 2 and bases[0] != bases[1] and _admits(wanted, abs(bases[0] - bases[1]), on):  # noqa: PLR2004
                yield " less ".join(c.figure.text for c in sorted(group, key=lambda c: -(c.figure.value or 0)))  # type: ignore[operator]


def _neighbours(claims: Sequence[Claim], parts: int) -> Iterator[tuple[Claim, ...]]:
    """Yield the groups of claims of one document that stand near enough to tell of one thing, in reading order."""
    for n, first in enumerate(claims):
        near = []
        for other in claims[n + 1 : n + 1 + _MOST_NEAR]:
            if other.document != first.document or other.figure.start - first.figure.start > _NEAR_SENTENCES:
                break
            near.append(other)
        for rest in combinations(near, parts - 1):
            yield first, *rest


def _by_years(wanted: Figure, sources: Sequence[Claim]) -> Iterator[str]:
    if wanted.kind not in {"duration", "age"} or "year" not in (wanted.unit or ""):
        return
    years = [c for c in sources if c.figure.moment is not None and c.figure.moment.year is not None]
    for one, two in combinations(years, 2):
        assert one.figure.moment is not None
        assert two.figure.moment is not None
        span = abs((one.figure.moment.year or 0) - (two.figure.moment.year or 0))
        if span and _admits(wanted, float(span), _YEARS):
            yield f"{one.figure.text} to {two.figure.text}"


def _by_rank(wanted: Figure, sources: Sequence[Claim]) -> Iterator[str]:
    if wanted.kind == "count":
        for claim in sources:
            if claim.figure.kind == "ordinal" and claim.figure.value == wanted.value:
                yield claim.figure.text


def _admits(figure: Figure, number: float, on: Scale) -> bool:
    """Return whether ``figure`` admits ``number``, which is told in the base unit of ``on``."""
    low, high = on.base(figure.low), on.base(figure.high)
    slack = _SLACK * max(1.0, abs(number))
    return (low is None or low <= number + slack) and (high is None or number <= high + slack)
