"""The report as workflow commands of GitHub Actions, which shows them beside the lines of the draft.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.reports.cells import finding, plain
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import FindingRow, Rows, summary
from claimcheck.reports.text import safe
from claimcheck.verdicts.model import SEVERITIES

LIMIT = 10
"""Annotations of one kind that GitHub shows of a step."""

_CONTEXT = 160
"""Characters of a sentence around a figure."""


@dataclass(frozen=True, slots=True)
class Command:
    """A workflow command: ``kind`` is error, warning or notice."""

    kind: str
    message: str
    properties: Mapping[str, str | int]

    def __str__(self) -> str:
        given = ",".join(f"{name}={_property(str(value))}" for name, value in self.properties.items())
        return f"::{self.kind} {given}::{_data(self.message)}\n"


def render(rows: Rows, screen: Screen) -> str:
    """Return ``rows`` as a command for each finding and remark, then the summary."""
    return render_several([rows], screen)


def render_several(reports: Sequence[Rows], _screen: Screen) -> str:
    """Return the commands of all ``reports``, first what of them GitHub will not show, then the summaries."""
    commands = [command for rows in reports for command in _commands(rows)]
    summaries = [f"{summary(rows)}\n" for rows in reports]
    return "".join(map(str, (*_dropped(commands), *commands))) + "".join(summaries)


def _commands(rows: Rows) -> Iterator[Command]:
    for number, row in enumerate(rows.findings, start=1):
        yield _command(number, row)
    for remark in rows.report.remarks:
        yield Command("warning", safe(remark), {"title": "claimcheck"})


def _command(number: int, row: FindingRow) -> Command:
    place, found = row.places[0], row.finding
    end_line, end_column = place.end
    where: dict[str, str | int] = {"file": place.document, "line": place.line, "endLine": end_line}
    if end_line == place.line:  # columns are for one line only; the last one is counted in
        where |= {"col": place.column, "endColumn": end_column - 1}
    title = "".join(text for text, _ in finding(number, row))
    message = "\n".join(plain(row, _CONTEXT))
    return Command("notice" if found.accepted else found.severity, message, {**where, "title": title})


def _dropped(commands: Sequence[Command]) -> Iterator[Command]:
    """Yield a notice of what is beyond GitHub's limit; it comes first, or might be dropped itself."""
    counts = Counter(command.kind for command in commands)
    if max(counts.values(), default=0) <= LIMIT:
        return
    counts["notice"] += 1
    many = [f"{counts[kind]} {kind}s" for kind in SEVERITIES if counts[kind] > LIMIT]
    message = f"GitHub shows {LIMIT} annotations of a kind and drops the rest of {', '.join(many)}: the log has all."
    yield Command("notice", message, {"title": "claimcheck"})


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(safe(text)).replace(":", "%3A").replace(",", "%2C")
