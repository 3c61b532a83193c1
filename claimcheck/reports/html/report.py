"""The parts of a report's page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimcheck.reports.cells import sentences
from claimcheck.reports.counting import plural
from claimcheck.reports.html.blocks import Link, Tile, tiles
from claimcheck.reports.html.claims import claims
from claimcheck.reports.html.filling import fill
from claimcheck.reports.html.lines import Share, shares
from claimcheck.reports.html.marks import MEANINGS, SIGNS, Mark, marks
from claimcheck.reports.html.matrix import disputed, matrix
from claimcheck.reports.html.passages import Quoted, named, quoted
from claimcheck.reports.html.shell import Section, page
from claimcheck.reports.html.texts import texts
from claimcheck.reports.naming import names
from claimcheck.reports.rows import FindingRow, Rows, summary
from claimcheck.reports.rule_text import paragraphs
from claimcheck.verdicts.model import SEVERITIES, Finding

_WIDTH = 280
"""Characters of a sentence that a finding quotes."""
_NAMED = 3
"""Texts that a title names; more are counted."""


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands on top of a page."""

    kicker: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class _Finding:
    """A finding, what its rule is about, and its passages: the draft's and the sources', or one text's each."""

    finding: Finding
    about: Sequence[str]
    sides: Sequence[Sequence[Quoted]]

    @property
    def decision(self) -> str:
        return "accepted" if self.finding.accepted else "open"


def headline(rows: Rows) -> Headline:
    """Return what the page of ``rows`` is called."""
    called = names(rows.documents)
    count = len(rows.documents)
    first = rows.documents[0]
    title = first.title or called[first.id]
    if rows.kind == "check":
        kicker = "draft against " + ("its source" if count == 2 else f"{count - 1} sources")  # noqa: PLR2004
        return Headline(kicker, title, summary(rows))
    if rows.kind == "extract":
        return Headline("figures of a text", title, summary(rows))
    outlets = [document.outlet or called[document.id] for document in rows.documents]
    title = f"{count} texts" if count > _NAMED else f"{', '.join(outlets[:-1])} and {outlets[-1]}"
    return Headline("texts compared", title, summary(rows))


def report_page(rows: Rows, home: Link | None = None) -> str:
    """Return the page of ``rows``; ``home`` is the page above it."""
    head = headline(rows)
    return page(head.title, sections(rows), kicker=head.kicker, lead=head.lead, home=home)


def sections(rows: Rows) -> Sequence[Section]:
    """Return the parts of the page of ``rows``, in their order.

    They link to each other by the ids of claims ("c12"), findings ("finding-3") and texts ("text-0"), so a
    page can hold the parts of one report only.
    """
    marked = marks(rows)
    parts = [Section("summary", "Summary", _summary(rows, marked))]
    if rows.kind != "extract" or rows.findings:
        parts.append(Section("findings", "Findings", _findings(rows)))
    if rows.kind == "compare":
        differing = disputed(rows)
        parts += [Section("disputed", "Where the texts differ", differing)] if differing else []
        parts += [Section("facts", "Facts by texts", matrix(rows))] if rows.facts else []
    parts.append(Section("texts", "Side by side" if len(rows.documents) > 1 else "The text", _texts(rows, marked)))
    if rows.claims:
        parts.append(Section("figures", "Every figure", claims(rows, marked)))
    return parts


def _summary(rows: Rows, marked: Mapping[int, Mark]) -> Markup:
    if rows.kind == "compare":
        counts: Counter[str] = Counter(row.fact.verdict for row in rows.facts)
        read = [Tile(len(rows.documents), "texts"), Tile(len(rows.facts), "facts")]
    else:
        counts = Counter(marked[row.place.claim.id].standing for row in rows.claims)
        read = [Tile(len(rows.claims), "figures checked" if rows.kind == "check" else "figures")]
    parts = [
        Share(counts["match"] + counts["approx"], "agree", "good"),
        Share(counts["conflict"], "differ", "bad"),
        Share(counts["update"], "of other moments", "moved"),
        Share(counts["derived"], "derived", "near"),
        Share(counts["none"], "without a counterpart", "plain"),
    ]
    if rows.kind == "extract":
        return tiles(read)
    kept = [part for part in parts if part.number or part.tone in {"good", "bad"}]
    shown = [Tile(part.number, part.label, part.tone if part.number else "plain") for part in kept]
    return tiles([*read, *shown, *severities([rows])]) + shares(parts)


def severities(reports: Sequence[Rows]) -> Sequence[Tile]:
    """Return how many findings ``reports`` have together, by severity, and how many are accepted."""
    findings = [row.finding for rows in reports for row in rows.findings]
    counts = Counter(finding.severity for finding in findings if not finding.accepted)
    accepted = sum(finding.accepted is not None for finding in findings)
    shown = [
        Tile(counts[severity], plural(counts[severity], severity), severity, "#findings")
        for severity in SEVERITIES
        if counts[severity]
    ] or [Tile(0, "findings")]
    return [*shown, Tile(accepted, "accepted", href="#findings")] if accepted else shown


def _findings(rows: Rows) -> Markup:
    shown = [_finding(row, rows) for row in rows.findings]
    severities = Counter(each.finding.severity for each in shown)
    rules = Counter(each.finding.rule for each in shown)
    decisions = Counter(each.decision for each in shown)
    filters = [
        ("severity", "Severity", [(severity, severities[severity]) for severity in SEVERITIES if severities[severity]]),
        ("rule", "Rule", sorted(rules.items())),
    ]
    if decisions["accepted"]:
        filters.append(("decision", "Decision", sorted(decisions.items(), reverse=True)))
    return fill("findings.html", findings=shown, filters=filters, remarks=rows.report.remarks)


def _finding(row: FindingRow, rows: Rows) -> _Finding:
    sides: dict[str, list[Quoted]] = {}
    for places in sentences(row):
        document = places[0].document
        side = "sources" if rows.kind == "check" and document != rows.report.draft else document
        sides.setdefault(side, []).append(quoted(places, rows.documents, _WIDTH))
    rule = rows.report.rules.get(row.finding.rule)
    about = [rule.summary, *paragraphs(rule)] if rule else []
    return _Finding(row.finding, about, list(sides.values()))


def _texts(rows: Rows, marked: Mapping[int, Mark]) -> Markup:
    standings = {mark.standing for mark in marked.values()}
    roles = [""] * len(rows.documents)
    if rows.kind == "check":
        sources = len(rows.documents) - 1
        roles = ["Draft", *(["Source"] if sources == 1 else [f"Source {n}" for n in range(1, sources + 1)])]
    return fill(
        "texts.html",
        kind=rows.kind if len(rows.documents) > 1 else "extract",
        texts=texts(rows.documents, marked),
        roles=roles,
        refs=named(range(1, len(rows.findings) + 1), rows),
        legend=[(name, sign, MEANINGS[name]) for name, sign in SIGNS.items() if name in standings and name != "read"],
    )
