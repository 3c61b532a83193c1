"""The report as a piece of HTML, for notebooks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from claimcheck.reports.cells import Cell, Style, finding, position, quote, said, sentences, table
from claimcheck.reports.rows import FindingRow, Rows, summary
from claimcheck.reports.text import safe

_CONTEXT = 120
_CELL = "text-align: left; vertical-align: top"
_COLOURS: dict[Style, str] = {
    "dim": "#6e7781",
    "good": "#1a7f37",
    "near": "#0969da",
    "moved": "#8250df",
    "bad": "#cf222e",
    "error": "#cf222e",
    "warning": "#9a6700",
    "notice": "#0969da",
}


def render(rows: Rows) -> str:
    """Return ``rows`` as an HTML fragment; all text of the documents is escaped."""
    parts = ["<div>", *_table(rows)]
    parts += [_finding(number, row) for number, row in enumerate(rows.findings, start=1)]
    parts += [f"<p>{escape(safe(remark))}</p>" for remark in rows.report.remarks]
    parts += [f"<p><b>{escape(summary(rows))}</b></p>", "</div>"]
    return "\n".join(parts)


def _table(rows: Rows) -> Iterator[str]:
    shown = table(rows, _CONTEXT)
    if not shown.lines:
        return
    yield "<table>"
    yield "<tr>" + "".join(f'<th style="{_CELL}">{escape(head)}</th>' for head in shown.heads) + "</tr>"
    for line in shown.lines:
        yield "<tr>" + "".join(f'<td style="{_CELL}">{_cell(cell)}</td>' for cell in line) + "</tr>"
    yield "</table>"


def _finding(number: int, row: FindingRow) -> str:
    passages = [f"<li>{escape(position(p[0]))}: {_cell(quote(p, _CONTEXT))}</li>" for p in sentences(row)]
    head, message = _cell(finding(number, row)), "<br>".join(map(_cell, said(row)))
    return f"<p>{head}: {message}</p>\n<ul>{''.join(passages)}</ul>"


def _cell(cell: Cell) -> str:
    return "".join(_run(escape(text), style) for text, style in cell)


def _run(text: str, style: Style) -> str:
    if style == "figure":
        return f"<mark>{text}</mark>"
    if style == "head":
        return f"<b>{text}</b>"
    return f'<span style="color: {_COLOURS[style]}">{text}</span>' if style in _COLOURS else text
