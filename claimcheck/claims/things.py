"""Says in the text's own words what a figure measures: "containers of munitions", "machine tool imports"."""

from __future__ import annotations

from typing import Final

from claimcheck.claims.lexicon import Words
from claimcheck.claims.syntax import Syntax

_LONGEST: Final = 5
"""Words of a noun phrase that are shown."""
_OPENERS: Final = frozenset(
    ("the", "a", "an", "its", "his", "her", "their", "all", "some", "any", "these", "those", "our")
)
_MEASURES: Final = frozenset(("percent", "money", "measure", "ratio", "multiple", "level"))
_MODIFIERS: Final = frozenset(("of",))
_OF_LIKE: Final = frozenset(("of", "in", "for", "worth"))


def thing_of(syntax: Syntax, place: int, words: Words) -> str | None:
    """Return what figure number ``place`` measures, as the text says it, None where it does not say."""
    figure = syntax.figures[place]
    first, last = syntax.places[place]
    if figure.moment is not None:
        return None
    if figure.thing:
        behind = _phrase(syntax, last + 1, words) if _is(syntax, last, _MODIFIERS) else None
        # "23 of the raiders": the thing already is what stands behind "of".
        return f"{figure.thing} of {behind}" if behind and behind.lower() != figure.thing.lower() else figure.thing
    if _is(syntax, last, _OF_LIKE) and (behind := _phrase(syntax, last + 1, words)):
        return behind
    if figure.kind in _MEASURES or figure.kind == "count":
        return _subject(syntax, first, words)
    return None


def _is(syntax: Syntax, place: int, lowers: frozenset[str]) -> bool:
    return place < len(syntax.tokens) and syntax.tokens.lower[place] in lowers


def _phrase(syntax: Syntax, start: int, words: Words) -> str | None:
    """Return the noun phrase that begins at token ``start``, without its article."""
    tokens = syntax.tokens
    while start < len(tokens) and tokens.lower[start] in _OPENERS:
        start += 1
    end = start
    while end < len(tokens) and end - start < _LONGEST:
        lower = tokens.lower[end]
        possessive = lower in ("s", "’", "'")
        if syntax.figure[end] >= 0 or not (lower[0].isalnum() or possessive):
            break
        if tokens.names[end] is None and not possessive and (lower in words.stop or tokens.verbs[end]):
            break
        end += 1
    if end == start:
        return None
    return tokens.show(start, end)


def _subject(syntax: Syntax, first: int, words: Words) -> str | None:
    """Return the noun phrase before the verb that stands before token ``first``."""
    tokens = syntax.tokens
    verb = first - 1
    begin = syntax.clause_at(first)[0]
    while verb >= begin and not tokens.verbs[verb]:
        verb -= 1
    if verb < begin:
        return None
    while verb > begin and tokens.verbs[verb - 1]:
        verb -= 1
    end = verb
    while (
        end > begin
        and tokens.names[end - 1] is None
        and (not syntax.words[end - 1] or tokens.lower[end - 1].endswith("ly"))
    ):
        end -= 1
    start = end
    while start > begin and end - start < _LONGEST:
        lower = tokens.lower[start - 1]
        named = tokens.names[start - 1] is not None
        if syntax.figure[start - 1] >= 0 or not (named or (lower[0].isalnum() and lower not in words.stop)):
            break
        start -= 1
    if start == end:
        return None
    return tokens.show(start, end)
