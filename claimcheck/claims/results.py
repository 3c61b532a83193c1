"""Who won and who lost a result: "beat Dorn 3-1", "lost 3-1 to Lisle", "Lisle's 3-1 win over Dorn"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.claims.lexicon import Outcomes
from claimcheck.claims.model import Part, Participant
from claimcheck.claims.naming import Name
from claimcheck.claims.phrases import BE
from claimcheck.claims.syntax import Syntax
from claimcheck.claims.tokens import DETERMINERS
from claimcheck.documents.model import Span

Side = tuple[int, Name]
"""The token at which a side is named, and its name."""

_FAR: Final = 8
"""Tokens between a result and the word that says how it went, at most."""
_NEXT: Final = 3
"""Tokens between a word and the name that goes with it, at most ("over the city rivals Dorn")."""
_OVER: Final = frozenset(("against", "over", "past"))
_UNDER: Final = frozenset(("against", "to", "by"))
"""What stands before the other side of who won, and of who lost."""
_TO: Final = frozenset(("to", "will", "would", "could", "can", "cannot", "may", "might", "not", "n't", "'ll"))
_BETWEEN: Final = frozenset((",", "who", "which", "been", "also", "then", "just"))
_POSSESSIVE: Final = (("'", "s"), ("’", "s"))


def sides_of(syntax: Syntax, place: int, outcomes: Outcomes, subject: Side | None) -> Iterator[tuple[int, Participant]]:
    """Yield who won and who lost the result that is figure number ``place``, and the tokens at which they are named.

    ``subject`` is who is the subject of the result's clause. Nothing for a draw, or for a figure that is no result.
    """
    figure = syntax.figures[place]
    if figure.kind == "score" and not (isinstance(figure.value, tuple) and figure.value[0] == figure.value[1]):
        parts: tuple[Part, Part] = ("winner", "loser")
        for part, side in zip(parts, _sides(syntax, place, outcomes, subject), strict=True):
            if side is not None:
                yield side[0], Participant(part, side[1].full, side[1].key)


def _sides(syntax: Syntax, place: int, outcomes: Outcomes, subject: Side | None) -> tuple[Side | None, Side | None]:
    clause = syntax.clause_at(syntax.places[place][0])
    word = _outcome(syntax, place, clause, outcomes)
    if word is None:
        return None, None
    lower = syntax.tokens.lower[word]
    noun = lower in outcomes.nouns and not (word > 0 and syntax.tokens.lower[word - 1] in _TO)
    beats = lower in outcomes.beating
    passive = beats and _passive(syntax, word, clause[0])
    first = _owner(syntax, place, word, clause) if noun else subject or _ahead(syntax, word, clause[0])
    if noun and first is None and not _is_owned(syntax, place, word):
        first = _behind(syntax, word + 1, clause[1], frozenset(("for",))) or subject
    loses = passive or lower in outcomes.losing
    if (beats and not passive) or (noun and loses and syntax.tokens.lower[word + 1 : word + 2] == ("of",)):
        loses = False  # "Lisle's defeat of Dorn" is Dorn's
        second = _named(syntax, word + 1 + noun, clause[1])
    else:
        second = _behind(syntax, word + 1, clause[1], _UNDER if loses else _OVER)
    if first is not None and second is not None and first[1].key == second[1].key:
        first = None
    return (second, first) if loses else (first, second)


def _outcome(syntax: Syntax, place: int, clause: Span, outcomes: Outcomes) -> int | None:
    """Return the nearest word of the clause that says how the result went, with no other result between."""
    first, last = syntax.places[place]
    for distance in range(_FAR):
        for token, step in ((last + distance, -1), (first - 1 - distance, 1)):
            if clause[0] <= token < clause[1] and syntax.tokens.lower[token] in outcomes.all:
                between = range(token + step, last - 1 if step < 0 else first, step)
                if not any(_is_result(syntax, each) for each in between):
                    return token
    return None


def _is_result(syntax: Syntax, token: int) -> bool:
    figure = syntax.figure[token]
    return figure >= 0 and syntax.figures[figure].kind == "score"


def _passive(syntax: Syntax, word: int, first: int) -> bool:
    return any(lower in BE for lower in syntax.tokens.lower[max(first, word - _NEXT) : word])


def _ahead(syntax: Syntax, word: int, first: int) -> Side | None:
    """Return the name right before a verb ("Lisle beat", "Dorn, who were beaten")."""
    for token in range(word - 1, max(first, word - 1 - _NEXT) - 1, -1):
        name = syntax.tokens.names[token]
        if name is not None:
            return token, name
        if not (syntax.tokens.verbs[token] or syntax.tokens.lower[token] in _BETWEEN):
            return None
    return None


def _before_noun(syntax: Syntax, place: int, word: int, first: int) -> int:
    """Return the token before a noun and what describes it ("a hard-won 3-1 win")."""
    token = min(word, syntax.places[place][0]) - 1
    end = max(first, token - _NEXT)
    while token >= end and syntax.tokens.names[token] is None and _describes(syntax, token):
        token -= 1
    return token


def _describes(syntax: Syntax, token: int) -> bool:
    lower = syntax.tokens.lower[token]
    return bool(syntax.words[token]) and not syntax.tokens.verbs[token] and lower not in DETERMINERS


def _owner(syntax: Syntax, place: int, word: int, clause: Span) -> Side | None:
    """Return whose win or defeat a noun is: "Lisle's 3-1 win", tokenised apart or not."""
    tokens = syntax.tokens
    token = _before_noun(syntax, place, word, clause[0])
    if token > clause[0] and tokens.lower[token - 1 : token + 1] in _POSSESSIVE:
        token -= 2
    elif token < 0 or not tokens.lower[token].endswith(("'s", "’s", "s'", "s’")):
        return None
    name = tokens.names[token] if token >= clause[0] else None
    return (token, name) if name is not None else None


def _is_owned(syntax: Syntax, place: int, word: int) -> bool:
    """Whether a noun is somebody's whom only a pronoun names ("their 3-1 win")."""
    token = _before_noun(syntax, place, word, 0)
    return token >= 0 and syntax.tokens.lower[token] in ("their", "his", "her", "its", "our", "my")


def _behind(syntax: Syntax, first: int, last: int, links: frozenset[str]) -> Side | None:
    """Return the first name behind one of the words ``links``."""
    for token in range(first, last):
        if syntax.tokens.names[token] is None and syntax.tokens.lower[token] in links:
            return _named(syntax, token + 1, last)
    return None


def _named(syntax: Syntax, first: int, last: int) -> Side | None:
    """Return the name that stands next, an article and a noun before it left out."""
    for token in range(first, min(last, first + _NEXT + 1)):
        name = syntax.tokens.names[token]
        if name is not None:
            return token, name
        if not (syntax.tokens.lower[token] in DETERMINERS or _describes(syntax, token) or syntax.figure[token] >= 0):
            return None
    return None
