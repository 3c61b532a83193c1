"""Finds what stands between quotation marks: curly, straight, single, tokenised, carried over paragraphs."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.documents.model import Span

_LONGEST_SINGLE: Final = 400
"""Characters within which a single quotation mark must close: a stray apostrophe opens nothing longer."""
_LONGEST_LINES: Final = 25
"""Lines within which a quotation must close in a text without blank lines."""

_MARK = re.compile(
    r"[\"“”„«»`'‘\n]"  # any first character, and by which it was what must follow: one class is found fastest
    r"(?:(?<=[\"“”„«»])|(?<=`)`|(?<=')'|(?<=(?<![\w'’])['‘])(?=[\w$£€\"])|(?<=\n)(?:[ \t]*\n)+)"
)
_SINGLE_END = re.compile(r"(?<=[\w.,!?…;%])['’](?![\w])")
_OPENERS: Final = frozenset(("“", "„", "«", "``"))
_CLOSERS: Final = frozenset(("”", "»", "''"))


def find_quotations(text: str) -> tuple[Span, ...]:
    """Return the spans of the quotations of ``text``, marks included, in order and apart from each other.

    A quotation that is reopened at a paragraph's start without having been closed gives one span per
    paragraph; one that is never closed ends with its paragraph. An apostrophe opens none.
    """
    return _Scan(text).run()


class _Scan:
    """One pass over the marks; ``start`` is where the quotation at hand opened, None outside of one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.start: int | None = None
        self.open = ""
        self.blank_lines = "\n\n" in text

    def run(self) -> tuple[Span, ...]:
        text, position = self.text, 0
        while found := _MARK.search(text, position):
            position = found.end()
            mark, at = found.group(), found.start()
            if mark[0] == "\n":
                self._break(at, position)
            elif mark in ("'", "‘"):
                if self.start is None:
                    position = self._single(at) or position
            elif self.start is None:
                if self._may_open(mark, at):
                    self.start, self.open = at, mark
            elif self._reopens(mark, at):
                self._close(_trim(text, at))
                self.start, self.open = at, mark
            elif mark not in _OPENERS and self._may_close(mark):
                self._close(position)
        if self.start is not None:
            self._close(self._limit(len(text)))
        return tuple(self.spans)

    def _close(self, end: int) -> None:
        if self.start is not None and end > self.start + 1:
            self.spans.append((self.start, end))
        self.start = None

    def _limit(self, end: int) -> int:
        """Return where a quotation that nothing closes ends: with its paragraph or line."""
        if self.start is None:
            return end
        stop = self.text.find("\n", self.start, end)
        return _trim(self.text, stop if stop >= 0 else end)

    def _break(self, at: int, after: int) -> None:
        """At a blank line: a quotation goes on only where the next paragraph opens it again."""
        if self.start is None:
            return
        follows = self.text[after : after + 3].lstrip()
        self._close(_trim(self.text, at) if follows.startswith((self.open, "“", '"')) else self._limit(at))

    def _may_open(self, mark: str, at: int) -> bool:
        if mark in _OPENERS:
            return True
        if mark in _CLOSERS:
            return False
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        # A mark behind a digit is an inch; one behind a letter and before a blank closes nothing we saw open.
        return bool(after) and not (before.isalnum() and not after.isalnum()) and not before.isdigit()

    def _may_close(self, mark: str) -> bool:
        return not (self.open == '"' and mark in ("''", "»")) and not (self.open == "“" and mark == "''")

    def _reopens(self, mark: str, at: int) -> bool:
        """Whether an opening mark at a line's start carries the open quotation on."""
        if mark not in _OPENERS and mark != '"':
            return False
        line = self.text.rfind("\n", 0, at) + 1
        if self.start is None or line <= self.start or self.text[line:at].strip():
            return False
        return self.text[at + 1 : at + 2].strip() != ""

    def _single(self, at: int) -> int | None:
        """Return where a quotation in single marks that opens at ``at`` ends, None where none does."""
        limit = self.text.find("\n", at, at + _LONGEST_SINGLE)
        limit = limit if limit >= 0 else at + _LONGEST_SINGLE
        best = None
        for found in _SINGLE_END.finditer(self.text, at + 2, limit):
            best = found.end()
            if self.text[found.start() - 1] != "s" or self.text[best : best + 2].strip() in ("", ".", ","):
                break
        if best is not None:
            self.spans.append((at, best))
        return best


def _trim(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end
