"""The rules on one link: another value, unit, direction, hedge or moment, in a quotation or out of it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from claimcheck.alignment.compare import relate, scale
from claimcheck.alignment.model import Link
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.verdicts.case import AGREE, Case
from claimcheck.verdicts.direction import reversal
from claimcheck.verdicts.fields import fields_of, unit_variant, value_variant
from claimcheck.verdicts.model import Finding

_ROUNDED = 0.03
"""Share by which two hedged numbers may differ for being rounded differently."""


def find_pairwise(case: Case) -> Iterator[Finding]:
    """Yield at most one finding per link, and none on a draft's claim that another source bears out."""
    for link in case.links:
        finding = _judge(case, link)
        if finding is not None:
            yield finding


def _judge(case: Case, link: Link) -> Finding | None:
    one, two = case.sides(link)
    if case.draft is None:
        return _between_sources(case, link, one, two)
    if link.verdict in AGREE:
        return None if _told_alike_elsewhere(case, link, one) else _agreeing(case, one, two)
    if case.borne_out(one) or one.id in case.derivations or case.dates_an_update(one):
        return None
    if link.verdict == "update":
        return case.finding("superseded", "plain", (one, two), fields_of(case, one, two))
    return _differing(case, one, two)


def _told_alike_elsewhere(case: Case, link: Link, draft: Claim) -> bool:
    """Return whether another counterpart of ``draft`` has its very figure, hedge and all."""
    others = (case.other(each, draft).figure for each in case.linked[draft.id] if each != link)
    return any(relate(draft.figure, other) == "match" and other.bound == draft.figure.bound for other in others)


def _agreeing(case: Case, draft: Claim, source: Claim) -> Finding | None:
    if turned := reversal(draft, source, case.directions):
        return _turned(case, draft, source, turned)
    fields = fields_of(case, draft, source)
    if draft.quoted and source.quoted and _other_number(draft.figure, source.figure):
        return case.finding("quoted-figure-altered", "plain", (draft, source), fields)
    if hedge_changed(draft.figure, source.figure):
        return case.finding("hedge-changed", "plain", (draft, source), fields)
    if _hedged_apart(draft.figure, source.figure):
        return _differing(case, draft, source)
    variant = "rate" if _other_rate(case, draft, source) else "plain" if _other_measure(draft, source) else None
    return case.finding("unit-mismatch", variant, (draft, source), fields) if variant else None


def _turned(case: Case, draft: Claim, source: Claim, words: tuple[str, str]) -> Finding:
    fields = fields_of(case, draft, source) | {"draft_word": words[0], "source_word": words[1]}
    return case.finding("direction-reversed", "plain", (draft, source), fields)


def _hedged_apart(draft: Figure, source: Figure) -> bool:
    """Return whether two figures hedged alike state other numbers: "at least 80" for "at least 70".

    Their intervals meet, but a draft has no reason to round its source's number to another.
    """
    if draft.bound == "=" or draft.bound != source.bound or draft.kind == "time":
        return False
    left, right = scale(draft).base(_stated(draft)), scale(source).base(_stated(source))
    if left is None or right is None or scale(draft).name != scale(source).name:
        return False
    return abs(left - right) > _ROUNDED * max(abs(left), abs(right))


def _other_number(draft: Figure, source: Figure) -> bool:
    """Return whether two figures on one scale state other numbers: nobody rounds or rereads what is quoted."""
    stated = draft.value is not None and source.value is not None
    return stated and scale(draft).name == scale(source).name and not same_number(draft, source)


def _stated(figure: Figure) -> float | None:
    return None if isinstance(figure.value, tuple) else figure.value


def _other_rate(case: Case, draft: Claim, source: Claim) -> bool:
    """Return whether the draft makes a rate of a total, with the very rate that the source gives beside the total."""
    mine, theirs = draft.figure.unit or "", source.figure.unit or ""
    if not draft.figure.kind == source.figure.kind == "money" or " per " not in mine or " per " in theirs:
        return False
    return any(each.figure.unit == mine for each in case.beside(source))


def _other_measure(draft: Claim, source: Claim) -> bool:
    """Return whether two counts measure the same stuff in other things: boxes of cartridges, rounds of cartridges."""
    mine, _, stuff = (draft.what or "").lower().partition(" of ")
    theirs, _, same = (source.what or "").lower().partition(" of ")
    if not stuff or stuff != same or draft.figure.unit is None or source.figure.unit is None:
        return False
    return draft.figure.kind == source.figure.kind == "count" and mine.split()[-1:] != theirs.split()[-1:]


def _differing(case: Case, draft: Claim, source: Claim) -> Finding:
    if same_number(draft.figure, source.figure) and (turned := reversal(draft, source, case.directions)):
        return _turned(case, draft, source, turned)
    rule, variant = "value-mismatch", "plain"
    if hedge_changed(draft.figure, source.figure):
        rule = "hedge-changed"
    elif draft.quoted and source.quoted:
        rule = "quoted-figure-altered"
    elif draft.figure.value == source.figure.value and draft.figure.unit != source.figure.unit:
        rule, variant = "unit-mismatch", unit_variant(draft.figure, source.figure)
    else:
        variant = value_variant(draft.figure, source.figure)
    return case.finding(rule, variant, (draft, source), fields_of(case, draft, source))


def _between_sources(case: Case, link: Link, left: Claim, right: Claim) -> Finding | None:
    if link.verdict in AGREE:
        return None
    unit = relate(left.figure, right.figure) == "unit"
    rule = "superseded" if link.verdict == "update" else "unit-mismatch" if unit else "value-mismatch"
    return case.finding(rule, "sources", (left, right), fields_of(case, left, right))


def hedge_changed(draft: Figure, source: Figure) -> bool:
    """Return whether the draft is firmer than the source about the same number, or bounds it from another side.

    A draft that merely adds "about" promises less than its source, and no editor need look; nor is "one in 2,000"
    taken to the letter, with or without it.
    """
    if draft.bound == source.bound or not same_number(draft, source):
        return False
    if draft.kind == source.kind == "ratio" and {draft.bound, source.bound} == {"~", "="}:
        return False
    return (draft.bound, source.bound) != ("~", "=")


def same_number(one: Figure, two: Figure) -> bool:
    """Return whether the bare numbers are the same, hedges aside."""
    if one.value is None or two.value is None or isinstance(one.value, tuple) or isinstance(two.value, tuple):
        return one.value is not None and one.value == two.value
    left, right = scale(one), scale(two)
    if left.name != right.name:
        return one.value == two.value
    return math.isclose(left.base(one.value) or 0.0, right.base(two.value) or 0.0, rel_tol=1e-9)
