"""Measures told in two units: "6ft 2in", "two hours and 20 minutes"; and calibres told without their point."""

from __future__ import annotations

from claimcheck.figures.digits import Number
from claimcheck.figures.draft import Draft
from claimcheck.figures.numerals import ONES, TENS, and_parts, read_number
from claimcheck.figures.setting import Setting
from claimcheck.figures.tokens import Tokens

# Marks that only stand behind the mark of the larger unit: 6'2", 6ft 2in, 1h30m.
_MARKS = {("inch", "'"): ('"', "'"), ("inch", "ft"): ("in",), ("minute", "h"): ("m",)}
_MOST_BELOW = 60
_FEET_TALL = 10
_POINTLESS = 10  # a calibre below this is told in inches
_PARTS = {
    "foot": ("inch", 12), "pound-mass": ("ounce", 16), "stone": ("pound-mass", 14),
    "dollar": ("cent", 100), "euro": ("cent", 100), "pound sterling": ("penny", 100),
    "year": ("month", 12), "week": ("day", 7), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60),
}  # fmt: skip


def larger_mark(t: Tokens, j: int, number: Number) -> str | None:
    """Return the unit that the mark at token ``j`` stands for, known by the number behind it: 6'2", 1h30m."""
    if not (t.glued(j) and number.plain and _below(t.low[j + 1], _MOST_BELOW)):
        return None
    if t.low[j] == "h":
        return "hour"
    closing = ('"', "'") if t.glued(j + 1) else ('"',)
    return "foot" if t.low[j] == "'" and t.low[j + 2] in closing and number.value < _FEET_TALL else None


def smaller_parts(t: Tokens, draft: Draft, s: Setting) -> None:
    """Add the smaller units of "6ft 2in", "7 lb 4 oz", "two hours and 20 minutes", the half of "a mile and a half"."""
    if t.low[draft.next] == "and" and t.low[draft.next + 1] == "a" and isinstance(draft.value, float):
        whole = Number(draft.number, draft.next, draft.value, draft.step, "")
        if and_parts(t, whole, draft.next + 1):
            draft.note("part of the unit", draft.next, whole.next)
            draft.value, draft.step, draft.next = whole.value, 0, whole.next
        return
    unit, worth = draft.unit or "", 1.0
    while unit in _PARTS and isinstance(draft.value, float | int):
        smaller, many = _PARTS[unit]
        part = _smaller_part(t, draft.first, draft.next, smaller, many, s)
        if part is None and unit == "pound-mass":
            unit, (smaller, many) = "pound sterling", _PARTS["pound sterling"]
            part = _smaller_part(t, draft.first, draft.next, smaller, many, s)
            if part is not None:
                draft.measure(s.units.prefixes["£"], draft.next, "unit")
        if part is None:
            return
        worth /= many
        draft.note("smaller unit", draft.next, part[1])
        draft.value += part[0] * worth
        draft.step, draft.next, unit = worth, part[1], smaller


def _smaller_part(t: Tokens, first: int, j: int, smaller: str, many: int, s: Setting) -> tuple[float, int] | None:
    """Return how many of ``smaller`` units are told at token ``j``, and the token behind them."""
    low = t.low
    if smaller == "inch" and low[j] == "-" and t.glued(j) and t.glued(j + 1) and _below(low[j + 1], many):
        return float(low[j + 1]), j + 2
    k = j
    if low[j] == "and":
        row = s.units.match(t, first - 2) if low[first - 1] == "," else None
        if row is not None and row[0].name in _PARTS:
            return None  # the end of a row: "24 hours, 39 minutes and 35 seconds"
        k += 1
    if t.breaks(k) or not (low[k].isdecimal() or low[k] in ONES or low[k] in TENS):
        return None
    number = read_number(t, k)
    if number is None or number.value >= many or not (number.plain or not number.digits):
        return None
    unit = s.units.match(t, number.next)
    if unit is not None and unit[0].name == smaller:
        return number.value, unit[1]
    mark = low[number.next]
    if t.glued(number.next) and mark in _MARKS.get((smaller, low[j - 1]), ()):
        return number.value, number.next + 1
    return None


def _below(word: str, many: int) -> bool:
    return word.isdecimal() and len(word) <= 2 and int(word) < many


def calibre(draft: Draft) -> None:
    """Read "45 caliber" as .45: without its point it is told in hundredths or thousandths of an inch."""
    if draft.unit == "calibre" and isinstance(draft.value, float) and draft.value >= _POINTLESS:
        draft.value /= 10 ** len(f"{draft.value:.0f}")
        draft.step = 0


def below_zero(t: Tokens, draft: Draft) -> None:
    """Read "20 degrees below zero" as -20 degrees."""
    if (
        draft.unit is not None
        and "degree" in draft.unit
        and isinstance(draft.value, float)
        and t.low[draft.next : draft.next + 2] == ["below", "zero"]
    ):
        draft.value = -draft.value
        draft.note("below zero", draft.next, draft.next + 2)
        draft.next += 2
