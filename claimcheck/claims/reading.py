"""The structure of one text, computed once: sentences, quotations, names, page furniture."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from claimcheck.claims.furniture import find_furniture
from claimcheck.claims.lexicon import furniture_of, names_of, words_of
from claimcheck.claims.names import find_names
from claimcheck.claims.naming import Name
from claimcheck.claims.quotations import find_quotations
from claimcheck.claims.sentences import Sentence, cut_sentences
from claimcheck.documents.model import Document, Span
from claimcheck.rules.packs import Packs


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is made of; every part in reading order, each kind's spans apart from each other."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...]
    names: tuple[Name, ...]
    furniture: tuple[Span, ...]
    sentence_starts: tuple[int, ...]
    name_starts: tuple[int, ...]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence at ``offset``, or of the last one before it."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def quotation_at(self, offset: int) -> Span | None:
        """Return the quotation that holds ``offset``, None where there is none."""
        return span_at(self.quotations, offset)

    def names_in(self, start: int, end: int) -> tuple[Name, ...]:
        """Return the names that begin within ``start`` to ``end``."""
        return self.names[bisect_left(self.name_starts, start) : bisect_left(self.name_starts, end)]


def read_text(document: Document, packs: Packs = ()) -> Reading:
    """Return the structure of ``document.text``; never fails, whatever the text. Raises RulesError for bad rules."""
    text = document.text
    quotations = find_quotations(text)
    sentences = cut_sentences(text, quotations, words_of(packs))
    names = find_names(text, sentences, names_of(packs), words_of(packs).verbs)
    return Reading(
        text,
        sentences,
        quotations,
        names,
        find_furniture(text, furniture_of(packs)),
        tuple(sentence.start for sentence in sentences),
        tuple(name.start for name in names),
    )


def span_at(spans: Sequence[Span], offset: int) -> Span | None:
    """Return the one of the ordered ``spans`` that holds ``offset``, None where none does."""
    place = bisect_right(spans, (offset, inf)) - 1
    return spans[place] if place >= 0 and offset < spans[place][1] else None
