"""A sentence taken apart as far as words alone allow: tokens, canonical words, figures, names, clauses.

No parser stands behind this: a clause is what lies between marks and conjunctions and has a finite verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claimcheck.claims.lexicon import Words
from claimcheck.claims.names import Name
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.stems import stem
from claimcheck.documents.model import Span
from claimcheck.figures.model import Figure

_TOKEN = re.compile(r"[^\W_]+(?:[.,:/'’&-][^\W_]+)*|--+|[^\w\s]")
_COORDINATORS: Final = frozenset(("and", "or", "but", "nor", "&"))
_STOPS: Final = frozenset((";", ":", "—", "–", "--", "(", ")", "…"))
_DETERMINERS: Final = frozenset(
    ("the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "no", "some", "any")
)
_SHORTEST_PAST: Final = 5
_MEASURED: Final = frozenset(("percent", "money", "measure", "duration", "time", "date", "age"))
"""Kinds whose unit is a word that says nothing about the thing measured."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; ``words`` are its canonical words, none for marks, stop words and figures.

    ``figure`` is the place of the figure that it belongs to in the sentence's figures, ``name`` likewise
    of its name, -1 where there is none.
    """

    start: int
    end: int
    lower: str
    words: tuple[str, ...]
    figure: int = -1
    name: int = -1

    @property
    def is_word(self) -> bool:
        return self.lower[0].isalnum()


@dataclass(frozen=True, slots=True)
class Syntax:
    """One sentence; ``places`` are the token ranges of its figures, ``clauses`` those of its clauses."""

    text: str
    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
    places: tuple[Span, ...]
    clauses: tuple[Span, ...]

    def clause_at(self, token: int) -> Span:
        """Return the token range of the clause that holds ``token``."""
        for clause in self.clauses:
            if token < clause[1]:
                return clause
        return self.clauses[-1] if self.clauses else (0, len(self.tokens))

    def span(self, tokens: Span) -> Span:
        """Return where the token range stands in the text."""
        return self.tokens[tokens[0]].start, self.tokens[tokens[1] - 1].end


def analyse(text: str, sentence: Sentence, figures: Sequence[Figure], names: Sequence[Name], words: Words) -> Syntax:
    """Take apart the ``sentence``, in which ``figures`` and ``names`` begin, in order."""
    tokens = _tokens(text, sentence, figures, names, words)
    starts = [token.start for token in tokens]
    places = []
    for figure in figures:
        first = bisect_left(starts, figure.start)
        if first and tokens[first - 1].end > figure.start:
            first -= 1
        last = max(bisect_left(starts, figure.end), first + 1)
        places.append((min(first, len(tokens) - 1), min(last, len(tokens))))
    return Syntax(text, tokens, tuple(figures), tuple(names), tuple(places), _clauses(tokens, words))


def is_verb(tokens: Sequence[Token], place: int, words: Words) -> bool:
    """Whether the token is a finite verb, as far as its form and the word before it tell."""
    token = tokens[place]
    if token.name >= 0 or token.figure >= 0:
        return False
    if token.lower in words.verbs:
        return not (place and tokens[place - 1].lower in _DETERMINERS)
    if token.lower.endswith("ed") and len(token.lower) >= _SHORTEST_PAST and "-" not in token.lower:
        return not (place and tokens[place - 1].lower in _DETERMINERS)
    return False


def _tokens(
    text: str, sentence: Sentence, figures: Sequence[Figure], names: Sequence[Name], words: Words
) -> tuple[Token, ...]:
    tokens = []
    f = n = 0
    for found in _TOKEN.finditer(text, sentence.start, sentence.end):
        start, end = found.span()
        while f < len(figures) and figures[f].end <= start:
            f += 1
        while n < len(names) and names[n].end <= start:
            n += 1
        lower = found.group().lower()
        in_figure = f if f < len(figures) and figures[f].start < end else -1
        in_name = n if n < len(names) and names[n].start < end else -1
        if in_figure >= 0:
            canonical = _figure_words(figures[f], start, lower, words)
        elif in_name >= 0:
            canonical = _name_words(names[n].key) if start <= names[n].start else ()
        else:
            canonical = canonical_words(lower, words)
        tokens.append(Token(start, end, lower, canonical, in_figure, in_name))
    return tuple(tokens)


def _figure_words(figure: Figure, start: int, lower: str, words: Words) -> tuple[str, ...]:
    if figure.kind in _MEASURED or figure.number_start <= start < figure.number_end or start < figure.number_start:
        return ()
    return canonical_words(lower, words)


@lru_cache(maxsize=4096)
def _name_words(key: str) -> tuple[str, ...]:
    """Return a name as the words of its canonical form; that of a country stays one."""
    return tuple(word.strip(".'-") for word in key.split() if word.strip(".'-"))


def canonical_words(lower: str, words: Words) -> tuple[str, ...]:
    """Return the canonical words of a lower-case token: none for a mark or stop word, several for a compound."""
    if not lower[0].isalpha() or lower in words.stop:
        return ()
    if known := words.canon.get(lower):
        return (known,)
    parts = [part for part in lower.split("-") if part and part not in words.stop and part[0].isalpha()]
    out = []
    for part in parts:
        base = stem(part)
        out.append(words.canon.get(part) or words.canon.get(base) or base)
    return tuple(dict.fromkeys(out))


def _clauses(tokens: Sequence[Token], words: Words) -> tuple[Span, ...]:
    """Cut at marks and conjunctions, then give each piece without a verb of its own to its neighbour."""
    if not tokens:
        return ()
    cuts = [0]
    for place, token in enumerate(tokens):
        if place == 0 or token.figure >= 0 or token.name >= 0:
            continue
        lower = token.lower
        if lower in _STOPS or lower == "," or lower in _COORDINATORS or lower in words.subordinators:
            start = place if token.is_word else place + 1
            if start < len(tokens) and start > cuts[-1]:
                cuts.append(start)
    pieces = list(zip(cuts, [*cuts[1:], len(tokens)], strict=True))
    clauses: list[Span] = []
    pending = 0
    for first, last in pieces:
        has_verb = any(is_verb(tokens, place, words) for place in range(first, last))
        if has_verb and (not clauses or _new_clause(tokens, first, last, words)):
            clauses.append((pending if not clauses else first, last))
        elif clauses:
            clauses[-1] = (clauses[-1][0], last)
        pending = 0
    return tuple(clauses) or ((0, len(tokens)),)


def _new_clause(tokens: Sequence[Token], first: int, last: int, words: Words) -> bool:
    """Whether a piece with a verb stands for itself: not "and" between two words of one list."""
    del last, words
    return not (tokens[first].lower in ("that", "as", "so") and tokens[first - 1].is_word)
