"""Telephone and book numbers: runs of digits that state no figure."""

from __future__ import annotations

import re

from claimcheck.documents.model import Span

# Each alternative begins with what few characters do, and every repeat is bounded: linear on any text.
_KEY = re.compile(
    r"\+\d[\d ()\u00a0-]{7,18}\d"
    r"|\(0?\d{2,5}\) ?\d{3,4}[ -]?\d{3,5}"
    r"|(?<![\d,.])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}"
    r"|(?<![\d,.-])\d{3}-\d{3}-\d{4}(?!\d)"
    r"|ISBN[ :-]{1,3}[\dX -]{10,17}",
)
_HINTS = ("+", "(", "-", " 0", "ISBN")
_FEWEST = 9  # digits of a number that one may call abroad


def keys(text: str) -> tuple[Span, ...]:
    """Return the spans of ``text`` that hold such numbers, in order and apart."""
    if not any(hint in text for hint in _HINTS):
        return ()
    return tuple(match.span() for match in _KEY.finditer(text) if sum(map(str.isdecimal, match.group())) >= _FEWEST)
