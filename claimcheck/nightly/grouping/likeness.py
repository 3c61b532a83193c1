"""How alike two stories are: the cosine of their words, moved by whether their figures and dates agree."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from claimcheck.nightly.grouping.model import VALUE_BITS
from claimcheck.nightly.grouping.settings import GroupingSettings

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]

SCALE: Final = 1_000_000
"""Likeness is counted in millionths."""
_MOST_AGREEING: Final = 6
_MOST_DISAGREEING: Final = 7
"""How many agreements or disagreements count: beyond, long texts would."""


def likeness_of(cosines: Ints, agree: Ints, disagree: Ints, settings: GroupingSettings) -> Ints:
    """Return how alike stories are, in millionths, of which so many of the things that figures measure agree, or not.

    ``cosines`` of their words are in millionths, too.
    """
    bonus = settings.agree * np.minimum(agree, _MOST_AGREEING)
    malus = settings.disagree * np.minimum(disagree, _MOST_DISAGREEING)
    alike: Ints = np.maximum(0, np.rint(cosines * (1 + (bonus - malus)))).astype(np.int64)
    return alike


def hashes(packed: bytes) -> Hashes:
    return np.frombuffer(packed, np.uint64)


def measures(figures: Hashes) -> Hashes:
    """Return what each of ``figures`` measures, by the hashes of both."""
    return figures >> np.uint64(VALUE_BITS)
