"""A document's text in paragraphs, with its figures marked in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.documents.model import Document
from claimcheck.reports.html.marks import Mark
from claimcheck.reports.naming import names
from claimcheck.reports.rows import unmarked

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LINES = re.compile(r"\n\s*")
_WRAPPED = 100
"""Columns to which a text may be wrapped: one with a longer line is not."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text and marks in their order, beginning in ``line`` of the document (from 1)."""

    line: int
    pieces: Sequence[str | Mark]


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its place among the report's, from 0, and what it is called."""

    number: int
    name: str
    document: Document
    paragraphs: Sequence[Paragraph]


def texts(documents: Sequence[Document], marks: Mapping[int, Mark]) -> Sequence[Text]:
    """Return ``documents`` with their ``marks``, in the order given."""
    mine: dict[str, list[Mark]] = {}
    for mark in marks.values():
        mine.setdefault(mark.place.document, []).append(mark)
    called = names(documents)
    return [
        Text(n, each.title or called[each.id], each, _paragraphs(each, mine.get(each.id, ())))
        for n, each in enumerate(documents)
    ]


def _paragraphs(document: Document, marks: Iterable[Mark]) -> Sequence[Paragraph]:
    """Return the paragraphs: what stands between blank lines, or else on lines. No figure is torn."""
    ends = [found.start() for found in re.finditer("\n", document.text)]
    out: list[Paragraph] = []
    pieces: list[str | Mark] = []
    line = 0
    for at, piece in _pieces(document, marks, _breaks(document.text)):
        if piece is None:
            if pieces:
                out.append(Paragraph(line, _trimmed(pieces)))
            pieces = []
            continue
        if not pieces:
            if isinstance(piece, str) and not piece.strip():
                continue
            lead = len(piece) - len(piece.lstrip()) if isinstance(piece, str) else 0
            line = bisect_right(ends, at + lead - 1) + 1
        pieces.append(piece)
    if pieces:
        out.append(Paragraph(line, _trimmed(pieces)))
    return out


def _breaks(text: str) -> re.Pattern[str]:
    """Return what parts the paragraphs of ``text``: line ends, where none is blank and some are whole paragraphs."""
    body = text.strip()
    lined = _BLANK_LINES.search(body) is None and any(len(line) > _WRAPPED for line in body.split("\n"))
    return _LINES if lined else _BLANK_LINES


def _pieces(
    document: Document, marks: Iterable[Mark], breaks: re.Pattern[str]
) -> Iterator[tuple[int, str | Mark | None]]:
    """Yield text and marks with where they begin, and None where a paragraph ends."""
    at = 0
    for mark in sorted(marks, key=lambda mark: (mark.place.claim.figure.start, mark.place.claim.figure.end)):
        figure = mark.place.claim.figure
        yield from _plain(document, at, figure.start, breaks)
        yield figure.start, mark
        at = max(at, figure.end)
    yield from _plain(document, at, len(document.text), breaks)


def _plain(document: Document, start: int, end: int, breaks: re.Pattern[str]) -> Iterator[tuple[int, str | None]]:
    for left, right in unmarked(document.markup, start, end):
        at = left
        for found in breaks.finditer(document.text, left, right):
            if found.start() > at:
                yield at, document.text[at : found.start()]
            yield found.start(), None
            at = found.end()
        if at < right:
            yield at, document.text[at:right]


def _trimmed(pieces: Sequence[str | Mark]) -> Sequence[str | Mark]:
    """Return ``pieces`` without the white space around them."""
    out = list(pieces)
    if isinstance(out[0], str):
        out[0] = out[0].lstrip()
    if isinstance(out[-1], str):
        out[-1] = out[-1].rstrip()
    return out
