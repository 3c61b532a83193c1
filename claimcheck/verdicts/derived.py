"""Figures that no source states but that follow from what they state: sums, shares, changes, spans of years, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.alignment.compare import Scale, scale
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.figures.model import Figure
from claimcheck.verdicts.model import Derivation
from claimcheck.verdicts.sums import Sums, admits

_NEAR = 400
"""Characters within which two years are taken to tell of one thing."""
_FEWEST_NAMED = 3
"""Nobody needs to be told how two names were counted."""
_BARE = Scale("")
_NAME = r"[A-Z][\w’'-]*(?: (?:of|the|de|van|von|al|bin) [A-Z][\w’'-]*| [A-Z][\w’'-]*){0,4}"
_LIST = re.compile(rf"{_NAME}(?:, {_NAME}){{1,20}},? and {_NAME}")
_REST = frozenset({"remain", "rest"})
"""Canonical words that give a percentage what another leaves over."""


@dataclass(frozen=True)
class Basis:
    """What a draft's figures may follow from: the sources' claims, with the texts that they stand in."""

    claims: Sequence[Claim]
    documents: Mapping[str, Document]

    @cached_property
    def sums(self) -> Sums:
        return Sums(self.claims, {name: document.text for name, document in self.documents.items()})

    @cached_property
    def lists(self) -> tuple[tuple[int, str, str], ...]:
        """The lists of names in the texts: how many names, the list, and the sentence's words before it."""
        found = []
        for document in self.documents.values():
            for each in _LIST.finditer(document.text):
                names = each[0].count(", ") + 1 + (", and " not in each[0])
                found.append((names, each[0], document.text[max(0, each.start() - _NEAR) : each.end() + _NEAR]))
        return tuple(found)

    @cached_property
    def pairs(self) -> tuple[tuple[Claim, Claim], ...]:
        """Every two figures of one sentence that follow upon each other, and the new and old level of a movement."""
        out = []
        for one, two in zip(self.claims, self.claims[1:], strict=False):
            if (one.document, one.sentence) == (two.document, two.sentence):
                out.append((one, two))
        return tuple(out)

    @cached_property
    def years(self) -> tuple[Claim, ...]:
        return tuple(c for c in self.claims if c.figure.moment is not None and c.figure.moment.year is not None)


def derive(claim: Claim, basis: Basis, linked: bool) -> Derivation | None:
    """Return how the figure of ``claim`` follows from what ``basis`` states, None when it does not.

    A claim that is ``linked`` to another figure follows only from figures that a source itself puts together,
    or as what they leave over.
    """
    wanted = claim.figure
    if isinstance(wanted.value, tuple) or wanted.value is None or wanted.moment is not None:
        return None
    if (found := basis.sums.find(wanted)) and (found.told or not linked):
        return Derivation(claim.id, found.words, tuple(c.id for c in found.claims))
    for way in (_by_rest,) if linked else (_by_share, _by_change, _by_rest, _by_years, _by_rank, _by_names):
        step = next(way(claim, basis), None)
        if step:
            return Derivation(claim.id, step[0], tuple(c.id for c in step[1]))
    return None


Step = tuple[str, tuple[Claim, ...]]
"""The words that say how, and the claims that they are about."""


def _by_share(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Take a part of a whole: "12 of the 48 schools" for 25 percent."""
    if claim.figure.kind not in {"percent", "ratio"}:
        return
    for one, two in basis.pairs:
        units = {one.figure.unit, two.figure.unit} - {None}
        if not one.figure.kind == two.figure.kind == "count" or len(units) > 1:
            continue
        part, whole = sorted((one, two), key=lambda c: _number(c.figure))
        if 0 < _number(part.figure) < _number(whole.figure):
            share = 100 * _number(part.figure) / _number(whole.figure)
            if admits(claim.figure, share, scale(claim.figure)):
                yield f"{part.figure.text} of {whole.figure.text}", (one, two)


def _by_change(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Go from an old level to a new one: "from 120 to 150" for 30, or for 25 percent."""
    for one, two in basis.pairs:
        if {one.figure.role, two.figure.role} != {"from", "to"} or scale(one.figure).name != scale(two.figure).name:
            continue
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


def _by_rest(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Take what a percentage leaves over: "the remaining 30 percent" where the source has 70."""
    if claim.figure.kind == "percent" and _REST.intersection(claim.near):
        for other in basis.claims:
            if other.figure.kind == "percent" and admits(
                claim.figure, 100 - _number(other.figure), scale(claim.figure)
            ):
                yield f"100 less {other.figure.text}", (other,)


def _by_years(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Count from year to year, or from a year to that of the text's date."""
    wanted = claim.figure
    if wanted.kind not in {"duration", "age"} or (wanted.unit or "").split()[:1] != ["year"]:
        return
    for n, one in enumerate(basis.years):
        first = _year(one)
        for two in basis.years[n + 1 :]:
            if two.document != one.document or two.figure.start - one.figure.start > _NEAR:
                break
            if first != _year(two) and admits(wanted, abs(first - _year(two)), _BARE):
                yield f"from {min(first, _year(two))} to {max(first, _year(two))}", (one, two)
        written = (basis.documents[one.document].date or "")[:4]
        if written.isdecimal() and int(written) > first and admits(wanted, int(written) - first, _BARE):
            yield f"from {first} to {written}, when the text was written", (one,)


def _by_rank(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Count by the last of a row: "her seventh book" for seven books."""
    if claim.figure.kind == "count":
        for other in basis.claims:
            same = claim.figure.unit is None or claim.figure.unit == other.figure.unit
            if other.figure.kind == "ordinal" and other.figure.value == claim.figure.value and same:
                yield other.figure.text, (other,)


def _by_names(claim: Claim, basis: Basis) -> Iterator[Step]:
    """Count what is named one by one: "Lienz, Orlau and Piran" for three towns."""
    if claim.figure.kind != "count" or claim.figure.unit is None:
        return
    about = {word for word in claim.near if len(word) > len("the")}
    for names, listed, around in basis.lists:
        if names >= _FEWEST_NAMED and names == claim.figure.value:
            text = around.casefold()
            if any(word in text for word in about):
                yield f"{listed}: {names}", ()


def _number(figure: Figure) -> float:
    return float(figure.value) if isinstance(figure.value, int | float) else 0.0


def _year(claim: Claim) -> int:
    moment = claim.figure.moment
    assert moment is not None
    assert moment.year is not None
    return moment.year
