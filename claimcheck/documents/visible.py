"""A document as its readers see it, and the way back to where that stands in the file.

The stages work on plain text: "over **11,000** homes" is read as "over 11,000 homes", and what they find
is then placed in the text as it is written.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from claimcheck.documents.model import Document, Span

_JOINING = frozenset("*_~\\")
"""Marks that may stand inside a word; what else is taken out leaves a gap between words."""


@dataclass(frozen=True, slots=True)
class Visible:
    """``document`` is without its markup, ``source`` the text as written.

    ``kept`` are the pieces left, by their places in the one and the other.
    """

    document: Document
    source: str
    kept: tuple[tuple[int, int], ...]

    def written(self, span: Span) -> Span:
        """Return where a span of the visible text stands in the text as written."""
        start, end = span
        return self._place(start), self._place(end - 1) + 1 if end > start else self._place(start)

    def _place(self, offset: int) -> int:
        seen, written = self.kept[bisect_right(self.kept, (offset, float("inf"))) - 1]
        return written + offset - seen


def visible(document: Document) -> Visible:
    """Return ``document`` as its readers see it."""
    if not document.markup:
        return Visible(document, document.text, ((0, 0),))
    text = document.text
    parts: list[str] = []
    kept: list[tuple[int, int]] = []
    length = at = 0
    for start, end in (*document.markup, (len(text), len(text))):
        piece = text[at:start]
        if piece:
            hidden = text[kept[-1][1] + len(parts[-1]) : at] if kept else ""
            if parts and parts[-1][-1].isalnum() and piece[0].isalnum() and not _JOINING.issuperset(hidden):
                parts.append(" ")
                length += 1
            kept.append((length, at))
            parts.append(piece)
            length += len(piece)
        at = end
    return Visible(replace(document, text="".join(parts), markup=()), text, tuple(kept) or ((0, 0),))
