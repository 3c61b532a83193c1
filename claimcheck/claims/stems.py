"""A light stemmer: takes plurals, tenses and adverbs of one word together, and no more."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_SHORTEST: Final = 3
"""Letters that a stem keeps at least."""
_VOWELS: Final = frozenset("aeiouy")
_NO_PLURAL: Final = ("ss", "us", "is", "ous", "ics")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the stem of a lower-case ``word``; never an empty string for a word that is not."""
    if word.endswith(("'s", "’s")) and len(word) > len("'s"):
        word = word[:-2]
    word = word.strip("'’-") or word
    if len(word) <= _SHORTEST:
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST and _VOWELS.intersection(base):
            return _mended(base)
    if word.endswith("ly") and len(word) > _SHORTEST + 3:
        word = word[:-2]
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST + 1 else word


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST + 2:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _mended(base: str) -> str:
    """Undo the doubling before an ending ("stopp" to "stop") and leave out a silent e."""
    if base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base
