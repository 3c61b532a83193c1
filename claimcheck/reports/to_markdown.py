"""The report as Markdown, for a pull request, a wiki or a mail."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tabulate import tabulate

from claimcheck.reports.cells import Cell, Table, explanation, finding, position, quote, said, sentences, table
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import ClaimRow, FindingRow, Rows, summary
from claimcheck.reports.text import safe
from claimcheck.verdicts.model import SEVERITIES

LIMIT = 65_536
"""Characters that GitHub takes as a comment."""

_CONTEXT = 160
"""Characters of a sentence around a figure."""

# What Markdown or HTML would read as its own, and a cell's end.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&])")

# GitHub would call that person and link that issue; a comment between the sign and the name keeps it from that.
_CALLING = re.compile(r"([@#])(?=\w)")

_PADDING = re.compile(r" {2,}|(?<=\|)-{4,}(?=\|)")

_CUT = {"finding": "findings", "remark": "remarks", "line": "lines of the table", "explanation": "explanations"}
"""The kinds of pieces that may be left out of a report that is too long, the most needed first, and their names."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a report: of those of one ``kind``, a key of ``_CUT``, the highest ``rank`` is left out first."""

    text: str
    kind: str = ""
    rank: int = 0


def render(rows: Rows, screen: Screen) -> str:
    """Return ``rows`` as Markdown of at most ``LIMIT`` characters, ended by a line end; it says what is cut."""
    return render_several([rows], screen)


def render_several(reports: Sequence[Rows], _screen: Screen) -> str:
    """Return one report below the other, each under the name of its draft, within one limit."""
    pieces = [piece for rows in reports for piece in _pieces(rows, named=len(reports) > 1)]
    text = _joined(pieces)
    return text if len(text) <= LIMIT else _fitted(pieces)


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is, and GitHub calls nobody."""
    return _CALLING.sub(r"\1<!-- -->", _SPECIAL.sub(r"\\\1", text))


def _pieces(rows: Rows, named: bool) -> Iterator[_Piece]:
    if named:
        yield _Piece(f"## {escaped(safe(rows.documents[0].id))}")
    shown = table(rows, _CONTEXT)
    if shown.lines:
        whole = grid(shown).split("\n")
        yield _Piece("\n".join(whole[:2]))
        yield from (_Piece(line, "line", rank) for rank, line in enumerate(whole[2:]))
    for number, row in enumerate(rows.findings, start=1):
        yield _Piece(_finding(number, row), "finding", SEVERITIES.index(row.finding.severity))
    if rows.explained:
        yield from (_Piece(_explanation(row), "explanation") for row in rows.claims)
    yield from (_Piece(f"Note: {escaped(safe(remark))}", "remark") for remark in rows.report.remarks)
    yield _Piece(f"**{summary(rows)}**")


def _joined(pieces: Sequence[_Piece]) -> str:
    parts = [("\n" if piece.kind == "line" else "\n\n") + piece.text for piece in pieces]
    return "".join(parts).lstrip("\n") + "\n"


def _fitted(pieces: Sequence[_Piece]) -> str:
    """Return as many of ``pieces`` as there is room for, and a sentence on the rest."""
    slim = [_slim(piece) for piece in pieces]
    most = Counter(piece.kind for piece in slim)
    kept = dict.fromkeys(_CUT, 0)
    for kind in _CUT:
        # Bisection: the more of a kind, the longer the text.
        def length(count: int, kind: str = kind) -> int:
            return len(_with(slim, {**kept, kind: count}, most))

        kept[kind] = max(bisect_right(range(most[kind] + 1), LIMIT, key=length) - 1, 0)
    return _with(slim, kept, most)


def _slim(piece: _Piece) -> _Piece:
    """Return a line of a table without what makes its columns stand below each other."""
    return replace(piece, text=_PADDING.sub(_narrow, piece.text)) if piece.text.startswith("|") else piece


def _narrow(run: re.Match[str]) -> str:
    return run[0][: 3 if run[0][0] == "-" else 1]


def _with(pieces: Sequence[_Piece], kept: Mapping[str, int], most: Mapping[str, int]) -> str:
    order = sorted(range(len(pieces)), key=lambda n: (pieces[n].rank, n))
    left = dict(kept)
    taken = set()
    for n in order:
        kind = pieces[n].kind
        if kind not in left:
            taken.add(n)
        elif left[kind]:
            taken.add(n)
            left[kind] -= 1
    cut = [
        f"{most[kind] - kept[kind]} of {most[kind]} {name}" for kind, name in _CUT.items() if kept[kind] < most[kind]
    ]
    note = _Piece(f"*Cut to the {LIMIT:,} characters of a comment; left out: {', '.join(cut)}.*")
    return _joined([*(piece for n, piece in enumerate(pieces) if n in taken), *([note] if cut else [])])


def grid(shown: Table) -> str:
    """Return a table as Markdown, without a line end."""
    lines = [[_cell(cell) for cell in line] for line in shown.lines]
    heads = [escaped(head) for head in shown.heads]
    return tabulate(lines, headers=heads, tablefmt="github", disable_numparse=True)


def findings(rows: Rows) -> str:
    """Return the findings of ``rows`` as Markdown, without a line end."""
    return "\n\n".join(_finding(number, row) for number, row in enumerate(rows.findings, start=1))


def _finding(number: int, row: FindingRow) -> str:
    head = _plain(finding(number, row))
    message, *more = map(_cell, said(row))
    passages = [f"- {escaped(position(places[0]))}: {_cell(quote(places, _CONTEXT))}" for places in sentences(row)]
    return "\n".join([f"**{head}**: {message}", *(f"\n{paragraph}" for paragraph in more), "", *passages]).rstrip()


def _explanation(row: ClaimRow) -> str:
    head, reasons = explanation(row)
    lines = [f"{'  ' * (depth - 1)}- {_cell(cell)}" for depth, cell in reasons]
    return "\n".join([_cell(head), "", *lines]).rstrip()


def _cell(cell: Cell) -> str:
    return "".join(f"**{escaped(text)}**" if style == "figure" else escaped(text) for text, style in cell)


def _plain(cell: Cell) -> str:
    return escaped("".join(text for text, _ in cell))
