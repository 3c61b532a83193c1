"""The likeness of all stories of a pool to each other at once, as one matrix.

Sums are of whole numbers below 2^24, which single precision holds exactly, so that they do not depend on the order in
which a machine takes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claimcheck.nightly.grouping.likeness import Hashes, Ints, hashes, likeness_of, measures
from claimcheck.nightly.grouping.settings import GroupingSettings
from claimcheck.nightly.grouping.weighing import Weighed

_COLUMNS: Final = 4096
"""Words that are looked at together: bounds the memory that a pool takes."""


def likenesses(stories: Sequence[Weighed], settings: GroupingSettings) -> Ints:
    """Return how alike each two of ``stories`` are, in millionths: a symmetric matrix, but for its diagonal."""
    size = len(stories)
    words = [hashes(story.profile.terms) for story in stories]
    weights = np.concatenate([np.frombuffer(story.weights, np.uint16) for story in stories])
    rows, terms = _rows(words), np.concatenate(words)
    heavy = weights > 0
    cosines = _products(rows[heavy], terms[heavy], weights[heavy], size)
    figures = [hashes(story.profile.figures) for story in stories]
    agree = _agreeing(_rows(figures), np.concatenate(figures), size)
    measured = [np.unique(measures(each)) for each in figures]
    ones = np.ones(sum(map(len, measured)), np.uint16)
    disagree = _products(_rows(measured), np.concatenate(measured), ones, size) - agree
    return likeness_of(cosines, agree, disagree, settings)


def _rows(each: Sequence[Hashes]) -> Ints:
    """Return for every hash of ``each``, taken one after the other, the number of the story that it is of."""
    return np.repeat(np.arange(len(each)), [len(one) for one in each])


def _products(rows: Ints, columns: Hashes, values: NDArray[np.uint16], size: int) -> Ints:
    """Return for each two of ``size`` rows the sum of the products of their values in columns that both have."""
    total = np.zeros((size, size), np.float32)
    _, place, count = np.unique(columns, return_inverse=True, return_counts=True)
    shared = count[place] > 1
    rows, values = rows[shared], values[shared]
    place = (np.cumsum(count > 1) - 1)[place[shared]]
    for first in range(0, int(place.max(initial=-1)) + 1, _COLUMNS):
        mine = (place >= first) & (place < first + _COLUMNS)
        dense = np.zeros((size, min(_COLUMNS, int(place.max()) + 1 - first)), np.float32)
        dense[rows[mine], place[mine] - first] = values[mine]
        total += dense @ dense.T
    return total.astype(np.int64)


def _agreeing(rows: Ints, figures: Hashes, size: int) -> Ints:
    """Return for each two rows in how many of the things that figures measure they have one in common."""
    total = np.zeros((size, size), np.int64)
    _, place, count = np.unique(figures, return_inverse=True, return_counts=True)
    shared = count[place] > 1
    order = np.lexsort((rows[shared], figures[shared]))
    rows, figures = rows[shared][order], figures[shared][order]
    measured = measures(figures)
    for mine in np.split(np.arange(len(rows)), np.flatnonzero(measured[1:] != measured[:-1]) + 1):
        holders, row = np.unique(rows[mine], return_inverse=True)
        values, column = np.unique(figures[mine], return_inverse=True)
        dense = np.zeros((len(holders), len(values)), np.float32)
        dense[row, column] = 1
        total[np.ix_(holders, holders)] += (dense @ dense.T) > 0
    return total
