"""Groups stories into events, and folds wire copies, by candidates and never by all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.documents.model import Document
from claimcheck.nightly.grouping.clusters import cut
from claimcheck.nightly.grouping.copies import fold
from claimcheck.nightly.grouping.model import Group, Profile
from claimcheck.nightly.grouping.pools import pools
from claimcheck.nightly.grouping.profiles import read_profile
from claimcheck.nightly.grouping.settings import GroupingSettings, load_settings
from claimcheck.nightly.grouping.weighing import Weighed, count_terms, weigh
from claimcheck.rules.packs import Packs

__all__ = ["Group", "Profile", "group", "group_profiles", "read_profile"]

_ID_LENGTH = 16
"""Hexadecimal digits: two of a hundred million events share an id once in 3,700 runs."""

Event = tuple[tuple[str, ...], Mapping[str, str]]
"""Ids of an event's stories in order, and for each copy among them the id of its original."""


def group(documents: Sequence[Document], window_days: int, packs: Packs = ()) -> tuple[Group, ...]:
    """Return the events that ``documents`` report, those of one event within ``window_days`` of each other.

    Every document is in one group, alone where no other reports its event; a document without a date may be of
    any. The result is the same in whatever order they come. Raises ValueError for a date that is none or for two
    documents of one id, RulesError for bad rules.
    """
    by_id = {document.id: document for document in documents}
    if len(by_id) < len(documents):
        raise ValueError("two documents have one id")
    profiles = {document.id: read_profile(document, packs) for document in documents}
    return tuple(
        Group(
            id=event_id(profiles[ids[0]]),
            documents=tuple(by_id[each] for each in ids),
            copies=tuple((each, copies[each]) for each in ids if each in copies),
        )
        for ids, copies in group_profiles(profiles.values(), window_days, packs)
    )


def event_id(first: Profile) -> str:
    """Return the id of the event whose first story is ``first``."""
    return first.digest[:_ID_LENGTH]


def _weighed(originals: Sequence[Profile], settings: GroupingSettings) -> list[Weighed]:
    counts = count_terms(originals)
    return [weigh(each, counts, len(originals), settings) for each in originals]


def group_profiles(profiles: Iterable[Profile], window_days: int, packs: Packs = ()) -> tuple[Event, ...]:
    """Return the events of stories that were read before, in the order of their first stories."""
    settings = load_settings(packs)
    ordered = sorted(profiles, key=lambda each: each.order)
    copies = fold(ordered, settings)
    originals = [each for each in ordered if each.id not in copies]
    stories = _weighed(originals, settings)
    together = ([stories[place] for place in pool] for pool in pools(stories, window_days, settings))
    first: dict[str, str] = {}
    for event in cut(together, window_days, settings):
        ids = [story.profile.id for story in event]
        first |= dict.fromkeys(ids, ids[0])
    members: dict[str, list[str]] = {}
    for each in ordered:
        members.setdefault(first[copies.get(each.id, each.id)], []).append(each.id)
    return tuple((tuple(ids), {each: copies[each] for each in ids if each in copies}) for ids in members.values())
