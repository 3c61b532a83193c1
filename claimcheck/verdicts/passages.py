"""The words of a text that show a figure in a message."""

from __future__ import annotations

import re

from claimcheck.claims.model import Claim

_MOST_AFTER = 48
_MOST_BEFORE = 32
_FEW_AFTER = 8
_STOP = re.compile(r"[.;:!?,](?=\s|$)|\n|\s[-–—]\s|[“”\"()]|\b(?:and|but|while|which|who|after|when|as)\b")


_DANGLING = frozenset(("a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "that", "because"))


def passage(text: str, claim: Claim) -> str:
    """Return the figure of ``claim`` and the words around it up to the next stop, on one line.

    Words before the figure are shown where too few stand after it.
    """
    start, end = claim.figure.start, claim.figure.end
    limit = min(claim.sentence[1], end + _MOST_AFTER, len(text))
    stop = _STOP.search(text, end, limit)
    after = stop.start() if stop else _word_end(text, end, limit)
    before = start
    if after - end < _FEW_AFTER:
        floor = max(claim.sentence[0], start - _MOST_BEFORE, 0)
        stops = [found.end() for found in _STOP.finditer(text, floor, start)]
        before = stops[-1] if stops else _word_start(text, start, floor, claim.sentence[0])
    shown, rest = text[before:end].split(), text[end:after].split()
    while rest and rest[-1].lower() in _DANGLING:
        rest.pop()
    space = " " if rest and text[end].isspace() else ""
    return " ".join(shown) + space + " ".join(rest)


def _word_end(text: str, end: int, limit: int) -> int:
    if limit >= len(text) or not text[limit - 1 : limit + 1].strip().isalnum():
        return limit
    space = text.rfind(" ", end, limit)
    return space if space > end else limit


def _word_start(text: str, start: int, floor: int, sentence: int) -> int:
    if floor == sentence:
        return floor
    space = text.find(" ", floor, start)
    return space + 1 if space >= 0 else start
