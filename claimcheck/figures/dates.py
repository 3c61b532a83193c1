"""Dates: calendar dates, weekdays, years, decades, quarters, and times told from the writing's own."""

from __future__ import annotations

from claimcheck.figures.draft import Draft
from claimcheck.figures.model import Moment
from claimcheck.figures.tokens import PAD, Tokens
from claimcheck.figures.words import MONTHS, ORDINALS, WEEKDAYS
from claimcheck.figures.years import FIRST_YEAR, LAST_YEAR, dated, year_at

_LAST_DAY = 31
_SHORT = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
_WORDS_TOO = frozenset(("may", "march", "sun", "sat", "mar", "wed", "mon", "dec", "jan"))
_ORDINAL_TAILS = frozenset(("st", "nd", "rd", "th"))
_UNITS_OF_TIME = frozenset(
    "second minute hour day week month quarter year decade season night morning afternoon evening weekend "
    "summer winter spring autumn fall century".split()
)
_RELATIVE_HEADS = frozenset(("last", "this", "next", "previous", "past", "same", "current", "prior"))
_RELATIVE_WORDS = frozenset(("yesterday", "today", "tomorrow", "tonight"))
_QUARTER_TAILS = frozenset(("quarter", "half"))


def is_month(t: Tokens, i: int) -> bool:
    return t.low[i] in MONTHS and t.upper(i)


def _day(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return a day of the month at token ``i`` ("3", "3rd") and the token behind it."""
    word = t.low[i]
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= _LAST_DAY:
        return None
    after = i + 1
    if t.low[after] in _ORDINAL_TAILS and t.glued(after):
        after += 1
    elif t.low[after] in ("%", ":") or (t.glued(after) and t.low[after][:1].isalpha()):
        return None
    return int(word), after


def _month_after(t: Tokens, j: int) -> int | None:
    """Return the token behind a month at ``j`` (with its full stop), None if there is none."""
    if not is_month(t, j):
        return None
    return j + 2 if t.low[j] in _SHORT and t.low[j + 1] == "." else j + 1


def _year_after(t: Tokens, j: int) -> tuple[int | None, int]:
    k = j + 1 if t.low[j] in (",", "of") else j
    year = year_at(t, k)
    if year is None or t.breaks(k) or (t.low[k + 1] == "%"):
        return None, j
    return year, k + 1


def _weekday_before(t: Tokens, i: int) -> tuple[int | None, int]:
    """Return a weekday that ends before token ``i`` and its first token."""
    k = i - 1
    if t.low[k] == ",":
        k -= 1
    if t.low[k] == "." and t.low[k - 1] in _SHORT:
        k -= 1
    if t.low[k] == "the":
        k -= 1
    if t.low[k] in WEEKDAYS and t.upper(k) and not t.breaks(k + 1):
        return WEEKDAYS[t.low[k]], k
    return None, i


def read_month(t: Tokens, i: int) -> Draft | None:
    """Read a date that begins with the month at token ``i``: "Aug. 16, 2011", "June 2003", "in March"."""
    after = _month_after(t, i)
    if after is None:
        return None
    month = MONTHS[t.low[i]]
    day = _day(t, after + 1 if t.low[after] == "the" else after)
    if day:
        year, end = _year_after(t, day[1])
        weekday, first = _weekday_before(t, i)
        return dated(first, end, "month and day", Moment(year=year, month=month, day=day[0], weekday=weekday))
    year, end = _year_after(t, after)
    if year:
        return dated(i, end, "month and year", Moment(year=year, month=month))
    if (t.low[i] in _WORDS_TOO or t.low[i] in _SHORT) and (
        t.low[i] not in ("may", "march")
        or t.low[i - 1]
        not in (
            "in",
            "since",
            "until",
            "by",
            "last",
            "next",
            "of",
            "late",
            "early",
            "mid",
        )
    ):
        return None
    if i > PAD and t.upper(i - 1) and t.low[i - 1] not in ("in", "last", "since", "by", "late", "early"):
        return None
    return dated(i, after, "month", Moment(month=month))


def read_day_month(t: Tokens, i: int) -> Draft | None:
    """Read a date that begins with the day at token ``i``: "16 August 2011", "the 3rd of May"."""
    day = _day(t, i)
    if day is None:
        return None
    k = day[1] + 1 if t.low[day[1]] == "of" else day[1]
    if not is_month(t, k) or t.breaks(k):
        return None
    after = _month_after(t, k)
    assert after is not None
    if t.low[k] in ("may", "march", "sun", "sat") and t.low[after].isalpha() and t.upper(after) and day[1] == i + 1:
        return None
    year, end = _year_after(t, after)
    weekday, first = _weekday_before(t, i)
    return dated(first, end, "day and month", Moment(year=year, month=MONTHS[t.low[k]], day=day[0], weekday=weekday))


def _evenly_set(t: Tokens, i: int) -> bool:
    """Whether the five tokens of a date are all glued, or, told by slashes, all apart as in tokenised text."""
    glued = [t.glued(k) for k in range(i + 1, i + 5)]
    return all(glued) or (t.low[i + 1] == "/" and not any(glued) and not any(t.breaks(k) for k in range(i + 1, i + 5)))


def read_numeric_date(t: Tokens, i: int) -> Draft | None:
    """Read "2011-08-16", "16/08/2011", "8/16/11"."""
    low = t.low
    sign = low[i + 1]
    if sign not in ("-", "/", ".") or low[i + 3] != sign or not _evenly_set(t, i):
        return None
    if not (low[i].isdecimal() and low[i + 2].isdecimal() and low[i + 4].isdecimal()) or low[i + 5] == sign:
        return None
    if max(len(low[i]), len(low[i + 2]), len(low[i + 4])) > 4:
        return None
    a, b, c = int(low[i]), int(low[i + 2]), int(low[i + 4])
    if FIRST_YEAR <= a <= LAST_YEAR and 1 <= b <= 12 and 1 <= c <= _LAST_DAY:
        return dated(i, i + 5, "numeric date", Moment(year=a, month=b, day=c))
    if sign == "-" and not FIRST_YEAR <= c <= LAST_YEAR:
        return None
    year = c if FIRST_YEAR <= c <= LAST_YEAR else None
    if year is None and len(low[i + 4]) != 2:
        return None
    if a > 12 >= b >= 1 and a <= _LAST_DAY:
        return dated(i, i + 5, "numeric date", Moment(year=year, month=b, day=a))
    if b > 12 >= a >= 1 and b <= _LAST_DAY:
        return dated(i, i + 5, "numeric date", Moment(year=year, month=a, day=b))
    return dated(i, i + 5, "numeric date", Moment(year=year)) if 1 <= a <= 12 and 1 <= b <= 12 else None


def read_weekday(t: Tokens, i: int) -> Draft | None:
    """Read the weekday at token ``i``, with the calendar date behind it."""
    if not t.upper(i):
        return None
    short = t.low[i] in _SHORT
    k = i + 1
    if short and t.low[k] == ".":
        k += 1
    if t.low[k] == ",":
        k += 1
    if t.low[k] == "the":
        k += 1
    if is_month(t, k) or t.low[k].isdecimal():
        date = (read_month(t, k) if is_month(t, k) else read_day_month(t, k)) if not t.breaks(k) else None
        if date is not None and date.first == i:
            return date
    if short:
        return None
    if (
        t.upper(i - 1)
        and not t.breaks(i)
        and t.low[i - 1] not in ("on", "last", "next", "this", "late", "early", "since", "by")
    ) and t.low[i - 1] in (
        "black",
        "good",
        "super",
        "cyber",
        "bloody",
        "easter",
        "ash",
        "palm",
        "new",
        "giving",
        "sheffield",
    ):
        return None
    relative, first = None, i
    if t.low[i - 1] in ("last", "next", "this"):
        first, relative = i - 1, None if t.low[i - 1] == "this" else f"{t.low[i - 1]} {t.low[i]}"
    return dated(first, i + 1, "weekday", Moment(weekday=WEEKDAYS[t.low[i]], relative=relative))


def read_relative(t: Tokens, i: int) -> Draft | None:
    """Read "yesterday", "last week", "this year", "next month"."""
    low = t.low
    word = low[i]
    if word in _RELATIVE_WORDS:
        return dated(i, i + 1, "relative day", Moment(relative=word)) if low[i + 1] != "'" else None
    if word in _RELATIVE_HEADS:
        if low[i + 1] in _UNITS_OF_TIME and low[i + 1] not in ("second", "minute"):
            first = i - 1 if low[i - 1] == "the" else i
            return dated(first, i + 2, "relative time", Moment(relative=f"{word} {low[i + 1]}"))
        if low[i + 1] in MONTHS and t.upper(i + 1) and word in ("last", "this", "next"):
            return dated(i, i + 2, "relative month", Moment(month=MONTHS[low[i + 1]], relative=f"{word} {low[i + 1]}"))
        if low[i + 1] in WEEKDAYS and t.upper(i + 1) and low[i + 1] not in _SHORT:
            return read_weekday(t, i + 1)
    return None


def read_quarter(t: Tokens, i: int) -> Draft | None:
    """Read "first quarter", "third-quarter", "second half of 2003"."""
    low = t.low
    rank = ORDINALS.get(low[i])
    if rank is None or rank > 4:
        return None
    j = i + 1
    if (low[j] == "-" and t.glued(j)) or low[j] == "fiscal":
        j += 1
    if low[j] not in _QUARTER_TAILS or (low[j] == "half" and rank > 2):
        return None
    k = j + 1
    year = None
    if low[k] == "of" and year_at(t, k + 1):
        year, k = year_at(t, k + 1), k + 2
    elif year_at(t, k):
        year, k = year_at(t, k), k + 1
    first = i - 1 if low[i - 1] == "fiscal" else i
    if low[j] == "half":
        draft = dated(first, k, "half year", Moment(year=year, relative=None if year else f"{low[i]} half"))
        draft.value = draft.low = draft.high = None
        return draft
    return dated(first, k, "quarter", Moment(year=year, quarter=rank))
