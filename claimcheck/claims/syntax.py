"""A sentence taken apart as far as words alone allow: canonical words, figures, clauses.

No parser stands behind this: a clause is what lies between marks and conjunctions and has a finite verb.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.claims.lexicon import Words
from claimcheck.claims.tokens import Tokens
from claimcheck.documents.model import Span
from claimcheck.figures.model import Figure

REACH: Final = 60
"""Tokens around a figure that are looked at: a sentence without an end must not cost the square of its length."""
_CUTS: Final = frozenset((",", ";", ":", "—", "–", "--", "(", ")", "…", "and", "or", "but", "nor", "&"))
_APOSTROPHES: Final = ("'", "’")
GENITIVES: Final = ("'s", "’s")
_MEASURED: Final = frozenset(("percent", "money", "measure", "duration", "time", "date", "age"))
"""Kinds whose unit is a word that says nothing about the thing measured."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """One sentence, by token: its canonical ``words`` (none for marks, stop words and numbers) and its ``figure``.

    ``figure`` holds the place in ``figures`` of the figure that a token belongs to, -1 for none.
    ``places`` are the token ranges of the figures, ``clauses`` those of the clauses.
    """

    tokens: Tokens
    words: tuple[tuple[str, ...], ...]
    figure: tuple[int, ...]
    figures: tuple[Figure, ...]
    places: tuple[Span, ...]
    clauses: tuple[Span, ...]

    def clause_at(self, token: int) -> Span:
        """Return the token range of the clause that holds ``token``, or of its part within reach of it."""
        first, last = self.clauses[bisect_right(self.clauses, (token, len(self.tokens))) - 1]
        return max(first, token - REACH), min(last, token + REACH)

    def owner_before(self, token: int) -> int | None:
        """Return where the name begins whose genitive leads up to ``token`` ("eight shots to Lisle Rovers' 19")."""
        names, lower = self.tokens.names, self.tokens.lower
        at = token - 2 if token > 1 and lower[token - 1] in _APOSTROPHES else token - 1
        name = names[at] if at >= 0 else None
        if name is None or (at == token - 1 and not lower[at].endswith(GENITIVES)):
            return None
        while at and names[at - 1] is name:
            at -= 1
        return at


def analyse(tokens: Tokens, figures: Sequence[Figure], lexicon: Words) -> Syntax:
    """Take apart a sentence of at least one token, in which ``figures`` begin, in order."""
    figure = [-1] * len(tokens)
    places = []
    for number, each in enumerate(figures):
        first, last = tokens.range_of(each.start, each.end)
        places.append((first, last))
        figure[first:last] = [number] * (last - first)
    words = list(map(lexicon.canonical.__getitem__, tokens.lower))
    previous = None
    for place, name in enumerate(tokens.names):
        if name is not None:
            words[place] = () if name is previous else _name_words(name.key)
        previous = name
    for each, (first, last) in zip(figures, places, strict=True):
        for place in range(first, last):
            if tokens.starts[place] < each.number_end or (tokens.names[place] is None and each.kind in _MEASURED):
                words[place] = ()
    clauses = _clauses(tokens, figure, lexicon)
    return Syntax(tokens, tuple(words), tuple(figure), tuple(figures), tuple(places), clauses)


def _name_words(key: str) -> tuple[str, ...]:
    return tuple(word for part in key.split() if (word := part.strip(".'-,")))


def _clauses(tokens: Tokens, figure: Sequence[int], lexicon: Words) -> tuple[Span, ...]:
    """Cut at marks and conjunctions, then give each piece without a verb of its own to its neighbour."""
    cuts = [0]
    verbs = [0]
    for place, lower in enumerate(tokens.lower):
        if figure[place] >= 0:
            continue
        if (lower in _CUTS or lower in lexicon.subordinators) and place and tokens.names[place] is None:
            start = place if lower[0].isalpha() else place + 1
            if start < len(tokens) and start > cuts[-1]:
                cuts.append(start)
                verbs.append(0)
        elif tokens.verbs[place]:
            verbs[-1] += 1
    clauses: list[Span] = []
    for number, first in enumerate(cuts):
        last = cuts[number + 1] if number + 1 < len(cuts) else len(tokens)
        if verbs[number] and (not clauses or _stands_alone(tokens, first)):
            clauses.append((first if clauses else 0, last))
        elif clauses:
            clauses[-1] = (clauses[-1][0], last)
    return tuple(clauses) or ((0, len(tokens)),)


def _stands_alone(tokens: Tokens, first: int) -> bool:
    """Whether a piece with a verb is a clause of its own, not what a verb of saying introduces."""
    return not (tokens.lower[first] in ("that", "as", "so") and tokens.lower[first - 1][0].isalpha())
