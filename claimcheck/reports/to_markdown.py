"""The report as Markdown, for a pull request, a wiki or a mail."""

from __future__ import annotations

import re

from tabulate import tabulate

from claimcheck.reports.cells import Cell, Table, explanation, finding, position, quote, sentences, table
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import ClaimRow, FindingRow, Rows, summary
from claimcheck.reports.text import safe

_CONTEXT = 160
"""Characters of a sentence around a figure."""

# What Markdown or HTML would read as its own, and a cell's end.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&])")


def render(rows: Rows, _screen: Screen) -> str:
    """Return ``rows`` as Markdown, ended by a line end."""
    parts = []
    shown = table(rows, _CONTEXT)
    if shown.lines:
        parts.append(grid(shown))
    parts += [_finding(number, row) for number, row in enumerate(rows.findings, start=1)]
    if rows.explained:
        parts += [_explanation(row) for row in rows.claims]
    parts.append(f"**{summary(rows)}**")
    return "\n\n".join(parts) + "\n"


def grid(shown: Table) -> str:
    """Return a table as Markdown, without a line end."""
    lines = [[_cell(cell) for cell in line] for line in shown.lines]
    heads = [_text(head) for head in shown.heads]
    return tabulate(lines, headers=heads, tablefmt="github", disable_numparse=True)


def _finding(number: int, row: FindingRow) -> str:
    head = _text("".join(text for text, _ in finding(number, row)))
    passages = [f"- {_text(position(places[0]))}: {_cell(quote(places, _CONTEXT))}" for places in sentences(row)]
    return "\n".join([f"**{head}**: {_text(safe(row.finding.message))}", "", *passages]).rstrip()


def _explanation(row: ClaimRow) -> str:
    head, reasons = explanation(row)
    lines = [f"{'  ' * (depth - 1)}- {_cell(cell)}" for depth, cell in reasons]
    return "\n".join([_cell(head), "", *lines]).rstrip()


def _cell(cell: Cell) -> str:
    return "".join(f"**{_text(text)}**" if style == "figure" else _text(text) for text, style in cell)


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
