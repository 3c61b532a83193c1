"""What a bare number counts where a phrase says it: "the number of homes without power fell to 4,000"."""

from __future__ import annotations

from claimcheck.figures.draft import Draft
from claimcheck.figures.things import counted, unit_of
from claimcheck.figures.tokens import Tokens

TALLIES = frozenset(("number", "total", "tally", "toll"))
"""What is counted up: behind one of these a bare number counts nothing that was named before."""

_OF = frozenset(("number", "total", "tally"))
_REACH = 16
"""Tokens between "the number of" and the number."""
_APART = frozenset((".", "!", "?", ";", ":", '"', "and", "but", "while", "as", "with"))
"""What parts them: the number is then of another clause."""


def tally(t: Tokens, drafts: list[Draft]) -> None:
    """Give bare numbers the unit of what is said to be counted, before them or right behind: "to 12 the number of"."""
    for draft in drafts:
        if _on_scale(t, draft):
            continue
        if not draft.bare or draft.unit is not None or draft.kind != "count":
            continue
        at = _behind(t, draft) or _before(t, draft)
        phrase = counted(t, at, many=True) if at is not None else None
        if phrase is not None and not phrase[0] <= draft.number < phrase[1]:
            draft.unit, draft.thing, draft.bare = unit_of(t, *phrase), phrase, False
            draft.note("what is counted", *phrase)


def _on_scale(t: Tokens, draft: Draft) -> bool:
    """Give a magnitude its unit: "6.1 on the Richter scale", "2.8 to 3.8 degrees on the Richter scale"."""
    j = draft.next
    k = j + 1 + (t.low[j + 1] == "the")
    if draft.unit not in (None, "degree") or t.low[j] not in ("on", "of") or t.low[k] != "richter":
        return False
    draft.kind, draft.unit, draft.dimension, draft.factor, draft.bare = "count", "magnitude", None, None, False
    draft.note("grade", j, k + 1)
    return True


def _behind(t: Tokens, draft: Draft) -> int | None:
    """Return where the thing begins that is named behind: "bringing to 12 the total number of miners"."""
    k = draft.next
    if t.low[k] != "the" or t.low[draft.first - 1] not in ("to", "at"):
        return None
    k += 2 if t.low[k + 2] in _OF and t.low[k + 3] == "of" else 1
    return k + 2 if t.low[k] in _OF and t.low[k + 1] == "of" else None


def _before(t: Tokens, draft: Draft) -> int | None:
    """Return where the thing begins that is named before: "the number of marchers was put at 5,000"."""
    for k in range(draft.first - 1, draft.first - _REACH, -1):
        if t.low[k] in _APART or not t.low[k] or t.breaks(k + 1):
            return None
        if t.low[k] == "of" and t.low[k - 1] in _OF:
            return k + 1 if t.low[k - 2] != "a" else None
    return None
