"""Telephone and book numbers: runs of digits that state no figure."""

from __future__ import annotations

import re

from claimcheck.figures.draft import Draft
from claimcheck.figures.tokens import Tokens

_KEY = re.compile(
    r"\+\d[\d ()\u00a0-]{7,18}\d"
    r"|\(0?\d{2,5}\) ?\d{3,4}[ -]?\d{3,5}"
    r"|(?<![\d,.])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}"
    r"|(?<![\d,.-])\d{3}-\d{3}-\d{4}(?!\d)"
    r"|ISBN[ :-]{1,3}[\dX -]{10,17}",
)
_LONGEST = 24  # characters of such a number
_FEWEST = 9  # digits of a number that one may call abroad


def is_key(t: Tokens, draft: Draft) -> bool:
    """Whether a bare number is a piece of a telephone or book number."""
    if not draft.digits or draft.unit is not None or draft.kind not in ("count", "score"):
        return False
    start, end = t.start[draft.number], t.end[draft.number_next - 1]
    for match in _KEY.finditer(t.norm, max(start - _LONGEST, 0), end + _LONGEST):
        if match.start() < end and start < match.end():
            return sum(map(str.isdecimal, match.group())) >= _FEWEST
    return False
