"""Finds the page around a story: bylines, time stamps, credits, buttons; their figures are no claims."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.claims.lexicon import Furniture
from claimcheck.documents.model import Span

_LONGEST: Final = 160
"""Characters of a line that may still be furniture."""

_LINE = re.compile(r"[^\n]+")
_DATELINE = re.compile(
    r"[A-Z][A-Za-z.,'’/ \-]{1,40}?"  # the place
    r"(?:,? (?:[A-Z][a-z]{2,8}\.?) \d{1,2}(?:, \d{4})?)?"  # the day
    r"(?:,? \([A-Za-z ./]{2,30}\))?"  # the agency
    r"(?:(?<=\)) ?| )(?:--|[-–—]) ?(?=[\"“A-Z])"
)
_DASH = re.compile("[-–—]")
_AGENCY = re.compile(r"\([A-Za-z ./]{2,30}\)|\d")
_LONGEST_DATELINE: Final = 120
_LONGEST_SENTENCE: Final = 80
_SENTENCE_ENDS: Final = frozenset('.!?"”')
_CAPITALS: Final = 3


def find_furniture(text: str, rules: Furniture) -> tuple[Span, ...]:
    """Return the spans of the lines of ``text`` that are no story, and of datelines before it, in order."""
    spans = []
    for found in _LINE.finditer(text):
        line = found.group()
        stripped = line.strip().strip("*_#>|•·- ")
        if not stripped:
            continue
        if _may_be_furniture(stripped) and (rules.line.fullmatch(stripped) or rules.stamp.fullmatch(stripped)):
            spans.append(found.span())
        elif _DASH.search(stripped, 0, _LONGEST_DATELINE) and (
            dateline := _DATELINE.match(line, len(line) - len(line.lstrip()))
        ):
            place = dateline.group()
            if _AGENCY.search(place) or place[:_CAPITALS].isupper():
                spans.append((found.start(), found.start() + dateline.end()))
    return tuple(spans)


def _may_be_furniture(line: str) -> bool:
    """Whether a line is short enough, a line that ends like a sentence shorter still."""
    return len(line) <= (_LONGEST_SENTENCE if line[-1] in _SENTENCE_ENDS else _LONGEST)
