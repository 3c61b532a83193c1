"""Reads numbers: words, fractions and magnitudes, and digits by way of digits.py."""

from __future__ import annotations

from claimcheck.figures.digits import Number, is_denominator, read_digits, times, whole_step
from claimcheck.figures.tokens import Tokens

ONES = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
TENS["fourty"] = 40
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
SHORT_SCALES = {
    "k": 10**3,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
    "cr": 10**7,
}
_HALVES = frozenset(("2", "4", "8"))  # what inches and prices are told in
_GLUED_ONLY = frozenset({"k", "mil", "cr"})
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "sixteenths": 16, "hundredth": 100, "hundredths": 100,
}  # fmt: skip


def read_number(t: Tokens, i: int) -> Number | None:
    """Return the number that begins at token ``i``, or None; ``value`` is NaN for a misprinted one."""
    word = t.low[i]
    if word.isdecimal() and t.low[i - 2 : i] == ["(", "."] and t.low[i + 1] == ")" and not t.glued(i):
        return _decimals(t, i - 1, i)  # "a record of 56-26 (. 683)"
    if word[:1].isdecimal():
        number = read_digits(t, i, word)
    elif word in ONES or word in TENS:
        number = _words(t, i)
    elif word in VULGAR:
        number = Number(i, i + 1, VULGAR[word], 0, "fraction sign")
    elif word in SCALES and word not in ("lakhs", "crores"):
        number = Number(i, i, 1, 1, "words")
        return _words_scaled(t, number)
    elif word == "." and t.low[i + 1][:1].isdecimal() and t.glued(i + 1):
        return _decimals(t, i, i + 1)
    else:
        return None
    return number if number is None else _fraction_and_scale(t, number)


def _decimals(t: Tokens, first: int, i: int) -> Number | None:
    """Read the decimals at token ``i`` whose point is token ``first``: ".310"."""
    number = read_digits(t, i, t.low[i])
    if number is None or not number.plain:
        return None
    number.value = number.mantissa = float("0." + t.low[i])
    number.step, number.first, number.plain = 10.0 ** -len(t.low[i]), first, False
    return number


def _words(t: Tokens, i: int) -> Number:
    """Read number words: units, tens with units, hundreds, then falling scales."""
    low = t.low
    total, current, j = 0.0, 0.0, i
    smallest = float("inf")
    room = 1000.0  # what may still be added below the last place read
    joined = False
    while True:
        k = j
        word = low[k]
        if j > i and (
            (
                word == "-"
                and t.glued(k) == t.glued(k + 1)
                and (t.glued(k) or (room == 10 and ONES.get(low[k + 1], 0) > 0))
            )
            or (word == "and" and joined and (low[k + 1] in ONES or low[k + 1] in TENS))
        ):
            k += 1
            word = low[k]
        if word in ONES and ONES[word] < room and (ONES[word] > 0 or j == i):
            if room == 10 and ONES[word] > 9:
                break
            current += ONES[word]
            room = 1
        elif word in TENS and TENS[word] < room:
            current += TENS[word]
            room = 10
        elif word == "hundred" and 0 < current < 100 and j > i:
            current *= 100
            room, joined = 100, True
        elif word in SCALES and word != "hundred" and current and j > i and SCALES[word] < smallest:
            total += current * SCALES[word]
            smallest = SCALES[word]
            current, room, joined = 0.0, 1000, True
        else:
            break
        j = k + 1
    value = total + current
    number = Number(i, j, value, whole_step(str(int(value))), "words")
    if smallest != float("inf"):
        number.scale = int(smallest) if not current else 1
        number.mantissa = value / number.scale
    return number


def _words_scaled(t: Tokens, number: Number) -> Number:
    """Read "hundred", "million" that stand alone or after "a"."""
    low, j, value = t.low, number.first, 1.0
    while low[j] in SCALES:
        value *= SCALES[low[j]]
        j += 1
        if low[j] == "-" and low[j + 1] in SCALES and t.glued(j + 1):
            j += 1
        if value > 1e18:
            break
    if value in (100, 1000) and low[j] == "and" and (low[j + 1] in ONES or low[j + 1] in TENS):
        rest = _words(t, j + 1)
        if rest.value < 100:
            number.value, number.mantissa, number.next = value + rest.value, value + rest.value, rest.next
            return number
    number.value = number.step = value
    number.next, number.scale = j, int(value)
    number.mantissa = 1
    return number


def _fraction_and_scale(t: Tokens, number: Number) -> Number:
    low, j = t.low, number.next
    word = low[j]
    if word == "point" and not number.digits and (low[j + 1] in ONES or low[j + 1] in TENS):
        _point(t, number, j + 1)
    elif word == "e" and number.digits and t.glued(j) and t.glued(j + 1):
        _power(t, number, j + 1)
    elif word in VULGAR:
        number.value += VULGAR[word]
        number.step, number.next, number.plain = 0, j + 1, False
    elif (word == "and" and and_parts(t, number, j + 1)) or (
        word == "-" and low[j + 1] == "and" and t.glued(j) and t.glued(j + 1) and and_parts(t, number, j + 2)
    ):
        pass
    elif word == "and" and low[j + 1] in ("½", "¼", "¾"):
        number.value += VULGAR[low[j + 1]]
        number.step, number.next, number.plain = 0, j + 2, False
    elif word[:1].isdecimal() and low[j + 1] == "/" and number.plain and t.glued(j + 1) and t.glued(j + 2):
        under = low[j + 2]
        if word.isdecimal() and under.isdecimal() and len(under) < 4 and 0 < int(word) < int(under):
            number.value += int(word) / int(under)
            number.step, number.next, number.plain = 0, j + 3, False
    elif word == "/" and number.plain and t.glued(j) == t.glued(j + 1):
        under = low[j + 1]
        if (
            under.isdecimal()
            and len(under) < 4
            and number.value < int(under)
            and is_denominator(int(under))
            and not t.low[j + 2].startswith("/")
        ):
            number.value /= int(under)
            number.step, number.next, number.plain, number.rule = 0, j + 2, False, "fraction"
            number.mantissa = number.value
            return number
        if under in _HALVES and len(low[number.first]) > 1 and 0 < int(low[number.first][-1]) < int(under):
            whole, part = divmod(int(number.value), 10)  # "a 21/2-week trial": its blank was lost
            number.value, number.rule = whole + part / int(under), "mixed fraction"
            number.step, number.next, number.plain = 0, j + 2, False
    elif word in ("×", "x") and low[j + 1] == "10" and number.digits:
        _power(t, number, j + 2)  # "5.5x10-3" too
    number.mantissa = number.value if number.scale == 1 else number.mantissa
    return scale_up(t, number)


def and_parts(t: Tokens, number: Number, j: int) -> bool:
    """Add the parts of "two and a half", "three and two-thirds", "two-and-a-half" that begin at token ``j``."""
    low = t.low
    if low[j] == "-" and t.glued(j):
        j += 1
    word, k = low[j], j + 1
    count = 1 if word in ("a", "an") else ONES.get(word, 0)
    if low[k] == "-" and t.glued(k) and t.glued(k + 1):
        k += 1
    parts = PARTS.get(low[k], 0)
    if not 0 < count < parts or low[k].endswith("s") != (count > 1) or low[k + 1] == "of":
        return False
    number.value += count / parts
    number.step, number.next, number.plain = 0, k + 1, False
    return True


def _point(t: Tokens, number: Number, j: int) -> None:
    """Read the decimals of "three point two five", "one point seventy-five" from token ``j`` on."""
    place = 1.0
    if ONES.get(t.low[j], 10) > 9:
        decimals = _words(t, j)
        if 9 < decimals.value < 100:
            number.value = round(number.value + decimals.value / 100, 6)
            number.step, number.next = 0.01, decimals.next
        return
    while ONES.get(t.low[j], 10) < 10 and place > 1e-6:
        place /= 10
        number.value += ONES[t.low[j]] * place
        j += 1
    number.value = round(number.value, 6)
    number.step, number.next = place, j


def _power(t: Tokens, number: Number, j: int) -> None:
    """Read the exponent of "1.99 × 10^-30" at token ``j``."""
    low, k = t.low, j
    if low[k] == "^":
        k += 1
    sign = -1 if low[k] == "-" and t.glued(k) else 1
    k += low[k] in ("-", "+") and t.glued(k)
    signed = k > j or low[j - 1] == "e"
    if not signed or not low[k].isdecimal() or len(low[k]) > 2 or not t.glued(k):
        return
    number.value *= 10.0 ** (sign * int(low[k]))
    number.step *= 10.0 ** (sign * int(low[k]))
    number.next, number.plain = k + 1, False


def _lettered(t: Tokens, number: Number, j: int) -> bool:
    """Whether the letter at token ``j`` is a house number's: "221B Baker Street", not "$2B"."""
    return number.plain and t.low[j + 1].isalpha() and t.upper(j + 1) and t.low[number.first - 1] not in ("$", "£", "€")


def _capital_scale(t: Tokens, j: int) -> bool:
    """Whether token ``j`` is a magnitude's capital: "8 B people", "4.3M sales"."""
    return t.upper(j) and t.low[j + 1][:1].isalpha() and not t.glued(j + 1)


def scale_up(t: Tokens, number: Number) -> Number:
    low = t.low
    for _ in range(2):
        j = number.next
        hyphen = low[j] == "-" and t.glued(j) and t.glued(j + 1)
        word = low[j + 1] if hyphen else low[j]
        factor: float | None = SCALES.get(word)
        if factor is None and not hyphen and word in SHORT_SCALES and number.digits:
            if word not in _GLUED_ONLY or t.glued(j):
                factor = SHORT_SCALES[word]
        elif (
            factor is None
            and not hyphen
            and word == "b"
            and number.digits
            and (not _lettered(t, number, j) if t.glued(j) else _capital_scale(t, j))
        ):
            factor = SCALES["billion"]
        elif factor is None and not hyphen and word == "m" and number.digits and _capital_scale(t, j):
            factor = SCALES["million"]
        elif factor is None and word in ("dozen", "dozens") and number.value < 100:
            factor = 12
        if factor is None:
            break
        if number.rule == "words" and number.scale > 1 and word not in ("dozen", "dozens"):
            break
        times(number, factor)
        number.next = j + (2 if hyphen else 1)
    return number
