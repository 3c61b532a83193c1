"""rules/speech.toml prepared: the verbs and phrases by which a text says that somebody says something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from claimcheck.rules.packs import Packs, load


class _SpeechFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: list[str]
    doubtful: list[str]
    only_behind: list[str]
    nouns_too: list[str]
    showing: list[str]
    shown_by: list[str]
    addressed: list[str]
    putting: list[str]
    going_on: list[str]
    prepositions: list[str]
    hearsay: list[str]
    owned: list[str]
    writings: list[str]
    bodies: list[str]
    adverbs: list[str]
    background: list[str]


@dataclass(frozen=True, slots=True)
class Speech:
    """rules/speech.toml prepared.

    ``phrases`` are the verbs and phrases that may attribute what stands beside them, lower case: by the
    first word what follows it, longest first. ``cue_words`` holds a word of each, in both cases of the
    first letter.
    """

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    cue_words: frozenset[str]
    background: re.Pattern[str]
    doubtful: frozenset[str]
    only_behind: frozenset[str]
    nouns_too: frozenset[str]
    showing: frozenset[str]
    shown_by: frozenset[str]
    addressed: frozenset[str]
    putting: frozenset[str]
    going_on: frozenset[str]
    prepositions: frozenset[str]
    hearsay: frozenset[str]
    owned: frozenset[str]
    writings: frozenset[str]
    bodies: frozenset[str]
    adverbs: frozenset[str]


@lru_cache(maxsize=8)
def speech_of(packs: Packs) -> Speech:
    """Return the prepared rules/speech.toml of ``packs``. Raises RulesError."""
    file = load("speech", _SpeechFile, packs)
    cues = [*file.verbs, *file.nouns_too, *file.putting, *file.going_on, *file.prepositions, *file.hearsay]
    return Speech(
        phrases=_by_first(cues),
        cue_words=frozenset(form for cue in (*cues, *file.owned) for form in _rarest(cue)),
        background=re.compile(_alternatives(file.background) + r"\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
        doubtful=frozenset(file.doubtful) | frozenset(file.nouns_too),
        only_behind=frozenset(file.only_behind),
        nouns_too=frozenset(file.nouns_too),
        showing=frozenset(file.showing),
        shown_by=frozenset(file.shown_by),
        addressed=frozenset(file.addressed),
        putting=frozenset(file.putting),
        going_on=frozenset(file.going_on),
        prepositions=frozenset(file.prepositions),
        hearsay=frozenset(file.hearsay),
        owned=frozenset(file.owned),
        writings=frozenset(file.writings),
        bodies=frozenset(file.bodies),
        adverbs=frozenset(file.adverbs),
    )


def _alternatives(phrases: list[str]) -> str:
    """Return a pattern of the phrases, longest first, any white space for a blank, first letters in either case."""
    parts = []
    for phrase in sorted(dict.fromkeys(phrases), key=lambda p: (-len(p), p)):
        first = re.escape(phrase[0])
        rest = re.escape(phrase[1:]).replace("\\ ", r"\s+")
        parts.append((f"[{first}{first.upper()}]" if first.isalpha() else first) + rest)
    return r"\b(?:" + "|".join(parts) + ")"


def _by_first(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in dict.fromkeys(phrases):
        first, *rest = phrase.lower().split()
        out.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=lambda rest: (-len(rest), rest))) for first, rests in out.items()}


def _rarest(phrase: str) -> tuple[str, str]:
    """Return the longest word of a phrase, as it stands within a sentence and at its start."""
    word = max(phrase.lower().split(), key=len)
    return word, word.capitalize()
