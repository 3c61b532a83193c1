"""Finds where a figure may start, reads it there, and puts the figures of a text together."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.documents.model import Document, Span
from claimcheck.figures import coordination, movements
from claimcheck.figures.ages import read_group
from claimcheck.figures.build import build
from claimcheck.figures.clock import read_clock, read_noon
from claimcheck.figures.dates import (
    read_day_month,
    read_month,
    read_numeric_date,
    read_quarter,
    read_relative,
    read_weekday,
)
from claimcheck.figures.draft import Draft
from claimcheck.figures.hedging import hedged
from claimcheck.figures.keys import is_key
from claimcheck.figures.model import Figure
from claimcheck.figures.numerals import ONES, PARTS, SCALES, TENS, VULGAR
from claimcheck.figures.ordinals import read_compound, read_ordinal
from claimcheck.figures.quantity import read_quantity
from claimcheck.figures.ratios import MULTIPLES, read_multiple
from claimcheck.figures.setting import Setting, setting
from claimcheck.figures.special import (
    SINGLE,
    read_decade_of_life,
    read_dozen,
    read_numbered,
    read_quarter_code,
    read_share,
    read_single,
    with_tail,
)
from claimcheck.figures.tallies import tally
from claimcheck.figures.tokens import PAD, Tokens
from claimcheck.figures.vague import read_vague
from claimcheck.figures.words import MONTHS, ORDINALS, WEEKDAYS
from claimcheck.figures.years import read_year
from claimcheck.rules.packs import Packs

_DIGITS = "0123456789"


def read(document: Document, packs: Packs) -> tuple[Figure, ...]:
    """Return the figures of ``document`` in reading order, apart from each other and from its markup."""
    s = setting(packs)
    t = Tokens(document.text)
    drafts: list[Draft] = []
    free = 0
    starts = _starts(s)
    for i in range(PAD, t.stop):
        word = t.low[i]
        kind = starts.get(word)
        if kind is None:
            if word[0] not in _DIGITS:
                continue
            kind = "digit"
        if i < free:
            continue
        draft = _read_at(t, i, kind, s)
        if draft is None or is_key(t, draft):
            continue
        if draft.first < free:
            draft.first = max(draft.first, free)
            if draft.first > draft.number:
                continue
        drafts.append(draft)
        free = draft.next
    coordination.years(t, drafts)
    coordination.share_forward(t, drafts)
    coordination.ages_of(t, drafts)
    tally(t, drafts)
    coordination.fill_in(t, drafts)
    coordination.convert(t, drafts)
    movements.assign(t, drafts)
    coordination.levels(t, drafts)
    figures = tuple(build(t, draft, s) for draft in drafts)
    return _outside(figures, document.markup) if document.markup else figures


def _outside(figures: tuple[Figure, ...], markup: tuple[Span, ...]) -> tuple[Figure, ...]:
    """Return the figures that touch no span of ``markup``; both are in order and apart."""
    kept, n = [], 0
    for figure in figures:
        while n < len(markup) and markup[n][1] <= figure.start:
            n += 1
        if n == len(markup) or figure.end <= markup[n][0]:
            kept.append(figure)
    return tuple(kept)


@lru_cache(maxsize=16)
def _starts(s: Setting) -> dict[str, str]:
    """Return the words at which a figure may start, and what to read there."""
    starts: dict[str, str] = {}
    starts |= dict.fromkeys(WEEKDAYS, "weekday")
    starts |= dict.fromkeys(MONTHS, "month")
    starts |= dict.fromkeys(
        ("yesterday", "today", "tomorrow", "tonight", "last", "this", "next", "previous"), "relative"
    )
    starts |= dict.fromkeys(("noon", "midnight"), "noon")
    starts |= dict.fromkeys((word for word in PARTS if not word.endswith("s")), "part")
    starts |= dict.fromkeys(ORDINALS, "ordinal")
    starts |= dict.fromkeys((*MULTIPLES, "once"), "multiple")
    starts |= dict.fromkeys(s.vague.amounts, "vague")
    starts |= dict.fromkeys(s.vague.few, "vague")
    starts |= dict.fromkeys((*ONES, *TENS, *SCALES, *VULGAR), "word")
    starts |= {"dozen": "dozen", ".": "dot", "a": "article", "an": "article"}
    return starts


def _read_at(t: Tokens, i: int, kind: str, s: Setting) -> Draft | None:
    if kind == "digit":
        word = t.low[i]
        after = t.low[i + 1]
        if word.isdecimal() or "." in word:
            clock = read_clock(t, i)
            if clock is not None:
                return hedged(t, clock, s)
        if len(word) <= 4 and word.isdecimal():
            date = (
                read_quarter_code(t, i)
                or read_numbered(t, i)
                or read_day_month(t, i)
                or (read_numeric_date(t, i) if after and after in "-/." else None)
            )
            if date is None and after == "s" and t.glued(i + 1):
                group = read_group(t, i)
                if group is not None:
                    return hedged(t, group, s) if group.hedge is None else group
                date = read_decade_of_life(t, i) or read_year(t, i, counts=False)
            if date is not None:
                return date
            if after in ("st", "nd", "rd", "th") and t.glued(i + 1):
                return read_ordinal(t, i)
        return read_quantity(t, i, s)
    if kind == "dot":
        return read_quantity(t, i, s) if t.low[i + 1][:1].isdecimal() and t.glued(i + 1) and not t.glued(i) else None
    if kind == "word":
        clock = read_clock(t, i)
        return hedged(t, clock, s) if clock is not None else read_compound(t, i) or read_quantity(t, i, s)
    if kind == "article":
        return read_single(t, i, s) if t.low[i + 1] in SINGLE else None
    if kind == "weekday":
        return read_weekday(t, i)
    if kind == "month":
        return read_month(t, i)
    if kind == "relative":
        return read_relative(t, i)
    if kind == "noon":
        return hedged(t, read_noon(t, i), s)
    if kind == "multiple":
        draft = read_multiple(t, i)
        return hedged(t, draft, s) if draft else None
    if kind == "vague":
        draft = read_vague(t, i, s.vague)
        return hedged(t, with_tail(t, draft, s), s) if draft else None
    if kind == "dozen":
        return read_dozen(t, i, s)
    if kind == "ordinal":
        draft = read_quarter(t, i)
        if draft is not None:
            return draft
        return (read_share(t, i, s) if t.low[i] in PARTS else None) or read_ordinal(t, i)
    return read_share(t, i, s)
