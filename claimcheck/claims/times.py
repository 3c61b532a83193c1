"""Writes the time expressions of a text in one way, so that two texts' can be compared."""

from __future__ import annotations

from typing import Final

from claimcheck.claims.syntax import Syntax
from claimcheck.figures.model import Figure, Moment

_NEARBY: Final = 12
"""Figures on either side that are asked for a time."""
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def times_of(syntax: Syntax, place: int) -> tuple[str, ...]:
    """Return the times that date figure number ``place``: those of its clause, else the nearest of the sentence."""
    nearby = range(max(0, place - _NEARBY), min(len(syntax.figures), place + _NEARBY + 1))
    moments = [n for n in nearby if n != place and syntax.figures[n].moment is not None]
    if not moments:
        return ()
    first, last = syntax.clause_at(syntax.places[place][0])
    mine = [n for n in moments if first <= syntax.places[n][0] < last]
    if not mine:
        mine = [min(moments, key=lambda n: (abs(syntax.places[n][0] - syntax.places[place][0]), n))]
    return tuple(dict.fromkeys(time for n in mine if (time := written(syntax.figures[n]))))


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
