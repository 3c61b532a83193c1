"""What of a Markdown text's blocks is no text: marks of headings, quotes, lists and tables, code, tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from claimcheck.documents.model import Span

_HEADING = re.compile(r"^[ \t>]*(#{1,6}[ \t]+)")
_CLOSING = re.compile(r"[ \t]#+[ \t]*$")
_MARK = re.compile(r"[ \t]*(>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL | re.IGNORECASE
)


class Lines:
    """The lines of a text, by number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.cell: dict[int, int] = {}
        """How far the cells of a table's line have been taken."""

    def span(self, first: int, end: int) -> Span:
        return self.start(first), self.start(end)

    def start(self, line: int) -> int:
        return self.starts[line] if line < len(self.starts) else len(self.text)

    def line(self, number: int) -> str:
        return self.text[self.start(number) : self.start(number + 1)].rstrip("\n")

    def place(self, token: Token) -> list[tuple[int, int, int]]:
        """Return (offset in the token's content, offset in the text, length) for each line of an inline token."""
        places = []
        inside = 0
        first = token.map[0] if token.map else 0
        table = first in self.cell
        for number, content in enumerate(token.content.split("\n"), start=first):
            source = self.line(number)
            column = source.find(content, self.cell[number]) if table else source.rstrip().rfind(content.rstrip())
            if content and column >= 0:
                places.append((inside, self.start(number) + column, len(content)))
                if table:
                    self.cell[number] = column + len(content)
            inside += len(content) + 1
        return places


def block(token: Token, lines: Lines) -> Iterator[Span]:
    """Yield what of a block's own lines is no text: its marks, or all of it."""
    if token.map is None or token.nesting < 0:
        return
    first, end = token.map
    start = lines.start(first)
    match token.type:
        case "fence" | "code_block" | "hr":
            yield lines.span(first, end)
        case "html_block":
            html = lines.text[start : lines.start(end)]
            yield from ((start + found.start(), start + found.end()) for found in _TAG.finditer(html))
        case "heading_open":
            yield from _heading(token, lines)
        case "blockquote_open" | "list_item_open":
            yield from _marks(range(first, end) if token.type == "blockquote_open" else (first,), lines)
        case "tr_open":
            lines.cell[first] = 0
            yield from ((start + n, start + n + 1) for n, mark in enumerate(lines.line(first)) if mark == "|")
        case "thead_open":
            yield lines.span(end, end + 1)


def _marks(numbers: Iterable[int], lines: Lines) -> Iterator[Span]:
    """Yield the marks of quotes and list items that the lines begin with: "> - 1. text" has three."""
    for number in numbers:
        start, line = lines.start(number), lines.line(number)
        column = 0
        while found := _MARK.match(line, column):
            yield start + found.start(1), start + found.end(1)
            column = found.end()


def _heading(token: Token, lines: Lines) -> Iterator[Span]:
    assert token.map is not None
    first, end = token.map
    if token.markup.startswith("#"):
        start, line = lines.start(first), lines.line(first)
        if found := _HEADING.match(line):
            yield start + found.start(1), start + found.end(1)
        if found := _CLOSING.search(line):
            yield start + found.start(), start + found.end()
    else:
        yield lines.span(end - 1, end)
