"""unsupported-figure: what no source has; dropped-figure: what the draft leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from claimcheck.alignment.compare import scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure, Moment
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.numbers import dates_typed, numbers_of
from claimcheck.verdicts.stated import Stated

_COUNTING = frozenset({"count", "ordinal", "multiple"})
_UNCOUNTED = frozenset({1, 2})
"""Nobody looks up who counted to two ("the two countries")."""
_DAY_WORDS = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|overnight|(?:this|last) (?:morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_OF_YEARS = frozenset({"age", "duration"})
_LISTING = re.compile(r"(?:\s+[\w’'-]+){0,3}\s*[:–—]\s+([^:.?!]+)")
_BETWEEN = re.compile(r",? and |,? or |[,;] ")
_MONTH_WORDS = re.compile(
    r"\b(?:(?:last|this|next|previous|following) (?:month|week)|(?:weeks?|months?|days) (?:ago|earlier|later))\b",
    re.IGNORECASE,
)
_STRICT = frozenset({"duration", "money", "percent", "age"})


@dataclass(frozen=True)
class _Sources:
    """What the sources of a case tell, gathered when it is first asked for."""

    case: Case

    @cached_property
    def stated(self) -> Stated:
        return Stated(self.case.of_sources)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The dates and times told, those of mastheads included."""
        told = [claim.figure.moment for claim in self.case.of_sources]
        for name, document in self.case.documents.items():
            if name != self.case.draft:
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

    @cached_property
    def times(self) -> frozenset[float]:
        """How many times things have happened, which the next time goes beyond by one: "five times before this"."""
        times = (claim.figure for claim in self.case.of_sources if claim.figure.text.endswith(" times"))
        return frozenset(number for figure in times for number in numbers_of(figure))

    @cached_property
    def years(self) -> frozenset[float]:
        """The numbers of years: what is 30 years old has been there for 30 years."""
        ages = (claim.figure for claim in self.case.of_sources if claim.figure.kind in _OF_YEARS)
        told = (figure for figure in ages if (figure.unit or "").startswith("year"))
        return frozenset(number for figure in told for number in numbers_of(figure))

    @cached_property
    def turns(self) -> bool:
        """Whether a source may tell which time something happens: "first journey", "never before", "again"."""
        sources = (document for name, document in self.case.documents.items() if name != self.case.draft)
        return any(self.case.reckoning.turns.search(document.text) for document in sources)

    @cached_property
    def any_month(self) -> bool:
        """Whether a month may follow that no text names: from "last month", "six weeks ago"."""
        sources = (document for name, document in self.case.documents.items() if name != self.case.draft)
        return any(_MONTH_WORDS.search(document.text) for document in sources)

    @cached_property
    def any_day(self) -> bool:
        """Whether a day may follow that no text names: from a text's own date, or from "yesterday"."""
        sources = (document for name, document in self.case.documents.items() if name != self.case.draft)
        return any(document.date is not None or _DAY_WORDS.search(document.text) for document in sources)


def find_unsupported(case: Case) -> Iterator[Finding]:
    """Yield a finding per claim of the draft that has no link and whose figure stands in no source."""
    if case.draft is None:
        return
    sources = _Sources(case)
    for claim in case.of_draft:
        known = claim.id in case.linked or claim.id in case.derivations or case.dates_an_update(claim)
        if not known and not _stands_somewhere(sources, claim) and not _listed(case, claim):
            yield case.finding("unsupported-figure", "plain", (claim,), {"draft": case.show(claim)})


def _listed(case: Case, claim: Claim) -> bool:
    """Return whether the draft itself names what it counts, one by one: "three charges: theft, arson and fraud"."""
    text = case.documents[claim.document].text
    listing = _LISTING.match(text, claim.figure.end, claim.sentence[1])
    return listing is not None and len(_BETWEEN.split(listing[1])) == claim.figure.value


def _seconds(figure: Figure) -> float | None:
    return scale(figure).base(figure.value) if isinstance(figure.value, int | float) else None


def _weekday(moment: Moment) -> int | None:
    if moment.year is None or moment.month is None or moment.day is None:
        return moment.weekday
    try:
        return date(moment.year, moment.month, moment.day).isoweekday()
    except ValueError:  # the 31st of April
        return moment.weekday


def find_dropped(case: Case) -> Iterator[Finding]:
    """Yield a finding per claim of a source that has no counterpart in the draft."""
    if case.draft is None:
        return
    for claim in case.of_sources:
        if claim.id not in case.linked:
            yield case.finding("dropped-figure", "plain", (claim,), {"source": case.show(claim)})


def _stands_somewhere(sources: _Sources, claim: Claim) -> bool:
    """Return whether a source has the figure in any way: as such, as a part of one, or its bare number.

    A sum of money, a percentage, an age or a span of time is borne out by a number of its kind only, or by one
    whose kind the source leaves open.
    """
    figure, numbers = claim.figure, numbers_of(claim.figure)
    if figure.kind in _COUNTING and figure.value in _UNCOUNTED:
        # "The first to arrive" is said in passing, "for the first time" is news.
        return figure.kind != "ordinal" or figure.unit != "time" or sources.turns
    if sources.stated.has(figure) or (figure.kind == "duration" and _seconds(figure) in sources.laps):
        return True
    if figure.moment is not None:
        return _moment_stands(sources, figure.moment, numbers)
    if figure.kind == "ordinal" and figure.unit == "time" and {number - 1 for number in numbers} <= sources.times:
        return True
    known = sources.case.loose_numbers if figure.kind in _STRICT else sources.case.source_numbers
    if figure.kind in _OF_YEARS and (figure.unit or "").startswith("year"):
        known |= sources.years
    return bool(numbers) and numbers <= known


def _moment_stands(sources: _Sources, moment: Moment, numbers: frozenset[float]) -> bool:
    """Return whether the sources have the parts of a moment, and those of its day together."""
    known = sources.case.source_numbers if moment.hour is None else sources.case.loose_numbers
    if not numbers <= known:
        return False
    if moment.day is not None:
        typed = float(moment.day) in sources.case.loose_numbers
        if not typed and sources.days.isdisjoint({(moment.day, moment.month), (moment.day, None)}):
            return False
    elif moment.month is not None and not sources.any_month:
        told = {(moment.month, moment.year), (moment.month, None)}
        if sources.months.isdisjoint(told) and (moment.year is not None or moment.month not in dict(sources.months)):
            return False
    return moment.weekday is None or moment.weekday in sources.weekdays or sources.any_day
