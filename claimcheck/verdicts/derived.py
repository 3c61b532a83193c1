"""Figures that no source states but that follow from what they state: sums, shares, changes, spans of years, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimcheck.alignment.compare import Scale, scale
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.figures.model import Figure, Value
from claimcheck.verdicts.compared import Compared, compare
from claimcheck.verdicts.elapsed import Span, elapsed
from claimcheck.verdicts.model import Derivation
from claimcheck.verdicts.reckoning import Reckoning
from claimcheck.verdicts.steps import Step, Steps
from claimcheck.verdicts.sums import Sums, admits

_NEAR = 400
"""Characters within which two years are taken to tell of one thing."""
_ROOM = 0.25
"""Share of its bound by which a figure may lie beyond it: "more than 20" of 16 and 9."""
_FEWEST_NAMED = 3
"""Nobody needs to be told how two names were counted."""
_BARE = Scale("")
_NAME = r"[A-Z][\w’'-]*(?: (?:of|the|de|van|von|al|bin) [A-Z][\w’'-]*| [A-Z][\w’'-]*){0,4}"
_LIST = re.compile(rf"{_NAME}(?:, {_NAME}){{1,20}},? and {_NAME}")
_LATER = frozenset({"later", "earlier", "before", "after"})
_PLAYED = ("year", "season")
"""Spans that sports pages tell in each other's words: what is paid over eight years is paid by the season."""
_REST = frozenset({"remain", "rest"})
"""Canonical words that give a percentage what another leaves over."""


@dataclass(frozen=True)
class Basis:
    """What a draft's figures may follow from: the sources' claims, with the texts that they stand in."""

    claims: Sequence[Claim]
    documents: Mapping[str, Document]
    words: Reckoning

    @cached_property
    def sums(self) -> Sums:
        return Sums(self.claims, {name: document.text for name, document in self.documents.items()}, self.words)

    @cached_property
    def lists(self) -> Mapping[float, list[tuple[str, str]]]:
        """The lists of names in the texts, by how many they name: the list, and the words around it, case folded."""
        found: dict[float, list[tuple[str, str]]] = {}
        for document in self.documents.values():
            for each in _LIST.finditer(document.text):
                names = each[0].count(", ") + 1 + (", and " not in each[0])
                if names >= _FEWEST_NAMED:
                    around = document.text[max(0, each.start() - _NEAR) : each.end() + _NEAR]
                    found.setdefault(names, []).append((each[0], around.casefold()))
        return found

    @cached_property
    def pairs(self) -> tuple[tuple[Claim, Claim], ...]:
        """Every two figures of one sentence that follow upon each other, and the new and old level of a movement."""
        out = []
        for one, two in zip(self.claims, self.claims[1:], strict=False):
            if (one.document, one.sentence) == (two.document, two.sentence):
                out.append((one, two))
        return tuple(out)

    @cached_property
    def movements(self) -> tuple[tuple[Claim, Claim], ...]:
        """The pairs that tell an old and a new level of one scale."""
        return tuple(
            (one, two)
            for one, two in self.pairs
            if {one.figure.role, two.figure.role} == {"from", "to"} and scale(one.figure).name == scale(two.figure).name
        )

    @cached_property
    def changes(self) -> tuple[tuple[Claim, Claim], ...]:
        """The pairs that tell by how much a level moved, and the old or the new one."""
        out = []
        for pair in self.pairs:
            change, end = pair if pair[0].figure.role == "change" else pair[::-1]
            units = {each.figure.unit for each in pair} - {None, "point"}
            level = end.figure.role in {"to", "from"} or end.figure.kind == "level"
            if change.figure.role == "change" and level and len(units) <= 1:
                out.append((change, end))
        return tuple(out)

    @cached_property
    def shares(self) -> Steps:
        """The parts of a whole in percent: "12 of the 48 schools"."""
        return Steps(_shares(self.pairs))

    @cached_property
    def rates(self) -> Mapping[str, Steps]:
        """What a sum comes to by the year or month of the span that it is told for, by scale."""
        found: dict[str, list[tuple[float, Step]]] = {}
        for pair in self.pairs:
            total, span = pair if pair[0].figure.kind == "money" else pair[::-1]
            if total.figure.kind == "money" and span.figure.kind == "duration" and _number(span.figure) > 1:
                on = scale(total.figure)
                rate = (on.base(_number(total.figure)) or 0.0) / _number(span.figure)
                step = f"{total.figure.text} over {span.figure.text}", pair
                for unit in _PLAYED if span.figure.unit in _PLAYED else (span.figure.unit,):
                    found.setdefault(f"{on.name} per {unit}", []).append((rate, step))
        return {name: Steps(steps) for name, steps in found.items()}

    @cached_property
    def compared(self) -> Compared:
        return compare(self.claims)

    @cached_property
    def spans(self) -> Mapping[Span, Steps]:
        """What lies between two moments told near each other, or between one and its text's date."""
        return {span: Steps(steps) for span, steps in elapsed(self.claims, self.documents).items()}

    @cached_property
    def years(self) -> Mapping[float, Claim]:
        """The first claim of each year told."""
        told = (c for c in reversed(self.claims) if c.figure.moment is not None and c.figure.moment.year is not None)
        return {float(_year(claim)): claim for claim in told}

    @cached_property
    def percentages(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.figure.kind == "percent")

    @cached_property
    def records(self) -> tuple[Claim, ...]:
        """Wins and losses, which are told as results are."""
        return tuple(c for c in self.claims if c.figure.kind == "score" and isinstance(c.figure.value, tuple))

    @cached_property
    def ordinals(self) -> Mapping[tuple[Value, str | None], Claim]:
        """The first claim of each place in a row, by the place and what is counted, and by the place alone."""
        out: dict[tuple[Value, str | None], Claim] = {}
        for claim in self.claims:
            if claim.figure.kind == "ordinal":
                out.setdefault((claim.figure.value, claim.figure.unit), claim)
                out.setdefault((claim.figure.value, None), claim)
        return out


def derive(claim: Claim, basis: Basis, linked: bool, before: Sequence[Claim] = ()) -> Derivation | None:
    """Return how the figure of ``claim`` follows from what ``basis`` states, None when it does not.

    ``before`` are the draft's claims before it, from the nearest years of which it may count on.
    A claim that is ``linked`` to another figure follows only from figures that a source itself puts together,
    or as what they leave over.
    """
    wanted = _narrowed(claim.figure)
    if isinstance(wanted.value, tuple) or wanted.value is None or wanted.moment is not None:
        return None
    if (found := basis.sums.find(wanted)) and (not linked or found.told_of(wanted, basis.words.wholes)):
        return Derivation(claim.id, found.words, tuple(c.id for c in found.claims))
    if (reached := _reached(claim, basis, before)) is not None:
        return reached
    for way in _BESIDE_ANOTHER if linked else _WAYS:
        step = next(way(claim, basis), None)
        if step:
            return Derivation(claim.id, step[0], tuple(c.id for c in step[1]))
    return None


def _narrowed(figure: Figure) -> Figure:
    """Return ``figure`` without what lies far beyond its bound: "40 or more" does not follow from 30 and 105."""
    if not isinstance(figure.value, int | float) or (figure.low is None) == (figure.high is None):
        return figure
    reach = _ROOM * abs(figure.value)
    if figure.high is None:
        return replace(figure, high=figure.value + reach)
    return replace(figure, low=figure.value - reach)


def _by_share(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Take a part of a whole: "12 of the 48 schools" for 25 percent."""
    if claim.figure.kind in {"percent", "ratio"}:
        yield from basis.shares.to(claim.figure, scale(claim.figure))


def _shares(pairs: Iterable[tuple[Claim, Claim]]) -> Iterator[tuple[float, Step]]:
    for one, two in pairs:
        units = {one.figure.unit, two.figure.unit} - {None}
        if not one.figure.kind == two.figure.kind == "count" or len(units) > 1:
            continue
        part, whole = sorted((one, two), key=lambda c: _number(c.figure))
        if 0 < _number(part.figure) < _number(whole.figure):
            share = 100 * _number(part.figure) / _number(whole.figure)
            yield share, (f"{part.figure.text} of {whole.figure.text}", (one, two))


def _by_change(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Go from an old level to a new one: "from 120 to 150" for 30, or for 25 percent."""
    for one, two in basis.movements:
        old, new = (one, two) if one.figure.role == "from" else (two, one)
        on = scale(old.figure)
        before, after = on.base(_number(old.figure)) or 0.0, on.base(_number(new.figure)) or 0.0
        moved = abs(after - before)
        percent = claim.figure.kind == "percent" and old.figure.kind != "percent" and before > 0
        same = scale(claim.figure).name == on.name or {claim.figure.kind, old.figure.kind} == {"count", "level"}
        if (percent and admits(claim.figure, 100 * moved / before, scale(claim.figure))) or (
            not percent and same and moved and admits(claim.figure, moved, scale(claim.figure))
        ):
            yield f"from {old.figure.text} to {new.figure.text}", (one, two)


def _by_other_end(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Go back from where a level came to, or on from where it set out: "up 31 points at 6,390" for 6,359."""
    for change, end in basis.changes:
        for level in _other_ends(change, end):
            if scale(claim.figure).name == scale(end.figure).name and admits(claim.figure, level, _BARE):
                yield f"{change.figure.text} to {end.figure.text}", (change, end)


def _other_ends(change: Claim, end: Claim) -> Iterator[float]:
    """Yield where a movement began that has come to ``end``, or came to that began there."""
    moved, level = _number(change.figure), _number(end.figure)
    trend = change.figure.trend or end.figure.trend
    if trend is not None:
        yield level - moved if (trend == "up") == (end.figure.role != "from") else level + moved


def _by_comparison(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Take how far apart two figures are, or how many times the one is the other: "$16m more", "halved"."""
    on = scale(claim.figure)
    if claim.figure.kind == "multiple":
        yield from basis.compared.quotients.to(claim.figure, on)
    elif basis.words.compares.intersection(claim.near) and on.name in basis.compared.differences:
        yield from basis.compared.differences[on.name].to(claim.figure, on)


def _by_rate(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Spread a sum over its span: "$600 million over 30 years" for $20 million a year."""
    on = scale(claim.figure)
    if on.name in basis.rates:
        yield from basis.rates[on.name].to(claim.figure, on)


def _by_rest(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Take what a percentage leaves over: "the remaining 30 percent" where the source has 70."""
    if claim.figure.kind == "percent" and _REST.intersection(claim.near):
        for other in basis.percentages:
            if admits(claim.figure, 100 - _number(other.figure), scale(claim.figure)):
                yield f"100 less {other.figure.text}", (other,)


def _by_time(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Count from one moment to another, or to that of the text's date: years, months, or days and shorter."""
    wanted = claim.figure
    unit = (wanted.unit or "").split(" ")[0]
    if wanted.kind not in {"duration", "age"}:
        return
    if unit == "year":
        yield from basis.spans["year"].to(wanted, _BARE)
    elif unit == "month":
        yield from basis.spans["month"].to(wanted, _BARE)
    elif wanted.factor is not None:
        yield from basis.spans["second"].to(wanted, scale(wanted))


def _reached(claim: Claim, basis: Basis, before: Sequence[Claim]) -> Derivation | None:
    """Count on from a year that the draft has named to one of the sources: "in 1998 and, two years later, in Lienz"."""
    span = claim.figure
    if span.kind != "duration" or span.unit != "year" or not _LATER.intersection(claim.near):
        return None
    for other in reversed(before):
        if other.figure.moment is not None and other.figure.moment.year is not None:
            for year in (_year(other) + _number(span), _year(other) - _number(span)):
                if year in basis.years:
                    found = basis.years[year]
                    return Derivation(claim.id, f"from {_year(other)} to {_year(found)}", (found.id,))
            return None
    return None


def _by_rank(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Count by the last of a row: "her seventh book" for seven books."""
    other = basis.ordinals.get((claim.figure.value, claim.figure.unit)) if claim.figure.kind == "count" else None
    if other is not None:
        yield other.figure.text, (other,)


def _by_record(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Count the games of a record: 23 of "a 9-14 start"."""
    for other in basis.records if claim.figure.kind == "count" else ():
        assert isinstance(other.figure.value, tuple)
        if sum(other.figure.value) == claim.figure.value:
            yield f"all of {other.figure.text}", (other,)


def _by_names(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Count what is named one by one: "Lienz, Orlau and Piran" for three towns."""
    if claim.figure.kind != "count" or claim.figure.unit is None:
        return
    names = _number(claim.figure)
    about = {word for word in claim.near if len(word) > len("the")}
    for listed, around in basis.lists.get(names, ()):
        if any(word in around for word in about):
            yield f"{listed}: {names:.0f}", ()


def _number(figure: Figure) -> float:
    return float(figure.value) if isinstance(figure.value, int | float) else 0.0


def _year(claim: Claim) -> int:
    moment = claim.figure.moment
    assert moment is not None
    assert moment.year is not None
    return moment.year


_BESIDE_ANOTHER = (_by_other_end, _by_comparison, _by_rate, _by_rest)
"""The ways to a figure that is linked to another one: only what a text itself puts together is surer."""
_WAYS = (_by_share, _by_change, *_BESIDE_ANOTHER, _by_time, _by_rank, _by_record, _by_names)
