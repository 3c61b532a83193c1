"""Years, decades, eras and spans of years."""

from __future__ import annotations

from claimcheck.figures.draft import Draft
from claimcheck.figures.model import Moment
from claimcheck.figures.tokens import Tokens

FIRST_YEAR, LAST_YEAR = 1500, 2199
_YEAR_BEFORE = frozenset(
    "in since of by from until till during for before after late early mid around fiscal between and to through "
    "year summer winter spring autumn fall season election elections circa christmas easter the vs versus ending "
    "ended than back to".split()
)


def year_at(t: Tokens, i: int) -> int | None:
    word = t.low[i]
    if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return int(word)
    return None


def dated(first: int, after: int, rule: str, moment: Moment) -> Draft:
    """Make a date of tokens ``first`` to before ``after``; its value is the year where no month narrows it."""
    value = float(moment.year) if moment.year and not moment.month and not moment.quarter else None
    draft = Draft(first, after, "date", value, rule)
    if value is not None:
        draft.low = draft.high = value
    draft.moment = moment
    return draft


def read_year(t: Tokens, i: int, counts: bool) -> Draft | None:
    """Read the year or decade at token ``i``; ``counts``: a counted noun stands behind it."""
    low = t.low
    word = low[i]
    year = year_at(t, i)
    if low[i + 1] == "s" and t.glued(i + 1) and word.isdecimal() and word.endswith("0"):
        if year is not None:
            return dated(i, i + 2, "decade", Moment(decade=year))
        if (
            len(word) == 2
            and (low[i - 1] in ("the", "late", "early") or low[i - 1] == "'" or low[i - 2] == "mid")
            and low[i - 2] != "in"
        ):
            return dated(i, i + 2, "decade", Moment(decade=1900 + int(word)))
        return None
    if year is None:
        return _era(t, i)
    before = low[i - 1]
    glued = t.glued(i + 1) and t.glued(i + 2) and len(low[i + 2]) in (2, 4)
    if low[i + 1] == "-" and low[i + 2].isdecimal() and (glued or low[i + 2] == f"{(year + 1) % 100:02}"):
        return dated(i, i + 3, "span of years", Moment(year=year))
    if before == "of" and low[i - 2] in ("average", "total", "minimum", "maximum", "sum", "number"):
        return None
    if counts and before not in ("in", "since", "until", "during", "of", "from", "by"):
        return None
    first = i
    if before == "in" or before in _YEAR_BEFORE or not counts:
        return dated(first, i + 1, "year", Moment(year=year))
    return None


def _era(t: Tokens, i: int) -> Draft | None:
    """Read "A.D. 1000", "300 B.C.", "AD 79"."""
    low = t.low
    word = low[i]
    if not word.isdecimal() or len(word) > 4:
        return None
    if low[i - 4 : i] == ["a", ".", "d", "."]:
        return dated(i - 4, i + 1, "year", Moment(year=int(word)))
    if t.raw(i - 1) == "AD":
        return dated(i - 1, i + 1, "year", Moment(year=int(word)))
    if low[i + 1 : i + 4] in (["b", ".", "c"], ["a", ".", "d"]) and t.upper(i + 1):
        after = i + 5 if low[i + 4] == "." else i + 4
        return dated(i, after, "year", Moment(year=int(word) * (1 if low[i + 1] == "a" else -1)))
    if t.raw(i + 1) in ("BC", "AD", "BCE", "CE"):
        return dated(i, i + 2, "year", Moment(year=int(word) * (-1 if low[i + 1][0] == "b" else 1)))
    return None
