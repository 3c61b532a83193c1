"""The likeness of one story to several others at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from claimcheck.nightly.grouping.likeness import Hashes, Ints, hashes, likeness_of, measures
from claimcheck.nightly.grouping.settings import GroupingSettings
from claimcheck.nightly.grouping.weighing import Weighed

Number = TypeVar("Number", bound=np.generic)

_BATCH = 1000
"""Stories whose hashes are looked through at once."""


class Beside:
    """Stories in columns: their words, figures and what those measure, each by a number of its own."""

    def __init__(self, stories: Sequence[Weighed], settings: GroupingSettings) -> None:
        self._settings = settings
        self._words = _Lists([hashes(story.profile.terms) for story in stories])
        self._weights = np.frombuffer(b"".join(story.weights for story in stories), np.uint16)
        figures = [hashes(story.profile.figures) for story in stories]
        self._figures = _Lists(figures)
        measured = [measures(each) for each in figures]
        self._measures = _Lists(measured).numbers
        self._measured = _Lists([_once(each) for each in measured])
        self._weight_of = np.zeros(self._words.distinct)
        self._has_figure = np.zeros(self._figures.distinct, bool)
        self._has_measure = np.zeros(self._measured.distinct, bool)

    def likenesses(self, story: Weighed, others: Sequence[int]) -> Ints:
        """Return how alike ``story``, one of these or not, is to those at the places ``others``, in millionths."""
        places = np.array(others, np.int64)
        return likeness_of(self._cosines(story, places), *self._agreements(story, places), self._settings)

    def _cosines(self, story: Weighed, others: Ints) -> Ints:
        mine, known = self._words.numbers_of(hashes(story.profile.terms))
        self._weight_of[mine] = np.frombuffer(story.weights, np.uint16)[known]
        rows, at = self._words.of(others)
        products = self._weight_of[self._words.numbers[at]] * self._weights[at].astype(np.float64)
        self._weight_of[mine] = 0
        return np.bincount(rows, products, len(others)).astype(np.int64)

    def _agreements(self, story: Weighed, others: Ints) -> tuple[Ints, Ints]:
        """Return of how many things that figures measure both have a common figure, and of how many only others."""
        figures = hashes(story.profile.figures)
        mine, _ = self._figures.numbers_of(figures)
        self._has_figure[mine] = True
        rows, at = self._figures.of(others)
        common = self._has_figure[self._figures.numbers[at]]
        self._has_figure[mine] = False
        rows, measured = rows[common], self._measures[at[common]]
        # Figures are in order, so that those which measure the same stand together.
        agree = np.bincount(rows[_first_of_each(measured, rows)], minlength=len(others))
        mine, _ = self._measured.numbers_of(_once(measures(figures)))
        self._has_measure[mine] = True
        rows, at = self._measured.of(others)
        both = np.bincount(rows, self._has_measure[self._measured.numbers[at]], len(others)).astype(np.int64)
        self._has_measure[mine] = False
        return agree, both - agree


class _Lists:
    """Lists of hashes, one after the other, with a small number in the place of each hash."""

    def __init__(self, lists: Sequence[Hashes]) -> None:
        self._known = _distinct(lists)
        self.distinct = len(self._known)
        self._lengths = np.array([len(each) for each in lists], np.int64)
        self._starts = np.cumsum(self._lengths) - self._lengths
        self.numbers: NDArray[np.uint32] = np.empty(self._lengths.sum(), np.uint32)
        for start, each in zip(self._starts.tolist(), lists, strict=True):
            self.numbers[start : start + len(each)] = np.searchsorted(self._known, each)

    def numbers_of(self, some: Hashes) -> tuple[Ints, NDArray[np.bool_]]:
        """Return the numbers of ``some`` hashes that a list has, and which those are."""
        numbers = np.searchsorted(self._known, some)
        known = numbers < self.distinct
        known[known] = self._known[numbers[known]] == some[known]
        return numbers[known], known

    def of(self, some: Ints) -> tuple[Ints, Ints]:
        """Return for each number of ``some`` lists, one after the other, which of them has it, and where it is."""
        lengths = self._lengths[some]
        before = np.cumsum(lengths) - lengths
        at = np.repeat(self._starts[some] - before, lengths) + np.arange(lengths.sum())
        return np.repeat(np.arange(len(some)), lengths), at


def _distinct(lists: Sequence[Hashes]) -> Hashes:
    """Return every hash once, ascending; batch by batch, as all hashes of a night together take much memory."""
    batches = (np.concatenate(lists[n : n + _BATCH]) for n in range(0, len(lists), _BATCH))
    return np.unique(np.concatenate([hashes(b""), *(np.unique(each) for each in batches)]))


def _once(ascending: Hashes) -> Hashes:
    return ascending[_first_of_each(ascending)]


def _first_of_each(*columns: NDArray[Number]) -> NDArray[np.bool_]:
    """Return where a row of ``columns`` is another than the one before it."""
    first = np.ones(len(columns[0]), bool)
    if len(first):
        first[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return first
