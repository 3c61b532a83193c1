"""How alike two stories are: shared rare words and names, and whether their figures and dates agree.

All weights are whole numbers, so that sums do not depend on the order in which they are taken.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from claimcheck.nightly.grouping.model import Profile, unpack
from claimcheck.nightly.grouping.settings import GroupingSettings

SCALE: Final = 1_000_000
"""Likeness is counted in millionths."""
_LENGTH: Final = 1_000
"""Length of a story's vector."""
_MOST_AGREEING: Final = 6
_MOST_DISAGREEING: Final = 7
"""How many agreements or disagreements count: beyond, long texts would."""


@dataclass(frozen=True)
class Weighed:
    """A profile with its words weighed by how rare they are in the run; ``rare`` are its rarest, that others share."""

    profile: Profile
    weights: Mapping[int, int]
    rare: tuple[int, ...]

    @cached_property
    def figures(self) -> frozenset[int]:
        return frozenset(unpack(self.profile.figures))

    @cached_property
    def measured(self) -> frozenset[int]:
        """What the story's figures measure."""
        return frozenset(figure >> 32 for figure in self.figures)


def count_terms(profiles: Iterable[Profile]) -> dict[int, int]:
    """Return in how many of ``profiles`` each word stands. Counts of parts of a run may be added up."""
    counts: dict[int, int] = {}
    for profile in profiles:
        for term in unpack(profile.terms):
            counts[term] = counts.get(term, 0) + 1
    return counts


def weigh(profile: Profile, counts: Mapping[int, int], stories: int, settings: GroupingSettings) -> Weighed:
    """Return ``profile`` weighed by ``counts`` of its words over a run of ``stories``."""
    raw: dict[int, float] = {}
    shared: list[tuple[int, int]] = []
    for term, count in zip(unpack(profile.terms), unpack(profile.counts, "H"), strict=True):
        known = counts[term]
        is_name = term & 1
        prior = settings.background_names if is_name else settings.background_words
        rarity = math.log((stories + settings.background) / (known + prior * settings.background))
        raw[term] = max(0.0, math.sqrt(count) * rarity * (settings.name_weight if is_name else 1.0))
        if 1 < known <= settings.common_term:
            shared.append((known, term))
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
    weights = {term: round(_LENGTH * weight / length) for term, weight in raw.items()}
    rarest = sorted(shared, key=lambda each: (each[0], -weights[each[1]], each[1]))[: settings.rare_terms]
    return Weighed(profile, weights, tuple(term for _, term in rarest))


def likeness(left: Weighed, right: Weighed, settings: GroupingSettings) -> int:
    """Return how alike two stories are, in millionths: cosine of their words, moved by their figures. Symmetric."""
    ours, theirs = left.weights, right.weights
    words = sum(ours[term] * theirs[term] for term in ours.keys() & theirs.keys())
    agree = len({figure >> 32 for figure in left.figures & right.figures})
    disagree = len(left.measured & right.measured) - agree
    bonus = settings.agree * min(agree, _MOST_AGREEING) - settings.disagree * min(disagree, _MOST_DISAGREEING)
    return max(0, round(words * (1 + bonus)))
