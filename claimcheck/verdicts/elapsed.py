"""How long it is from one moment that a text tells to another near it, or to that text's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.figures.model import Moment
from claimcheck.verdicts.numbers import dates_typed
from claimcheck.verdicts.steps import Step

Span = Literal["year", "month", "second"]
"""What time is told in: the shorter spans come to seconds, as a duration's scale has them."""

_NEAR = 400
"""Characters within which two moments are taken to tell of one thing."""
_MOST_BETWEEN = 8
"""Moments behind one that it is counted to."""
_MASTHEAD = 300
"""Characters at the head of a text within which a full date is its own."""
_FROM_TO = re.compile(r"\b(\d{4})\s*[-–]\s*(\d{4})\b")
"""A span that is one figure: "the war of 1983-2005"."""
_DAY = 86_400
_MINUTE = 60
_HALF_DAY = 12 * 60
_HALF_WEEK = 3
_ANY_YEAR = 2001


def elapsed(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Mapping[Span, list[tuple[float, Step]]]:
    """Return the spans between the moments of ``claims`` and what they come to, by what they are told in."""
    told = [claim for claim in claims if claim.figure.moment is not None]
    written = {name: _written(document) for name, document in documents.items()}
    out: dict[Span, list[tuple[float, Step]]] = {"year": [], "month": [], "second": []}
    for n, one in enumerate(told):
        if found := _FROM_TO.search(one.figure.text):
            out["year"].append((int(found[2]) - int(found[1]), (one.figure.text, (one,))))
        for two in told[n + 1 : n + 1 + _MOST_BETWEEN]:
            if two.document != one.document or two.figure.start - one.figure.start > _NEAR:
                break
            for span, number in _between(_moment(one), _moment(two)):
                out[span].append((number, (_words(one, two), (one, two))))
        last = written[one.document]
        for span, number in () if last is None else _between(_moment(one), last):
            words = f"from {_shown(one)} to {last.year if last else None}, when the text was written"
            out[span].append((number, (words, (one,))))
    return out


def _between(one: Moment, two: Moment) -> Iterator[tuple[Span, float]]:
    """Yield what lies between two moments, as far as both tell it, whichever comes first; nothing for none."""
    if one.hour is not None or two.hour is not None:
        if one.hour is not None and two.hour is not None and one.zone == two.zone:
            yield from _told("second", _MINUTE * _minutes(one, two))
        return
    years = None if one.year is None or two.year is None else one.year - two.year
    if years is not None:
        yield from _told("year", years)
    if one.month is not None and two.month is not None and (years is not None or one.year == two.year):
        yield from _told("month", 12 * (years or 0) + one.month - two.month)
        yield from _told("second", _DAY * _days(one, two))
    elif one.weekday is not None and two.weekday is not None:
        days = (one.weekday - two.weekday) % 7
        yield from _told("second", _DAY * min(days, 7 - days))


def _told(span: Span, number: float) -> Iterator[tuple[Span, float]]:
    if number:
        yield span, abs(number)


def _minutes(one: Moment, two: Moment) -> int:
    minutes = 60 * ((one.hour or 0) - (two.hour or 0)) + (one.minute or 0) - (two.minute or 0)
    return minutes if one.meridiem and two.meridiem else min(minutes % _HALF_DAY, -minutes % _HALF_DAY)


def _days(one: Moment, two: Moment) -> int:
    """Return the days between two dates, 0 where one of them is none of the calendar or has no day."""
    if one.day is None or two.day is None:
        return 0
    try:
        first, second = (date(each.year or _ANY_YEAR, each.month or 1, each.day or 1) for each in (one, two))
    except ValueError:  # the 31st of April
        return 0
    return (first - second).days


def _written(document: Document) -> Moment | None:
    """Return the date on which a text was written: its own, or the first that its masthead has in full."""
    typed = dates_typed(document.text[:_MASTHEAD])
    try:
        day = date.fromisoformat((document.date or "")[: len("2001-01-01")])
    except ValueError:
        return next(typed, None)
    return Moment(year=day.year, month=day.month, day=day.day)


def _words(one: Claim, two: Claim) -> str:
    years = _moment(one).year, _moment(two).year
    first, last = (one, two) if years[0] is None or years[1] is None or years[0] <= years[1] else (two, one)
    return f"from {_shown(first)} to {_shown(last)}"


def _shown(claim: Claim) -> str:
    return claim.figure.text


def _moment(claim: Claim) -> Moment:
    assert claim.figure.moment is not None
    return claim.figure.moment
