"""Shares and multiples told in words: "two-thirds", "half of", "one in five", "doubled", "threefold"."""

from __future__ import annotations

from claimcheck.figures.digits import Number
from claimcheck.figures.draft import Draft
from claimcheck.figures.model import Kind
from claimcheck.figures.numerals import ONES, PARTS, read_number
from claimcheck.figures.tokens import Tokens

MULTIPLES = {
    "doubled": 2.0, "doubling": 2.0, "double": 2.0, "twice": 2.0, "tripled": 3.0,
    "tripling": 3.0, "triple": 3.0,
    "trebled": 3.0, "trebling": 3.0, "treble": 3.0, "thrice": 3.0, "quadrupled": 4.0, "quadrupling": 4.0,
    "quadruple": 4.0,
    "quintupled": 5.0, "halve": 0.5, "halved": 0.5, "halving": 0.5, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0,
    "fivefold": 5.0,
    "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0, "ninefold": 9.0, "tenfold": 10.0, "hundredfold": 100.0,
}  # fmt: skip
FALLING = frozenset(("halve", "halved", "halving"))
RISING = frozenset("doubled doubling tripled tripling trebled trebling quadrupled quadrupling quintupled".split())
_COMPARED = frozenset("as the that its their his her what those last this more".split())
_SHARED = frozenset("of the a an its their his her our my your all that this those these as".split())
_OF_NUMBER = frozenset("million billion trillion thousand hundred dozen".split())
_NEEDS_COMPARISON = frozenset("double triple treble quadruple twice thrice".split())
_HALVED = frozenset(
    "hour mile point percentage percent million billion century dozen inch day year minute pound acre liter litre "
    "pint gallon ounce metre meter kilometre kilometer kilo ton tonne".split()
)
_SAID_OF_HALF = frozenset("were are was is have had said voted live lived work worked died survived".split())
_BEFORE_HALF = frozenset("nearly almost about roughly some over than only just and but , ; that".split())
_BY = frozenset("by up down than nearly almost about over roughly fell rose dropped gained lost".split())
_TOLD_ALONE = frozenset(("third", "quarter", "fifth", "tenth"))
_BEHIND_PART = frozenset(". , ; ) to in from since on last this over and at when while as compared".split()) | {""}
_PERIODS = frozenset("day week month year night hour minute decade century season".split())
_MOST_PARTS = 20
_MOST_IN = 10**8
_YEARS = range(1500, 2200)


def read_multiple(t: Tokens, i: int) -> Draft | None:
    """Read "doubled", "threefold", "twice as many"; "once a week" is a rate."""
    word = t.low[i]
    if word in ("once", "twice", "thrice") and t.low[i + 1] in ("a", "an", "every", "each", "per"):
        if t.low[i + 2] not in _PERIODS:
            return None
        draft = Draft(i, i + 3, "count", {"once": 1.0, "twice": 2.0, "thrice": 3.0}[word], "times in a period")
        draft.number_next, draft.unit = i + 1, f"count per {t.low[i + 2]}"
        return draft
    if word == "once":
        return None
    if word in _NEEDS_COMPARISON and t.low[i + 1] not in _COMPARED:
        return None
    draft = Draft(i, i + 1, "multiple", MULTIPLES[word], "multiple")
    draft.unit = "count" if word.endswith("fold") or word == "twice" else None
    if word in FALLING:
        draft.trend = "down"
    elif word in RISING:
        draft.trend = "up"
    return draft


def read_parts(t: Tokens, number: Number) -> tuple[float, int] | None:
    """Return the share that "two-thirds", "three quarters of", "one-fifth" state, and the token behind it."""
    j = number.next
    hyphen = t.low[j] == "-" and t.glued(j)
    k = j + 1 if hyphen else j
    word = t.low[k]
    if word not in PARTS or not 1 <= number.value <= _MOST_PARTS or number.scale != 1 or t.breaks(k):
        return None
    of = t.low[k + 1] == "of"
    if number.value == 1:
        ends = t.low[k + 1] in (".", ",", "", ")") and word not in ("second", "quarter")
        fits = not word.endswith("s") and (hyphen or of or (ends and not t.low[number.first].isdecimal()))
    else:
        fits = word.endswith("s") and word != "halves" and (hyphen or of or word != "quarters")
    if not fits or (t.low[k + 1] == "-" and number.value == 1):
        return None
    return number.value / PARTS[word], k + 1


def read_in(t: Tokens, number: Number) -> tuple[float, int] | None:
    """Return the share that "one in five", "three out of four", "1-in-10" state, and the token behind it."""
    low, j = t.low, number.next
    if low[j] == "-" and t.glued(j) and low[j + 1] in ("in", "of") and low[j + 2] == "-":
        if low[j + 1] == "of":
            return None
        k = j + 3
    elif low[j] == "in":
        k = j + 2 if low[j + 1] == "every" else j + 1
    elif low[j] == "out" and low[j + 1] == "of":
        k = j + 3 if low[j + 2] == "every" else j + 2
    elif low[j] == "of" and low[j + 1] in ONES:
        k = j + 1
    else:
        return None
    if number.scale != 1 or number.value != int(number.value):
        return None
    whole = read_number(t, k)
    if whole is None or whole.value != whole.value or not number.value < whole.value <= _MOST_IN or whole.step == 0:
        return None
    if whole.plain and whole.value in _YEARS:
        return None
    if low[j] == "in" and (
        number.value > 9
        or low[whole.next]
        in ("years", "days", "months", "weeks", "hours", "minutes", "games", "year", "matches", "seasons", "p", "a")
    ):
        return None
    return number.value / whole.value, whole.next


def read_half(t: Tokens, i: int) -> tuple[int, int, float, Kind] | None:
    """Read "half", "a third", "a quarter" at token ``i``.

    Returns first and next token, the share, and its kind: "count" for a share of a unit ("half a mile").
    """
    low = t.low
    word = low[i]
    share = 1 / PARTS[word]
    after = low[i + 1]
    first = i - 1 if low[i - 1] in ("a", "one") else i
    if word != "half" and (first == i or (low[i - 1] == "a" and after not in ("of", "a"))):
        if (
            word == "quarter"
            and after == "-"
            and low[i + 2] in ("point", "percentage", "million", "mile", "hour", "century")
        ):
            return i, i + 2, share, "count"
        if low[i - 1] == "a" and low[i - 2] in _BY and after in _BEHIND_PART and word in _TOLD_ALONE:
            return i - 1, i + 1, share, "ratio"  # "fell by a third to 12m"
        return None
    if after == "of" and low[i + 2] in ("a", "an") and low[i + 3] in _OF_NUMBER:
        return first, i + 3, share, "count"
    if word == "half" and after in ("a", "an") and low[i + 2].isalpha() and not t.breaks(i + 2):
        return first, i + 2, share, "count"
    if word == "half" and after == "-" and t.glued(i + 1) and low[i + 2] in _HALVED:
        return first, i + 2, share, "count"
    if (
        word == "half"
        and after not in _SHARED
        and not (
            after in (",", ".", "", ")", "in", "to", "from", ";")
            and (first == i - 1 or low[i - 1] in ("than", "by", "about", "nearly", "almost"))
        )
        and not (after in _SAID_OF_HALF and (low[i - 1] in _BEFORE_HALF or t.upper(i)))
    ):
        return None
    if word == "half" and (
        (low[i - 1] == "-" and t.glued(i))
        or low[i - 1] in ("first", "second", "other", "this", "that", "last", "the", "one's")
        or (after == "as" and low[i + 2] not in ("many", "much", "big", "large"))
    ):
        return None
    return first, i + 1, share, "ratio"
