"""Figures that no source states but that follow from what they state: sums, differences, shares, spans of years."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.alignment.compare import scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure

_MOST_PARTS = 3
_NEAR_SENTENCES = 400
"""Characters within which figures are taken to tell of one thing, so that adding them makes sense."""

_MOST_NEAR = 12


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
    name = scale(wanted).name
    alike = [c for c in sources if scale(c.figure).name == name and isinstance(c.figure.value, int | float)]
    for parts in range(2, _MOST_PARTS + 1):
        for group in _neighbours(alike, parts):
            bases = [scale(c.figure).base(float(c.figure.value)) or 0.0 for c in group]  # type: ignore[arg-type]
            if _admits(wanted, sum(bases)):
                yield " + ".join(c.figure.text for c in group)
            if parts == 2 and bases[0] != bases[1] and _admits(wanted, abs(bases[0] - bases[1])):  # noqa: PLR2004
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
        if span and wanted.value is not None and _admits_number(wanted, float(span)):
            yield f"{one.figure.text} to {two.figure.text}"


def _by_rank(wanted: Figure, sources: Sequence[Claim]) -> Iterator[str]:
    if wanted.kind == "count":
        for claim in sources:
            if claim.figure.kind == "ordinal" and claim.figure.value == wanted.value:
                yield claim.figure.text


def _admits(figure: Figure, base: float) -> bool:
    on = scale(figure)
    low, high = on.base(figure.low), on.base(figure.high)
    slack = 1e-9 * max(1.0, abs(base))
    return (low is None or low <= base + slack) and (high is None or base <= high + slack)


def _admits_number(figure: Figure, number: float) -> bool:
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    return low <= number <= high
