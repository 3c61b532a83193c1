"""A number with everything that stands around it: sign, currency, range, unit, counted noun, hedge."""

from __future__ import annotations

import math

from claimcheck.figures import money, ranges
from claimcheck.figures.admits import tidy
from claimcheck.figures.ages import OLDEST, count_from_birth, is_age
from claimcheck.figures.dates import is_month
from claimcheck.figures.digits import Number, times
from claimcheck.figures.draft import Draft
from claimcheck.figures.hedging import hedged
from claimcheck.figures.lexicon import Unit
from claimcheck.figures.numerals import read_number
from claimcheck.figures.rates import finish_rate
from claimcheck.figures.ratios import read_in, read_parts
from claimcheck.figures.scores import read_quote
from claimcheck.figures.setting import Setting
from claimcheck.figures.shares import read_ratio
from claimcheck.figures.tails import Tail, read_tail
from claimcheck.figures.things import is_plural
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.years import read_year, year_at

_OPENING = frozenset(("-", "(", '"', "'", "[", "/"))
_PRONOUN_BEFORE = frozenset("the this that no any every each which another last next '".split())
_GRADES = frozenset(("magnitude", "category"))
_DAY_ENDS = frozenset(("of", "in", "and", ",", ".", "or", "after", "before"))
_LENGTH_BEFORE = frozenset("in for than of by least about only just within".split())
_BOUNDING = frozenset("more less fewer greater over above below at no not up as just well exceeding".split())


def read_quantity(t: Tokens, i: int, s: Setting) -> Draft | None:
    """Read the quantity whose number begins at token ``i``; None where the number is none."""
    number = read_number(t, i)
    if number is None:
        return None
    low = t.low
    misprint = math.isnan(number.value)
    if number.digits:
        pair = read_quote(t, number)
        if pair is not None:
            return hedged(t, pair, s)
        prefix = money.prefix(t, number.first, s.units)
        if prefix is None and low[i - 1] == "-" and t.glued(i) and low[i - 2] in s.units.signs:
            prefix = money.prefix(t, i - 1, s.units)
            number.value = -number.value
        if prefix is None and (s.names.is_part_of_word(t, number.first, number) or s.names.is_labelled(t, i, number)):
            return None
    else:
        prefix = None
        if not _stands(t, i, number, s):
            return None
    first, sign = _sign(t, number.first, prefix)
    if misprint:
        draft = Draft(first, number.next, "count", None, "misprint: digits in impossible groups")
        draft.number, draft.digits = number.first, True
        if prefix:
            draft.measure(prefix[0], number.next, "currency")
        return draft
    if prefix is None and sign > 0:
        share = read_parts(t, number) or read_in(t, number)
        if share:
            return read_ratio(t, number, share, s)
    margin = _margin(t, number)
    ranged = ranges.read_range(t, number, prefix, sign, s) if margin is None else None
    if ranged is not None:
        return ranged if ranges.starts_bounded(t, ranged, s) else hedged(t, ranged, s)
    if number.digits and prefix is None:
        year = year_at(t, i) or (
            low[i] if low[i - 1] in (".", "ad") or t.low[number.next] in ("b", "bc", "ad", "bce", "ce", "a") else None
        )
        if year is not None and (s.names.is_address(t, number.next) or low[i - 1] in s.names.indices):
            return None
        if year is not None and number.plain and number.scale == 1 and not _bounded(t, i, s):
            tail = read_tail(t, number, number.next, s)
            if tail is None or tail.rule == "counted noun" or t.low[tail.next - 1] == "year":  # "the 2013 model year"
                dated = read_year(t, i, counts=tail is not None and _close(t, number.next, tail))
                if dated is not None:
                    return dated
    draft = Draft(first, number.next, "count", number.value * sign, number.rule)
    draft.number, draft.number_next = number.first, number.next
    draft.step, draft.scale, draft.digits = number.step, number.scale, number.digits
    if not _apply(t, draft, number, prefix, s):
        return None
    if margin is not None and isinstance(draft.value, float):
        draft.low, draft.high = tidy(draft.value - margin), tidy(draft.value + margin)
    return hedged(t, draft, s)


def _margin(t: Tokens, number: Number) -> float | None:
    """Return the margin of "2,000.45±0.01 pounds", "9.8 +/- 0.2 km", and let ``number`` end behind it."""
    low, j = t.low, number.next
    if low[j] == "±":
        j += 1
    elif low[j : j + 3] == ["+", "/", "-"]:
        j += 3
    else:
        return None
    other = read_number(t, j)
    if other is None or not other.digits or math.isnan(other.value):
        return None
    number.next, number.plain = other.next, False
    return other.value


def _bounded(t: Tokens, i: int, s: Setting) -> bool:
    """Whether a bound stands before token ``i``: "more than 2000 fled" tells no year; "as far back as 1900" may."""
    hedge = s.hedges.find_before(t, i)
    if hedge is None or s.hedges.by_id[hedge[0]].bound == "~":
        return False
    return t.low[hedge[1]] in _BOUNDING and t.low[hedge[1] - 1] not in ("from", "since")


def _close(t: Tokens, j: int, tail: Tail) -> bool:
    """Whether the counted noun follows at once, a plural in lower case: "2000 people", not "2005 peace treaty"."""
    if tail.thing is None or not is_plural(t.low[tail.thing[1] - 1]):
        return False
    return tail.thing[1] - j <= 2 and not t.upper(j)


def _stands(t: Tokens, i: int, number: Number, s: Setting) -> bool:
    """Whether the number word at ``i`` is a number and no name's part."""
    low = t.low
    if t.glued(i) and low[i - 1] not in _OPENING and low[i - 1] not in s.units.signs:
        return False
    if (
        low[i - 1] == "-"
        and t.glued(i)
        and low[i - 2].isalpha()
        and t.glued(i - 1)
        and low[i - 2] not in ("a", "mid", "minus")
    ):
        return False
    if low[i - 1] == "-" and t.glued(i) and t.upper(i) and low[i - 2][-1:].isdecimal():
        return False  # "7-Eleven"
    if number.value == 0 and low[number.next] in ("day", "hour"):
        return False  # "a zero day flaw"
    if number.next == i + 1 and t.upper(i):
        before, after = i - 1, number.next
        if low[before].isalpha() and t.upper(before) and low[before] not in s.names.not_names and not t.breaks(i):
            return False
        if t.upper(after) and low[after] in s.names.not_names:
            return True  # "Leaves Seven Dead"
        if t.upper(after) and low[after].isalpha() and not s.names.begins(t, i) and low[before] not in ("and", "of"):
            return low[after].endswith("s") and not low[before].isalpha()  # "at the Four Seasons"
        if low[before] == "of" and low[before - 1] == "group":
            return False  # "the Group of Seven"
    return not (
        low[i - 1] in s.names.before
        and number.next == i + 1
        and low[i - 1] not in ("no", "case", "count", "measure", "number")
    )


def _sign(t: Tokens, first: int, prefix: tuple[Unit, int] | None) -> tuple[int, float]:
    """Return the figure's first token, sign and currency included, and 1 or -1."""
    low = t.low
    i = prefix[1] if prefix else first
    if low[i - 1] == "minus" and low[i - 2] == "or":
        return i, 1.0  # plus or minus
    if low[i - 1] in ("minus", "negative") or (low[i - 1] == "-" and low[i - 2] == "minus"):
        return (i - 1 if low[i - 1] != "-" else i - 2), -1.0
    if low[i - 1] == "-" and t.glued(i):
        if t.glued(i - 1) and low[i - 2][-1:].isalnum():
            return i, 1.0
        if (not t.glued(i - 1) and not (t.upper(i - 2) and not s_begin(t, i - 2))) or low[i - 2] in ("(", '"', ""):
            return i - 1, -1.0
    return i, 1.0


def s_begin(t: Tokens, i: int) -> bool:
    """Whether token ``i`` begins the text or a sentence: its capital says nothing."""
    return t.low[i - 1] in ("", ".", "!", "?") or t.breaks(i)


def _apply(t: Tokens, draft: Draft, number: Number, prefix: tuple[Unit, int] | None, s: Setting) -> bool:
    """Fill in the unit; return whether the number is a quantity at all."""
    low = t.low
    if prefix is not None:
        _metric_million(t, draft, number, money_sum=True)
        draft.measure(prefix[0], draft.next, "currency")
        draft.note("currency before the number", prefix[1], number.first)
        after = money.country_behind(t, draft.next)
        draft.next = max(after, draft.next)
        finish_rate(t, draft, s)
        return True
    i = number.first
    graded = low[i - 2] if low[i - 1] in ("of", "at", "-") else low[i - 1]
    if graded in _GRADES and not t.breaks(i) and not (low[i - 1] == "of" and is_plural(low[draft.next])):
        draft.unit = graded
        draft.note("grade", i - 1, i)
        return True
    hedge = s.hedges.find_after(t, draft.next)
    j = hedge[1] if hedge else draft.next
    tail = read_tail(t, number, j, s)
    if tail is None:
        end = draft.next
        _metric_million(t, draft, number, money_sum=False)
        if draft.next != end:
            tail = read_tail(t, number, draft.next, s)
    if tail is not None:
        tail.take(t, draft, number, s)
        if tail.rule == "counted noun" and number.digits and s.names.is_named(t, number.first, number):
            return False
        count_from_birth(t, draft, i - 1)
        if draft.kind != "age":
            finish_rate(t, draft, s)
        if low[number.first] == "one" and number.next == number.first + 1:
            return _one(t, number.first, tail)
        return True
    return _bare(t, draft, number, s)


def _metric_million(t: Tokens, draft: Draft, number: Number, *, money_sum: bool) -> None:
    """Read "m" as million where it can be no metre: in a sum, before a counted noun or "of"."""
    j = draft.next
    if t.low[j] not in (("m", "mm", "t") if money_sum else ("m",)) or not number.digits or number.scale != 1:
        return
    if not money_sum and (not t.glued(j) or (t.low[j + 1] == "/" and t.glued(j + 1))):
        return  # "3m people", but "0.4m/s"
    sign = -1 if isinstance(draft.value, float | int) and draft.value < 0 else 1
    times(number, 10**12 if t.low[j] == "t" else 10**6)
    number.next = j + 1
    draft.value = abs(number.value) * sign
    draft.step, draft.scale, draft.next, draft.number_next = number.step, number.scale, j + 1, j + 1


def _one(t: Tokens, i: int, tail: Tail) -> bool:
    """Whether "one" with the noun behind it counts: no pronoun, no "one day"."""
    if t.low[i - 1] in _PRONOUN_BEFORE:
        return False
    word, after = t.low[i + 1], t.low[i + 2]
    if word == "day":  # some day, unless a length of time is told
        return after in _DAY_ENDS or t.low[i - 1] in _LENGTH_BEFORE
    return not (tail.rule == "counted noun" and word in ("thing", "way", "another"))


def _bare(t: Tokens, draft: Draft, number: Number, s: Setting) -> bool:
    """Judge a number that nothing follows: an age, a level, an elliptical count, or none."""
    low, j = t.low, number.next
    i = number.first
    word = low[i]
    if low[j].isalpha() and t.glued(j) and number.digits:
        return False
    if low[j] == "-" and t.glued(j) and t.glued(j + 1) and number.digits and low[j + 1][:1].isdecimal():
        return False
    if word == "one" and number.next == i + 1 and low[i - 1] in (",", ";", "and", "but") and low[j].endswith("ed"):
        draft.bare = True  # "three men, one aged 20"
        return True
    if word in ("one", "a") and number.next == i + 1 and draft.value == 1:
        return low[j] == "of" and low[j + 1] in ("the", "its", "their", "his", "her", "those", "these", "my", "our")
    if number.digits and number.plain and s.names.is_named(t, i, number):
        return False
    if (
        number.digits
        and number.scale == 1
        and low[i - 1] in s.names.before
        and low[i - 1] not in ("measure", "count", "size")
    ):
        return False
    joined = low[j] == "-" and t.glued(j) and t.glued(j + 1) and low[j + 1].isalpha()
    if joined and (not number.digits or t.upper(j + 1)):
        return False  # "two-time champion", "7-Eleven"
    if is_month(t, i - 1) or (low[i - 1] == "." and is_month(t, i - 2)):
        return False
    if (
        number.digits
        and low[i - 1] in ("(", "[")
        and low[j] in (")", "]")
        and number.plain
        and number.value < 10
        and low[i - 2] not in ("", ",")
        and not t.upper(i - 2)
    ):
        return False
    if number.digits and (low[j] in (".", ")") and (i == 12 or t.breaks(i))) and low[j + 1] and t.upper(j + 1):
        return False
    if number.value == int(number.value) and 1 <= number.value <= OLDEST and number.scale == 1 and is_age(t, i, j):
        draft.kind, draft.unit, draft.step = "age", "year of age", 0
        draft.note("age", draft.first, draft.next)
        return True
    if number.rule == "fraction":
        draft.kind, draft.step = "ratio", 0
        return True
    if low[i - 2 : i] == ["factor", "of"]:
        draft.kind, draft.unit = "multiple", "count"
        return True
    finish_rate(t, draft, s)
    draft.bare = True
    return True
