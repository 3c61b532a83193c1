"""What figures of one sentence lend each other: units in coordination, hedges to their conversions."""

from __future__ import annotations

from claimcheck.figures.draft import Draft
from claimcheck.figures.model import Moment
from claimcheck.figures.tallies import TALLIES
from claimcheck.figures.tokens import Tokens

_RELATIVES = frozenset(
    "son daughter brother sister child kid boy girl grandchild grandson granddaughter cousin teenager man woman".split()
)
_GATHERINGS = frozenset("crowd crowds audience attendance congregation turnout population".split())
_MOST_AGES = 5
_NEAR = 6  # tokens between a figure and what it is converted to: "277 km from Aden, that is 150 nautical miles"
_ROUNDED = 0.12
"""Share by which a conversion may miss what it converts."""
_REACH = 14  # tokens between a figure and the one that lends it a unit


def years(t: Tokens, drafts: list[Draft]) -> None:
    """Make a year of the bare number that a year is joined with: "between A.D. 900 and 1120"."""
    last: Draft | None = None
    for draft in drafts:
        if (
            last is not None
            and last.kind == "date"
            and last.value is not None
            and draft.bare
            and draft.digits
            and t.low[draft.number].isdecimal()
            and len(t.low[draft.number]) in (3, 4)
            and t.low[last.next : draft.first] in (["and"], ["or"], ["to"], ["-"], ["until"])
            and isinstance(draft.value, float)
        ):
            draft.kind, draft.unit, draft.bare, draft.step = "date", None, False, 0
            draft.moment = Moment(year=int(draft.value))
            draft.note("year as the one before", last.first, last.next)
        last = draft


def ages_of(t: Tokens, drafts: list[Draft]) -> None:
    """Make ages of the bare numbers behind so many people: "two sons, 11 and 14"."""
    for n, people in enumerate(drafts):
        listed = drafts[n + 1 : n + 1 + _MOST_AGES]
        count = people.value if people.kind == "count" and people.unit in _RELATIVES else None
        if not isinstance(count, float) or not 1 < count == int(count) <= len(listed):
            continue
        ages = listed[: int(count)]
        rows = zip((people, *ages), ages, strict=False)
        if all(each.bare and each.digits and each.kind == "count" for each in ages) and all(
            _listed(t, one, two) for one, two in rows
        ):
            for each in ages:
                each.kind, each.unit, each.step, each.bare = "age", "year of age", 0, False
                each.note("age of one of them", people.first, people.next)


def fill_in(t: Tokens, drafts: list[Draft]) -> None:
    """Give bare numbers the unit of the figure that they are coordinated with."""
    last: Draft | None = None
    counted: Draft | None = None
    for draft in drafts:
        if draft.kind in ("date", "time", "ordinal", "duration"):
            continue
        if last is not None and last.unit == "season" and t.low[draft.next] in ("last", "this", "next"):
            last = counted  # "31 goals in two seasons, including five last season": of goals
        if draft.bare and last is not None and last.kind == "age" and _listed(t, last, draft):
            draft.kind, draft.unit, draft.step, draft.bare = "age", last.unit, 0, False
            draft.note("age as the one before", last.first, last.next)
        elif (
            draft.bare
            and last is not None
            and last.unit is not None
            and last.kind in ("count", "measure")
            and _coordinated(t, last, draft)
        ):
            rate = f" {draft.unit}" if draft.unit else ""
            draft.unit, draft.dimension, draft.factor, draft.offset = (
                last.unit + rate,
                last.dimension,
                last.factor,
                last.offset,
            )
            draft.kind, draft.thing = last.kind, last.thing
            draft.note("unit of the figure before", draft.first, draft.next)
        if t.low[draft.number_next] != "-" or draft.kind == "age":  # a 200-student school lends nothing
            last = draft
            counted = counted if draft.unit == "season" else draft


def convert(t: Tokens, drafts: list[Draft]) -> None:
    """Let a conversion share the hedge of what it converts: "over 100 kilometres (60 miles)", "..., 60 miles,"."""
    last: Draft | None = None
    for draft in drafts:
        if (
            last is not None
            and last.hedge is not None
            and draft.hedge is None
            and draft.kind == last.kind
            and draft.unit not in (None, last.unit)
            and (_bracketed(t, last, draft) or (_apposed(t, last, draft) and _converted(last, draft)))
        ):
            draft.hedge, draft.bound = last.hedge, last.bound
        last = draft


def _bracketed(t: Tokens, one: Draft, two: Draft) -> bool:
    return t.low[two.first - 1] in ("(", "/") and two.first - 1 - one.next in (0, 1)


def _apposed(t: Tokens, one: Draft, two: Draft) -> bool:
    """Whether nothing but a comma, an "or" or a "that is" stands between two figures, or a place before that."""
    between = t.low[one.next : two.first]
    return (
        bool(between) and (between[-1:] in (["or"], [","]) or between[-2:] == ["that", "is"]) and len(between) <= _NEAR
    )


def _converted(one: Draft, two: Draft) -> bool:
    """Whether two figures of one dimension come to the same, rounding allowed for: "19,000 litres, 5,000 gallons"."""
    if one.dimension is None or one.dimension != two.dimension or one.factor is None or two.factor is None:
        return False
    if not isinstance(one.value, float) or not isinstance(two.value, float) or not two.value:
        return False
    return abs(one.value * one.factor / (two.value * two.factor) - 1) < _ROUNDED


def share_forward(t: Tokens, drafts: list[Draft]) -> None:
    """Give "45" of "45 and 50 cases", "8" of "8 or $9", the unit of the figure behind it."""
    for draft, behind in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if (
            draft.bare
            and draft.unit is None
            and draft.kind == "count"
            and behind.unit is not None
            and behind.kind in ("count", "measure", "money", "duration", "percent", "age")
            and draft.digits == behind.digits
            and _joined_behind(t, draft, behind)
            and isinstance(draft.value, float)
        ):
            draft.unit, draft.dimension, draft.factor, draft.offset = (
                behind.unit,
                behind.dimension,
                behind.factor,
                behind.offset,
            )
            draft.kind, draft.thing, draft.bare = behind.kind, behind.thing, False
            draft.note("unit of the figure behind", behind.first, behind.next)
            if t.low[draft.next] == "to" and draft.scale == 1 and behind.scale > 1 and _smaller(draft, behind):
                draft.value *= behind.scale  # "from 24 to 33 billion euros"
                draft.step, draft.scale = draft.step * behind.scale, behind.scale


def _joined_behind(t: Tokens, draft: Draft, behind: Draft) -> bool:
    """Whether a conjunction alone, or "by" between two sides, stands between two figures."""
    between = t.low[draft.next : behind.first]
    if between in (["by"], ["x"], ["×"], ["-", "by", "-"], ["-", "by"]):
        return True
    if between == ["and"] and behind.kind == "money":
        return False  # "a staff of 80 and $60m"
    return between in (["and"], ["or"], [","]) or (between == ["to"] and t.low[draft.first - 1] == "from")


def _smaller(draft: Draft, behind: Draft) -> bool:
    """Whether the number of ``draft`` can share the magnitude of the one behind it."""
    most = behind.value[0] if isinstance(behind.value, tuple) else behind.value
    assert isinstance(draft.value, float)
    return most is not None and draft.value < 1000 and draft.step < 1000 and draft.value < 10 * most / behind.scale


def levels(t: Tokens, drafts: list[Draft]) -> None:
    """Give a level without a unit that of an earlier level of the sentence: "to 1,463.87 points, ... to 1,333.18"."""
    last: Draft | None = None
    for draft in drafts:
        if draft.kind != "level":
            continue
        if draft.unit is None and last is not None and not _ends_between(t, last.next, draft.first):
            draft.unit = last.unit
            draft.note("unit of the level before", last.first, last.next)
        last = draft if draft.unit is not None else None


def _ends_between(t: Tokens, first: int, after: int) -> bool:
    return any(t.low[k] in (".", "!", "?") or t.breaks(k) for k in range(first, after))


def _listed(t: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether only a comma or a conjunction stands between two figures."""
    between = t.low[last.next : draft.first]
    return 0 < len(between) <= 2 and all(word in (",", "and", "or") for word in between)


def _coordinated(t: Tokens, last: Draft, draft: Draft) -> bool:
    low = t.low
    if draft.first - last.next > _REACH or low[draft.next] == "of":
        return False  # "30 defeats, then 18 of 23 games"
    if low[draft.first - 1] == "of" and low[draft.first - 2] in _GATHERINGS:
        return False  # "300 metres left, and ran on before a crowd of 12,500"
    between = low[last.next : draft.first]
    if any(word in (".", ";", "!", "?", ":") or word in TALLIES for word in between):
        return False
    return any(word in ("and", "or", "from", "with", "than", "versus", "to", "but", ",") for word in between)
