"""Takes the hedge before or behind a figure into it."""

from __future__ import annotations

from claimcheck.figures.draft import Draft
from claimcheck.figures.setting import Setting
from claimcheck.figures.tokens import Tokens


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
    if found is not None:
        draft.hedge, start = found
        draft.note(f"hedge {draft.hedge}", start, first)
        draft.first = min(start, first)
    else:
        behind = s.hedges.find_after(t, draft.number_next) or s.hedges.find_after(t, draft.next)
        if behind is not None:
            draft.hedge, after = behind
            draft.note(f"hedge {draft.hedge}", after - 1, after)
            draft.next = max(draft.next, after)
    if draft.hedge is not None:
        draft.bound = s.hedges.by_id[draft.hedge].bound
    return draft
