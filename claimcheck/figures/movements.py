"""Where a figure stands in a movement: rose 16 points (change), or 1.1 percent (share), to 1,507 (to)."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.figures.draft import Draft
from claimcheck.figures.hedges import UPWARD
from claimcheck.figures.model import Trend
from claimcheck.figures.tokens import Tokens

_UP = (
    "rose rise rises rising risen gained gain gains gaining climbed climb climbs climbing jumped jump jumps "
    "jumping increased increase increases increasing grew grow grows growing grown surged surge surges surging "
    "soared soar soars soaring advanced advance advances advancing added adds adding up higher rallied rallies "
    "rallying leapt leaped leaps leaping rebounded rebound rebounds rebounding recovered ticked spiked spikes "
    "swelled swelling edged improved improve improves improving strengthened raised raise raises raising lifted "
    "boosted boost expanded hiked skyrocketed rocketed accelerated accelerate appreciated bounced quickened "
    "widened broadened"
)
_DOWN = (
    "fell fall falls falling fallen dropped drop drops dropping lost lose loses losing declined decline declines "
    "declining decreased decrease decreases decreasing slid slide slides sliding slipped slip slips slipping sank "
    "sink sinks sinking tumbled tumble tumbles tumbling plunged plunge plunges plunging plummeted plummet "
    "plummets plummeting shed sheds shedding dipped dip dips dipping eased ease eases easing down lower retreated "
    "retreats shrank shrink shrinks shrinking shrunk cut cuts cutting reduced reduce reduces reducing lowered "
    "slumped slump slumps slumping crashed crash weakened contracted dived dove sagged slashed "
    "trimmed narrowed slowed slow cratered nosedived collapsed off surrendered depreciated"
)
TRENDS: dict[str, Trend] = dict.fromkeys(_UP.split(), "up")
TRENDS |= dict.fromkeys(_DOWN.split(), "down")
_COMPARED: dict[str, Trend] = {"lower": "down", "higher": "up", "weaker": "down", "stronger": "up"}
_MORE: dict[str, Trend] = {
    "more": "up",
    "fewer": "down",
    "less": "down",
    "bigger": "up",
    "larger": "up",
    "smaller": "down",
}
"""What a percentage is compared by with what was before, or with another: "50 percent more visitors"."""
_ADVERBS = frozenset(
    "by a an another further some only just about sharply slightly another modestly steadily nearly "
    "almost quickly roughly around over more than as much another all back to at least an estimated in "
    "the of its their his that ended closed end close day trading".split()
)
_PARTICLE = frozenset(
    "gave give gives giving given set made make makes making took take takes taking picked pick put end "
    "ended ending used".split()
)
_MOVED_BY = frozenset("% percent pct per points point cents".split())  # "ended up 3 points", not "ended up 3 down"
_ADDS = frozenset("add adds added adding".split())
_OWNERS = frozenset("the a an its their his her our your this that".split())
_LEVELS = frozenset(
    "a an its of at on between close closing end finish settle settlement record high low all-time all time new year "
    "- level total day intraday session just only under over about around nearly almost some roughly "
    "monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)
_LEVELLED = 8
_STANDS = frozenset(
    "closed close closes closing ended ends ending stood stands standing finished finishing settled settling opened "
    "traded trading quoted hovered".split()
)
_STANDING = 4
_LEAST_LEVEL = 25
_LOSES = frozenset("lost lose loses losing".split())
_PLAYED = frozenset("game match set fight bout race round leg meeting".split())
_AT_A_RATE = (["at", "a", "rate", "of"], ["at", "a", "pace", "of"])
_REACH = 9
_CLOSE = 4


def moves_before(t: Tokens, i: int) -> Trend | None:
    """Return the direction of a movement word in the few tokens before ``i``, in the same clause."""
    low = t.low
    for k in range(i - 1, i - _REACH, -1):
        word = low[k]
        if word in TRENDS and _is_movement(t, k):
            return _direction(t, k)
        if word in (".", ";", ":", "!", "?", "") or t.breaks(k + 1):
            return None
    return None


def _is_movement(t: Tokens, k: int) -> bool:
    low = t.low
    word = low[k]
    if word == "up" and low[k + 1] in ("to", "with", "for", "and", "in", "a"):
        return low[k + 1] != "to" or low[k - 1] in UPWARD
    if word == "up" and low[k - 1] in _PARTICLE:
        return low[k - 1] == "ended" and low[k + 1][:1].isdecimal() and low[k + 2] in _MOVED_BY
    if word in ("down", "off", "lower", "higher"):
        return low[k + 1] not in ("the", "and", "with", "a", "of", "that", "this", "its", "his", "her", "their")
    return True


def _direction(t: Tokens, k: int) -> Trend:
    low = t.low
    if low[k] in ("edged", "ticked", "inched", "moved", "slow", "adds"):
        for n in (k + 1, k + 2):
            if low[n] in ("down", "lower", "up", "higher"):
                return TRENDS[low[n]]
    return TRENDS[low[k]]


def assign(t: Tokens, drafts: list[Draft]) -> None:
    """Set trend and role of each draft from the words before it and the figures it follows."""
    last: Draft | None = None
    for draft in drafts:
        if draft.kind in ("date", "time", "ordinal", "age", "score"):
            continue
        _place(t, draft, last)
        if draft.kind == "multiple" and draft.trend:
            draft.role = "change"
        if draft.bare and draft.digits and draft.unit is None and draft.kind == "count" and _stands_at(t, draft):
            draft.kind = "level"
        if draft.role in ("to", "from") and draft.kind == "count" and draft.digits and draft.unit in (None, "point"):
            draft.kind = "level"
        last = draft


def _place(t: Tokens, draft: Draft, last: Draft | None) -> None:
    low = t.low
    i = draft.first
    before = "to" if _levelled(t, i) else low[i - 1]
    linked = (
        last is not None and last.role is not None and 0 <= i - last.next <= _REACH and _same_clause(t, last.next, i)
    )
    if before in ("to", "at"):
        if linked and last is not None and last.role in ("change", "share", "from"):
            draft.role = "to"
        elif before == "to" and moves_before(t, i - 1):
            draft.role = "to"
            draft.trend = moves_before(t, i - 1)
    elif before == "from":
        if (linked and last is not None) or moves_before(t, i - 1):
            draft.role = "from"
    elif before in ("or", ",", "(") and linked and last is not None and last.role == "change" and i - last.next <= 2:
        if low[last.next] in ("or", ",", "(") and low[i - 1] in ("or", "("):
            draft.role, draft.trend = "share", last.trend
            if last.kind == "percent" != draft.kind:  # "rose 9 percent, or $3.44"
                draft.role, last.role = "change", "share"
    elif not _adds_to(t, draft) and not _lost_in_play(t, draft):
        trend = _moved(t, i)
        if trend is None and before == "by" and linked and last is not None and last.role == "change":
            apart = not any(word in TRENDS for word in low[last.next : i])
            trend = last.trend if apart else moves_before(t, i - 1)  # "shares were down 2%, Orr by 3%"
        if trend is None and before == "by" and (last is None or i - last.next > _REACH):
            trend = moves_before(t, i - 1)  # "expected to grow sales by 35 per cent"
        if trend is None:
            trend = _COMPARED.get(low[draft.next]) or _compared(t, draft)
        if trend:
            draft.role, draft.trend = "change", None if before == "of" and not _at_a_rate(low, i) else trend
        elif draft.kind == "percent" and low[draft.next] in TRENDS:
            draft.role = "change"


def _compared(t: Tokens, draft: Draft) -> Trend | None:
    """Return the direction told behind a change: "50 percent more visitors", "five points up on last season"."""
    if t.low[draft.next] in ("up", "down") and t.low[draft.next + 1] in ("on", "from"):
        return TRENDS[t.low[draft.next]]
    return _MORE.get(t.low[draft.next]) if draft.kind == "percent" and t.low[draft.next + 1] != "than" else None


def _stands_at(t: Tokens, draft: Draft) -> bool:
    """Whether the figure is where an index or a price stood: "closed at 8,588"; "closed at 8" is an hour."""
    low, i = t.low, draft.first
    large = draft.step < 1 or (isinstance(draft.value, float) and draft.value >= _LEAST_LEVEL)
    return large and low[i - 1] == "at" and any(word in _STANDS for word in low[i - _STANDING : i - 1])


def _adds_to(t: Tokens, draft: Draft) -> bool:
    """Whether the figure is put on something else, and its subject does not move: "adding $40 to the bill"."""
    low, j = t.low, draft.next
    return (
        low[j] == "to" and low[j + 1] in _OWNERS and any(word in _ADDS for word in low[draft.first - 2 : draft.first])
    )


def _lost_in_play(t: Tokens, draft: Draft) -> bool:
    """Whether the figure is of games that a side has lost, and no level fell: "lost three games, eight of ten"."""
    before = t.low[draft.first - _CLOSE : draft.first]
    return (draft.unit in _PLAYED or t.low[draft.next] == "of") and not _LOSES.isdisjoint(before)


def _levelled(t: Tokens, i: int) -> bool:
    """Whether the figure at token ``i`` is what a movement came to: "to a close of 1,463", "to a record 90"."""
    for k in range(i - 1, i - 1 - _LEVELLED, -1):
        if t.low[k] == "to":
            return True
        if t.low[k] not in _LEVELS:
            return False
    return False


def _moved(t: Tokens, i: int) -> Trend | None:
    low = t.low
    if _at_a_rate(low, i):
        i -= len(_AT_A_RATE[0])
    for k in range(i - 1, i - 1 - _CLOSE, -1):
        word = low[k]
        if word in TRENDS:
            noun = low[k - 1] in _OWNERS and low[k + 1] != "of"  # "its offer is a cut over three years"
            if noun or not _is_movement(t, k) or t.breaks(k + 1):
                return None
            if word in ("down", "up", "lower", "higher") and low[k - 1] in ("edged", "moved", "inched", "ticked"):
                return TRENDS[word]
            return _direction(t, k)
        if word not in _ADVERBS or (word == "a" and k == i - 1):
            return None
    return None


def _at_a_rate(low: Sequence[str], i: int) -> bool:
    return low[i - len(_AT_A_RATE[0]) : i] in _AT_A_RATE


def _same_clause(t: Tokens, first: int, after: int) -> bool:
    return not any(t.low[k] in (".", ";", "!", "?") or t.breaks(k) for k in range(first, after))
