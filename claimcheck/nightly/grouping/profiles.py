"""Reads a story's profile: its words, names, figures and passages, as hashes that are the same on every machine."""

from __future__ import annotations

import heapq
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from claimcheck.claims.lexicon import words_of
from claimcheck.claims.reading import Reading, read_text, span_at
from claimcheck.claims.stems import stem
from claimcheck.documents import Document, visible
from claimcheck.figures import Figure, read_figures
from claimcheck.nightly.grouping.model import VALUE_BITS, Profile
from claimcheck.rules.packs import Packs

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ANY = re.compile(r"\w+")
_MOST_COUNTED: Final = 0xFFFF
_PASSAGE: Final = 4
"""Words of a passage: fewer are shared by chance, more by no copy that an editor touched."""
_SKETCH: Final = 64
"""Passages that are kept: the share of common ones is then known to within some 5%."""
_SENTENCE_ENDS: Final = (".", "!", "?", '"', "”")
_LOWER_HALF: Final = (1 << VALUE_BITS) - 1


def read_profile(document: Document, packs: Packs = ()) -> Profile:
    """Return the profile of ``document``; never fails, whatever the text. Raises RulesError for bad rules."""
    seen = _titled(visible(document).document)
    reading = read_text(seen, packs)
    figures = [each for each in read_figures(seen, packs) if span_at(reading.furniture, each.start) is None]
    counts = Counter(_terms(seen, reading, words_of(packs).stop))
    terms = sorted(counts)
    body = list(_body(reading))
    passages = {_digest(" ".join(body[n : n + _PASSAGE])) for n in range(max(1, len(body) - _PASSAGE + 1))}
    return Profile(
        id=document.id,
        digest=blake2b(document.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
        day=date.fromisoformat(document.date).toordinal() if document.date else None,
        length=len(body),
        terms=_packed(terms),
        counts=array("H", (min(counts[term], _MOST_COUNTED) for term in terms)).tobytes(),
        figures=_packed(sorted({_stated(figure) for figure in figures if not _is_relative(figure)})),
        passages=_packed(heapq.nsmallest(_SKETCH, passages)),
    )


def _titled(document: Document) -> Document:
    """Return the story with its headline as first line, where that is known and stands apart from the text."""
    if not document.title or document.text.lstrip().startswith(document.title):
        return document
    return replace(document, text=f"{document.title}\n{document.text}", markup=())


def _terms(document: Document, reading: Reading, stop: frozenset[str]) -> Iterator[int]:
    names = [(name.start, name.end) for name in reading.names]
    for found in _WORD.finditer(document.text):
        word = found.group().lower()
        if len(word) == 1 or word in stop or span_at(reading.furniture, found.start()) is not None:
            continue
        if span_at(names, found.start()) is None:
            yield _hash(stem(word)) & ~1
        else:
            yield _hash(word.removesuffix("'s").removesuffix("’s")) | 1


def _body(reading: Reading) -> Iterator[str]:
    """Yield the words of the story without its headline, a first line that is no sentence."""
    text = reading.text
    first = len(text) - len(text.lstrip())
    end = text.find("\n", first)
    if end > 0 and not text[first:end].rstrip().endswith(_SENTENCE_ENDS):
        first = end
    for found in _ANY.finditer(text, first):
        if span_at(reading.furniture, found.start()) is None:
            yield found.group().lower()


def _is_relative(figure: Figure) -> bool:
    return figure.moment is not None and figure.moment.relative is not None


def _stated(figure: Figure) -> int:
    """Return what the figure measures and its value as one hash.

    Figures that measure the same can disagree; a bare number or a rank can not, it measures only itself.
    """
    if figure.moment is not None:
        moment = figure.moment
        value: object = (moment.year, moment.month, moment.day, moment.weekday, moment.hour, moment.minute)
        told = "day" if moment.day else "weekday" if moment.weekday else "year" if moment.year else ""
        if told == "day":
            value = moment.month, moment.day
        elif told == "weekday":
            value = moment.weekday
        measured: object = told or value
    else:
        ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
        value = tuple(None if each is None else float(each) for each in (*ends, figure.low, figure.high))
        loose = figure.kind == "ordinal" or (figure.kind == "count" and figure.unit is None)
        measured = (figure.kind, value if loose else figure.unit)
    return (_hash(repr(measured)) & ~_LOWER_HALF) | (_hash(repr(value)) & _LOWER_HALF)


@lru_cache(maxsize=65536)
def _hash(text: str) -> int:
    return _digest(text)


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _packed(numbers: Iterable[int]) -> bytes:
    return array("Q", numbers).tobytes()
