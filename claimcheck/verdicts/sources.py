"""What the sources of a case tell, one by one or between them, that may bear out a draft's figure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from claimcheck.documents.model import Document
from claimcheck.figures.lexicon import lexicon
from claimcheck.figures.model import Moment
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.numbers import dates_typed, numbers_of
from claimcheck.verdicts.stated import Stated

LASTING = frozenset({"age", "duration"})
"""Kinds of figures that tell years, months or days: of age, or of anything else."""

_DAY_WORDS = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|overnight|(?:this|last) (?:morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_MONTH_WORDS = re.compile(
    r"\b(?:(?:last|this|next|previous|following) (?:month|week)|(?:weeks?|months?|days) (?:ago|earlier|later))\b",
    re.IGNORECASE,
)
_SPAN_WORDS = re.compile(
    r"\b(?:an?|the|this|last|past|previous|next|other|each|every|whole|full) "
    r"(hour|day|week|fortnight|month|year|decade|century)\b",
    re.IGNORECASE,
)
_ONE_SPAN = 0.015
"""Share by which a span may miss another: 365 days, or 30 in a month."""


@dataclass(frozen=True)
class Sources:
    """What the sources of a case tell, gathered when it is first asked for."""

    case: Case

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple(document for name, document in self.case.documents.items() if name != self.case.draft)

    @cached_property
    def stated(self) -> Stated:
        return Stated(self.case.of_sources)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The dates and times told, those of mastheads included."""
        told = [claim.figure.moment for claim in self.case.of_sources]
        for document in self.documents:
            told += dates_typed(document.text)
            told += dates_typed(document.date or "")
        return tuple(moment for moment in told if moment is not None)

    @cached_property
    def weekdays(self) -> frozenset[int | None]:
        """The weekdays that follow from the dates told."""
        return frozenset(map(_weekday, self.moments))

    @cached_property
    def days(self) -> frozenset[tuple[int, int | None]]:
        """The days of months told, each with its month."""
        return frozenset((each.day, each.month) for each in self.moments if each.day is not None)

    @cached_property
    def months(self) -> frozenset[tuple[int, int | None]]:
        """The months told, each with its year."""
        return frozenset((each.month, each.year) for each in self.moments if each.month is not None)

    @cached_property
    def laps(self) -> frozenset[float | None]:
        """The seconds of what may be minutes and seconds as well as a clock time: "stopped at 2:56 of the round"."""
        moments = (claim.figure.moment for claim in self.case.of_sources)
        told = (moment for moment in moments if moment is not None and moment.hour and not moment.zone)
        return frozenset(float(each.hour or 0) * 60 + (each.minute or 0) for each in told)

    def span(self, seconds: float | None) -> bool:
        """Return whether a source tells so many seconds in another way: "the other hour", "1 hour a day"."""
        return seconds is not None and any(math.isclose(each, seconds, rel_tol=_ONE_SPAN) for each in self._spans)

    @cached_property
    def _spans(self) -> frozenset[float]:
        named = {word.lower() for document in self.documents for word in _SPAN_WORDS.findall(document.text)}
        spans = {lexicon().units[word].factor or 0.0 for word in named}
        for figure in (claim.figure for claim in self.case.of_sources):
            told, rated, _ = (figure.unit or "").partition(" per ")
            unit = lexicon().units.get(told) if rated else None
            if unit is not None and unit.dimension == "time" and isinstance(figure.value, int | float):
                spans.add(figure.value * (unit.factor or 0.0))
        return frozenset(spans)

    @cached_property
    def clocks(self) -> frozenset[float]:
        """The clock times as they are typed with a point: 10.57."""
        told = (moment for moment in self.moments if moment.hour is not None and moment.minute)
        return frozenset(round(float(each.hour or 0) + (each.minute or 0) / 100, 2) for each in told)

    @cached_property
    def times(self) -> frozenset[float]:
        """How many times things have happened, which the next time goes beyond by one: "five times before this"."""
        times = (claim.figure for claim in self.case.of_sources if claim.figure.text.endswith(" times"))
        return frozenset(number for figure in times for number in numbers_of(figure))

    @cached_property
    def lasting(self) -> Mapping[str, frozenset[float]]:
        """The numbers of years, months and so on: what is 30 years old has been there for 30 years."""
        out: dict[str, frozenset[float]] = {}
        for claim in self.case.of_sources:
            if claim.figure.kind in LASTING and claim.figure.unit is not None:
                unit = claim.figure.unit.split(" ")[0]
                out[unit] = out.get(unit, frozenset()) | numbers_of(claim.figure)
        return out

    @cached_property
    def turns(self) -> bool:
        """Whether a source may tell which time something happens: "first journey", "never before", "again"."""
        return any(self.case.reckoning.turns.search(document.text) for document in self.documents)

    @cached_property
    def any_month(self) -> bool:
        """Whether a month may follow that no text names: from "last month", "six weeks ago"."""
        return any(_MONTH_WORDS.search(document.text) for document in self.documents)

    @cached_property
    def any_day(self) -> bool:
        """Whether a day may follow that no text names: from a text's own date, or from "yesterday"."""
        return any(document.date is not None or _DAY_WORDS.search(document.text) for document in self.documents)


def _weekday(moment: Moment) -> int | None:
    if moment.year is None or moment.month is None or moment.day is None:
        return moment.weekday
    try:
        return date(moment.year, moment.month, moment.day).isoweekday()
    except ValueError:  # the 31st of April
        return moment.weekday
