"""Reads numbers in digits: groups by comma, space or point, decimals, and what is misprinted."""

from __future__ import annotations

import re

from claimcheck.figures.tokens import Tokens

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}")
_COMMA = re.compile(r"\d+,\d{1,2}")
_GROUPS = 12  # tokens that one spaced number may take
_BEHIND_DECIMALS = frozenset("% percent per pct million billion trillion percentage points point cents cent".split())
_EXACT = 15  # significant digits of a product
_LONGEST = 40  # digits: longer ones are keys and numbers of nothing


class Number:
    """A number as read: tokens ``first`` to before ``next``.

    ``step`` is the place value of its last significant digit (0 for a fraction); ``plain`` whole digits
    without separator, ``digits`` any in digits, ``mantissa`` the value before its magnitude ``scale``.
    """

    __slots__ = ("digits", "first", "mantissa", "next", "plain", "rule", "scale", "step", "value")

    def __init__(self, first: int, after: int, value: float, step: float, rule: str) -> None:
        self.first, self.next, self.value, self.step, self.rule = first, after, value, step, rule
        self.mantissa, self.scale = value, 1
        self.plain = self.digits = False


def read_digits(t: Tokens, i: int, word: str) -> Number | None:
    if len(word) > _LONGEST:
        return None
    after, rule = i + 1, "digits"
    if word.isdecimal() and _spaced_decimal(t, i):
        word, after = f"{word}.{t.low[i + 2]}", i + 3
    if word.isdecimal():
        joined = _spaced(t, i, word) if len(word) <= 3 and t.low[i + 1][:1] in "0123456789," else None
        if joined:
            word, after = joined
            rule = "digits in spaced groups"
        value, step = float(int(word)), whole_step(word)
    elif _PLAIN.fullmatch(word):
        value = float(word)
        step = 10.0 ** -(len(word) - word.index(".") - 1)
    elif _GROUPED.fullmatch(word) or _INDIAN.fullmatch(word):
        plain = word.replace(",", "")
        value = float(plain)
        step = 10.0 ** -(len(plain) - plain.index(".") - 1) if "." in plain else whole_step(plain)
        rule = "digits in groups"
    elif _EUROPEAN.fullmatch(word):
        plain = word.replace(".", "").replace(",", ".")
        value = float(plain)
        step = 10.0 ** -(len(plain) - plain.index(".") - 1) if "." in plain else whole_step(plain)
        rule = "digits in continental groups"
    elif _COMMA.fullmatch(word):
        number = Number(
            i, after, float(word.replace(",", ".")), 10.0 ** -(len(word) - word.index(",") - 1), "decimal comma"
        )
        number.digits = True
        return number
    elif word.count(".") > 1 and "," not in word:
        return None  # a version, an address
    else:
        number = Number(i, after, float("nan"), 0, "misprint")
        number.digits = True
        return number
    number = Number(i, after, value, step, rule)
    number.digits = True
    number.plain = rule == "digits" and word.isdecimal()
    return number


def times(number: Number, factor: float) -> None:
    """Multiply ``number`` by a magnitude, without the binary noise of 16.4 * 1,000,000."""
    number.value = float(f"{number.value * factor:.{_EXACT}g}")
    number.step = float(f"{number.step * factor:.{_EXACT}g}")
    number.scale = int(number.scale * factor)
    number.plain = False


def whole_step(word: str) -> float:
    zeros = len(word) - len(word.rstrip("0"))
    return 10.0**zeros if zeros < len(word) else 1.0


def is_denominator(under: int) -> bool:
    """Whether a fraction may be told in such parts: "17/32", "3/10"; no "9/11"."""
    return under <= 10 or under & (under - 1) == 0 or under in (12, 100, 1000)


def _spaced_decimal(t: Tokens, i: int) -> bool:
    """Whether a decimal is cut in tokens, "6 . 2 %": something that only a number has must follow."""
    low = t.low
    return (
        low[i + 1] == "."
        and low[i + 3] in _BEHIND_DECIMALS
        and low[i + 2].isdecimal()
        and not (t.glued(i + 1) or t.glued(i + 2) or t.breaks(i + 2))
    )


def _spaced(t: Tokens, i: int, word: str) -> tuple[str, int] | None:
    """Join groups of three digits set apart by a space ("12 000"), or by a comma with spaces ("1 , 118", "1, 000")."""
    if word[0] == "0":
        return None
    j, out = i + 1, word
    while j < i + _GROUPS:
        group = t.low[j]
        if len(group) == 3 and group.isdecimal() and t.start[j] - t.end[j - 1] == 1 and not t.glued(j):
            out += group
            j += 1
            continue
        following = t.low[j + 1]
        if group == "," and len(following) == 3 and following.isdecimal() and t.start[j + 1] - t.end[j] == 1:
            apart = t.start[j] - t.end[j - 1] == 1 and t.low[j + 2] not in ("and", "or")
            if following == "000" or apart:
                out += following
                j += 2
                continue
        break
    if j == i + 1 or (t.glued(j) and t.low[j][:1].isalnum()):
        return None
    return out, j
