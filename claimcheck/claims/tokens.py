"""The words and marks of one sentence, cut once and shared by all that look at it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
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

_TOKEN = re.compile(r"[^\W_]+(?:[.,:/'’&-][^\W_]+)*|--+|``|''|[^\w\s]")
_SHORTEST_PAST: Final = 5


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence in words and marks: where each starts and ends, in lower case, and the name that it belongs to."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lower: tuple[str, ...]
    names: tuple[Name | None, ...]

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


def cut(text: str, start: int, end: int, names: Sequence[Name]) -> Tokens:
    """Return the tokens of ``text`` from ``start`` to ``end``, in which ``names`` begin."""
    starts, ends, lower = [], [], []
    for found in _TOKEN.finditer(text, start, end):
        first, last = found.span()
        starts.append(first)
        ends.append(last)
        lower.append(text[first:last].lower())
    owners: list[Name | None] = [None] * len(starts)
    for name in names:
        place = bisect_left(starts, name.start)
        if place and ends[place - 1] > name.start:
            place -= 1
        while place < len(starts) and starts[place] < name.end:
            owners[place] = name
            place += 1
    return Tokens(text, tuple(starts), tuple(ends), tuple(lower), tuple(owners))


class Sentences:
    """The tokens of a reading's sentences, each cut when it is first asked for."""

    __slots__ = ("_cut", "reading")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._cut: dict[int, Tokens] = {}

    def __getitem__(self, number: int) -> Tokens:
        found = self._cut.get(number)
        if found is None:
            sentence = self.reading.sentences[number]
            names = self.reading.names_in(sentence.start, sentence.end)
            found = self._cut[number] = cut(self.reading.text, sentence.start, sentence.end, names)
        return found


def is_verb(tokens: Tokens, place: int, words: Words) -> bool:
    """Whether the token is a finite verb, as far as its form and the word before it tell."""
    lower = tokens.lower[place]
    past = lower.endswith("ed") and len(lower) >= _SHORTEST_PAST and "-" not in lower
    if not past and lower not in words.verbs:
        return False
    if tokens.names[place] is not None:
        return False
    return not place or tokens.lower[place - 1] not in DETERMINERS
