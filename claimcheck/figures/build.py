"""Makes a figure of a draft."""

from __future__ import annotations

from claimcheck.figures.admits import admit
from claimcheck.figures.draft import Draft
from claimcheck.figures.model import Figure, Step
from claimcheck.figures.setting import Setting
from claimcheck.figures.tokens import Tokens


def build(t: Tokens, draft: Draft, s: Setting) -> Figure:
    start, number, end = t.start[draft.first], t.start[draft.number], t.end[draft.next - 1]
    if t.low[draft.first] == "." and t.text[start] == " ":  # a stray point stands before the blank
        start, number = start - 1, number - (draft.number == draft.first)
    hedge = s.hedges.by_id[draft.hedge] if draft.hedge else None
    low, high = admit(draft, hedge, s.rounding)
    value = draft.value
    if isinstance(value, float) and value != value:  # noqa: PLR0124
        value = None
    thing = t.text[t.start[draft.thing[0]] : t.end[draft.thing[1] - 1]] if draft.thing else None
    return Figure(
        start,
        end,
        number,
        t.end[draft.number_next - 1],
        t.text[start:end],
        draft.kind,
        value,
        low,
        high,
        draft.unit,
        draft.dimension if draft.kind not in ("count", "percent") else None,
        draft.factor,
        draft.offset or 0.0,
        draft.bound,
        draft.hedge,
        draft.trend,
        draft.role,
        thing,
        draft.moment,
        tuple(Step(rule, t.text[max(t.start[a], 0) : max(t.end[b - 1], 0)]) for rule, a, b in draft.steps),
    )
