"""The words of a text that show a figure in a message."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.claims.model import Claim

_MOST_AFTER = 48
_MOST_BEFORE = 32
_FEW_AFTER = 8
_STOP = re.compile(r"[.;:!?,](?=[\"”’]?(?:\s|$))|\n|\s[-–—]\s|[“”\"()]|\b(?:and|but|while|which|who|after|when|as)\b")


_DANGLING = frozenset(("a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "that", "because"))


def passage(text: str, claim: Claim) -> str:
    """Return the figure of ``claim`` and the words around it up to the next stop, on one line.

    Words before the figure are shown where too few stand after it, beyond a comma where the figure else stood
    alone: "Ada Moreau, 52".
    """
    start, end = claim.figure.start, claim.figure.end
    limit = min(claim.sentence[1], end + _MOST_AFTER, len(text))
    stop = _STOP.search(text, end, limit)
    after = stop.start() if stop else _word_end(text, end, limit)
    before = start
    if after - end < _FEW_AFTER:
        floor = max(claim.sentence[0], start - _MOST_BEFORE, 0)
        stops = [found.end() for found in _STOP.finditer(text, floor, start)]
        if stops and text[stops[-1] - 1] == "," and not text[stops[-1] : start].strip() and not text[end:after].strip():
            stops.pop()
        before = stops[-1] if stops else _word_start(text, start, floor, claim.sentence[0])
    shown, rest = text[before:end].split(), text[end:after].split()
    while rest and rest[-1].lower() in _DANGLING:
        rest.pop()
    space = " " if rest and text[end].isspace() else ""
    return " ".join(shown) + space + " ".join(rest)


def passages(shown: Iterable[str]) -> str:
    """Return passages one after the other, without those that stand in another one."""
    each = list(dict.fromkeys(shown))
    kept = [one for one in each if not any(one in other for other in each if other != one)]
    return ("; " if any("," in one for one in kept) else ", ").join(kept)


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
