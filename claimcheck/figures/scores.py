"""Two numbers that set sides against each other: "7-2", "52-48", "10 to 1"."""

from __future__ import annotations

from claimcheck.figures.digits import Number
from claimcheck.figures.draft import Draft
from claimcheck.figures.tokens import Tokens

_RESULTS = frozenset(
    "win victory loss defeat lead record vote draw tie decision rout margin triumph score result advantage deficit "
    "victories losses wins majority ruling success thrashing on in to over against at after with down up ahead".split()
)
_ODDS = frozenset("odds favourite favorite favourites outsider outsiders shot underdog underdogs chance".split())
_LAST_DIGITS = 2
_RESULT_VERBS = frozenset(
    "won win wins winning lost lose loses losing beat beats beating defeated led leads lead leading "
    "trailed trailing trail voted vote drew drawn finished record scored score tied edged downed topped "
    "routed by went are is was were".split()
)


def odds(left: Number, right: Number) -> Draft:
    """Make a ratio of "10 to 1", "5-2 favourite"."""
    draft = Draft(left.first, right.next, "ratio", left.value / right.value, "odds")
    draft.digits = left.digits
    return draft


def read_quote(t: Tokens, number: Number) -> Draft | None:
    """Read the two prices of a quote, "136.03/14": the second tells its last digits only."""
    low, j = t.low, number.next
    first, last = low[number.first], low[j + 1]
    if low[j] != "/" or not (t.glued(j) and t.glued(j + 1)) or len(last) != _LAST_DIGITS or not last.isdecimal():
        return None
    if "." not in first[:-_LAST_DIGITS] or "," in first or number.next != number.first + 1 or low[j + 2] == "/":
        return None
    high = float(first[:-_LAST_DIGITS] + last)
    if high <= number.value:
        return None
    draft = Draft(number.first, j + 2, "count", (number.value, high), "two prices of a quote")
    draft.digits = draft.bare = True
    return draft


def result(t: Tokens, left: Number, right: Number) -> bool:
    """Whether the words around two numbers speak of a result."""
    low = t.low
    before = low[left.first - 1]
    after = low[right.next]
    if after == "-":
        after = low[right.next + 1]
    return (
        before in _RESULT_VERBS
        or (before == "of" and low[left.first - 2] in _RESULTS)
        or after in _RESULTS
        or low[right.next + 1] in ("win", "victory", "loss", "defeat", "vote", "lead", "record", "decision")
    )


def score(t: Tokens, left: Number, right: Number) -> Draft | None:
    """Make a result of two numbers; further parts ("45-7-2") stay in the text only."""
    low = t.low
    if max(left.value, right.value) > 10**9:
        return None
    if right.value not in (0, left.value) and (low[right.next] in _ODDS or "odds" in low[left.first - 3 : left.first]):
        return odds(left, right)
    draft = Draft(left.first, right.next, "score", (left.value, right.value), "score")
    draft.number, draft.digits = left.first, left.digits
    n = right.next
    while low[n] == "-" and low[n + 1].isdecimal() and t.glued(n) and t.glued(n + 1):
        n += 2
    draft.next = draft.number_next = n
    return draft
