"""What of a text may be added up, and what leaves room for two numbers of one thing: rules/reckoning.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import msgspec

from claimcheck.claims.lexicon import words_of
from claimcheck.rules.packs import Packs, load

_Word = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+( [a-z]+)*\*?$")]
_Words = Annotated[list[_Word], msgspec.Meta(min_length=1)]


class _Reckoning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wholes: list[str]
    parts: list[str]
    joins: _Words
    within: _Words
    closes: _Words
    part_of: _Words
    or_share: _Words
    span_from: _Words
    span_to: _Words
    passed_over: _Words
    room: _Words
    turns: _Words
    limits: _Words
    compares: list[str]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Figures of ``parts`` may be added up to one of ``wholes``; the patterns find what stands around figures.

    ``compares`` are the canonical words beside a figure that tells how far apart two others are.

    Anywhere in a text: ``room`` what leaves room for two numbers, ``turns`` what may tell a first or second time,
    ``limits`` what calls a figure a bound, ``joined`` and ``within`` what puts figures together or one into the other.
    All of what stands between two figures: ``listed`` parts of a list, ``some`` a total and a part of it, ``part_of`` a
    part and its whole, ``or_share`` a whole and a share, ``span_from`` a span and its first year, ``span_to`` that and
    its last. ``closed`` is what may follow a whole list of parts.
    """

    wholes: frozenset[str]
    parts: frozenset[str]
    compares: frozenset[str]
    room: re.Pattern[str]
    turns: re.Pattern[str]
    limits: re.Pattern[str]
    joined: re.Pattern[str]
    within: re.Pattern[str]
    listed: re.Pattern[str]
    some: re.Pattern[str]
    closed: re.Pattern[str]
    part_of: re.Pattern[str]
    or_share: re.Pattern[str]
    span_from: re.Pattern[str]
    span_to: re.Pattern[str]


@lru_cache(maxsize=8)
def load_reckoning(packs: Packs = ()) -> Reckoning:
    """Return the words of rules/reckoning.toml. Raises RulesError."""
    read, words = load("reckoning", _Reckoning, packs), words_of(packs)
    joins, within = _any(read.joins), _any(read.within)
    over = rf"(?:{_any(read.passed_over)} )*"
    return Reckoning(
        wholes=frozenset(read.wholes),
        parts=frozenset(read.parts),
        compares=frozenset(canonical for word in read.compares for canonical in words.canonical[word] or (word,)),
        room=_pattern(rf"\b{_any(read.room)}\b"),
        turns=_pattern(rf"\b{_any(read.turns)}\b"),
        limits=_pattern(rf"\b{_any(read.limits)}\b"),
        joined=_pattern(rf"\b{joins}\b|,"),
        within=_pattern(rf"\b{within}\b"),
        listed=_pattern(rf"\s*(?:,|,?\s*(?:{joins}|&))\s*{over}"),
        some=_pattern(rf"\s*[,(—–-]*\s*(?:\w+ )?{within}(?: were)?\s*{over}"),
        closed=_pattern(rf"\s*(?:[.;:,)—–]|--|$|{_any(read.closes)}\b)"),
        part_of=_pattern(rf"\s+{_any(read.part_of)} {over}"),
        or_share=_pattern(rf"\s*,?\s*\(?{_any(read.or_share)}\s*"),
        span_from=_pattern(rf"\s*,?\s*\(?{_any(read.span_from)}\s*"),
        span_to=_pattern(rf"\s*(?:{_any(read.span_to)}|-|–)\s*"),
    )


def _any(words: Iterable[str]) -> str:
    """Return a pattern of any of ``words``, the longest first; a star at an end stands for any ending."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    forms = "|".join(re.escape(word.rstrip("*")) + r"\w*" * word.endswith("*") for word in ordered)
    return f"(?:{forms})"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
