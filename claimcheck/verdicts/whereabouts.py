"""Where the words of texts stand: beside a figure, or together somewhere else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from claimcheck.documents.model import Span

Words = tuple[str, ...]
"""A word, or the words of a name, in canonical form."""
Passage = tuple[str, Span]
"""A document's id and a span of its text."""

TOKEN = re.compile(r"\w+(?:[-'’]\w+)*")

_ALIKE = 5
"""Letters that two words begin with alike to be taken for forms of one ("convict", "conviction")."""
_TOGETHER = 160
"""Characters within which words tell of one thing."""
_RARE = 12
"""Times that a word may stand in the texts to say what a passage tells of."""


class Whereabouts:
    """The words of several texts and where they stand: ``canonical`` takes a lower-case token to its words."""

    def __init__(self, texts: Mapping[str, str], canonical: Mapping[str, Words]) -> None:
        self._texts = texts
        self._canonical = canonical
        self._places: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._forms: dict[tuple[str, str], list[int]] = defaultdict(list)
        for name, text in texts.items():
            for token in TOKEN.finditer(text):
                place = name, token.start()
                for word in canonical[token[0].lower()]:
                    self._places[word].append(place)
                    self._forms[name, word[:_ALIKE]].append(place[1])

    def rarity(self, words: Words) -> float:
        """Return 1 for words of which one stands only once in the texts, falling towards 0 with their number."""
        counts = [len(self._places[word]) for word in words if word in self._places]
        return 1 / (1 + log(min(counts))) if counts else 0.0

    def beside(self, words: Words, passages: Sequence[Passage]) -> bool:
        """Return whether one of ``words`` stands in one of ``passages``, in any form."""
        return any(self._stands(word, passage) for word in words for passage in passages)

    def _stands(self, word: str, passage: Passage) -> bool:
        name, (start, end) = passage
        places = self._forms.get((name, word[:_ALIKE]), [])
        first = bisect_left(places, start)
        return first < len(places) and places[first] < end

    def together(self, told: Sequence[Words]) -> tuple[float, tuple[Words, ...]]:
        """Return which of ``told`` stand closest together in one text, and their rarities in sum."""
        marks = sorted(
            (*place, words)
            for words in told
            if all(0 < len(self._places.get(word, ())) <= _RARE for word in words)
            for place in self._places[words[0]]
            if all(self._near(word, place) for word in words[1:])
        )
        best: tuple[float, tuple[Words, ...]] = (0.0, ())
        first = 0
        for last, (name, at, _) in enumerate(marks):
            while marks[first][0] != name or at - marks[first][1] > _TOGETHER:
                first += 1
            here = tuple(sorted({words for _, _, words in marks[first : last + 1]}))
            best = max(best, (sum(self.rarity(words) for words in here), here))
        return best

    def _near(self, word: str, place: tuple[str, int]) -> bool:
        return any(name == place[0] and abs(at - place[1]) <= _TOGETHER for name, at in self._places[word])
