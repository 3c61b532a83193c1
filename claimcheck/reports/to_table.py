"""The report for a terminal: tables and findings, in colour or plain, for any width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabulate import tabulate

from claimcheck.reports.cells import Cell, Table, explanation, finding, position, quote, said, sentences, table
from claimcheck.reports.formats import Screen
from claimcheck.reports.layout import longest_word, marked, paint, share, width, wrap
from claimcheck.reports.rows import FindingRow, Rows, summary
from claimcheck.reports.text import safe

_GAP = 2
_LEAST = 8
_WORD = 16
"""A column is as wide as its longest word, up to this, before it is as wide as its text."""

_CONTEXT = 72
"""Characters of a sentence around a figure in a cell; a finding's passage fills two lines."""

_LEAST_SOURCE = 15
"""A column of a source narrower than this is put into a further table."""


def render(rows: Rows, screen: Screen) -> str:
    """Return ``rows`` as lines that fit ``screen``, ended by a line end."""
    columns, colour = screen.columns, screen.colour
    parts = [grid(part, columns, colour) for part in _tables(rows, columns) if part.lines]
    parts += [_finding(number, row, columns, colour) for number, row in enumerate(rows.findings, start=1)]
    if rows.explained:
        parts += _explanations(rows, columns, colour)
    parts += ["\n".join(wrap([(safe(remark), "")], columns, colour)) for remark in rows.report.remarks]
    parts.append("\n".join(wrap([(summary(rows), "head")], columns, colour)))
    return "\n\n".join(parts) + "\n"


def render_several(reports: Sequence[Rows], screen: Screen) -> str:
    """Return one report below the other, each under the name of its draft."""
    heads = [paint([(f"{safe(rows.documents[0].id)}:", "head")], screen.colour) for rows in reports]
    return "\n".join(f"{head}\n\n{render(rows, screen)}" for head, rows in zip(heads, reports, strict=True))


def _tables(rows: Rows, columns: int) -> Iterator[Table]:
    """Yield the table; or several, when it takes them to give each compared document its least width."""
    if rows.kind != "compare":
        yield table(rows, _CONTEXT)
        return
    at_once = max((columns - 2 * _LEAST_SOURCE - _GAP) // (_LEAST_SOURCE + _GAP), 1)
    for start in range(0, len(rows.documents), at_once):
        yield table(rows, _CONTEXT, range(start, min(start + at_once, len(rows.documents))))


def grid(part: Table, columns: int, colour: bool, *, whole: bool = False) -> str:
    """Return a table in lines of at most ``columns`` characters; columns without text are left out.

    With ``whole``, nothing is returned where words would have to be cut.
    """
    used = [n for n in range(len(part.heads)) if n == 0 or any(line[n] for line in part.lines)]
    heads: list[Cell] = [[(part.heads[n], "head")] for n in used]
    lines = [heads, *([marked(line[n], colour) for n in used] for line in part.lines)]
    widths = [max(width(line[n]) for line in lines) for n in range(len(used))]
    weights = [2 if any(style == "figure" for line in part.lines for _, style in line[n]) else 1 for n in used]
    words = [min(max(longest_word(line[n]) for line in lines), _WORD) for n in range(len(used))]
    room = columns - _GAP * (len(used) - 1)
    if whole and sum(words) > room:
        return ""
    for least in (words, [_LEAST] * len(used), [1] * len(used)):  # words are cut only where nothing else helps
        widths = share(widths, weights, least, room)
    body: list[list[str]] = []
    for line in lines:
        cells = [wrap(cell, room, colour) for cell, room in zip(line, widths, strict=True)]
        if len(body) > 1 and max(map(len, cells)) > 1:  # a blank line tells rows of several lines apart
            body.append([" "] * len(used))
        body.append(["\n".join(cell) for cell in cells])
    rule = ["-" * room for room in widths]
    # Without headers of tabulate's own: those would be made wider than asked for.
    text = tabulate([body[0], rule, *body[1:]], tablefmt="plain", disable_numparse=True, preserve_whitespace=True)
    return "\n".join(line.rstrip() for line in text.split("\n"))


def records(part: Table, columns: int, colour: bool) -> str:
    """Return a table line by line, each cell that has a text under the other, behind the head of its column."""
    pad = max(map(len, part.heads)) + _GAP
    out = []
    for line in part.lines:
        told: list[str] = []
        for head, cell in zip(part.heads, line, strict=True):
            first, *rest = wrap(marked(cell, colour), columns - pad, colour) or [""]
            label = paint([(head.ljust(pad), "dim")], colour)
            told += [f"{label}{first}", *(" " * pad + each for each in rest)] if first.strip() else []
        out.append("\n".join(each.rstrip() for each in told))
    return "\n\n".join(out)


def _finding(number: int, row: FindingRow, columns: int, colour: bool) -> str:
    lines = [paint(finding(number, row), colour)]
    for paragraph in said(row):
        lines += _indented(paragraph, columns, colour)
    passages = sentences(row)
    names = [position(places[0]) for places in passages]
    pad = min(max(map(len, names), default=0), columns // 3)
    indent = pad + 2 * _GAP
    for name, places in zip(names, passages, strict=True):
        room = columns - indent
        first, *rest = wrap(marked(quote(places, 2 * room - _LEAST), colour), room, colour)
        label = " " * _GAP + paint([(name.ljust(pad), "dim")], colour)
        # A name too long for its column stands on a line of its own.
        lines += [label, " " * indent + first] if len(name) > pad else [f"{label}{' ' * _GAP}{first}"]
        lines += [" " * indent + line for line in rest]
    return "\n".join(line.rstrip() for line in lines)


def _explanations(rows: Rows, columns: int, colour: bool) -> Iterator[str]:
    for row in rows.claims:
        head, reasons = explanation(row)
        lines = [paint(marked(head, colour), colour)]
        for depth, cell in reasons:
            lines += _indented(cell, columns, colour, depth)
        yield "\n".join(lines)


def _indented(cell: Cell, columns: int, colour: bool, depth: int = 1) -> list[str]:
    pad = " " * (_GAP * depth)
    return [pad + line for line in wrap(marked(cell, colour), columns - len(pad), colour)]
