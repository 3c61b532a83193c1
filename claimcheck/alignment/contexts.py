"""How alike the words around two figures are."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.alignment.movements import beginnings, levels, reckoned
from claimcheck.claims.lexicon import names_of, words_of
from claimcheck.claims.model import Claim
from claimcheck.rules.packs import Packs

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*")
_MARKS = ".'-,"
_OWNER = 0.5
_OWNED = {"age": 2.0}
"""Weight of the name whose figure it is; an age is nothing without its person."""

_OWNING = frozenset({"place", "subject"})
"""Parts of a country or body whose figure it is."""

Bag = Mapping[str, float]
"""Canonical words and their weights, scaled to length 1; empty where there are no words."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """The words around every claim of a run, by claim id: in its window (``near``) and its sentence (``wide``).

    ``rarity`` is 1 for a word that no document uses in two sentences with figures, and falls towards 0 with
    the sentences of the document that uses it most: a word that two documents share is not the commoner for it.
    ``levels`` has for a claim of a movement the claim that says where it led to, ``starts`` the number from
    which it set out, ``reckoned`` the same where level and change tell it; ``things`` the canonical words for
    what is measured and ``units`` those for its unit;
    ``known`` the names of rules/names.toml that it belongs to or that say where; ``owners`` the words of the
    proper names whose figure it is; ``parties`` the words of each proper name that plays a part in its clause,
    its speaker left out.
    """

    claims: Mapping[int, Claim]
    near: Mapping[int, Bag]
    wide: Mapping[int, Bag]
    rarity: Mapping[str, float]
    levels: Mapping[int, Claim]
    starts: Mapping[int, float]
    reckoned: Mapping[int, float]
    things: Mapping[int, frozenset[str]]
    units: Mapping[int, frozenset[str]]
    known: Mapping[int, frozenset[str]]
    owners: Mapping[int, frozenset[str]]
    parties: Mapping[int, tuple[frozenset[str], ...]]


def read_contexts(claims: Sequence[Claim], packs: Packs = ()) -> Contexts:
    """Return the contexts of ``claims``, words weighed by how few sentences have them."""
    sentences: dict[tuple[str, tuple[int, int]], dict[str, None]] = defaultdict(dict)
    for claim in claims:
        sentences[claim.document, claim.sentence].update(
            dict.fromkeys([*(word for word, _ in claim.words), *claim.near])
        )
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for (document, _), words in sentences.items():
        counts[document].update(words.keys())
    most: dict[str, int] = {}
    for each in counts.values():
        for word, count in each.items():
            most[word] = max(most.get(word, 0), count)
    rarity = {word: 1 / (1 + math.log(count)) for word, count in most.items()}
    whole = {place: _scaled({word: rarity[word] for word in words}) for place, words in sentences.items()}
    canonical = words_of(packs).canonical

    @cache
    def words_in(text: str | None) -> frozenset[str]:
        return frozenset(word for token in _TOKEN.findall((text or "").lower()) for word in canonical[token])

    listed, nations = names_of(packs).canonical, names_of(packs).canon
    near, wide, things, units, known, named, parties = {}, {}, {}, {}, {}, {}, {}
    for claim in claims:
        bag = {word: weight * rarity[word] for word, weight in claim.words}
        owners = tuple(_owners(claim))
        for word in owners:
            bag[word] = max(bag.get(word, 0.0), _OWNED.get(claim.figure.kind, _OWNER))
        near[claim.id] = _scaled(bag)
        things[claim.id], units[claim.id] = words_in(claim.what), words_in(claim.figure.unit)
        if claim.figure.kind == "count" and (claim.figure.unit or "").lower() in nations:
            units[claim.id] |= words_in("people")  # "14,000 Palestinians" are 14,000 people
        known[claim.id] = listed.intersection(
            party.key for party in claim.participants if party.part in _OWNING and party.key != claim.speaker_key
        )
        named[claim.id] = frozenset(word for name in claim.names for word in name.split()).intersection(owners)
        parties[claim.id] = tuple(
            frozenset(word.strip(_MARKS) for word in party.key.split())
            for party in claim.participants
            if party.key in claim.names and party.key != claim.speaker_key
        )
        wide[claim.id] = whole[claim.document, claim.sentence]
    by_id = {claim.id: claim for claim in claims}
    starts, told = beginnings(claims), reckoned(claims)
    return Contexts(by_id, near, wide, rarity, levels(claims), starts, told, things, units, known, named, parties)


def _owners(claim: Claim) -> Iterator[str]:
    """Yield the words of the names whose figure it is, as far as the clause tells."""
    for party in claim.participants:
        if party.part in {"subject", "actor"}:
            yield from party.key.split()


def likeness(left: Bag, right: Bag) -> float:
    """Return the cosine of two bags: 0 for nothing in common, 1 for the same words alike weighed."""
    if len(left) > len(right):
        left, right = right, left
    return sum([weight * right[word] for word, weight in left.items() if word in right])


def _scaled(bag: dict[str, float]) -> Bag:
    length = math.sqrt(sum([weight * weight for weight in bag.values()]))
    return {word: bag[word] / length for word in sorted(bag)} if length else {}
