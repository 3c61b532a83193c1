"""Lays styled text out in columns: wraps cells, shares a width between columns, paints for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.documents.model import Span
from claimcheck.reports.cells import Cell, Run, Style

_ANSI: dict[Style, str] = {
    "": "",
    "figure": "1;4",
    "head": "1",
    "dim": "2",
    "good": "32",
    "near": "36",
    "moved": "35",
    "bad": "31",
    "error": "1;31",
    "warning": "1;33",
    "notice": "1;34",
}


def marked(cell: Cell, colour: bool) -> Cell:
    """Return ``cell`` with its figures in brackets where colour cannot mark them."""
    return cell if colour else [(f"[{text}]" if style == "figure" else text, style) for text, style in cell]


def width(cell: Cell) -> int:
    return sum(len(text) for text, _ in cell)


def paint(cell: Cell, colour: bool) -> str:
    """Return the text of ``cell``, with escape codes for its styles in ``colour``."""
    if not colour:
        return "".join(text for text, _ in cell)
    return "".join(f"\x1b[{_ANSI[style]}m{text}\x1b[0m" if style and text else text for text, style in cell)


def wrap(cell: Cell, room: int, colour: bool) -> list[str]:
    """Return ``cell`` painted, in lines of at most ``room`` characters; a word longer than that is cut."""
    text = "".join(run for run, _ in cell)
    return [paint(_slice(cell, start, end), colour) for start, end in _lines(text, room)]


def share(widths: Sequence[int], weights: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return ``widths`` cut down to a sum of ``room``, but none to less than its ``least``.

    The column is cut first that is the widest for its weight: one of weight 2 may be twice as wide.
    """
    shared = list(widths)
    while sum(shared) > room:
        wide = [n for n in range(len(shared)) if shared[n] > least[n]]
        if not wide:
            break
        shared[max(wide, key=lambda n: shared[n] / weights[n])] -= 1
    return shared


def longest_word(cell: Cell) -> int:
    return max(map(len, "".join(text for text, _ in cell).split()), default=0)


def _lines(text: str, room: int) -> Iterator[Span]:
    """Yield the lines as spans of ``text``: broken at spaces, which are left out."""
    start, end = 0, len(text.rstrip())
    while end - start > room:
        space = text.rfind(" ", start + 1, start + room + 1)
        stop = space if space > start else start + room
        yield start, len(text[:stop].rstrip())
        start = stop
        while start < end and text[start] == " ":
            start += 1
    yield start, end


def _slice(cell: Cell, start: int, end: int) -> Cell:
    out: list[Run] = []
    at = 0
    for text, style in cell:
        piece = text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            out.append((piece, style))
        at += len(text)
    return out
