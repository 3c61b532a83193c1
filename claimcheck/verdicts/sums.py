"""What the figures of a text make together: sums and differences of figures that stand near each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from claimcheck.alignment.compare import Scale, scale
from claimcheck.alignment.sizes import telling
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.verdicts.reckoning import Reckoning

_MOST_PARTS = 3
_NEAR = 400
"""Characters within which figures are taken to tell of one thing, so that adding them makes sense."""
_MOST_NEAR = 6
_MOST_BETWEEN = 48
"""Characters between two parts that are told in one breath: "16 men and nine women"."""
_KINDS = frozenset({"count", "money", "percent", "measure"})
SLACK = 1e-9
_FEW = 64
"""Sums that are sorted rather than searched for."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What ``claims`` make, in the base unit of their scale; ``less`` for the first without the second.

    ``units`` are the things counted. ``told`` says that the text itself puts the figures together: it lists
    them, or names one as part of the other.
    """

    value: float
    claims: tuple[Claim, ...]
    less: bool
    units: frozenset[str | None]
    told: bool

    @property
    def words(self) -> str:
        return (" less " if self.less else " + ").join(claim.figure.text for claim in self.claims)

    def told_of(self, wanted: Figure, wholes: Collection[str]) -> bool:
        """Return whether the text itself makes the sum, of what ``wanted`` counts: points and rebounds are no games."""
        heads = {(unit or "").partition(" per ")[0].split(" ")[-1] for unit in self.units}
        return self.told and (
            len(self.units) == 1 or wanted.unit in wholes or (wanted.unit or "").split(" ")[-1] in heads
        )

    def fits(self, wanted: Figure) -> bool:
        """Return whether the sum can be what ``wanted`` counts: the same thing, or another that takes in the parts."""
        if wanted.kind != "count" or wanted.unit is None:
            return True
        if self.told and len(self.units) > 1:
            return self.less or wanted.unit not in self.units
        return self.units <= {wanted.unit, None}


class _Row:
    """The sums on one scale, by their values and by their ranks: the fewest parts first, then in reading order."""

    def __init__(self, sums: Iterable[Sum]) -> None:
        self._ranked = sorted(sums, key=lambda each: (len(each.claims), [claim.id for claim in each.claims]))
        self._ranks = sorted(range(len(self._ranked)), key=lambda rank: self._ranked[rank].value)
        self._values = [self._ranked[rank].value for rank in self._ranks]

    def admitted(self, wanted: Figure) -> Iterator[Sum]:
        """Yield the sums that ``wanted`` admits, by their ranks.

        The few that a narrow figure admits are sorted; of the many that "more than five" does, the first will do.
        """
        on = scale(wanted)
        low, high = on.base(wanted.low), on.base(wanted.high)
        first = 0 if low is None else bisect_left(self._values, low - SLACK * max(1.0, abs(low)))
        last = len(self._values) if high is None else bisect_right(self._values, high + SLACK * max(1.0, abs(high)))
        if last - first <= _FEW:
            yield from (self._ranked[rank] for rank in sorted(self._ranks[first:last]))
        elif first < last:
            least, most = self._values[first], self._values[last - 1]
            yield from (each for each in self._ranked if least <= each.value <= most)


@dataclass
class Sums:
    """The sums and differences of the figures of several texts, made when they are first asked for."""

    claims: Sequence[Claim]
    texts: Mapping[str, str]
    words: Reckoning
    _made: dict[str, _Row] = field(default_factory=dict)

    def find(self, wanted: Figure) -> Sum | None:
        """Return the first that ``wanted`` admits and can mean, None where there is none."""
        if wanted.kind not in _KINDS:
            return None
        if not self._made:
            self._make()
        row = self._made.get(scale(wanted).name)
        return None if row is None else next((each for each in row.admitted(wanted) if each.fits(wanted)), None)

    def _make(self) -> None:
        rows: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.figure.kind in _KINDS and isinstance(claim.figure.value, int | float):
                rows[scale(claim.figure).name].append(claim)
        self._made = {name: _Row(self._of(row)) for name, row in rows.items()}

    def _of(self, row: Sequence[Claim]) -> Iterator[Sum]:
        for group in _neighbours(row):
            if _drowned(group):
                continue
            bases = [_base(claim) for claim in group]
            units = frozenset(claim.figure.unit for claim in group)
            gaps = [self._between(one, two) for one, two in pairwise(group)]
            inside = [bool(self.words.within.search(gap)) for gap in gaps]
            listed = not any(inside) and all(self.words.joined.search(gap) for gap in gaps)
            if _addable(group, units, listed):
                yield Sum(sum(bases), group, less=False, units=units, told=listed)
            if len(group) == 2 and bases[0] != bases[1] and _addable(group, units, inside[0]):  # noqa: PLR2004
                greater, lesser = sorted(group, key=lambda claim: -_base(claim))
                yield Sum(abs(bases[0] - bases[1]), (greater, lesser), less=True, units=units, told=inside[0])

    def _between(self, one: Claim, two: Claim) -> str:
        """Return what stands between two figures of one sentence; nothing where it is much."""
        gap = self.texts[one.document][one.figure.end : two.figure.start]
        return gap if one.sentence == two.sentence and len(gap) <= _MOST_BETWEEN else ""


def _drowned(group: Sequence[Claim]) -> bool:
    """Return whether the rounding of one figure takes another in: $1.80 and $19.8 million make $19.8 million."""
    widths = (scale(figure).base(high - low) for figure in (claim.figure for claim in group)
              if (low := figure.low) is not None and (high := figure.high) is not None)  # fmt: skip
    return min(abs(_base(claim)) for claim in group) < max((width or 0.0 for width in widths), default=0.0) / 2


def _addable(group: Sequence[Claim], units: frozenset[str | None], told: bool) -> bool:
    """Return whether figures may be put together: the text does it, or they are of one thing and no accident."""
    if told:
        return True
    if group[0].figure.kind == "count":
        if len(units) > 1 or None in units:
            return False
    elif group[0].figure.kind == "percent":
        return group[0].sentence == group[-1].sentence
    return group[0].sentence == group[-1].sentence or all(telling(claim) > 0 for claim in group)


def _neighbours(row: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Yield the groups of claims of one document that stand near enough to tell of one thing, in reading order."""
    for n, first in enumerate(row):
        near = []
        for other in row[n + 1 : n + 1 + _MOST_NEAR]:
            if other.document != first.document or other.figure.start - first.figure.start > _NEAR:
                break
            near.append(other)
        for parts in range(2, _MOST_PARTS + 1):
            for rest in combinations(near, parts - 1):
                yield first, *rest


def _base(claim: Claim) -> float:
    value = claim.figure.value
    assert isinstance(value, int | float)
    return scale(claim.figure).base(float(value)) or 0.0


def admits(figure: Figure, number: float, on: Scale) -> bool:
    """Return whether ``figure`` admits ``number``, which is told in the base unit of ``on``."""
    low, high = on.base(figure.low), on.base(figure.high)
    slack = SLACK * max(1.0, abs(number))
    return (low is None or low <= number + slack) and (high is None or number <= high + slack)
