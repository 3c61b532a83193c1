"""Cuts a text into sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from claimcheck.claims.lexicon import Words
from claimcheck.documents.model import Span
from claimcheck.figures.points import pointed

_END = re.compile(
    r"[.!?…\n](?:"  # any first character, and by which it was what must follow: one class is found fastest
    r"(?<=\n)\s*"
    r"|(?<!\n)(?<![.!?…]{2})[.!?…]*[\"”’'»)\]]*(?=\s)"  # the usual end, from the first mark of a row
    r"|(?<=[a-z%)\d][.!?])[\"”’]?(?=[\"“‘]?[A-Z][a-z])"  # the blank after it is missing
    r")"
)
_BEFORE = re.compile(r"[\w.&'’-]*$")
_NEXT = re.compile(r"\s*[\"“”‘'(\[`]*\s*([^\W\d_]+|\d)?")
_INITIALS = re.compile(r"[^\W\d]\.")
"""The full stop within "U.S" or "p.m": that of "1.80" or "6.40am" abbreviates nothing."""
_LONGEST_WORD: Final = 24
_LONGEST: Final = 1500
"""Characters of a sentence, three times those of the longest in 8,500 of news: what goes on is a table or a list."""

_BREAKS = tuple(map(re.compile, (r"\n", r"[;:|]\s", r",\s", r"(?<=[^\W\d])\s(?=[^\W\d])", r"\s")))
"""Where a list without an end is cut, the best first."""

_WRAPPED_LINE: Final = 110
_WRAPPED_SHARE: Final = 0.5
_FEWEST_WRAPPED: Final = 3


class Sentence(NamedTuple):
    """A sentence, a headline or a list item; ``paragraph`` counts from 0."""

    start: int
    end: int
    paragraph: int


def cut_sentences(text: str, quotations: Sequence[Span], words: Words) -> tuple[Sentence, ...]:
    """Return the sentences of ``text`` in order; every character that is no white space lies in one.

    What goes on for longer than any sentence is cut in pieces, so that no work on it grows with its square.
    """
    text = pointed(text)
    wrapped = _is_wrapped(text)
    ends = [end for _, end in quotations]
    sentences: list[Sentence] = []
    start, paragraph = 0, 0
    for found in _END.finditer(text):
        if found.end() <= start:
            continue
        if found.group()[0] == "\n":
            if wrapped and found.group().count("\n") == 1:
                continue
            end, step = found.start(), 1
        elif _ends(text, found, words):
            end, step = _with_quote(text, found.end(), quotations, ends), 0
        else:
            continue
        start = _add(text, start, end, paragraph, sentences)
        paragraph += step
    _add(text, start, len(text), paragraph, sentences)
    return tuple(sentences)


def _add(text: str, start: int, end: int, paragraph: int, sentences: list[Sentence]) -> int:
    while start < end and text[start].isspace():
        start += 1
    while start < end:
        cut = _break(text, start, end) if end - start > _LONGEST else end
        last = cut
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            sentences.append(Sentence(start, last, paragraph))
        start = cut
    return end


def _break(text: str, start: int, end: int) -> int:
    """Return where to cut a list that begins at ``start``: as late as it may be, at the best break of its kind."""
    latest = start + _LONGEST
    for each in _BREAKS:
        places = [found.end() for found in each.finditer(text, latest - _LONGEST // 2, latest)]
        if places:
            return places[-1]
    found = _BREAKS[-1].search(text, latest, end)
    return found.end() if found else end


def _ends(text: str, found: re.Match[str], words: Words) -> bool:
    """Whether the full stop, question or exclamation mark found ends a sentence."""
    following = _NEXT.match(text, found.end())
    follower = following.group(1) if following else None
    if follower is None:
        return True
    if follower[0].islower():
        return False
    return found.group()[0] != "." or _full_stop(text, found.start(), follower, words)


def _full_stop(text: str, place: int, follower: str, words: Words) -> bool:
    """Whether a full stop is no abbreviation's, by the word before it and the one that follows."""
    before = _BEFORE.search(text, max(0, place - _LONGEST_WORD), place)
    word = before.group() if before else ""
    lower = word.lower()
    if lower in words.titles_abbreviated or (len(word) == 1 and word.isalpha() and word.isupper()):
        return False
    if lower == "no":
        return not follower.isdigit()
    return follower.lower() in words.starters or not (_INITIALS.search(word) or lower in words.abbreviations)


def _with_quote(text: str, end: int, quotations: Sequence[Span], ends: list[int]) -> int:
    """Take a closing mark that stands apart (``dead. "``) into the sentence that it closes."""
    place = bisect_right(ends, end)
    if place < len(quotations):
        opening, closing = quotations[place]
        if opening < end < closing and not text[end:closing].strip(" \t\"”’'»"):
            return closing
    return end


def _is_wrapped(text: str) -> bool:
    """Whether single line ends are only typography: most lines stop short of a sentence's end."""
    lines = text.split("\n")
    inner = [a for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(inner) < _FEWEST_WRAPPED or max(map(len, lines)) > _WRAPPED_LINE:
        return False
    running = sum(not line.rstrip().endswith((".", "!", "?", '"', "”", ":")) for line in inner)
    return running >= _WRAPPED_SHARE * len(inner)
