"""The page of one event, and what the night's page shows of it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from claimcheck.nightly.model import Event, Revision
from claimcheck.nightly.results import Found
from claimcheck.reports.html import Link, Section, headline, page, picture, sections, table
from claimcheck.reports.html.marks import WORST_FIRST
from claimcheck.reports.html.matrix import DISPUTED, UNNAMED
from claimcheck.reports.rows import FactRow, FindingRow, Rows
from claimcheck.reports.text import passage, safe
from claimcheck.verdicts.model import SEVERITIES

_SHOWN = 4
"""Facts of an event that the night's page shows; its own page has all."""
_CELL = 48
"""Characters around a figure in the night's page."""
_SIGNS = {"conflict": "✗ differ", "update": "↻ moved on", "approx": "≈ roughly agree", "match": "✓ agree"}


def event_page(event: Event, title: str, shown: Rows, changes: Sequence[tuple[Revision, Rows]], night: str) -> str:
    """Return the page of an event: ``shown`` compares its stories, ``changes`` each revised one with itself."""
    head = headline(shown)
    parts = [*sections(shown)] if len(shown.documents) > 1 else []
    at = 1 if parts else 0
    if changes:
        parts.insert(at, Section("revised", "Revised without a word", revised(changes)))
    parts.append(Section("stories", "Stories", _stories(event)))
    home = Link("../index.html", f"Night of {night}")
    return page(title, parts, kicker="one event, many outlets", lead=head.lead, home=home)


def glimpse(event: Event, shown: Rows, found: Sequence[Found]) -> Markup:
    """Return what an event's findings say, its facts that are disputed the most, by outlets, and their pictures."""
    facts = sorted(shown.facts, key=lambda row: WORST_FIRST.index(row.fact.verdict))
    facts = [row for row in facts if row.fact.verdict in DISPUTED][:_SHOWN] or facts[:_SHOWN]
    severe = sorted(found, key=lambda each: (each.accepted is not None, SEVERITIES.index(each.severity)))[:_SHOWN]
    said = [
        Markup("<li>{}{}: {}</li>").format("accepted " if each.accepted else "", each.severity, safe(each.message))
        for each in severe
    ]
    heads = ["Fact", *(document.id for document in shown.documents), "Verdict"]
    lines = [
        [row.fact.what or UNNAMED, *(_cell(cell) for cell in row.cells), _SIGNS[row.fact.verdict]] for row in facts
    ]
    drawn = [_picture(row, shown, f"{event.id}-{n}") for n, row in enumerate(facts) if row.fact.verdict in DISPUTED]
    parts = [Markup('<ul class="told-by">{}</ul>').format(Markup().join(said))] if said else []
    if facts:
        parts.append(table(f"Facts by outlets: {event.id}", heads, lines, sortable=False))
    if any(drawn):
        parts.append(Markup('<div class="facts">{}</div>').format(Markup().join(drawn)))
    return Markup("\n").join(parts)


def revised(changes: Sequence[tuple[Revision, Rows]]) -> Markup:
    """Return the figures that changed between versions of a story, with both versions."""
    lines = [
        [revision.after.name, *_versions(row), f"{revision.before.seen} and {revision.after.seen}", _finding(row)]
        for revision, rows in changes
        for row in rows.findings
    ]
    return table(
        "Figures that changed between versions", ["Outlet", "First", "Then", "Seen", "Finding"], lines, sortable=False
    )


def _versions(row: FindingRow) -> list[Markup]:
    later, earlier = row.places[0], row.places[-1]
    return [_marked(passage([place], 2 * _CELL)) for place in (earlier, later)]


def _finding(row: FindingRow) -> Markup:
    accepted = row.finding.accepted
    until = f" until {accepted.until}" if accepted and accepted.until else ""
    decision = Markup("<br>accepted{}: {}").format(until, safe(accepted.reason)) if accepted else ""
    return Markup('{} {} <span class="note">{}</span>{}').format(
        row.finding.severity, row.finding.rule, row.finding.id, decision
    )


def _stories(event: Event) -> Markup:
    versions = {each.before.digest: "earlier version" for each in event.revisions}
    copies = {copy.story.digest: copy.original for copy in event.copies}
    names = {story.digest: story.name for story in event.all}
    lines = [
        [
            story.name,
            story.document.title or "",
            story.document.date or "",
            versions.get(story.digest, f"copy of {names[copies[story.digest]]}" if story.digest in copies else ""),
            story.document.id,
        ]
        for story in event.all
    ]
    return table("Stories of this event", ["Outlet", "Headline", "Date", "Is", "Place"], lines)


def _picture(row: FactRow, shown: Rows, key: str) -> Markup:
    drawn = picture(row, shown.documents, key)
    if drawn is None:
        return Markup()
    return Markup('<article class="fact"><h3>{}</h3>{}</article>').format(safe(row.fact.what or UNNAMED), drawn)


def _cell(places: Sequence[object]) -> Markup:
    return Markup("<br>").join(_marked(passage([place], _CELL)) for place in places)  # type: ignore[list-item]


def _marked(pieces: Sequence[tuple[str, bool]]) -> Markup:
    return Markup().join(Markup("<b>{}</b>").format(text) if figure else escape(text) for text, figure in pieces)
