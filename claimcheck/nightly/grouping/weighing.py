"""Weighs the words of stories: the rarer a word is in a run, the more it says of what a story is about.

All weights are whole numbers, so that sums do not depend on the order in which they are taken.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from typing import Final

import numpy as np

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
    counts: Counter[int] = Counter()
    for profile in profiles:
        counts.update(unpack(profile.terms))
    return counts


def weigh(profile: Profile, counts: Mapping[int, int], stories: int, settings: GroupingSettings) -> Weighed:
    """Return ``profile`` weighed by ``counts`` of its words over a run of ``stories``."""
    terms = unpack(profile.terms)
    known = [counts[term] for term in terms]
    words = zip(unpack(profile.counts, "H"), known, [term & 1 for term in terms], strict=True)
    raw = list(map(_raw_weights(stories, settings).__getitem__, words))
    length = math.sqrt(math.fsum(map(mul, raw, raw))) or 1.0
    weights = np.rint(_LENGTH * np.array(raw) / length).astype(np.uint16)
    shared = [
        (number, -weight, term)
        for number, weight, term in zip(known, weights.tolist(), terms, strict=True)
        if 1 < number <= settings.common_term
    ]
    rare = array("Q", [term for *_, term in sorted(shared)[: settings.rare_terms]])
    return Weighed(profile, weights.tobytes(), rare.tobytes())


class _RawWeights(dict[tuple[int, int, int], float]):
    """How much a word weighs, by how often it occurs, in how many stories of a run, and whether it is a name.

    Each is worked out when it is first asked for: most words weigh what others do.
    """

    def __init__(self, stories: int, settings: GroupingSettings) -> None:
        super().__init__()
        self._stories, self._settings = stories, settings

    def __missing__(self, word: tuple[int, int, int]) -> float:
        count, known, is_name = word
        settings = self._settings
        prior = settings.background_names if is_name else settings.background_words
        rarity = math.log((self._stories + settings.background) / (known + prior * settings.background))
        weight = max(0.0, math.sqrt(count) * rarity * (settings.name_weight if is_name else 1.0))
        self[word] = weight
        return weight


_raw_weights = lru_cache(maxsize=1)(_RawWeights)
