"""Figures as a page marks them: how each stands, to which others it belongs, which findings name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.alignment.model import Verdict
from claimcheck.reports.rows import ClaimRow, Counterpart, Place, Rows, worst
from claimcheck.verdicts.model import SEVERITIES, Finding, Severity

Standing = Verdict | Literal["derived", "none", "alone", "read"]
"""How a figure stands to those of other texts: a verdict, or for one without a counterpart what is known of it."""

SIGNS: Mapping[Standing, str] = {
    "match": "=",
    "approx": "≈",
    "update": "→",
    "conflict": "≠",
    "derived": "∴",
    "none": "?",
    "alone": "",
    "read": "",
}
"""The sign of a standing beside its colour; none where there is nothing to say."""

WORST_FIRST: Sequence[Standing] = ("conflict", "update", "approx", "match", "derived", "none", "alone", "read")
"""The order in which standings are listed and sorted."""

_OTHERS = 12
"""Counterparts that a figure leads to: with all, the page of an event that a hundred outlets tell is no page."""

MEANINGS: Mapping[Standing, str] = {
    "match": "the same value",
    "approx": "different values that may both be right",
    "update": "values of different moments",
    "conflict": "values that cannot both be right",
    "derived": "follows from the sources' figures",
    "none": "no counterpart in any source",
    "alone": "in no other text",
    "read": "a figure",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure where it stands, and its ``standing``.

    ``others`` are the ids of the claims it belongs to, the surest first, and ``more`` how many are left out;
    ``findings`` the numbers of those that name it, ``severity`` the worst of theirs, None where none does
    or an editor has accepted them.
    """

    place: Place
    standing: Standing
    others: tuple[int, ...]
    more: int
    findings: tuple[int, ...]
    severity: Severity | None

    @property
    def id(self) -> int:
        return self.place.claim.id

    @property
    def sign(self) -> str:
        return SIGNS[self.standing]


def marks(rows: Rows) -> Mapping[int, Mark]:
    """Return the mark of every claim of ``rows`` by the claim's id."""
    shown = {row.place.claim.id: row for row in rows.claims}
    back = _back(rows.claims)
    named = _named(rows)
    out = {}
    for id_, place in rows.places.items():
        row = shown.get(id_)
        ends = row.counterparts if row else back.get(id_, ())
        verdict = row.verdict if row else worst(ends)
        findings = named.get(id_, ())
        others = tuple(dict.fromkeys([*_nearest_first(ends), *_companions(row, rows)]))
        out[id_] = Mark(
            place=place,
            standing=verdict or _unlinked(row, rows),
            others=others[:_OTHERS],
            more=len(others[_OTHERS:]),
            findings=findings,
            severity=_gravest(rows.findings[number - 1].finding for number in findings),
        )
    return out


def _nearest_first(ends: Sequence[Counterpart]) -> Iterable[int]:
    """Return the claims at the other ends of links, the surest link's first: it is where a reader is led."""
    return (end.place.claim.id for end in sorted(ends, key=lambda end: -end.link.score))


def _companions(row: ClaimRow | None, rows: Rows) -> Iterable[int]:
    """Return the claims that this one follows from, or those of the same fact where facts are what is shown."""
    if row and row.derivation:
        return row.derivation.claims
    if row is None or row.fact is None or rows.kind != "compare":
        return ()
    fact = rows.facts[row.fact - 1].fact
    return (claim for claim in fact.claims if claim != row.place.claim.id)


def _unlinked(row: ClaimRow | None, rows: Rows) -> Standing:
    if rows.kind == "extract":
        return "read"
    if row and row.derivation:
        return "derived"
    return "none" if row and rows.kind == "check" else "alone"


def _back(claims: Sequence[ClaimRow]) -> Mapping[int, Sequence[Counterpart]]:
    """Return the links of a draft's claims as seen from their other ends."""
    back: dict[int, list[Counterpart]] = {}
    for row in claims:
        for end in row.counterparts:
            back.setdefault(end.place.claim.id, []).append(Counterpart(row.place, end.link))
    return back


def _named(rows: Rows) -> Mapping[int, tuple[int, ...]]:
    """Return the numbers of the findings that name a claim, by the claim's id."""
    named: dict[int, tuple[int, ...]] = {}
    for number, row in enumerate(rows.findings, start=1):
        for claim in dict.fromkeys(row.finding.claims):
            named[claim] = (*named.get(claim, ()), number)
    return named


def _gravest(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity of ``findings`` but those that an editor has accepted."""
    severities = [finding.severity for finding in findings if finding.accepted is None]
    return min(severities, key=SEVERITIES.index, default=None)
