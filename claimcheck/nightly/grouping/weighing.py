"""Weighs the words of stories: the rarer a word is in a run, the more it says of what a story is about.

All weights are whole numbers, so that sums do not depend on the order in which they are taken.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claimcheck.nightly.grouping.model import Profile, unpack
from claimcheck.nightly.grouping.settings import GroupingSettings

_LENGTH: Final = 1_000
"""Length of a story's vector."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A profile with its words weighed by how rare they are in the run.

    ``weights`` is a packed array of 16-bit unsigned integers, in the order of the profile's terms; ``rare`` one of
    64-bit ones, the story's rarest words that others share.
    """

    profile: Profile
    weights: bytes
    rare: bytes


def count_terms(profiles: Iterable[Profile]) -> dict[int, int]:
    """Return in how many of ``profiles`` each word stands. Counts of parts of a run may be added up."""
    counts: dict[int, int] = {}
    for profile in profiles:
        for term in unpack(profile.terms):
            counts[term] = counts.get(term, 0) + 1
    return counts


def weigh(profile: Profile, counts: Mapping[int, int], stories: int, settings: GroupingSettings) -> Weighed:
    """Return ``profile`` weighed by ``counts`` of its words over a run of ``stories``."""
    terms = unpack(profile.terms)
    known = [counts[term] for term in terms]
    memo = _memo(stories, settings)
    raw = [
        memo.get(word) or memo.setdefault(word, _raw(*word, stories, settings))
        for word in zip(unpack(profile.counts, "H"), known, [term & 1 for term in terms], strict=True)
    ]
    length = math.sqrt(math.fsum(weight * weight for weight in raw)) or 1.0
    weights = array("H", [round(_LENGTH * weight / length) for weight in raw])
    shared = [
        (number, -weight, term)
        for number, weight, term in zip(known, weights, terms, strict=True)
        if 1 < number <= settings.common_term
    ]
    rare = array("Q", [term for *_, term in sorted(shared)[: settings.rare_terms]])
    return Weighed(profile, weights.tobytes(), rare.tobytes())


@lru_cache(maxsize=1)
def _memo(_stories: int, _settings: GroupingSettings) -> dict[tuple[int, int, int], float]:
    """Return what is known so far of ``_raw`` in a run: most words weigh what others do."""
    return {}


def _raw(count: int, known: int, is_name: int, stories: int, settings: GroupingSettings) -> float:
    """Return how much a word weighs that occurs ``count`` times, and in ``known`` of ``stories``."""
    prior = settings.background_names if is_name else settings.background_words
    rarity = math.log((stories + settings.background) / (known + prior * settings.background))
    return max(0.0, math.sqrt(count) * rarity * (settings.name_weight if is_name else 1.0))
