"""How far apart the figures are that a text sets near each other, and how many times the one is the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.alignment.compare import scale
from claimcheck.claims.model import Claim
from claimcheck.verdicts.steps import Step, Steps

_NEAR = 400
"""Characters within which two figures are taken to be compared."""
_NEAR_ALIKE = 1200
"""The same for two that count or measure in the same unit."""
_MOST_NEAR = 6
_KINDS = frozenset({"count", "money", "measure", "percent", "age", "duration", "level"})


@dataclass(frozen=True)
class Compared:
    """``differences`` by the scale that they are told on, in its base unit; ``quotients`` of any."""

    differences: Mapping[str, Steps]
    quotients: Steps


def compare(claims: Sequence[Claim]) -> Compared:
    """Return what comparing figures of one kind and thing comes to, wherever they stand near each other."""
    differences: dict[str, list[tuple[float, Step]]] = defaultdict(list)
    quotients: list[tuple[float, Step]] = []
    for one, two in _pairs(claims):
        on = scale(one.figure)
        small, large = sorted((each for each in (one, two)), key=_base)
        if 0 < _base(small) < _base(large):
            differences[on.name].append((_base(large) - _base(small), (_words(large, "less", small), (one, two))))
            quotients.append((_base(large) / _base(small), (_words(large, "by", small), (one, two))))
            quotients.append((_base(small) / _base(large), (_words(small, "by", large), (one, two))))
    return Compared({name: Steps(steps) for name, steps in differences.items()}, Steps(quotients))


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    rows: dict[tuple[str, str, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        figure = claim.figure
        if figure.kind in _KINDS and isinstance(figure.value, int | float):
            rows[claim.document, scale(figure).name, figure.unit].append(claim)
    for row in rows.values():
        for n, one in enumerate(row):
            for two in row[n + 1 : n + 1 + _MOST_NEAR]:
                if two.figure.start - one.figure.start > (_NEAR if one.figure.unit is None else _NEAR_ALIKE):
                    break
                yield one, two


def _base(claim: Claim) -> float:
    assert isinstance(claim.figure.value, int | float)
    return scale(claim.figure).base(float(claim.figure.value)) or 0.0


def _words(one: Claim, how: str, two: Claim) -> str:
    return f"{one.figure.text} {how} {two.figure.text}"
