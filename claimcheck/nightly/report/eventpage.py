"""The page of one event, and what the night's page shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap

from markupsafe import Markup, escape

from claimcheck.nightly.model import Event, Revision, Story
from claimcheck.reports.html import Link, Section, disputed, headline, matrix, page, sections, table
from claimcheck.reports.html.blocks import link
from claimcheck.reports.rows import FindingRow, Rows
from claimcheck.reports.text import passage, safe
from claimcheck.verdicts.model import SEVERITIES, Finding

_SHOWN = 4
"""Findings and facts of an event that the night's page shows; its own page has all."""
_WIDTH = 96
"""Characters around a figure that was revised."""


def event_page(event: Event, title: str, shown: Rows, changes: Sequence[tuple[Revision, Rows]], night: str) -> str:
    """Return the page of an event: ``shown`` compares its stories, ``changes`` each revised one with itself."""
    head = headline(shown)
    parts = [*sections(shown)] if len(shown.documents) > 1 or shown.findings else []
    at = 1 if parts else 0
    if changes:
        parts.insert(at, Section("revised", "Revised without a word", revised(changes)))
    parts.append(Section("stories", "Stories", _stories(event)))
    home = Link("../index.html", f"Night of {night}")
    return page(title, parts, kicker="one event, many outlets", lead=head.lead, home=home)


def glimpse(event: Event, shown: Rows, changes: Sequence[tuple[Revision, Rows]]) -> Markup:
    """Return what an event's findings say, its facts by outlets and those that are disputed, the gravest of each.

    All of it links to the event's own page.
    """
    page = f"events/{event.id}.html"
    found = [(row.finding, f"{page}#finding-{number}") for number, row in enumerate(shown.findings, start=1)]
    found += [(row.finding, f"{page}#revised") for _, rows in changes for row in rows.findings]
    found.sort(key=lambda each: (each[0].accepted is not None, SEVERITIES.index(each[0].severity)))
    parts = [Markup('<ul class="said">{}</ul>').format(Markup().join(starmap(_said, found[:_SHOWN])))] if found else []
    if shown.facts:
        caption = f"Facts by outlets: {event.id}"
        parts.append(matrix(shown, page=page, key=f"facts-{event.id}", most=_SHOWN, caption=caption))
    parts.append(disputed(shown, page=page, key=f"fact-{event.id}", most=_SHOWN))
    return Markup("\n").join(parts)


def _said(finding: Finding, href: str) -> Markup:
    accepted = Markup(" accepted") if finding.accepted else Markup()
    severity = Markup('<span class="severity">{}</span>').format(finding.severity)
    message = link(Link(href, finding.message))
    return Markup('<li class="{}">{}{}: {}</li>').format(finding.severity, severity, accepted, message)


def revised(changes: Sequence[tuple[Revision, Rows]]) -> Markup:
    """Return the figures that changed between versions of a story, with both versions."""
    lines = [
        [revision.after.name, *_passages(row), f"{revision.before.seen} and {revision.after.seen}", _finding(row)]
        for revision, rows in changes
        for row in rows.findings
    ]
    return table(
        "Figures that changed between versions", ["Outlet", "First", "Then", "Seen", "Finding"], lines, sortable=False
    )


def _passages(row: FindingRow) -> list[Markup]:
    later, earlier = row.places[0], row.places[-1]
    return [_marked(passage([place], _WIDTH)) for place in (earlier, later)]


def _finding(row: FindingRow) -> Markup:
    accepted = row.finding.accepted
    until = f" until {accepted.until}" if accepted and accepted.until else ""
    decision = Markup("<br>accepted{}: {}").format(until, safe(accepted.reason)) if accepted else ""
    return Markup('{} {} <span class="note">{}</span>{}').format(
        row.finding.severity, row.finding.rule, row.finding.id, decision
    )


def _stories(event: Event) -> Markup:
    names = {story.digest: story.name for story in event.all}
    roles = event.roles

    def said(story: Story) -> str:
        role, of = roles[story.digest]
        if role == "copy" and of is not None:
            return f"copy of {names[of]}"
        return "" if role == "story" else role

    lines = [
        [story.name, story.document.title or "", story.document.date or "", said(story), story.document.id]
        for story in event.all
    ]
    return table("Stories of this event", ["Outlet", "Headline", "Date", "Is", "Place"], lines)


def _marked(pieces: Sequence[tuple[str, bool]]) -> Markup:
    return Markup().join(Markup("<b>{}</b>").format(text) if figure else escape(text) for text, figure in pieces)
