"""Writes the time expressions of a text in one way, so that two texts' can be compared."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from claimcheck.claims.syntax import Syntax
from claimcheck.claims.tokens import DETERMINERS
from claimcheck.figures.model import Figure, Moment

_NEARBY: Final = 12
"""Figures on either side that are asked for a time."""
EARLIER: Final = "year earlier"
"""How the time of what is told of the year before is written."""
_YEAR_EARLIER: Final = frozenset(("year-ago", "year-earlier", "year-before"))
_EARLIER_ENDS: Final = frozenset((("ago",), ("earlier",), ("before",), ("previously",)))
_FROM_ANOTHER: Final = frozenset((*_EARLIER_ENDS, ("later",), ("after",)))
_PERIOD_WORDS: Final = frozenset(("same", "period", "quarter", "month", "time", "week", "corresponding"))
_COMPARING: Final = frozenset(("from", "than", "over", "on", "to", "since", "with", "against"))
_SPANS: Final = frozenset(("year", "quarter", "month", "week", "season", "decade", "day"))
_LATELY: Final = frozenset(("last", "past", "previous", "recent"))
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def times_of(syntax: Syntax, place: int) -> tuple[str, ...]:
    """Return the times that date figure number ``place``: those of its clause, else the nearest of the sentence.

    Of several times in a clause each dates the figure beside it: "8.4 metres on Monday, up from 6.9 on Saturday".
    """
    if (from_another := _from_another(syntax, place)) is not None:
        return (from_another,)
    earlier = (EARLIER,) if _of_year_earlier(syntax, place) else _span_behind(syntax, place)
    nearby = range(max(0, place - _NEARBY), min(len(syntax.figures), place + _NEARBY + 1))
    moments = [n for n in nearby if n != place and syntax.figures[n].moment is not None]
    if not moments:
        return earlier
    first, last = syntax.clause_at(syntax.places[place][0])
    mine = [n for n in moments if first <= syntax.places[n][0] < last]
    if len(mine) > 1 and syntax.figures[place].moment is None:
        beside = [n for n in mine if _nearest(syntax, n, nearby) == place]
        mine = beside or mine
    if not mine:
        mine = [min(moments, key=lambda n: (abs(syntax.places[n][0] - syntax.places[place][0]), n))]
    return tuple(dict.fromkeys((*(time for n in mine if (time := written(syntax.figures[n]))), *earlier)))


def _from_another(syntax: Syntax, place: int) -> str | None:
    """Return the time of a figure that is told from another's.

    In "£14 million in March 2028, and £19 million two years earlier" the £19 million are of no March 2028.
    """
    if place + 1 >= len(syntax.figures) or syntax.figures[place].moment is not None:
        return None
    span, (first, last) = syntax.figures[place + 1], syntax.places[place + 1]
    word = syntax.tokens.lower[last : last + 1]
    if span.unit not in _SPANS or not isinstance(span.value, int | float) or word not in _FROM_ANOTHER:
        return None
    return f"{span.value:g} {span.unit} {word[0]}" if first == syntax.places[place][1] else None


def _span_behind(syntax: Syntax, place: int) -> tuple[str, ...]:
    """Return the span that the figure behind number ``place`` tells for it ("17 in the last three seasons")."""
    if place + 1 >= len(syntax.figures) or syntax.figures[place].moment is not None:
        return ()
    span, (first, _) = syntax.figures[place + 1], syntax.places[place + 1]
    if (
        span.unit not in _SPANS
        or syntax.tokens.lower[first - 1] not in _LATELY
        or not isinstance(span.value, int | float)
    ):
        return ()
    begin, end = syntax.clause_at(syntax.places[place][0])
    return (f"last {span.value:g} {span.unit}",) if begin <= first < end else ()


def _nearest(syntax: Syntax, moment: int, nearby: range) -> int:
    """Return the figure that stands nearest to the time number ``moment``, itself no time; of two the first."""
    first, last = syntax.places[moment]

    def gap(n: int) -> int:
        return syntax.places[n][0] - last if n > moment else first - syntax.places[n][1]

    return min((n for n in nearby if syntax.figures[n].moment is None), key=lambda n: (gap(n), n))


def _of_year_earlier(syntax: Syntax, place: int) -> bool:
    """Whether a figure is of the year before: "up from $4 million a year earlier", "in the year-ago quarter it lost 3".

    "Up 4 percent from a year earlier" tells what the figure is compared with, and not when it was true.
    """
    lower = syntax.tokens.lower
    if "year" not in lower and _YEAR_EARLIER.isdisjoint(lower):
        return False
    first, last = syntax.clause_at(syntax.places[place][0])
    for start in range(first, last):
        if _year_earlier(syntax, start) and not _compared(syntax, start):
            before = bisect_left(syntax.places, (start, 0)) - 1
            if before < 0 or syntax.places[before][0] < first or place == before:
                return True
            if place < before and _only_alternatives(syntax, place, before):
                return True
    return False


def _year_earlier(syntax: Syntax, start: int) -> bool:
    lower = syntax.tokens.lower
    return lower[start] in _YEAR_EARLIER or (lower[start] == "year" and lower[start + 1 : start + 2] in _EARLIER_ENDS)


def _compared(syntax: Syntax, place: int) -> bool:
    lower = syntax.tokens.lower
    place -= 1
    while place >= 0 and (lower[place] in DETERMINERS or lower[place] in _PERIOD_WORDS):
        place -= 1
    return place >= 0 and syntax.figure[place] < 0 and lower[place] in _COMPARING


def _only_alternatives(syntax: Syntax, place: int, last: int) -> bool:
    """Whether the figures from ``place`` to ``last`` tell one thing several ways ("$3 million, or 5 cents a share")."""
    between = (syntax.tokens.lower[syntax.places[n][1] : syntax.places[n + 1][0]] for n in range(place, last))
    return all(words in ((",", "or"), ("or",)) for words in between)


def written(figure: Figure) -> str:
    """Return a date or clock time in one form: "2003-q1", "2003-04-12", "--04-12", "monday", "17:30"."""
    moment = figure.moment
    if moment is None:
        return ""
    if moment.relative:
        return _relative(moment.relative)
    parts = [_date(moment)]
    if moment.weekday and not parts[0]:
        parts.append(_WEEKDAYS[(moment.weekday - 1) % 7])
    if moment.hour is not None:
        clock = f"{moment.hour:02d}:{moment.minute or 0:02d}"
        parts.append(clock if moment.meridiem else f"{clock}?")
    return " ".join(part for part in parts if part)


def _date(moment: Moment) -> str:
    if moment.decade is not None:
        return f"{moment.decade}s"
    year = f"{moment.year:04d}" if moment.year is not None else ""
    if moment.quarter:
        return f"{year}-q{moment.quarter}".removeprefix("-")
    if moment.month:
        day = f"-{moment.day:02d}" if moment.day else ""
        return f"{year or '-'}-{moment.month:02d}{day}"
    return year or (f"---{moment.day:02d}" if moment.day else "")


def _relative(words: str) -> str:
    """Leave out what does not tell two such times apart ("a year earlier", "the year earlier")."""
    return " ".join(
        word for word in words.replace("-", " ").split() if word not in ("a", "an", "the", "one", "of", "in")
    )
