"""The likeness of one story to several at once: the same as ``likeness`` gives for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from claimcheck.nightly.grouping.likeness import Weighed
from claimcheck.nightly.grouping.matrix import UPPER, Hashes, Ints, moved
from claimcheck.nightly.grouping.settings import GroupingSettings

Number = TypeVar("Number", bound=np.generic)

_BATCH = 1000
"""Stories whose hashes are looked through at once."""


class Beside:
    """Stories in columns: their words, figures and what those measure, each by a number of its own."""

    def __init__(self, stories: Sequence[Weighed], settings: GroupingSettings) -> None:
        self._settings = settings
        self._words = _Lists([np.frombuffer(story.profile.terms, np.uint64) for story in stories])
        self._weights = np.frombuffer(b"".join(story.weights for story in stories), np.uint16)
        figures = [np.frombuffer(story.profile.figures, np.uint64) for story in stories]
        self._figures = _Lists(figures)
        measured = [each >> UPPER for each in figures]
        self._measures = _Lists(measured).numbers
        self._measured = _Lists([each[_first_of_each(each)] for each in measured])
        self._weight_of = np.zeros(self._words.distinct)
        self._has_figure = np.zeros(self._figures.distinct, bool)
        self._has_measure = np.zeros(self._measured.distinct, bool)

    def likenesses(self, story: int, others: Sequence[int]) -> Ints:
        """Return how alike the story at a place is to those at ``others``, in millionths."""
        places = np.array(others)
        return moved(self._cosines(story, places), *self._agreements(story, places), self._settings)

    def _cosines(self, story: int, others: Ints) -> Ints:
        mine = self._words.of(story)
        self._weight_of[self._words.numbers[mine]] = self._weights[mine]
        rows, at = self._words.of_all(others)
        products = self._weight_of[self._words.numbers[at]] * self._weights[at].astype(np.float64)
        self._weight_of[self._words.numbers[mine]] = 0
        return np.bincount(rows, products, len(others)).astype(np.int64)

    def _agreements(self, story: int, others: Ints) -> tuple[Ints, Ints]:
        """Return of how many things that figures measure both have a common figure, and of how many only others."""
        mine = self._figures.numbers[self._figures.of(story)]
        self._has_figure[mine] = True
        rows, at = self._figures.of_all(others)
        common = self._has_figure[self._figures.numbers[at]]
        self._has_figure[mine] = False
        rows, measures = rows[common], self._measures[at[common]]
        # Figures are in order, so that those which measure the same stand together.
        agree = np.bincount(rows[_first_of_each(measures, rows)], minlength=len(others))
        mine = self._measured.numbers[self._measured.of(story)]
        self._has_measure[mine] = True
        rows, at = self._measured.of_all(others)
        both = np.bincount(rows, self._has_measure[self._measured.numbers[at]], len(others)).astype(np.int64)
        self._has_measure[mine] = False
        return agree, both - agree


class _Lists:
    """Lists of hashes, one after the other, with a small number in the place of each hash."""

    def __init__(self, lists: Sequence[Hashes]) -> None:
        known = _distinct(lists)
        self.distinct = len(known)
        self._lengths = np.array([len(each) for each in lists])
        self._starts = np.cumsum(self._lengths) - self._lengths
        self.numbers: NDArray[np.uint32] = np.empty(self._lengths.sum(), np.uint32)
        for start, each in zip(self._starts.tolist(), lists, strict=True):
            self.numbers[start : start + len(each)] = np.searchsorted(known, each)

    def of(self, one: int) -> slice:
        """Return where the numbers of a list are."""
        return slice(int(self._starts[one]), int(self._starts[one] + self._lengths[one]))

    def of_all(self, some: Ints) -> tuple[Ints, Ints]:
        """Return for each number of ``some`` lists, one after the other, which of them has it, and where it is."""
        lengths = self._lengths[some]
        before = np.cumsum(lengths) - lengths
        at = np.repeat(self._starts[some] - before, lengths) + np.arange(lengths.sum())
        return np.repeat(np.arange(len(some)), lengths), at


def _distinct(lists: Sequence[Hashes]) -> Hashes:
    """Return every hash once, ascending; batch by batch, as all hashes of a night together take much memory."""
    batches = (np.concatenate(lists[n : n + _BATCH]) for n in range(0, len(lists), _BATCH))
    return np.unique(np.concatenate([np.unique(each) for each in batches]))


def _first_of_each(*columns: NDArray[Number]) -> NDArray[np.bool_]:
    """Return where a row of ``columns`` is another than the one before it."""
    first = np.ones(len(columns[0]), bool)
    if len(first):
        first[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return first
