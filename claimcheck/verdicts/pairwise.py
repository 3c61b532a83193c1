"""The rules on one link: another value, unit, direction, hedge or moment, in a quotation or out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from claimcheck.alignment.compare import AGREE, relate, scale
from claimcheck.alignment.model import Link
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.verdicts.case import Case, ordered
from claimcheck.verdicts.direction import reversal
from claimcheck.verdicts.fields import fields_of, unit_variant, value_variant
from claimcheck.verdicts.hedged import hedge_changed
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.numbers import numbers_of, same_number
from claimcheck.verdicts.several import told_by_another

_ROUNDED = 0.03
"""Share by which two hedged numbers may differ for being rounded differently."""
_VAGUE = 3
"""Ratio of what a figure admits at most and at least beyond which it names no number: dozens, thousands."""
_SURE = 0.9
"""Score from which a link is as sure as any."""
_BESIDE_BOUND = 0.1
"""Share by which a number may differ from the bound that rounds it: 6.4 percent are more than six."""


def find_pairwise(case: Case) -> Iterator[Finding]:
    """Yield at most one finding per link, and none on a draft's claim that another source bears out.

    Figures beside each other that are turned round together make one finding.
    """
    turned: list[_Turn] = []
    backing = cache(partial(_backing, case))
    for link in case.links:
        one, two = case.sides(link)
        if case.draft is None:
            finding = _between_sources(case, link, one, two)
        elif _is_settled(case, link, one, backing):
            continue
        elif words := _turned(case, link, one, two):
            turned.append(_Turn(one, two, words))
            continue
        else:
            finding = _judge(case, link, one, two)
        if finding is not None:
            yield finding
    for turns in _beside(sorted(turned, key=lambda turn: turn.draft.id)):
        yield _direction(case, turns)


class _Backing(NamedTuple):
    """The counterparts that have a draft's very figure, two at most, and how surely each source bears it out."""

    equal: tuple[Link, ...]
    sources: Mapping[str, float]


class _Turn(NamedTuple):
    """A draft's claim that is turned round, its counterpart, and the word of each that says so."""

    draft: Claim
    source: Claim
    words: tuple[str, str]


def _is_settled(case: Case, link: Link, draft: Claim, backing: Callable[[int], _Backing]) -> bool:
    """Return whether something else bears the draft's claim out, or explains it."""
    if link.verdict in AGREE:
        return len(case.linked[draft.id]) > 1 and _told_alike_elsewhere(case, link, draft, backing(draft.id))
    borne_out = any(
        _bears_out(draft.figure, case.other(each, draft).figure, each.score >= link.score)
        for each in case.agreeing.get(draft.id, ())
    )
    settled = borne_out or draft.id in case.derivations or case.dates_an_update(draft)
    return settled or _told_as_rank(case, draft, case.other(link, draft)) or told_by_another(case, link, draft)


def _bears_out(draft: Figure, source: Figure, surer: bool) -> bool:
    """Return whether a source's figure tells the draft's: "thousands" that are less surely meant tell no 1,040."""
    told, low, high = draft.value is not None, source.low, source.high
    vague = told and low is not None and high is not None and source.moment is None and high > _VAGUE * low
    return not _merely_admitted(draft, source) and (surer or not vague)


def _told_as_rank(case: Case, draft: Claim, source: Claim) -> bool:
    """Return whether the source's sentence tells the draft's count by the last of them: "in the 11th" for 11 rounds."""
    return draft.figure.kind == "count" and any(
        each.figure.kind == "ordinal" and (each.document, each.sentence) == (source.document, source.sentence)
        for each in case.by_number[draft.figure.value]
    )


def _judge(case: Case, link: Link, draft: Claim, source: Claim) -> Finding | None:
    if link.verdict in AGREE:
        return _agreeing(case, draft, source)
    if link.verdict == "update":
        told = "plain" if draft.when or source.when else "undated"
        return case.finding("superseded", told, (draft, source), fields_of(case, draft, source))
    return _differing(case, draft, source)


def _turned(case: Case, link: Link, draft: Claim, source: Claim) -> tuple[str, str] | None:
    alike = link.verdict in AGREE or (link.verdict == "conflict" and same_number(draft.figure, source.figure))
    if not alike:
        return None
    return reversal(draft, source, case.directions, any(_moved_beside(case, claim) for claim in (draft, source)))


def _moved_beside(case: Case, claim: Claim) -> bool:
    """Return whether a figure without a direction shares its clause with one that has: "at $3, it fell by 2%"."""
    return claim.figure.trend is None and any(
        each.figure.trend is not None and each.clause == claim.clause for each in case.beside(claim)
    )


def _beside(turns: Sequence[_Turn]) -> Iterator[list[_Turn]]:
    """Yield the turns of claims that follow each other within one sentence of the draft and one of the source."""
    row: list[_Turn] = []
    for turn in turns:
        last = row[-1] if row else None
        if last is not None and not (
            turn.draft.id - last.draft.id <= 1
            and turn.draft.sentence == last.draft.sentence
            and (turn.source.document, turn.source.sentence) == (last.source.document, last.source.sentence)
        ):
            yield row
            row = []
        row.append(turn)
    if row:
        yield row


def _told_alike_elsewhere(case: Case, link: Link, draft: Claim, backing: _Backing) -> bool:
    """Return whether another counterpart of ``draft`` has its very figure, hedge and all.

    So has that of another source against which nothing speaks, if it is the draft's as surely: "just after 7 p.m." is
    7:01 of the one, whatever the other's "about 7".
    """
    if any(each is not link for each in backing.equal):
        return True
    own = case.other(link, draft).document
    return any(score >= min(link.score, _SURE) for source, score in backing.sources.items() if source != own)


def _backing(case: Case, draft_id: int) -> _Backing:
    """Return what bears out a claim of the draft, found once for all its links: thousands may repeat one figure."""
    draft = case.claims[draft_id]
    equal: list[Link] = []
    sources: dict[str, float] = {}
    for link in case.linked[draft_id]:
        other = case.other(link, draft)
        alike = other.figure.bound == draft.figure.bound and relate(draft.figure, other.figure) == "match"
        if alike and len(equal) <= 1:
            equal.append(link)
        if (
            link.verdict in AGREE
            and link.score > sources.get(other.document, 0.0)
            and not _states_another(draft.figure, other.figure, _BESIDE_BOUND)
            and _agreeing(case, draft, other) is None
        ):
            sources[other.document] = link.score
    return _Backing(tuple(equal), sources)


def _agreeing(case: Case, draft: Claim, source: Claim) -> Finding | None:
    rule, variant = "unit-mismatch", "plain"
    if draft.quoted and source.quoted and _other_number(draft.figure, source.figure):
        rule = "quoted-figure-altered"
    elif hedge_changed(draft.figure, source.figure):
        if _is_limit(case, draft, source):
            return None
        rule = "hedge-changed"
    elif _hedged_apart(draft.figure, source.figure) or (
        _merely_admitted(draft.figure, source.figure)
        and not (numbers_of(draft.figure) & case.source_numbers or draft.id in case.derivations)
    ):
        return _differing(case, draft, source)
    elif _other_rate(case, draft, source):
        variant = "rate"
    elif not _other_measure(draft, source):
        return None
    return case.finding(rule, variant, (draft, source), fields_of(case, draft, source))


def _is_limit(case: Case, draft: Claim, source: Claim) -> bool:
    """Return whether the one bounds what the other calls a bound: "no more than 0.08" for "a limit of 0.08"."""
    plain = next((claim for claim in (draft, source) if claim.figure.bound == "="), None)
    if plain is None:
        return False
    span = plain.clause or plain.sentence
    return case.reckoning.limits.search(case.documents[plain.document].text, *span) is not None


def _direction(case: Case, turns: Sequence[_Turn]) -> Finding:
    fields = fields_of(case, turns[0].draft, turns[0].source)
    fields["draft"] = case.show_all(turn.draft for turn in turns)
    fields["source"] = case.show_all(turn.source for turn in turns)
    fields["draft_word"], fields["source_word"] = turns[0].words
    concerned = ordered((claim for turn in turns for claim in turn[:2]), case.draft)
    return case.finding("direction-reversed", "plain", concerned, fields)


def _merely_admitted(draft: Figure, source: Figure) -> bool:
    """Return whether the source's "at least three" lets in the draft's four, which it does not tell."""
    if draft.bound != "=" or source.bound not in {"<", ">"} or draft.moment is not None:
        return False
    return _states_another(draft, source, _BESIDE_BOUND)


def _hedged_apart(draft: Figure, source: Figure) -> bool:
    """Return whether two figures hedged alike state other numbers: "at least 80" for "at least 70".

    Their intervals meet, but a draft has no reason to round its source's number to another.
    """
    if draft.bound == "=" or draft.bound != source.bound or draft.kind == "time":
        return False
    return _states_another(draft, source, _ROUNDED)


def _states_another(draft: Figure, source: Figure, apart: float) -> bool:
    left, right = scale(draft).base(_stated(draft)), scale(source).base(_stated(source))
    if left is None or right is None or scale(draft).name != scale(source).name:
        return False
    return abs(left - right) > apart * max(abs(left), abs(right))


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
