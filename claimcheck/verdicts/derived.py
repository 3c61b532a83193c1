"""Figures that no source states but that follow from what they state: sums, shares, changes, spans of years, lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.alignment.compare import Scale, scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.verdicts.basis import Basis, number, year
from claimcheck.verdicts.model import Derivation
from claimcheck.verdicts.steps import Step
from claimcheck.verdicts.sums import admits

_ROOM = 0.25
"""Share of its bound by which a figure may lie beyond it: "more than 20" of 16 and 9."""
_BARE = Scale("")
_LATER = frozenset({"later", "earlier", "before", "after"})
_REST = frozenset({"remain", "rest"})
"""Canonical words that give a percentage what another leaves over."""


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


def _by_change(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Go from an old level to a new one: "from 120 to 150" for 30, or for 25 percent."""
    for one, two in basis.movements:
        old, new = (one, two) if one.figure.role == "from" else (two, one)
        on = scale(old.figure)
        before, after = on.base(number(old.figure)) or 0.0, on.base(number(new.figure)) or 0.0
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
    moved, level = number(change.figure), number(end.figure)
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
            if admits(claim.figure, 100 - number(other.figure), scale(claim.figure)):
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
            for reached in (year(other) + number(span), year(other) - number(span)):
                if reached in basis.years:
                    found = basis.years[reached]
                    return Derivation(claim.id, f"from {year(other)} to {year(found)}", (found.id,))
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
    names = number(claim.figure)
    about = {word for word in claim.near if len(word) > len("the")}
    for listed, around in basis.lists.get(names, ()):
        if any(word in around for word in about):
            yield f"{listed}: {names:.0f}", ()


_BESIDE_ANOTHER = (_by_other_end, _by_comparison, _by_rate, _by_rest)
"""The ways to a figure that is linked to another one: only what a text itself puts together is surer."""
_WAYS = (_by_share, _by_change, *_BESIDE_ANOTHER, _by_time, _by_rank, _by_record, _by_names)
