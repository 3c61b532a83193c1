"""The bare numbers that figures and texts are made of."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from claimcheck.alignment.compare import scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure, Moment
from claimcheck.figures.words import MONTHS

_NOON = 12
_HALF_DAY = 12 * 60
_TYPED = re.compile(r"\d+(?:[.,]\d+)*")
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = re.compile(r"\b\d{4}\b")
_BEFORE_YEAR = tuple(
    re.compile(rf"\b{form},?\s\Z", re.IGNORECASE) for form in (rf"{_MONTH}\s{_DAY}", rf"{_DAY}\s{_MONTH}")
)
_BEHIND_YEAR = re.compile(rf"-(?P<month>[01]\d)-{_DAY}\b", re.IGNORECASE)
_LONGEST_DAY = len("September. 30th, ")


def numbers_of(figure: Figure) -> frozenset[float]:
    """Return the numbers that ``figure`` is made of; those of a date, clock time, score or range one by one."""
    moment = figure.moment
    if moment is not None:
        fields = (moment.year, moment.decade, moment.day, moment.minute or None)
        hour = None if moment.hour is None else moment.hour % _NOON or _NOON
        return frozenset(float(field) for field in (*fields, hour) if field is not None)
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return frozenset(float(value) for value in values if value is not None)


def same_number(one: Figure, two: Figure) -> bool:
    """Return whether the bare numbers are the same, hedges aside."""
    if one.value is None or two.value is None or isinstance(one.value, tuple) or isinstance(two.value, tuple):
        return one.value is not None and one.value == two.value
    if one.kind == two.kind == "time":
        return (one.value - two.value) % _HALF_DAY == 0  # "shortly before six" tells no half of the day
    left, right = scale(one), scale(two)
    if left.name != right.name:
        return one.value == two.value
    return math.isclose(left.base(one.value) or 0.0, right.base(two.value) or 0.0, rel_tol=1e-9)


def numbers_in(claims: Iterable[Claim], texts: Iterable[str]) -> frozenset[float]:
    """Return every number of ``claims``, and every number typed in digits in ``texts``."""
    found = {number for claim in claims for number in numbers_of(claim.figure)}
    for text in texts:
        for typed in _TYPED.findall(text):
            plain = typed.replace(",", "")
            parts = [plain] if plain.count(".") < 2 else plain.split(".")  # noqa: PLR2004 - 1.2.3 is no number
            found.update(float(part) for part in parts if part)
    return frozenset(found)


def dates_typed(text: str) -> Iterator[Moment]:
    """Yield the dates that ``text`` has in full, be it in its masthead: "Posted: Jul 07, 2012", "2012-07-07"."""
    for year in _YEAR.finditer(text):
        start, end = year.span()
        days = (
            *(form.search(text, max(0, start - _LONGEST_DAY), start) for form in _BEFORE_YEAR),
            _BEHIND_YEAR.match(text, end),
        )
        for day in days:
            if day is not None:
                yield Moment(year=int(year[0]), month=_month(day["month"]), day=int(day["day"]))


def _month(told: str) -> int:
    return int(told) if told.isdecimal() else MONTHS[told.lower()]
