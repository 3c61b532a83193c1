"""unsupported-figure: what no source has; dropped-figure: what the draft leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claimcheck.alignment.compare import relate
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Moment
from claimcheck.verdicts.case import AGREE, Case
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.numbers import numbers_of

_COUNTING = frozenset({"count", "ordinal", "multiple"})
_UNCOUNTED = frozenset({1, 2})
"""Nobody looks up who counted to two ("the two countries")."""
_DAY_WORDS = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|overnight|(?:this|last) (?:morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_STRICT = frozenset({"duration", "money", "percent", "age"})


def find_unsupported(case: Case) -> Iterator[Finding]:
    """Yield a finding per claim of the draft that has no link and whose figure stands in no source."""
    if case.draft is None:
        return
    for claim in case.of_draft:
        if claim.id not in case.linked and claim.id not in case.derivations and not _stands_somewhere(case, claim):
            yield case.finding("unsupported-figure", "plain", (claim,), {"draft": case.show(claim)})


def _day_told(case: Case, moment: Moment) -> bool:
    """Return whether the weekday may follow from a source: from a date, its own or one in it, or from "yesterday"."""
    sources = [document for name, document in case.documents.items() if name != case.draft]
    if any(document.date is not None or _DAY_WORDS.search(document.text) for document in sources):
        return True
    dates = (claim.figure.moment for claim in case.of_sources if claim.figure.moment is not None)
    return any(_weekday(each) == moment.weekday for each in dates)


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


def _stands_somewhere(case: Case, claim: Claim) -> bool:
    """Return whether a source has the figure in any way: as such, as a part of one, or its bare number.

    A sum of money, a percentage, an age or a span of time is borne out by a number of its kind only, or by one
    whose kind the source leaves open.
    """
    figure, numbers = claim.figure, numbers_of(claim.figure)
    if figure.kind in _COUNTING and figure.value in _UNCOUNTED:
        return True
    if any(relate(figure, other.figure) in AGREE for other in case.of_sources):
        return True
    if figure.moment is not None:
        return numbers <= case.source_numbers and (figure.moment.weekday is None or _day_told(case, figure.moment))
    known = case.loose_numbers if figure.kind in _STRICT else case.source_numbers
    return bool(numbers) and numbers <= known
