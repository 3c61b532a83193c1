"""The words around a figure that tell what it is about, weighted by how surely they belong to it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claimcheck.claims.syntax import GENITIVES, REACH, Syntax
from claimcheck.claims.tokens import DETERMINERS

_DECAY: Final = 0.88
"""What each further word counts of the word before it."""
_FURTHEST: Final = 14
"""Words with a meaning that are looked at in one direction."""
_OTHERS: Final = 0.2
"""Share of a word that belongs to the neighbouring figure: beyond a comma or conjunction towards it."""
_APART: Final = 0.6
"""Share of a word beyond a comma or conjunction with no figure behind it."""
_BEFORE_OF: Final = 0.3
"""Share of a word before a figure that "of" follows: what it measures stands behind."""
_BEYOND: Final = 0.35
"""Share of a word on the far side of a neighbouring figure, where the near side says nothing."""
_FEWEST: Final = 2.0
"""Weight of words below which a window counts as almost empty."""
_SENTENCE: Final = 0.25
"""Weight of the sentence's words in an almost empty window."""
_DIVIDERS: Final = frozenset((",", ";", "and", "or", "but", "while", "(", ")", "—", "–", "--", ":"))
_RELATIVES: Final = frozenset(("which", "who", "whom", "whose", "where"))
_CONTRASTS: Final = frozenset(("instead", "rather", "compared", "versus"))
"""Words that lead from a figure to the one that it is set against, and belong to that one ("45 instead of 35")."""


def weigh(syntax: Syntax, place: int) -> tuple[tuple[str, float], ...]:
    """Return the canonical words around figure number ``place`` of the sentence and their weights, sorted.

    Weights are above 0 and at most 1; each word stands once, with its greatest weight.
    """
    first, last = syntax.places[place]
    weights: dict[str, float] = {}
    for words in syntax.words[first:last]:
        _note(weights, words, 1.0)
    of_follows = syntax.tokens.lower[last : last + 1] == ("of",)
    _walk(syntax, weights, first - 1, -1, _BEFORE_OF if of_follows else 1.0)
    _walk(syntax, weights, _behind_whole(syntax, last) if of_follows else last, 1, 1.0)
    if sum(weights.values()) < _FEWEST:
        for words in syntax.words[max(0, first - REACH) : last + REACH]:
            _note(weights, words, _SENTENCE)
    return tuple(sorted(zip(weights, map(_rounded, weights.values()), strict=True)))


def _behind_whole(syntax: Syntax, of: int) -> int:
    """Return where the words of a part go on: behind the whole in "33 of the 42 men", whose things it counts."""
    start = of + 1
    while start < len(syntax.tokens) and syntax.tokens.lower[start] in DETERMINERS:
        start += 1
    whole = syntax.figure[start] if start < len(syntax.figure) else -1
    return syntax.places[whole][1] if whole >= 0 else of


def _walk(syntax: Syntax, weights: dict[str, float], start: int, step: int, share: float) -> None:
    """Note the words from ``start`` on in one direction, up to the next figure, or beyond it where there are none."""
    figure = syntax.figure
    count = len(figure)
    stop = start
    while 0 <= stop < count and (figure[stop] < 0 or _only_dates(syntax, stop)):
        stop += step
    at_figure = 0 <= stop < count
    near = _walked(syntax, start, stop, step)
    weight = share
    mine = False
    for words, beyond in near:
        own = not (beyond and at_figure)
        mine = mine or own
        _note(weights, words, weight * (_OTHERS if not own else _APART if beyond else 1.0))
        weight *= _DECAY
    if at_figure and not mine and step < 0:
        _beyond(syntax, weights, stop, share * _BEYOND)


def _only_dates(syntax: Syntax, place: int) -> bool:
    """Whether a day only says which thing is meant ("the toll of Sunday's crash rose to seven"): no figure between."""
    dated = syntax.figures[syntax.figure[place]].moment is not None
    return dated and syntax.tokens.lower[place].endswith(GENITIVES)


def _walked(syntax: Syntax, start: int, stop: int, step: int) -> list[tuple[tuple[str, ...], bool]]:
    """Return the words met between two places, and whether a comma, conjunction or contrast parts them from the first.

    The comma before a relative clause parts nothing: in "Costa, of which it holds 3 percent, owns" that is Costa's.
    """
    near: list[tuple[tuple[str, ...], bool]] = []
    at_figure = 0 <= stop < len(syntax.figure)
    owner = syntax.owner_before(stop) if at_figure and step > 0 else None
    divided = relative = False
    for place in range(start, stop, step):
        lower = syntax.tokens.lower[place]
        divided = divided or place == owner
        contrast = at_figure and lower in _CONTRASTS
        words = () if contrast and step > 0 else syntax.words[place]
        if words:
            near.append((words, divided))
            if len(near) >= _FURTHEST:
                break
        if lower == "," and relative:
            relative = False
            continue
        divided = divided or contrast or (not words and lower in _DIVIDERS)
        relative = step < 0 and not words and (relative or lower in _RELATIVES)
    return near


def _beyond(syntax: Syntax, weights: dict[str, float], place: int, weight: float) -> None:
    """Note the words to the left of a neighbouring figure ("fell 16.9 points, or 1.1 percent, to 1,507.8")."""
    seen = 0
    end = max(0, place - REACH)
    while place >= end and seen < _FURTHEST:
        if syntax.words[place] and syntax.figure[place] < 0:
            _note(weights, syntax.words[place], weight)
            weight *= _DECAY
            seen += 1
        place -= 1


@lru_cache(maxsize=4096)  # the weights are few: powers of one number, and shares of them
def _rounded(weight: float) -> float:
    return round(weight, 3)


def _note(weights: dict[str, float], words: tuple[str, ...], weight: float) -> None:
    for word in words:
        if weight > weights.get(word, 0.0):
            weights[word] = weight
