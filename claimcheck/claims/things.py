"""Says in the text's own words what a figure measures: "containers of munitions", "machine tool imports"."""

from __future__ import annotations

from typing import Final

from claimcheck.claims.lexicon import Words
from claimcheck.claims.syntax import Syntax, is_verb

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
        return f"{figure.thing} of {behind}" if behind else figure.thing
    if _is(syntax, last, _OF_LIKE) and (behind := _phrase(syntax, last + 1, words)):
        return behind
    if figure.kind in _MEASURES or figure.kind == "count":
        return _subject(syntax, first, words)
    return None


def _is(syntax: Syntax, place: int, lowers: frozenset[str]) -> bool:
    return place < len(syntax.tokens) and syntax.tokens[place].lower in lowers


def _phrase(syntax: Syntax, start: int, words: Words) -> str | None:
    """Return the noun phrase that begins at token ``start``, without its article."""
    tokens = syntax.tokens
    while start < len(tokens) and tokens[start].lower in _OPENERS:
        start += 1
    end = start
    while end < len(tokens) and end - start < _LONGEST:
        token = tokens[end]
        possessive = token.lower in ("'s", "’s", "s", "’", "'")
        if token.figure >= 0 or not (token.is_word or possessive):
            break
        if token.name < 0 and not possessive and (token.lower in words.stop or is_verb(tokens, end, words)):
            break
        end += 1
    if end == start:
        return None
    return syntax.text[tokens[start].start : tokens[end - 1].end]


def _subject(syntax: Syntax, first: int, words: Words) -> str | None:
    """Return the noun phrase before the verb that stands before token ``first``."""
    tokens = syntax.tokens
    verb = first - 1
    begin = syntax.clause_at(first)[0]
    while verb >= begin and not is_verb(tokens, verb, words):
        verb -= 1
    if verb < begin:
        return None
    while verb > begin and is_verb(tokens, verb - 1, words):
        verb -= 1
    end = verb
    while end > begin and not tokens[end - 1].words and tokens[end - 1].name < 0:
        end -= 1
    start = end
    while start > begin and end - start < _LONGEST:
        token = tokens[start - 1]
        if (
            token.figure >= 0
            or (token.name < 0 and token.lower in words.stop)
            or not (token.is_word or token.name >= 0)
        ):
            break
        start -= 1
    if start == end:
        return None
    return syntax.text[tokens[start].start : tokens[end - 1].end]
