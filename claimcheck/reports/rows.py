"""What a report shows, whatever the format: a row per claim, per fact, per finding.

Every format is fed from here, so that none can know more than another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from claimcheck.alignment.compare import AGREE
from claimcheck.alignment.model import BADNESS, Fact, Link, Verdict
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document, Span
from claimcheck.reports.counting import counted, plural
from claimcheck.reports.model import Report
from claimcheck.verdicts.model import SEVERITIES, Derivation, Finding, Level

Kind = Literal["check", "compare", "extract"]


@dataclass(frozen=True, slots=True)
class Place:
    """A claim where it stands: its document, and the sentence around the figure.

    The figure begins at ``line`` and ``column`` and ends before ``end``, a line and a column; both count from 1,
    columns in code points.
    """

    claim: Claim
    line: int
    column: int
    end: tuple[int, int]
    before: str
    figure: str
    after: str

    @property
    def document(self) -> str:
        return self.claim.document

    @property
    def sentence(self) -> str:
        return self.before + self.figure + self.after


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The other end of a link."""

    place: Place
    link: Link


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its counterparts, in the order of the documents.

    ``fact`` is the place of its fact in ``Rows.facts``, ``findings`` those of the findings that name it in
    ``Rows.findings``, from 1. ``verdict`` is the worst of its links' when a draft is checked, its fact's
    when texts are compared. ``derivation`` says how it follows from the sources where it has no counterpart.
    """

    place: Place
    counterparts: tuple[Counterpart, ...]
    fact: int | None
    verdict: Verdict | None
    findings: tuple[int, ...]
    derivation: Derivation | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its claims, gathered by document in the order of the documents; ``findings`` as above."""

    fact: Fact
    cells: tuple[tuple[Place, ...], ...]
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the places of its claims, and whether it fails the run."""

    finding: Finding
    places: tuple[Place, ...]
    fails: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """All that is shown of a ``report``.

    ``documents`` begin with the draft, and ``claims`` are the draft's, where there is one. ``places``
    holds every claim of the report by its id; ``explained`` asks for reading steps and reasons.
    """

    report: Report
    kind: Kind
    documents: tuple[Document, ...]
    claims: tuple[ClaimRow, ...]
    facts: tuple[FactRow, ...]
    findings: tuple[FindingRow, ...]
    places: Mapping[int, Place]
    explained: bool


def build(report: Report, explained: bool = False, fail_on: Level = "error") -> Rows:
    """Return the rows of ``report``: of a check if it has a draft, of one text if it has one document."""
    kind: Kind = "check" if report.draft is not None else "extract" if len(report.documents) == 1 else "compare"
    order = {document.id: place for place, document in enumerate(report.documents)}
    texts = {document.id: _Text(document) for document in report.documents}
    places = {claim.id: texts[claim.document].place(claim) for claim in report.claims}
    numbers = _numbers(report.findings)
    shown = [claim for claim in report.claims if report.draft is None or claim.document == report.draft]
    facts = {claim: number for number, fact in enumerate(report.facts, start=1) for claim in fact.claims}
    others = _others(report.links)
    derived = {derivation.claim: derivation for derivation in report.derivations}
    claims = []
    for claim in shown:
        ends = sorted(others.get(claim.id, ()), key=lambda end: (order[places[end[0]].document], end[0]))
        counterparts = tuple(Counterpart(places[other], link) for other, link in ends)
        if kind == "check" and claim.id not in numbers:
            counterparts = _settled(counterparts)
        fact = facts.get(claim.id)
        verdict = report.facts[fact - 1].verdict if fact and kind == "compare" else worst(counterparts)
        found = numbers.get(claim.id, ())
        claims.append(ClaimRow(places[claim.id], counterparts, fact, verdict, found, derived.get(claim.id)))
    return Rows(
        report=report,
        kind=kind,
        documents=tuple(sorted(report.documents, key=lambda document: document.id != report.draft)),
        claims=tuple(claims),
        facts=tuple(_fact_row(fact, report.documents, places, numbers) for fact in report.facts),
        findings=tuple(
            FindingRow(f, tuple(places[claim] for claim in f.claims), f.fails(fail_on)) for f in report.findings
        ),
        places=places,
        explained=explained,
    )


def summary(rows: Rows) -> str:
    """Return the sentence that closes a report: what was read, and what was found."""
    counts: Counter[str] = Counter(row.finding.severity for row in rows.findings if not row.finding.accepted)
    found = [counted(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    accepted = sum(row.finding.accepted is not None for row in rows.findings)
    found += [f"{accepted} accepted"] if accepted else []
    figures = counted(len(rows.claims), "figure")
    if rows.kind == "extract":
        return f"{figures}."
    if rows.kind == "check":
        linked = sum(bool(row.counterparts) for row in rows.claims)
        sources = plural(len(rows.documents) - 1, "source")
        derived = sum(row.derivation is not None for row in rows.claims)
        read = f"{figures} in the draft, {linked} with a counterpart in the {sources}"
        if derived:
            read += f", {derived} derived"
    else:
        alone = sum(row.fact is None for row in rows.claims)
        read = f"{figures}, {counted(len(rows.facts), 'fact')}; {counted(alone, 'figure')} in no fact"
    return f"{read}. {', '.join(found) or 'No findings'}."


def unmarked(markup: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield the spans from ``start`` to ``end`` that are no ``markup`` of the document, which no reader sees."""
    first = bisect_left(markup, start, key=lambda span: span[1])
    last = bisect_left(markup, end, key=lambda span: span[0])
    edges = [start, *(edge for span in markup[first:last] for edge in span), end]
    yield from ((max(left, start), right) for left, right in zip(edges[::2], edges[1::2], strict=True))


def _numbers(findings: Sequence[Finding]) -> Mapping[int, tuple[int, ...]]:
    numbers: dict[int, tuple[int, ...]] = {}
    for number, finding in enumerate(findings, start=1):
        for claim in dict.fromkeys(finding.claims):
            numbers[claim] = (*numbers.get(claim, ()), number)
    return numbers


def _others(links: Sequence[Link]) -> Mapping[int, list[tuple[int, Link]]]:
    others: dict[int, list[tuple[int, Link]]] = {}
    for link in links:
        others.setdefault(link.left, []).append((link.right, link))
        others.setdefault(link.right, []).append((link.left, link))
    return others


def worst(counterparts: Sequence[Counterpart]) -> Verdict | None:
    """Return the worst verdict of the links to ``counterparts``, None where there are none."""
    return max((c.link.verdict for c in counterparts), key=BADNESS.__getitem__, default=None)


def _settled(counterparts: Sequence[Counterpart]) -> tuple[Counterpart, ...]:
    """Leave out what differs in a source that bears the figure out: no finding has come of it, and it is another's."""
    agreeing = {each.place.document for each in counterparts if each.link.verdict in AGREE}
    return tuple(each for each in counterparts if each.link.verdict in AGREE or each.place.document not in agreeing)


def _fact_row(
    fact: Fact,
    documents: Sequence[Document],
    places: Mapping[int, Place],
    numbers: Mapping[int, tuple[int, ...]],
) -> FactRow:
    mine = [places[claim] for claim in fact.claims]
    cells = tuple(tuple(place for place in mine if place.document == document.id) for document in documents)
    found = {number for claim in fact.claims for number in numbers.get(claim, ())}
    return FactRow(fact, cells, tuple(sorted(found)))


class _Text:
    """A document's text with its lines counted once, and without its markup where it is shown."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.markup = document.markup

    @cached_property
    def ends(self) -> list[int]:
        ends, at = [], -1
        while (at := self.text.find("\n", at + 1)) >= 0:
            ends.append(at)
        return ends

    def place(self, claim: Claim) -> Place:
        figure, (start, end) = claim.figure, claim.sentence
        line, column = self.position(figure.start)
        return Place(
            claim=claim,
            line=line,
            column=column,
            end=self.position(figure.end),
            before=self.shown(min(start, figure.start), figure.start),
            figure=self.shown(figure.start, figure.end),
            after=self.shown(figure.end, max(end, figure.end)),
        )

    def position(self, offset: int) -> tuple[int, int]:
        line = bisect_left(self.ends, offset)
        return line + 1, offset - (self.ends[line - 1] if line else -1)

    def shown(self, start: int, end: int) -> str:
        return "".join(self.text[left:right] for left, right in unmarked(self.markup, start, end))
