"""Finds where a figure may start, reads it there, and puts the figures of a text together."""

from __future__ import annotations

from claimcheck.documents.model import Document
from claimcheck.figures import movements
from claimcheck.figures.admits import admit
from claimcheck.figures.clock import read_clock, read_noon, read_past
from claimcheck.figures.dates import read_day_month, read_month, read_numeric_date, read_quarter, read_relative, read_weekday, read_year
from claimcheck.figures.draft import Draft
from claimcheck.figures.model import Figure, Moment, Step
from claimcheck.figures.numerals import ONES, PARTS, SCALES, TENS, VULGAR, Number
from claimcheck.figures.ordinals import read_ordinal
from claimcheck.figures.quantity import _hedged, finish_ratio, finish_rate, read_quantity
from claimcheck.figures.ratios import MULTIPLES, read_half, read_multiple
from claimcheck.figures.setting import Setting, setting
from claimcheck.figures.tails import read_tail
from claimcheck.figures.tokens import PAD, Tokens
from claimcheck.figures.vague import read_vague
from claimcheck.figures.words import MONTHS, ORDINALS, WEEKDAYS
from claimcheck.rules.packs import Packs

_DIGITS = "0123456789"


def read(document: Document, packs: Packs) -> tuple[Figure, ...]:
    """Return the figures of ``document`` in reading order, apart from each other and from its markup."""
    s = setting(packs)
    t = Tokens(document.text)
    drafts: list[Draft] = []
    free = 0
    starts = s_starts(s)
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
        if draft is None:
            continue
        if draft.first < free:
            draft.first = max(draft.first, free)
            if draft.first > draft.number:
                continue
        drafts.append(draft)
        free = draft.next
    fill_in(t, drafts)
    convert(t, drafts)
    movements.assign(t, drafts)
    figures = tuple(_figure(t, draft, s) for draft in drafts)
    if document.markup:
        figures = tuple(f for f in figures if not any(f.start < b and a < f.end for a, b in document.markup))
    return figures


_CACHE: dict[int, dict[str, str]] = {}


def s_starts(s: Setting) -> dict[str, str]:
    """Return the words at which a figure may start, and what to read there."""
    key = id(s)
    if key not in _CACHE:
        starts: dict[str, str] = {}
        starts |= dict.fromkeys(WEEKDAYS, "weekday")
        starts |= dict.fromkeys(MONTHS, "month")
        starts |= dict.fromkeys(("yesterday", "today", "tomorrow", "tonight", "last", "this", "next", "previous"), "relative")
        starts |= dict.fromkeys(("noon", "midnight"), "noon")
        starts |= dict.fromkeys((word for word in PARTS if not word.endswith("s")), "part")
        starts |= dict.fromkeys(ORDINALS, "ordinal")
        starts |= dict.fromkeys((*MULTIPLES, "once"), "multiple")
        starts |= dict.fromkeys(s.vague.amounts, "vague")
        starts |= dict.fromkeys(s.vague.few, "vague")
        starts |= dict.fromkeys((*ONES, *TENS, *SCALES, *VULGAR), "word")
        starts |= {"dozen": "dozen", ".": "dot", "a": "article", "an": "article"}
        _CACHE[key] = starts
    return _CACHE[key]


def _read_at(t: Tokens, i: int, kind: str, s: Setting) -> Draft | None:  # noqa: C901, PLR0911, PLR0912
    if kind == "digit":
        word = t.low[i]
        after = t.low[i + 1]
        if word.isdecimal() or "." in word:
            clock = read_clock(t, i)
            if clock is not None:
                return _hedged(t, clock, s)
        if len(word) <= 4 and word.isdecimal():  # noqa: PLR2004
            date = _quarter_code(t, i) or _numbered(t, i) or read_day_month(t, i) or (read_numeric_date(t, i) if after in "-/." and after else None)
            if date is None and after == "s" and t.glued(i + 1):
                date = read_year(t, i, counts=False) or _decade_of_life(t, i)
            if date is not None:
                return date
            if after in ("st", "nd", "rd", "th") and t.glued(i + 1):
                return read_ordinal(t, i)
        return read_quantity(t, i, s)
    if kind == "dot":
        return read_quantity(t, i, s) if t.low[i + 1][:1].isdecimal() and t.glued(i + 1) and not t.glued(i) else None
    if kind == "word":
        clock = read_clock(t, i)
        return _hedged(t, clock, s) if clock is not None else read_quantity(t, i, s)
    if kind == "article":
        return _single(t, i, s) if t.low[i + 1] in _SINGLE else None
    if kind == "weekday":
        return read_weekday(t, i)
    if kind == "month":
        return read_month(t, i)
    if kind == "relative":
        return read_relative(t, i)
    if kind == "noon":
        return _hedged(t, read_noon(t, i), s)
    if kind == "multiple":
        draft = read_multiple(t, i)
        return _hedged(t, draft, s) if draft else None
    if kind == "vague":
        draft = read_vague(t, i, s.vague)
        return _hedged(t, _with_tail(t, draft, s), s) if draft else None
    if kind == "dozen":
        return _dozen(t, i, s)
    if kind == "ordinal":
        draft = read_quarter(t, i)
        if draft is not None:
            return draft
        return (_half(t, i, s) if t.low[i] in PARTS else None) or read_ordinal(t, i)
    return _half(t, i, s)


_SINGLE = frozenset("full decade year month week century penny cent percentage mile hour day minute dollar euro fraction point billion".split())


def _single(t: Tokens, i: int, s: Setting) -> Draft | None:
    """Read "a" as one where a hedge or a movement before it says that it counts: "more than a decade", "up a penny"."""
    if not (s.hedges.find_before(t, i) or t.low[i - 1] in ("up", "down", "rose", "fell", "gained", "lost", "by")):
        return None
    j = i + 2 if t.low[i + 1] == "full" else i + 1
    number = Number(i, j, 1.0, 1.0, "article as one")
    tail = read_tail(t, number, j, None, s)
    if tail is None or tail.rule not in ("unit", "percent"):
        return None
    draft = Draft(i, j, "count", 1.0, number.rule)
    draft.step = 1.0
    tail.take(t, draft, number, s)
    finish_rate(t, draft, s)
    return _hedged(t, draft, s)


def _quarter_code(t: Tokens, i: int) -> Draft | None:
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


def _numbered(t: Tokens, i: int) -> Draft | None:
    """Read "No. 11" as a rank."""
    if t.low[i - 1] == "." and t.low[i - 2] == "no" and t.upper(i - 2) and t.low[i].isdecimal():
        draft = Draft(i - 2, i + 1, "ordinal", float(t.low[i]), "rank")
        draft.number, draft.low, draft.high = i, float(t.low[i]), float(t.low[i])
        return draft
    return None


def _half(t: Tokens, i: int, s: Setting) -> Draft | None:
    past = read_past(t, i)
    if past is not None:
        return past
    read = read_half(t, i)
    if read is None:
        return None
    first, after, share, kind = read
    if kind == "ratio":
        draft = Draft(first, after, "ratio", share, "share in words")
        finish_ratio(t, draft)
        return _hedged(t, draft, s)
    number = Number(first, after, share, share, "share of a unit")
    from claimcheck.figures.numerals import _scale  # noqa: PLC0415

    if t.low[after] in ("a", "an"):
        number.next = after + 1
    number = _scale(t, number)
    draft = Draft(first, number.next, "count", number.value, number.rule)
    draft.scale, draft.step = number.scale, number.step if number.scale > 1 else 0
    draft = _with_tail(t, draft, s)
    if draft.unit is None and number.scale == 1:
        return None
    return _hedged(t, draft, s)


def _dozen(t: Tokens, i: int, s: Setting) -> Draft | None:
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
    return _hedged(t, _with_tail(t, draft, s), s)


def _with_tail(t: Tokens, draft: Draft, s: Setting) -> Draft:
    number = Number(draft.first, draft.next, draft.value if isinstance(draft.value, float) else 2.0, 0, "vague amount")
    number.scale = draft.scale
    j = draft.next
    of = t.low[j] == "of" or (t.low[j] == "more" and t.low[j + 1] != "than")
    tail = read_tail(t, number, j + 1 if of and t.low[j + 1] != "the" else j, None, s)
    draft.number, draft.number_next = draft.first, draft.next
    if tail is not None:
        value = draft.value
        tail.take(t, draft, number, s)
        draft.value = value
        finish_rate(t, draft, s)
    return draft


def _decade_of_life(t: Tokens, i: int) -> Draft | None:
    """Read "in his 30s", "in her mid-40s"."""
    word, k = t.low[i], i - 1
    if t.low[k] == "-" and t.low[k - 1] in ("mid", "early", "late"):
        k -= 1
    if t.low[k] in ("mid", "early", "late"):
        k -= 1
    if len(word) != 2 or word[1] != "0" or t.low[k] not in ("his", "her", "their", "my", "our", "your"):  # noqa: PLR2004
        return None
    draft = Draft(i, i + 2, "age", None, "age in decades")
    draft.low, draft.high, draft.unit, draft.bound = float(word), float(word) + 9, "year of age", "~"
    return draft


def fill_in(t: Tokens, drafts: list[Draft]) -> None:
    """Give bare numbers the unit of the figure that they are coordinated with."""
    last: Draft | None = None
    for draft in drafts:
        if draft.kind in ("date", "time", "ordinal"):
            continue
        if draft.bare and last is not None and last.unit is not None and last.kind in ("count", "measure") and _coordinated(t, last, draft):
            rate = f" {draft.unit}" if draft.unit else ""
            draft.unit, draft.dimension, draft.factor, draft.offset = last.unit + rate, last.dimension, last.factor, last.offset
            draft.kind, draft.thing = last.kind, last.thing
            draft.note("unit of the figure before", draft.first, draft.next)
        last = draft


_REACH = 14


def convert(t: Tokens, drafts: list[Draft]) -> None:
    """Let a conversion in brackets share the hedge of what it converts: "over 100 kilometres (60 miles)"."""
    last: Draft | None = None
    for draft in drafts:
        if (
            last is not None
            and last.hedge is not None
            and draft.hedge is None
            and draft.kind == last.kind
            and draft.unit != last.unit
            and t.low[draft.first - 1] in ("(", "/")
            and draft.first - 1 - last.next in (0, 1)
        ):
            draft.hedge, draft.bound = last.hedge, last.bound
        last = draft


def _coordinated(t: Tokens, last: Draft, draft: Draft) -> bool:
    low = t.low
    if draft.first - last.next > _REACH:
        return False
    between = low[last.next : draft.first]
    if any(word in (".", ";", "!", "?", ":") for word in between):
        return False
    return any(word in ("and", "or", "from", "with", "than", "versus", "to", "but", ",") for word in between)


def _figure(t: Tokens, draft: Draft, s: Setting) -> Figure:
    start, end = t.start[draft.first], t.end[draft.next - 1]
    hedge = s.hedges.by_id[draft.hedge] if draft.hedge else None
    low, high = admit(draft, hedge, s.rounding)
    value = draft.value
    if isinstance(value, float) and value != value:  # noqa: PLR0124
        value = None
    thing = t.text[t.start[draft.thing[0]] : t.end[draft.thing[1] - 1]] if draft.thing else None
    return Figure(
        start,
        end,
        t.start[draft.number],
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
