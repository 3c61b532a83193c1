"""The tables, findings and explanations of a report as styled text, for every format that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.alignment.model import Verdict
from claimcheck.documents.model import Span
from claimcheck.reports.naming import names
from claimcheck.reports.rows import ClaimRow, Counterpart, FactRow, FindingRow, Place, Rows
from claimcheck.reports.text import passage, safe, stated

Style = Literal["", "figure", "head", "dim", "good", "near", "moved", "bad", "error", "warning", "notice"]
Run = tuple[str, Style]
"""A piece of text and how it is to look; the text is safe to show."""

Cell = Sequence[Run]

Shown = Verdict | Literal["derived"]
"""The verdict in a table: a link's or fact's, or that the figure follows from others."""

VERDICTS: Mapping[Shown, Style] = {
    "match": "good",
    "approx": "near",
    "derived": "near",
    "update": "moved",
    "conflict": "bad",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and lines of as many cells."""

    heads: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


def table(rows: Rows, context: int, columns: range | None = None) -> Table:
    """Return the table of ``rows``: claims, or facts when texts are compared.

    ``context`` is how many characters of a sentence stand in a cell; ``columns`` picks some of the
    compared documents, and the facts that any of them speaks of.
    """
    if rows.kind == "compare":
        part = columns or range(len(rows.documents))
        facts = [row for row in rows.facts if any(row.cells[n] for n in part)]
        called = names(rows.documents)
        heads = ("Fact", *(safe(called[rows.documents[n].id]) for n in part), "Verdict")
        return Table(heads, tuple(_compared(row, part) for row in facts))
    if rows.kind == "check":
        called = names(rows.documents[1:])
        lines = tuple(line for row in rows.claims for line in _checked(row, rows, called, context))
        return Table(("Draft", "Source", "Thing", "Speaker", "Verdict"), lines)
    heads = ("Figure", "Value", "Unit", "Thing", "Speaker", "When")
    return Table(heads, tuple(_extracted(row, context) for row in rows.claims))


def finding(number: int, row: FindingRow) -> Cell:
    """Return the heading of a finding."""
    severity = row.finding.severity
    head: list[Run] = [(f"#{number} ", "head"), (severity, "dim" if row.finding.accepted else severity)]
    return [*head, (f" {row.finding.rule} ", "head"), (f"({row.finding.id})", "dim")]


def said(row: FindingRow) -> list[Cell]:
    """Return what is said of a finding, a paragraph each: its message, and that it was accepted."""
    accepted = row.finding.accepted
    paragraphs: list[Cell] = [[_run(row.finding.message)]]
    if accepted:
        until = f" until {accepted.until}" if accepted.until else ""
        paragraphs.append([(f"Accepted{until}: ", "head"), _run(accepted.reason)])
    return paragraphs


def quote(places: Sequence[Place], context: int) -> Cell:
    """Return figures of one sentence in it."""
    return [(text, "figure" if figure else "") for text, figure in passage(places, context) if text]


def sentences(row: FindingRow) -> list[list[Place]]:
    """Return the places of a finding, those of one sentence and line together, in order of first mention."""
    together: dict[tuple[str, Span, int], dict[int, Place]] = {}
    for place in row.places:
        together.setdefault((place.document, place.claim.sentence, place.line), {})[place.claim.figure.start] = place
    return [[same[start] for start in sorted(same)] for same in together.values()]


def plain(row: FindingRow, context: int) -> list[str]:
    """Return a finding without styles, in lines: what is said of it, and each sentence with its position."""
    passages = [[(f"{position(places[0])}: ", ""), *quote(places, context)] for places in sentences(row)]
    return ["".join(text for text, _ in cell) for cell in (*said(row), *passages)]


def position(place: Place) -> str:
    return f"{safe(place.document)}:{place.line}"


def explanation(row: ClaimRow) -> tuple[Cell, list[tuple[int, Cell]]]:
    """Return a claim's heading, and what led to its reading and links, each with its depth from 1."""
    steps = row.place.claim.figure.explain
    lines: list[tuple[int, Cell]] = [(1, [(f"{safe(step.rule)}: ", "dim"), _run(step.text)]) for step in steps]
    for other in row.counterparts:
        link = other.link
        verdict: Run = (link.verdict, VERDICTS[link.verdict])
        lines.append((1, [verdict, (" ", ""), *_named(other.place), (f", score {link.score:.2f}", "")]))
        lines += [(2, [(f"{reason.weight:+.2f} {safe(reason.feature)}", "")]) for reason in link.reasons]
    if row.derivation is not None:
        lines.append((1, [("derived: ", "dim"), _run(row.derivation.way)]))
    return _named(row.place), lines


def _checked(row: ClaimRow, rows: Rows, called: Mapping[str, str], context: int) -> Iterator[tuple[Cell, ...]]:
    """Yield a line for each counterpart of the claim; the claim stands in the first."""
    claim = row.place.claim
    several = len(rows.documents) > 2  # noqa: PLR2004 - a draft and its only source
    draft = _where(row.place, context)
    about = (_plain(claim.what), _plain(claim.speaker))
    if row.derivation is not None:
        yield (draft, [("from ", "dim"), _run(row.derivation.way)], *about, _verdict("derived", row.findings))
    elif not row.counterparts:
        yield (draft, [("not in the source" + "s" * several, "dim")], *about, _verdict(None, row.findings))
    for counterpart in row.counterparts:
        verdict = _verdict(counterpart.link.verdict, _concerned(row, counterpart, rows))
        name = called[counterpart.place.document] if several else None
        yield (draft, _where(counterpart.place, context, name), *about, verdict)
        draft, about = [], ([], [])


def _concerned(row: ClaimRow, counterpart: Counterpart, rows: Rows) -> Sequence[int]:
    """Return the findings of the claim that name this counterpart, or none of its counterparts."""
    others = {other.place.claim.id for other in row.counterparts}
    named = {n: others.intersection(rows.findings[n - 1].finding.claims) for n in row.findings}
    return [n for n in row.findings if not named[n] or counterpart.place.claim.id in named[n]]


def _extracted(row: ClaimRow, context: int) -> tuple[Cell, ...]:
    claim = row.place.claim
    unit = claim.figure.unit or f"({claim.figure.kind})"
    shown = (stated(row.place), unit, claim.what, claim.speaker, "; ".join(claim.when))
    return (_where(row.place, context), *map(_plain, shown))


def _compared(row: FactRow, part: range) -> tuple[Cell, ...]:
    return (_plain(row.fact.what), *(_figures(row.cells[n]) for n in part), _verdict(row.fact.verdict, row.findings))


def _figures(places: Sequence[Place]) -> Cell:
    cell: list[Run] = []
    for place in places:
        cell += [("; " if cell else "", ""), (f"{place.line}: ", "dim"), (safe(place.figure), "figure")]
    return cell


def _where(place: Place, context: int, name: str | None = None) -> Cell:
    return [(f"{place.line if name is None else f'{safe(name)}:{place.line}'}: ", "dim"), *quote([place], context)]


def _named(place: Place) -> Cell:
    return [(f"{position(place)} ", "dim"), (safe(place.figure), "figure")]


def _verdict(verdict: Shown | None, findings: Sequence[int]) -> Cell:
    cell: list[Run] = [(verdict, VERDICTS[verdict])] if verdict else [("none", "dim")]
    if findings:
        cell.append((" " + ", ".join(f"#{n}" for n in findings), "bad"))
    return cell


def _plain(text: str | None) -> Cell:
    return [_run(text)] if text else []


def _run(text: str) -> Run:
    return safe(text), ""
