"""Several drafts as pages of a folder: one each, and one that lists them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import PurePath

from markupsafe import Markup

from claimcheck.documents.names import numbered
from claimcheck.reports.counting import plural
from claimcheck.reports.formats import Failed
from claimcheck.reports.html.blocks import Cell, Content, Link, Tile, table, tiles
from claimcheck.reports.html.report import report_page, severities
from claimcheck.reports.html.shell import Section, page
from claimcheck.reports.rows import Rows
from claimcheck.verdicts.model import SEVERITIES

INDEX = "index.html"
_LONGEST = 100
"""Characters of a file's name that a draft's gives."""
_ODD = re.compile(r"[^\w.-]+")
"""What a link would have to spell in another way."""


def folder(reports: Sequence[Rows], failed: Sequence[Failed]) -> Mapping[str, str]:
    """Return the pages of checks by the names of their files, and of ``failed`` ones why; ``INDEX`` lists all."""
    names = file_names([rows.documents[0].id for rows in reports])
    home = Link(INDEX, "All drafts")
    pages = {name: report_page(rows, home) for name, rows in zip(names, reports, strict=True)}
    return {**pages, INDEX: _index(dict(zip(names, reports, strict=True)), failed)}


def file_names(paths: Sequence[str]) -> list[str]:
    """Return a name for the page of each of ``paths``, no two alike: what is not common to all of them.

    A name is one of a file, and may stand in a link as it is.
    """
    split = [[part for part in PurePath(path).parts if not set(part) <= set("./\\")] for path in paths]
    folders = [parts[:-1] for parts in split]
    common = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, zip(*folders, strict=False)))
    plain = [_ODD.sub("_", PurePath("-".join(parts[common:])).stem).strip(".")[:_LONGEST] or "draft" for parts in split]
    _, *names = numbered([PurePath(INDEX).stem, *plain], "{}-{}", str.casefold)
    return [f"{name}.html" for name in names]


def _index(reports: Mapping[str, Rows], failed: Sequence[Failed]) -> str:
    count = len(reports) + len(failed)
    shown = [Tile(count, plural(count, "draft")), *severities(list(reports.values()))]
    if failed:
        shown.insert(1, Tile(len(failed), "not checked", "bad", "#failed"))
    parts = [Section("summary", "Summary", tiles(shown))]
    if failed:
        why = table("Could not be checked", ["Draft", "Why"], failed)
        parts.append(Section("failed", "Could not be checked", why))
    parts.append(Section("drafts", "Drafts", _drafts(reports)))
    parts.append(Section("findings", "Findings", _findings(reports)))
    return page("Drafts", parts, kicker="drafts against their sources")


def _drafts(reports: Mapping[str, Rows]) -> Markup:
    heads = ["Draft", "Figures", "Without a counterpart", "Errors", "Warnings", "Notices", "Accepted"]
    lines: list[list[Content | Link]] = []
    for name, rows in reports.items():
        counts = Counter(row.finding.severity for row in rows.findings if not row.finding.accepted)
        alone = sum(not row.counterparts and row.derivation is None for row in rows.claims)
        accepted = sum(row.finding.accepted is not None for row in rows.findings)
        found = [counts[severity] for severity in SEVERITIES]
        lines.append([_link(name, rows), len(rows.claims), alone, *found, accepted])
    return table("Drafts", heads, lines)


def _findings(reports: Mapping[str, Rows]) -> Markup:
    lines: list[tuple[int, list[Content | Link | Cell]]] = []
    for name, rows in reports.items():
        for number, row in enumerate(rows.findings, start=1):
            if row.finding.accepted is None:
                rank = SEVERITIES.index(row.finding.severity)
                said = Link(f"{name}#finding-{number}", row.finding.message)
                severity = Cell(row.finding.severity, rank)
                lines.append((rank, [severity, row.finding.rule, said, rows.documents[0].id]))
    if not lines:
        return Markup('<p class="calm">No findings.</p>')
    ordered = [line for _, line in sorted(lines, key=lambda each: each[0])]
    return table("Findings", ["Severity", "Rule", "Finding", "Draft"], ordered)


def _link(name: str, rows: Rows) -> Link:
    draft = rows.documents[0]
    return Link(name, draft.title or draft.id, draft.id if draft.title else "")
