"""Rates: "per hour", "a share", behind a figure."""

from __future__ import annotations

from claimcheck.figures.draft import Draft
from claimcheck.figures.setting import Setting
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.units import read_rate


def finish_rate(t: Tokens, draft: Draft, s: Setting) -> None:
    """Take in the rate that stands behind ``draft``."""
    rate = read_rate(t, draft.next, s.units, plain=draft.unit is None)
    if rate is None:
        return
    name, factor, after = rate
    draft.note("rate", draft.next, after)
    draft.next = after
    if draft.unit is None:
        draft.unit = f"per {name}"
        return
    whole = f"{draft.unit} per {name}"
    known = s.units.words.get(whole)
    if known is not None:
        draft.measure(known, after, "rate")
        return
    draft.unit = whole
    if draft.dimension is None or draft.kind == "money":
        return
    over = s.units.words.get(name)
    draft.kind = "measure"
    draft.dimension = f"{draft.dimension} per {over.dimension if over else name}"
    if draft.factor is not None and over is not None:
        draft.factor = draft.factor / factor if factor else None
