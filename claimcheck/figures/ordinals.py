"""Ordinals that rank or count: "19th season", "the third Tuesday", "seventh round"."""

from __future__ import annotations

from claimcheck.figures.draft import Draft
from claimcheck.figures.numerals import ONES, SCALES, TENS, read_number
from claimcheck.figures.things import counted, unit_of
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.words import ORDINALS, STOP

_SCALED = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}
_BUILDING = frozenset((*SCALES, *_SCALED))
_NUMBERS = frozenset((*ONES, *TENS)) - {"one"}
_RANKING = frozenset("the his her its their my our your a only".split())
_BEFORE = frozenset(
    "the a an his her its their my our your this that in for on at 's and or to of with by as is was "
    "another every only fiscal s , - occasionally".split()
)
_PASSING = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "round", "inning"))
"""What passes in order, ranked before a noun: "a 34th-minute penalty"."""


def read_ordinal(t: Tokens, i: int) -> Draft | None:
    """Read the ordinal at token ``i``, in digits or in words."""
    low = t.low
    word = low[i]
    if word.isdecimal():
        value, after = float(word), i + 2
        if t.glued(i) and low[i - 1] != "-":
            return None
    else:
        value, after = float(ORDINALS[word]), i + 1
        if low[i - 1] not in _BEFORE:
            return None
        unranked = not low[after].isalpha() or low[after] in STOP or low[after] in _NUMBERS  # "the first four games"
        if word == "first" and (unranked or low[i - 1] not in _RANKING):
            return None
        if word == "second" and not _second_ranks(t, i):
            return None
    return _ranked(t, i, after, value)


def _second_ranks(t: Tokens, i: int) -> bool:
    """Whether "second" at token ``i`` is no part of a minute."""
    low, after = t.low, t.low[i + 1]
    if after in ("or", "and") and any(word in ORDINALS for word in low[i + 2 : i + 5]):
        return True
    if low[i - 1] in ("in", "the", "a") and after in ("with", ",", "of"):
        return True
    return after == "-" or (after.isalpha() and after not in STOP)


def read_compound(t: Tokens, i: int) -> Draft | None:
    """Read the ordinal that begins with the number word at token ``i``: "twenty-fifth", "two hundred and first"."""
    if not (t.low[i] in TENS or t.low[i] in SCALES or any(word in _BUILDING for word in t.low[i + 1 : i + 3])):
        return None
    number = read_number(t, i)
    if number is None or number.digits or number.rule != "words":
        return None
    low, n = t.low, number.next
    hyphen = low[n] == "-" and t.glued(n) and t.glued(n + 1)
    hundreds = number.value >= 100 and number.value % 100 == 0
    n += hyphen or (low[n] == "and" and hundreds)
    word = low[n]
    tens = number.value % 100 >= 20 and number.value % 10 == 0
    if word in _SCALED:
        if low[n + 1] == "of" or not (hyphen or number.value > 1):
            return None  # "one hundredth of a second"
        return _ranked(t, i, n + 1, number.value * _SCALED[word])
    small = ORDINALS.get(word, 0)
    if not small or not ((tens and small < 10) or (hundreds and small < 100)):
        return None
    if word == "second" and low[i - 1] not in _RANKING - {"a"}:
        return None  # "a thirty-second spot"
    return _ranked(t, i, n + 1, number.value + small)


def _ranked(t: Tokens, i: int, after: int, value: float) -> Draft:
    """Make an ordinal of tokens ``i`` to before ``after``, with what it ranks."""
    low = t.low
    draft = Draft(i, after, "ordinal", value, "ordinal")
    draft.low = draft.high = value
    superlative = low[after] == "-" and t.glued(after) and low[after + 1].endswith("est")
    if superlative:
        draft.next = after = after + 2
    phrase = (
        counted(t, after, False)
        if low[after].isalpha() and not (low[i].isdecimal() and t.upper(after)) and not t.breaks(after)
        else None
    )
    if phrase is not None and phrase[1] - phrase[0] <= 3:
        draft.unit, draft.thing, draft.next = unit_of(t, *phrase), phrase, phrase[1]
    elif low[after] == "-" and t.glued(after) and t.glued(after + 1) and low[after + 1] in _PASSING:
        draft.unit, draft.next = low[after + 1], after + 2
    return draft
