"""Takes the hedge before or behind a figure into it."""

from __future__ import annotations

from claimcheck.figures.ages import AGED
from claimcheck.figures.draft import Draft
from claimcheck.figures.setting import Setting
from claimcheck.figures.tokens import Tokens

_OF_MORE = frozenset(
    "for in after took take takes taking taken lasted lasting lasts last spent spend spends is was are were be been of "
    "a an the at waited wait by than to from with within some until not now or and served serve serving , . ( -".split()
) | {""}
"""Words behind which "over" before a length of time means more than: "for over three years"."""

_STRETCHES = frozenset("round game match leg inning season hole lap set frame stage".split())
"""Things counted over which something goes on: he "won over eight rounds"."""

_ASIDE_ENDS = frozenset((",", ".", ";", ")", ""))

_TURNS = ("swivel", "turn", "spin", "rotate", "swing", "flip", "pivot", "revolve", "wheel")
"""Beginnings of verbs that "around" goes with before degrees: "it swivels around 180 degrees"."""


def hedged(t: Tokens, draft: Draft, s: Setting) -> Draft:
    """Take in the hedge before or behind."""
    first = draft.first
    if (
        t.low[first - 1] in ("a", "an", "the")
        and draft.number == first
        and t.low[first] in ("hundred", "thousand", "million", "billion", "dozen", "trillion")
    ):
        first -= 1
        draft.first = first
    if t.low[first - 1] == "first" and draft.kind in ("count", "duration") and not draft.bare:
        first -= 1
        draft.first = first
    found = s.hedges.find_before(t, first)
    if found is None and draft.number != first:
        found = s.hedges.find_before(t, draft.number)
    if found is None and draft.kind == "age" and t.low[first - 1] in AGED:
        found = s.hedges.find_before(t, first - 1)
    if found is not None and _is_of_another(t, draft, found[1], first):
        found = None
    if found is not None:
        draft.hedge, start = found
        draft.note(f"hedge {draft.hedge}", start, first)
        draft.first = min(start, first)
    elif draft.kind != "duration" or t.low[first - 1] != "over":
        behind = s.hedges.find_after(t, draft.number_next) or s.hedges.find_after(t, draft.next) or _aside(t, draft, s)
        if behind is not None:
            draft.hedge, after = behind
            draft.note(f"hedge {draft.hedge}", after - 1, after)
            draft.next = max(draft.next, after)
    if draft.hedge is not None:
        draft.bound = s.hedges.by_id[draft.hedge].bound
    return draft


def _aside(t: Tokens, draft: Draft, s: Setting) -> tuple[str, int] | None:
    """Return the hedge that stands behind the figure between commas: "it took three hours, more or less"."""
    found = s.hedges.find_after(t, draft.next + 1) if t.low[draft.next] == "," else None
    if found is None or s.hedges.by_id[found[0]].bound != "~" or t.low[found[1]] not in _ASIDE_ENDS:
        return None
    return found


def _is_of_another(t: Tokens, draft: Draft, start: int, first: int) -> bool:
    """Whether the words from token ``start`` to before ``first`` hedge nothing here.

    A bare "over" means during ("22 billion over three years"), an "around" belongs to the verb before it, a maximum is
    the offer's ("a maximum five-year offer").
    """
    words, before = t.low[start:first], t.low[start - 1]
    if words == ["over"]:
        return (draft.kind == "duration" or draft.unit in _STRETCHES) and before not in _OF_MORE
    if words == ["around"]:
        return draft.unit == "degree" and before.startswith(_TURNS)
    return words[-1] == "maximum" and t.low[draft.number_next] == "-"
