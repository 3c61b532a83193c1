"""The pages of a night and of all nights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import starmap

from markupsafe import Markup

from claimcheck.nightly.report.record import Counts, Run
from claimcheck.reports.counting import counted, plural
from claimcheck.reports.html import Link, Section, page, sparkline, table, tiles
from claimcheck.reports.html.blocks import Content, Tile, link

SHOWN = 12
"""Events of a night that its page shows with their facts; the others are in its table."""
_TREND = 30
"""Nights that a trend goes back."""


@dataclass(frozen=True, slots=True)
class Line:
    """An event as the night's page lists it; ``href`` is empty where it has no page, ``glimpse`` beyond the first."""

    title: str
    href: str
    outlets: int
    stories: int
    facts: int
    disputed: int
    moved: int
    findings: int
    new: int


def night_page(run: Run, lines: Sequence[Line], glimpses: Iterable[tuple[str, str, Markup]]) -> str:
    """Return a night's page; ``glimpses`` are the id, the title and the facts of the most disputed events."""
    counts = run.counts
    parts = [Section("summary", "Summary", _tiles(counts))]
    if lines:
        parts.append(Section("events", "Events by dispute", _events(lines)))
    parts += [
        Section(f"event-{id_}", title, facts + Markup('<p><a href="events/{}.html">All of it</a></p>').format(id_))
        for id_, title, facts in glimpses
    ]
    if run.errors:
        parts.append(Section("errors", "Could not be read", _errors(run)))
    files = [Link(name, name) for name in ("report.md", "findings.csv", "findings.jsonl", "run.json")]
    parts.append(Section("files", "The same for programs", Markup(", ").join(map(link, files))))
    lead = f"{counted(counts.stories, 'story')} of {counted(counts.outlets, 'outlet')}; {counts.alone} of them alone."
    return page(
        f"Night of {run.date}", parts, kicker="who says what", lead=lead, home=Link("../index.html", "All nights")
    )


def nights_page(runs: Sequence[Run]) -> str:
    """Return the page of all nights, the latest first, with their trend."""
    ordered = sorted(runs, key=lambda run: run.date)
    lines: list[list[Content | Link]] = [
        [
            Link(f"{run.date}/index.html", run.date),
            run.counts.stories,
            run.counts.events,
            run.counts.facts,
            run.counts.disputed,
            run.counts.errors,
            run.counts.new,
            len(run.errors),
        ]
        for run in reversed(ordered)
    ]
    heads = ["Night", "Stories", "Events", "Facts", "Disputed", "Errors", "New findings", "Unreadable"]
    recent = ordered[-_TREND:]
    trends = [
        (label, values)
        for label, values in (
            ("stories", [run.counts.stories for run in recent]),
            ("disputed facts", [run.counts.disputed for run in recent]),
            ("new findings", [run.counts.new for run in recent]),
        )
    ]
    parts = [Section("nights", "Nights", table("Nights", heads, lines))]
    if len(recent) > 1:
        parts.insert(0, Section("trend", f"The last {len(recent)} nights", tiles(starmap(_trend, trends))))
    lead = f"{counted(len(ordered), 'night')}."
    return page("Nights", parts, kicker="Who says what, night by night", lead=lead)


def _trend(label: str, values: Sequence[int]) -> Tile:
    """Return last night's number, with the least and the most of the nights before under its curve."""
    told = f"{label}, {len(values)} nights, last {values[-1]}"
    return Tile(values[-1], f"{label} ({min(values)} to {max(values)})", picture=sparkline(values, told))


def _tiles(counts: Counts) -> Markup:
    return tiles(
        [
            Tile(counts.events, plural(counts.events, "event")),
            Tile(counts.facts, plural(counts.facts, "fact")),
            Tile(counts.disputed, "disputed", "bad" if counts.disputed else "plain"),
            Tile(counts.moved, "moved on", "moved" if counts.moved else "plain"),
            Tile(counts.revised, "revised", "warning" if counts.revised else "plain"),
            Tile(counts.new, plural(counts.new, "new finding")),
            *([Tile(counts.accepted, "accepted")] if counts.accepted else []),
        ]
    )


def _events(lines: Sequence[Line]) -> Markup:
    heads = ["Event", "Outlets", "Stories", "Facts", "Disputed", "Moved on", "Findings", "New"]
    return table(
        "Events by dispute",
        heads,
        [
            [
                Link(line.href, line.title) if line.href else line.title,
                line.outlets,
                line.stories,
                line.facts,
                line.disputed,
                line.moved,
                line.findings,
                line.new,
            ]
            for line in lines
        ],
    )


def _errors(run: Run) -> Markup:
    lines = [[error.document, error.place, error.reason, error.mend] for error in run.errors]
    return table("Could not be read", ["File", "Place", "Reason", "Mend"], lines)
