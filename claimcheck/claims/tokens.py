"""The words and marks of one sentence, cut once and shared by all that look at it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from typing import Final

from claimcheck.claims.lexicon import Words
from claimcheck.claims.naming import Name
from claimcheck.claims.reading import Reading
from claimcheck.documents.model import Span

QUOTE_MARKS: Final = frozenset(('"', "“", "”", "``", "''", "«", "»"))
DETERMINERS: Final = frozenset(
    ("the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "our", "some", "one", "another",
     "many", "no", "any", "my", "your", "all", "both", "each", "every"),
)  # fmt: skip

_TOKEN = re.compile(r"([^\W_]+(?:[.,:/'’&-][^\W_]+)*|--+|``|''|[^\w\s])")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence in words and marks: where each starts and ends, and itself in lower case.

    ``names`` has the name that each belongs to, ``verbs`` whether it is a finite verb, as far as its form and
    the word before it tell.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lower: tuple[str, ...]
    names: tuple[Name | None, ...]
    verbs: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.lower)

    def range_of(self, start: int, end: int) -> Span:
        """Return the tokens that touch ``start`` to ``end``, at least one, as a range."""
        first = bisect_left(self.starts, start)
        if first and self.ends[first - 1] > start:
            first -= 1
        first = min(first, len(self.starts) - 1)
        return first, max(bisect_left(self.starts, end), first + 1)

    def show(self, first: int, last: int) -> str:
        """Return the text from token ``first`` to before token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def cut(text: str, start: int, end: int, names: Sequence[Name], words: Words) -> Tokens:
    """Return the tokens of ``text`` from ``start`` to ``end``, in which ``names`` begin."""
    parts = _TOKEN.split(text[start:end])  # tokens, and before, between and behind them what is none
    edges = tuple(accumulate(map(len, parts), initial=start))
    starts, ends = edges[1:-1:2], edges[2::2]
    lower = tuple(map(str.lower, parts[1::2]))
    owners: list[Name | None] = [None] * len(starts)
    for name in names:
        place = bisect_left(starts, name.start)
        if place and ends[place - 1] > name.start:
            place -= 1
        while place < len(starts) and starts[place] < name.end:
            owners[place] = name
            place += 1
    verbs = list(map(words.finite.__getitem__, lower))
    for place in compress(range(len(lower)), verbs):
        if owners[place] is not None or (place and lower[place - 1] in DETERMINERS):
            verbs[place] = False
    return Tokens(text, starts, ends, lower, tuple(owners), tuple(verbs))


class Sentences:
    """The tokens of a reading's sentences, each cut when it is first asked for."""

    __slots__ = ("_cut", "_words", "reading")

    def __init__(self, reading: Reading, words: Words) -> None:
        self.reading = reading
        self._words = words
        self._cut: dict[int, Tokens] = {}

    def __getitem__(self, number: int) -> Tokens:
        found = self._cut.get(number)
        if found is None:
            sentence = self.reading.sentences[number]
            names = self.reading.names_in(sentence.start, sentence.end)
            found = self._cut[number] = cut(self.reading.text, sentence.start, sentence.end, names, self._words)
        return found
