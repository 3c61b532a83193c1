"""unsupported-figure: what no source has; dropped-figure: what the draft leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.alignment.compare import scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure, Moment
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.numbers import numbers_of
from claimcheck.verdicts.sources import LASTING, Sources

_COUNTING = frozenset({"count", "ordinal", "multiple"})
_UNCOUNTED = frozenset({1, 2})
"""Nobody looks up who counted to two ("the two countries")."""
_ARTICLES = ("a ", "an ")
"""How a span is told in passing: "a week later" may be the week that the source dates."""
_LISTING = re.compile(r"(?:\s+[\w’'-]+){0,3}\s*[:–—]\s+([^:.?!]+)")
_BETWEEN = re.compile(r",? and |,? or |[,;] ")
_STRICT = frozenset({"duration", "money", "percent", "age"})


def find_unsupported(case: Case) -> Iterator[Finding]:
    """Yield a finding per claim of the draft that has no link and whose figure stands in no source."""
    if case.draft is None:
        return
    sources = Sources(case)
    for claim in case.of_draft:
        known = claim.id in case.linked or claim.id in case.derivations or case.dates_an_update(claim)
        if not known and not _stands_somewhere(sources, claim) and not _listed(case, claim):
            yield case.finding("unsupported-figure", "plain", (claim,), {"draft": case.show(claim)})


def _listed(case: Case, claim: Claim) -> bool:
    """Return whether the draft itself names what it counts, one by one: "three charges: theft, arson and fraud"."""
    text = case.documents[claim.document].text
    listing = _LISTING.match(text, claim.figure.end, claim.sentence[1])
    return listing is not None and len(_BETWEEN.split(listing[1])) == claim.figure.value


def _spanned(sources: Sources, figure: Figure) -> bool:
    """Return whether a source tells a span otherwise than by a figure: as a lap, or as one of a larger unit."""
    if figure.unit == "day" and figure.value in _UNCOUNTED and sources.any_day:
        return True  # "within two days", of yesterday's fall and today's
    seconds = scale(figure).base(figure.value) if isinstance(figure.value, int | float) else None
    return seconds in sources.laps or sources.span(seconds)


def find_dropped(case: Case) -> Iterator[Finding]:
    """Yield a finding per claim of a source that has no counterpart in the draft."""
    if case.draft is None:
        return
    for claim in case.of_sources:
        if claim.id not in case.linked:
            yield case.finding("dropped-figure", "plain", (claim,), {"source": case.show(claim)})


def _stands_somewhere(sources: Sources, claim: Claim) -> bool:
    """Return whether a source has the figure in any way: as such, as a part of one, or its bare number.

    A sum of money, a percentage, an age or a span of time is borne out by a number of its kind only, or by one
    whose kind the source leaves open.
    """
    figure, numbers = claim.figure, numbers_of(claim.figure)
    if figure.kind in _COUNTING and figure.value in _UNCOUNTED:
        # "The first to arrive" is said in passing, "for the first time" is news.
        return figure.kind != "ordinal" or figure.unit != "time" or sources.turns
    if _told_otherwise(sources, figure) or sources.stated.has(figure):
        return True
    if figure.moment is not None:
        return _moment_stands(sources, figure.moment, numbers)
    if figure.kind == "ordinal" and figure.unit == "time" and {number - 1 for number in numbers} <= sources.times:
        return True
    known = sources.case.loose_numbers if figure.kind in _STRICT else sources.case.source_numbers
    if figure.kind in LASTING:
        known |= sources.lasting.get((figure.unit or "").split(" ")[0], frozenset())
    return bool(numbers) and numbers <= known


def _told_otherwise(sources: Sources, figure: Figure) -> bool:
    """Return whether a source tells the figure in another form: a span, "one of three" by the three, 10.57 by 10:57."""
    if figure.kind == "duration":
        return figure.text.lower().startswith(_ARTICLES) or _spanned(sources, figure)
    if not isinstance(figure.value, float):
        return False
    if figure.kind == "ratio" and figure.value and " of " in figure.text:
        return round(1 / figure.value, 9) in sources.case.source_numbers
    return figure.kind in {"count", "level"} and figure.unit is None and round(figure.value, 2) in sources.clocks


def _moment_stands(sources: Sources, moment: Moment, numbers: frozenset[float]) -> bool:
    """Return whether the sources have the parts of a moment, and those of its day together."""
    known = sources.case.source_numbers if moment.hour is None else sources.case.loose_numbers
    if not numbers <= known:
        return False
    if moment.day is not None:
        typed = float(moment.day) in sources.case.loose_numbers
        if not typed and sources.days.isdisjoint({(moment.day, moment.month), (moment.day, None)}):
            return False
    elif moment.month is not None and not sources.any_month:
        alike = {year for month, year in sources.months if month == moment.month}
        if not alike or (moment.year is not None and alike.isdisjoint({moment.year, None})):
            return False
    return moment.weekday is None or moment.weekday in sources.weekdays or sources.any_day
