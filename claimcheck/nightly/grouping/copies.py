"""Folds wire copies: the same text under another headline, cut at the end or hardly touched."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from claimcheck.nightly.grouping.model import Profile, unpack
from claimcheck.nightly.grouping.settings import GroupingSettings

_KEYS = 4
"""Passages by which copies are looked for: of two texts that share four fifths, one in 600 pairs has none in common."""

_FIGURE = 8
"""Bytes of a figure's hash in a profile."""


def copy_keys(profile: Profile) -> tuple[int, ...]:
    """Return the hashes of which a copy of the story shares at least one."""
    return tuple(unpack(profile.passages)[:_KEYS])


def is_copy(copy: Profile, original: Profile, settings: GroupingSettings) -> bool:
    """Whether ``copy`` says what ``original`` says: most passages in common, and no figure of its own.

    An update that tells another toll in the same words is no copy.
    """
    if copy.digest == original.digest:
        return True
    if copy.figures[:_FIGURE] not in original.figures:  # most have figures of their own, and it is soon seen
        return False
    if len(copy.figures) > len(original.figures) or not set(unpack(copy.figures)) <= set(unpack(original.figures)):
        return False
    return _resemble(copy, original, settings.copy)


def _resemble(left: Profile, right: Profile, share: float) -> bool:
    """Whether two stories have that share of their passages in common, estimated from their smallest (Broder 1997)."""
    ours, theirs = unpack(left.passages), unpack(right.passages)
    most = max(len(ours), len(theirs))
    both = set(ours).intersection(theirs)
    if len(both) < share * most:  # most that share a phrase are no copies, and it is soon seen
        return False
    smallest = list(islice(_distinct(heapq.merge(ours, theirs)), most))
    return sum(each in both for each in smallest) >= share * len(smallest)


def _distinct(ascending: Iterator[int]) -> Iterator[int]:
    last = -1
    for each in ascending:
        if each != last:
            yield each
        last = each


def fold(profiles: Sequence[Profile], settings: GroupingSettings) -> Mapping[str, str]:
    """Return for each copy among ``profiles``, which are in order, the id of the first story that it is a copy of."""
    holders: dict[int, list[int]] = {}
    copies: dict[str, str] = {}
    for place, profile in enumerate(profiles):
        keys = copy_keys(profile)
        tried = sorted({each for key in keys for each in holders.get(key, ())})
        original = next((profiles[each] for each in tried if is_copy(profile, profiles[each], settings)), None)
        if original is not None:
            copies[profile.id] = original.id
            continue
        for key in keys:
            holders.setdefault(key, []).append(place)
    return copies
