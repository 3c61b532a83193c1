"""Steps of reckoning and what they come to, sorted so that those to a wanted number need not be searched for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from claimcheck.alignment.compare import Scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.verdicts.sums import SLACK, admits

Step = tuple[str, tuple[Claim, ...]]
"""The words that say how, and the claims that they are about."""


class Steps:
    """Steps and what they come to, in the order of that, so that those to a wanted number need not be searched for."""

    def __init__(self, steps: Iterable[tuple[float, Step]]) -> None:
        rows = sorted((value, place, step) for place, (value, step) in enumerate(steps))
        self._values = [value for value, _, _ in rows]
        self._rows = rows

    def to(self, figure: Figure, on: Scale) -> Iterator[Step]:
        """Yield the steps to a number that ``figure`` admits on the scale ``on``, in reading order."""
        low, high = on.base(figure.low), on.base(figure.high)
        first = 0 if low is None else bisect_left(self._values, low - SLACK * max(1.0, abs(low)))
        last = len(self._rows) if high is None else bisect_right(self._values, high + SLACK * max(1.0, abs(high)))
        near = sorted(self._rows[first:last], key=lambda row: row[1])
        yield from (step for value, _, step in near if admits(figure, value, on))
