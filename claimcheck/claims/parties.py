"""Who does and who receives, and where: the parts that names play around a figure."""

from __future__ import annotations

from typing import Final

from claimcheck.claims.lexicon import Words
from claimcheck.claims.model import Part, Participant
from claimcheck.claims.names import Name
from claimcheck.claims.syntax import Syntax
from claimcheck.claims.tokens import is_verb

_PLACES: Final = frozenset(
    ("in", "at", "near", "off", "on", "around", "outside", "inside", "across", "throughout", "over")
)
_RECEIVERS: Final = frozenset(("to", "against", "for", "towards", "toward"))
_SOURCES: Final = frozenset(("by", "from"))
_ARTICLES: Final = frozenset(("the", "a", "an", "its", "his", "her", "their"))


def parties_of(syntax: Syntax, place: int, words: Words) -> tuple[Participant, ...]:
    """Return the names that play a part in the clause of figure number ``place``, in order of mention."""
    first, last = syntax.clause_at(syntax.places[place][0])
    out: list[Participant] = []
    seen: set[tuple[Part, str]] = set()
    token = first
    while token < last:
        name = syntax.tokens.names[token]
        if name is None:
            token += 1
            continue
        end = token
        while end < last and syntax.tokens.names[end] is name:
            end += 1
        part = _part(syntax, first, token, end, words)
        if part and (part, name.key) not in seen:
            seen.add((part, name.key))
            out.append(_participant(part, name))
        token = end
    return tuple(out)


def _participant(part: Part, name: Name) -> Participant:
    return Participant(part, name.full, name.key)


def _part(syntax: Syntax, first: int, start: int, end: int, words: Words) -> Part | None:
    lower = syntax.tokens.lower
    before = start - 1
    while before >= first and lower[before] in _ARTICLES:
        before -= 1
    link = lower[before] if before >= first else ""
    if link in _SOURCES:
        return "actor"
    if link in _RECEIVERS:
        return "receiver"
    if link in _PLACES:
        return "place"
    if lower[end : end + 2] in (("'", "s"), ("’", "s")):
        return "subject"
    if end < len(lower) and is_verb(syntax.tokens, end, words):
        return "actor"
    return "subject"
