"""Figures that no plain number begins: "half a mile", "a dozen", "up a penny", "Q3", "No. 11", "in his 30s"."""

from __future__ import annotations

from claimcheck.figures.clock import read_past
from claimcheck.figures.digits import Number
from claimcheck.figures.draft import Draft
from claimcheck.figures.hedging import hedged
from claimcheck.figures.model import Moment
from claimcheck.figures.numerals import PARTS, scale_up
from claimcheck.figures.rates import finish_rate
from claimcheck.figures.ratios import read_half
from claimcheck.figures.setting import Setting
from claimcheck.figures.shares import finish_ratio, share_of_unit
from claimcheck.figures.tails import read_tail
from claimcheck.figures.tokens import Tokens

SINGLE = frozenset(
    "full decade year month week fortnight century penny cent percentage mile hour day minute dollar euro fraction "
    "point billion".split()
)
_SPANS = frozenset("hour day week fortnight month decade century".split())
_REMOVED = frozenset("ago later after before earlier".split())
"""What makes of a span the time between two things: "a week later"."""


def read_single(t: Tokens, i: int, s: Setting) -> Draft | None:
    """Read "a" as one where a hedge or a movement before it says that it counts: "more than a decade", "up a penny"."""
    counts = t.low[i - 1] in ("up", "down", "rose", "fell", "gained", "lost", "by")
    counts = counts or (t.low[i + 1] in _SPANS and t.low[i + 2] in _REMOVED)
    halved = t.low[i + 2 : i + 4] == ["and", "a"] and t.low[i + 4] in PARTS
    if not (counts or halved or s.hedges.find_before(t, i)):
        return None
    j = i + 2 if t.low[i + 1] == "full" else i + 1
    number = Number(i, j, 1.0, 1.0, "article as one")
    tail = read_tail(t, number, j, s)
    if tail is None or tail.rule not in ("unit", "percent"):
        return None
    draft = Draft(i, j, "count", 1.0, number.rule)
    draft.step = 1.0
    tail.take(t, draft, number, s)
    finish_rate(t, draft, s)
    return hedged(t, draft, s)


def read_quarter_code(t: Tokens, i: int) -> Draft | None:
    """Read "Q3", "3Q"."""
    word = t.low[i]
    if word not in ("1", "2", "3", "4"):
        return None
    if t.low[i - 1] == "q" and t.glued(i) and t.upper(i - 1):
        first, after = i - 1, i + 1
    elif t.low[i + 1] == "q" and t.glued(i + 1) and t.upper(i + 1):
        first, after = i, i + 2
    else:
        return None
    draft = Draft(first, after, "date", None, "quarter")
    draft.moment = Moment(quarter=int(word))
    return draft


def read_numbered(t: Tokens, i: int) -> Draft | None:
    """Read "No. 11" as a rank."""
    if t.low[i - 1] == "." and t.low[i - 2] == "no" and t.upper(i - 2) and t.low[i].isdecimal():
        draft = Draft(i - 2, i + 1, "ordinal", float(t.low[i]), "rank")
        draft.number, draft.low, draft.high = i, float(t.low[i]), float(t.low[i])
        return draft
    return None


def read_share(t: Tokens, i: int, s: Setting) -> Draft | None:
    past = read_past(t, i)
    if past is not None:
        return hedged(t, past, s)
    lead = t.low[i - 1] in ("a", "an", "one")
    first = i - 1 if lead else i
    joints = ("of", "-", "") if t.low[i] in ("half", "quarter") else ("of",)
    part = share_of_unit(t, first, i + 1, 1 / PARTS[t.low[i]], joints if lead else joints[1:2], s)
    if part is not None:
        return part
    read = read_half(t, i)
    if read is None:
        return None
    first, after, share, kind = read
    if kind == "ratio":
        draft = Draft(first, after, "ratio", share, "share in words")
        finish_ratio(t, draft)
        return hedged(t, draft, s)
    number = Number(first, after, share, share, "share of a unit")
    if t.low[after] in ("a", "an"):
        number.next = after + 1
    number = scale_up(t, number)
    draft = Draft(first, number.next, "count", number.value, number.rule)
    draft.scale, draft.step = number.scale, number.step if number.scale > 1 else 0
    draft = with_tail(t, draft, s)
    if draft.unit is None and number.scale == 1:
        return None
    return hedged(t, draft, s)


def read_dozen(t: Tokens, i: int, s: Setting) -> Draft | None:
    before = t.low[i - 1]
    value, first = 12.0, i
    if before == "half" or (before == "a" and t.low[i - 2] == "half"):
        value, first = 6.0, i - 1 if before == "half" else i - 2
        if t.low[first - 1] == "a":
            first -= 1
    elif before in ("a", "one"):
        first = i - 1
    else:
        return None
    draft = Draft(first, i + 1, "count", value, "dozen")
    return hedged(t, with_tail(t, draft, s), s)


def with_tail(t: Tokens, draft: Draft, s: Setting) -> Draft:
    number = Number(draft.first, draft.next, draft.value if isinstance(draft.value, float) else 2.0, 0, "vague amount")
    number.scale = draft.scale
    j = draft.next
    of = t.low[j] == "of" or (t.low[j] == "more" and t.low[j + 1] != "than")
    tail = read_tail(t, number, j + 1 if of and t.low[j + 1] != "the" else j, s)
    draft.number, draft.number_next = draft.first, draft.next
    if tail is not None:
        value = draft.value
        tail.take(t, draft, number, s)
        draft.value = value
        finish_rate(t, draft, s)
    return draft


def read_decade_of_life(t: Tokens, i: int) -> Draft | None:
    """Read "in his 30s", "in her mid-40s"."""
    word, k = t.low[i], i - 1
    if t.low[k] == "-" and t.low[k - 1] in ("mid", "early", "late"):
        k -= 1
    if t.low[k] in ("mid", "early", "late"):
        k -= 1
    if len(word) != 2 or word[1] != "0" or t.low[k] not in ("his", "her", "their", "my", "our", "your"):
        return None
    draft = Draft(i, i + 2, "age", None, "age in decades")
    draft.low, draft.high, draft.unit, draft.bound = float(word), float(word) + 9, "year of age", "~"
    return draft
