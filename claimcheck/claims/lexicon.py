"""The word lists of rules/ as the claims stage looks things up in them: loaded, checked and prepared once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, TypeVar

import msgspec

from claimcheck.claims.stems import stem
from claimcheck.rules.packs import Packs, RulesError, default_pack, load

_SHORTEST_PAST: Final = 5
_MORE_THAN_WORDS = re.compile(r"[&\d]")

T = TypeVar("T")

_MOST_WORDS: Final = 32_768
"""Words that are remembered at a time: texts share most of theirs, and a night's may not fill the memory."""


class Remembered(dict[str, T]):
    """What ``find`` says of a word, found once; begun anew when there are many."""

    def __init__(self, find: Callable[[str], T]) -> None:
        self._find = find

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = self._find(word)
        return found


class _OutcomesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    beating: list[str]
    winning: list[str]
    losing: list[str]
    nouns: list[str]


class _WordsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    titles_abbreviated: list[str]
    abbreviations: list[str]
    starters: list[str]
    stop: list[str]
    turning: list[str]
    phrasal: list[str]
    verbs: list[str]
    subordinators: list[str]
    outcomes: _OutcomesFile
    synonyms: list[list[str]]
    people: list[str]
    kinds_of_people: list[list[list[str]]]
    fates: list[list[str]]
    damages: list[list[str]]
    former: list[str]


class _NamesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    aliases: list[list[str]]
    titles: list[str] = []
    posts: list[str] = []
    offices: list[str] = []
    heads: list[str] = []
    directions: list[str] = []
    company_ends: list[str] = []
    particles: list[str] = []
    regions: list[str] = []
    calendar: list[str] = []
    ordinary: list[str] = []


class _FurnitureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lines: list[str]
    stamp: list[str]
    stamp_openers: list[str]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes of rules/words.toml: whose subject beats somebody or loses; ``all`` has those that win too."""

    beating: frozenset[str]
    losing: frozenset[str]
    nouns: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """rules/words.toml, all keys in lower case.

    ``canonical`` takes a token to its canonical words: none for a mark or stop word, several for a compound.
    ``finite`` says whether a token may be a finite verb by its form. ``people`` are nouns for people,
    ``kinds_of_people`` take such a noun to its kind, one mapping for kinds that leave each other out; ``fates``
    and ``damages`` groups of words that say what befell people and things, the first of each being the one shown;
    ``former`` words of a value that the text itself holds no longer.
    """

    titles_abbreviated: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    stop: frozenset[str]
    turning: frozenset[str]
    phrasal: frozenset[str]
    verbs: frozenset[str]
    subordinators: frozenset[str]
    outcomes: Outcomes
    canonical: Mapping[str, tuple[str, ...]]
    finite: Mapping[str, bool]
    people: tuple[str, ...]
    kinds_of_people: tuple[Mapping[str, str], ...]
    fates: tuple[tuple[str, ...], ...]
    damages: tuple[tuple[str, ...], ...]
    former: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """rules/names.toml; ``canon`` takes a lower-case name to the first of its group, ``canonical`` holds these.

    ``keys`` takes any name as written to its canonical form: its group's first, else itself in small letters.
    ``listed`` matches the listed names that hold more than words ("S&P 500"), None where there are none.
    """

    canon: Mapping[str, str]
    keys: Mapping[str, str]
    canonical: frozenset[str]
    listed: re.Pattern[str] | None
    titles: frozenset[str]
    posts: frozenset[str]
    offices: frozenset[str]
    heads: frozenset[str]
    directions: frozenset[str]
    company_ends: frozenset[str]
    particles: frozenset[str]
    regions: frozenset[str]
    calendar: frozenset[str]
    ordinary: frozenset[str]


@dataclass(frozen=True, slots=True)
class Furniture:
    """rules/furniture.toml; both patterns are for one stripped line."""

    line: re.Pattern[str]
    stamp: re.Pattern[str]


@lru_cache(maxsize=8)
def words_of(packs: Packs) -> Words:
    """Return the prepared rules/words.toml of ``packs``. Raises RulesError."""
    file = load("words", _WordsFile, packs)
    canon: dict[str, str] = {}
    for group in file.synonyms:
        for word in group:
            canon.setdefault(word.lower(), group[0])
    # Stems after whole words: a word listed as such decides over one that merely shares its stem.
    for group in file.synonyms:
        for word in group:
            canon.setdefault(stem(word.lower()), group[0])
    stop, verbs = frozenset(file.stop), frozenset(file.verbs)
    return Words(
        titles_abbreviated=frozenset(file.titles_abbreviated),
        abbreviations=frozenset(file.abbreviations),
        starters=frozenset(file.starters),
        stop=stop,
        turning=frozenset(file.turning),
        phrasal=frozenset(file.phrasal),
        verbs=verbs,
        subordinators=frozenset(file.subordinators),
        outcomes=_outcomes(file.outcomes),
        canonical=Remembered(partial(_canonical, stop=stop, canon=canon)),
        finite=Remembered(partial(_finite, verbs=verbs)),
        people=tuple(file.people),
        kinds_of_people=tuple({word: group[0] for group in line for word in group} for line in file.kinds_of_people),
        fates=tuple(map(tuple, file.fates)),
        damages=tuple(map(tuple, file.damages)),
        former=tuple(file.former),
    )


def _outcomes(file: _OutcomesFile) -> Outcomes:
    beating, losing, nouns = frozenset(file.beating), frozenset(file.losing), frozenset(file.nouns)
    whole = beating | losing | nouns | frozenset(file.winning)
    return Outcomes(beating=beating, losing=losing, nouns=nouns, all=whole)


def _canonical(lower: str, stop: frozenset[str], canon: Mapping[str, str]) -> tuple[str, ...]:
    if not lower[0].isalpha() or lower in stop:
        return ()
    if found := canon.get(lower):
        return (found,)
    out = []
    for part in lower.split("-"):
        if part and part not in stop and part[0].isalpha():
            base = stem(part)
            out.append(canon.get(part) or canon.get(base) or base)
    return tuple(dict.fromkeys(out))


def _finite(lower: str, verbs: frozenset[str]) -> bool:
    return lower in verbs or (lower.endswith("ed") and len(lower) >= _SHORTEST_PAST and "-" not in lower)


@lru_cache(maxsize=8)
def names_of(packs: Packs) -> Names:
    """Return the prepared rules/names.toml of ``packs``. Raises RulesError."""
    file = load("names", _NamesFile, packs)
    canon = {name.casefold(): group[0].casefold() for group in file.aliases for name in group}
    mixed = sorted((name for name in canon if _MORE_THAN_WORDS.search(name)), key=lambda name: (-len(name), name))
    # The class of their first characters rules most places out at once.
    firsts = re.escape("".join(sorted({name[0] for name in mixed})))
    listed = "|".join(map(re.escape, mixed))
    return Names(
        canon=canon,
        keys=Remembered(partial(_key, canon=canon)),
        canonical=frozenset(canon.values()),
        listed=re.compile(rf"\b(?=[{firsts}])(?:{listed})(?!\w)", re.IGNORECASE) if listed else None,
        titles=frozenset(file.titles),
        posts=frozenset(file.posts),
        offices=frozenset(file.offices),
        heads=frozenset(file.heads),
        directions=frozenset(file.directions),
        company_ends=frozenset(file.company_ends),
        particles=frozenset(file.particles),
        regions=frozenset(file.regions),
        calendar=frozenset(file.calendar),
        ordinary=frozenset(file.ordinary) | frozenset(file.calendar),
    )


def _key(name: str, canon: Mapping[str, str]) -> str:
    folded = " ".join(name.casefold().replace("’", "'").split())
    return canon.get(folded) or canon.get(folded.rstrip("."), folded)


@lru_cache(maxsize=8)
def furniture_of(packs: Packs) -> Furniture:
    """Return the prepared rules/furniture.toml of ``packs``. Raises RulesError."""
    file = load("furniture", _FurnitureFile, packs)
    for pattern in file.lines:
        try:
            re.compile(pattern)
        except re.error as error:
            raise RulesError(default_pack() / "furniture.toml", f"lines: {pattern}", str(error)) from error
    stamp = "|".join(sorted(map(re.escape, file.stamp), key=len, reverse=True))
    openers = "|".join(map(re.escape, file.stamp_openers))
    return Furniture(
        line=re.compile("|".join(f"(?:{line})" for line in file.lines), re.IGNORECASE),
        stamp=re.compile(
            rf"(?=.*(?:\d|day\b))(?:(?:{stamp})(?!\w)|\d+(?:st|nd|rd|th|am|pm)?(?!\w)|\W)+"
            rf"|(?:{openers})\b:? [^.!?]{{0,60}}\d[^.!?]{{0,30}}",
            re.IGNORECASE,
        ),
    )
