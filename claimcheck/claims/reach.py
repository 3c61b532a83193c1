"""How far an attribution reaches: whether what is said stands before it or behind, and where it ends."""

from __future__ import annotations

from typing import Final

from claimcheck.claims.phrases import Phrase
from claimcheck.claims.tokens import QUOTE_MARKS, Tokens

_CLOSERS: Final = frozenset((",", ".", ";", ":", "!", "?", "—", "–", "--"))
_LEADS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "one", "some"))
_SHORT_LEAD: Final = 5
_FURTHEST: Final = 40
"""Tokens from a verb that its parts are looked for."""


def limit_of(tokens: Tokens, subject: Phrase, last: int) -> int | None:
    """Return where an attribution ends that is only put in ("which the city says it sold, "): at the comma."""
    place = subject.first - 1
    while place >= 0 and tokens.names[place] is None and tokens.lower[place] in _LEADS:
        place -= 1
    if (
        place < 0
        or tokens.names[place] is not None
        or tokens.lower[place] not in ("which", "who", "what", "as", "where")
    ):
        return None
    while last < len(tokens) and tokens.lower[last] != ",":
        last += 1
    return tokens.starts[last] if last < len(tokens) else None


def opened_by_content(tokens: Tokens, subject: Phrase) -> bool:
    """Whether something said stands before the subject, parted from it by a comma, dash or quotation mark."""
    place = subject.first - 1
    while place >= 0 and tokens.names[place] is None and tokens.lower[place] in _LEADS:
        place -= 1
    if place < 0 or tokens.lower[place] not in QUOTE_MARKS | {",", "—", "–", "--", "-"}:
        return False
    return (
        any(tokens.verbs[n] or tokens.lower[n] in QUOTE_MARKS for n in range(max(0, place - _FURTHEST), place + 1))
        or place > _SHORT_LEAD
    )


def is_closed(tokens: Tokens, place: int) -> bool:
    """Whether nothing said follows the verb: up to the next mark no verb, number or "that"."""
    end = min(len(tokens), place + _FURTHEST)
    while place < end:
        lower = tokens.lower[place]
        if tokens.names[place] is None:
            if lower in QUOTE_MARKS or lower == ":":
                return place > 0 and tokens.lower[place - 1] == "."
            if lower in _CLOSERS:
                return True
            if lower in ("as", "after", "while", "when", "before"):
                return True
            if lower == "that" or tokens.verbs[place]:
                return False
        place += 1
    return True


def goes_on(tokens: Tokens, place: int) -> bool:
    """Whether the saying goes on behind a closed attribution: ", officials said, and"."""
    end = min(len(tokens), place + _FURTHEST)
    while place < end and tokens.lower[place] not in _CLOSERS:
        if tokens.lower[place] in ("as", "after", "while", "when", "before"):
            return False
        place += 1
    return place + 1 < len(tokens) and tokens.lower[place] == ","
