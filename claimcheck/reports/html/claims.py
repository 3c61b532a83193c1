"""The table of claims: a row per figure of the draft, or of all texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimcheck.reports.cells import explanation
from claimcheck.reports.html.filling import fill
from claimcheck.reports.html.marks import WORST_FIRST, Mark
from claimcheck.reports.html.passages import Named, named
from claimcheck.reports.rows import ClaimRow, Place, Rows
from claimcheck.reports.text import Piece, passage, stated

_WIDTH = 150
"""Characters of a sentence that stand around a figure."""


@dataclass(frozen=True, slots=True)
class _Field:
    shown: str
    note: str
    key: str | float


@dataclass(frozen=True, slots=True)
class _Other:
    place: Place
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class _Row:
    mark: Mark
    pieces: Sequence[Piece]
    fields: Mapping[str, _Field]
    others: Sequence[_Other]
    fact: int | None
    way: str
    findings: Sequence[Named]
    rank: int
    steps: Sequence[tuple[int, str]]


def claims(rows: Rows, marks: Mapping[int, Mark]) -> Markup:
    """Return the table of the claims of ``rows``; a column that would be empty is left out."""
    shown = [_row(row, rows, marks[row.place.claim.id]) for row in rows.claims]
    columns = [name for name in _FIELDS if any(row.fields[name].shown or row.fields[name].note for row in shown)]
    standings = [row.mark.standing for row in shown]
    return fill(
        "claims.html",
        kind=rows.kind,
        caption="Figures of the draft" if rows.kind == "check" else "Figures",
        several=rows.kind == "compare",
        columns=columns,
        claims=shown,
        verdicts=[(name, standings.count(name)) for name in WORST_FIRST if name in standings],
    )


_FIELDS = ("Value", "Thing", "Speaker")


def _row(row: ClaimRow, rows: Rows, mark: Mark) -> _Row:
    claim = row.place.claim
    value = claim.figure.value
    number = claim.figure.low if isinstance(value, tuple) or value is None else value
    fields = {
        "Value": _Field(stated(row.place), claim.figure.unit or claim.figure.kind, "" if number is None else number),
        "Thing": _Field(claim.what or "", "; ".join((*claim.who, *claim.when)), claim.what or ""),
        "Speaker": _Field(claim.speaker or "", "", claim.speaker or ""),
    }
    others = [rows.places[id_] for id_ in sorted(mark.others)]
    return _Row(
        mark=mark,
        pieces=passage([row.place], _WIDTH),
        fields=fields,
        others=[_Other(place, passage([place], _WIDTH)) for place in others],
        fact=row.fact,
        way=row.derivation.way if row.derivation else "",
        findings=named(row.findings, rows),
        rank=WORST_FIRST.index(mark.standing),
        steps=[(depth, "".join(text for text, _ in cell)) for depth, cell in explanation(row)[1]]
        if rows.explained
        else [],
    )
