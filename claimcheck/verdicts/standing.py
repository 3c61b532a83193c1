"""Who speaks for whom, as titles and appositions tell: a body's head and the body are one speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_BEFORE = 60
"""Characters before a person's name that may tell of the post ("Ostrava Steel chief executive Ada Moreau")."""
_BEHIND = 100
"""Characters behind it that may ("Ada Moreau, who heads Ostrava Steel")."""
_LEAD = 250
"""Characters before a person who has only a title in which the body stands that this is the title of."""
SEARCHED = 100_000
"""Characters of a text in which a name is looked for: all of a story, and of a book no square of its length."""
_MENTIONS = 8
"""Mentions of a person in a text that are looked at: the post stands by the first ones."""
_WALL = re.compile(r"[.!?;:\n\"“”,](?:\s|$)|\b(?:said|says|told|tells|saying|added|and|but|to|by|in|on|with)\b")
_END = re.compile(r"[.!?;:\n\"“”]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Standing:
    """The run's ``texts`` and the ``written`` forms of each name in them.

    ``posts`` are the titles of those who speak for the body that they lead or serve, ``titles`` all that people have,
    ``bodies`` words of the names of bodies and places.
    """

    texts: Sequence[str]
    written: Mapping[str, frozenset[str]]
    posts: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]

    def one_voice(self, one: str, two: str) -> bool:
        """Return whether one of two names is said to speak for the other."""
        return self._speaks_for(one, two) or self._speaks_for(two, one)

    def _speaks_for(self, person: str, body: str) -> bool:
        """Return whether a text names ``body`` beside the person, or right before a person who has a bare title."""
        if self._titled(body):
            return False
        words = {form.rpartition(" ")[2] for form in self.written.get(body, ())}
        for text in self.texts:
            for start, end in self._mentions(text, person):
                before = _WORD.findall(_behind_wall(text[max(0, start - _BEFORE) : start]))
                behind = _END.split(text[end : end + _BEHIND], maxsplit=1)[0]
                if not words.isdisjoint(before) or (
                    _tells_more(behind) and not words.isdisjoint(_WORD.findall(behind))
                ):
                    return True
                lead = text[max(0, start - _LEAD) : start]
                if self._bare_post(before) and not words.isdisjoint(_WORD.findall(lead)):
                    return True
        return False

    def _titled(self, name: str) -> bool:
        """Return whether a title stands before the name anywhere: then it is a person's."""
        return any(
            word.lower() in self.titles
            for text in self.texts
            for start, _ in self._mentions(text, name)
            for word in _WORD.findall(_behind_wall(text[max(0, start - _BEFORE) : start]))[-1:]
        )

    def _bare_post(self, before: Sequence[str]) -> bool:
        """Return whether a title stands right before a name, and no body's name before that."""
        titled = any(word.lower() in self.posts for word in before[-2:])
        return titled and all(word.islower() or word.lower() in self.titles | self.posts for word in before)

    def _mentions(self, text: str, person: str) -> Iterator[tuple[int, int]]:
        for form in sorted(self.written.get(person, ())):
            start = text.find(form, 0, SEARCHED)
            for _ in range(_MENTIONS):
                if start < 0:
                    break
                yield start, start + len(form)
                start = text.find(form, start + len(form), SEARCHED)


def _behind_wall(before: str) -> str:
    """Return what of the words before a name belongs to it: those behind the last mark or verb of saying."""
    ends = [found.end() for found in _WALL.finditer(before)]
    return before[ends[-1] :] if ends else before


def _tells_more(behind: str) -> bool:
    """Return whether the words behind a name say whose it is: "(Ostrava)", "of Ostrava", ", head of Ostrava".

    A name behind a comma is the next of a list.
    """
    return behind.startswith((" (", " of ", " at ", " from ", " for ")) or (
        behind[:2] == ", " and behind[2:3].islower()
    )
