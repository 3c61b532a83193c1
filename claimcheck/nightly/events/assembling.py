"""Events: which stories report the same, which of them are copies, which are versions of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.nightly.events.naming import heritage_of, named
from claimcheck.nightly.grouping import Profile, event_id, group_profiles
from claimcheck.nightly.model import Copy, Event, Night, Revision, Story
from claimcheck.nightly.stories.versions import age, by_source, by_title, latest


def latest_of(stories: Iterable[Story]) -> tuple[list[Story], list[Revision]]:
    """Return ``stories`` in their latest versions, and their revisions, by what their sources know them by."""
    return latest(stories, by_source)


def events_of(
    stories: Iterable[Story],
    revisions: Sequence[Revision],
    profiles: Iterable[Profile],
    before: Mapping[str, str],
    night: Night,
) -> list[Event]:
    """Return the events of ``stories`` that have one seen in this night, in the order of their ids.

    ``profiles`` are those of the stories, with digests as ids; a story without one is of no event. ``before`` is the
    id of the event that each was of last, by digest.
    """
    by_digest = {story.digest: story for story in stories}
    known = {profile.id: profile for profile in profiles}
    grouped = group_profiles(known.values(), night.window, night.packs)
    own = {digest: event_id(profile) for digest, profile in known.items()}
    ids = named(heritage_of(told, own, before) for told, _ in grouped)
    leading = leading_to(revisions)
    fresh = []
    for id_, (told, copies) in zip(ids, grouped, strict=True):
        mine = [revision for each in told for revision in leading.get(each, ())]
        event = event_of(id_, [by_digest[each] for each in told], copies, mine)
        if any(story.seen == night.date for story in event.all):
            fresh.append(event)
    return sorted(fresh, key=lambda event: event.id)


def event_of(id_: str, told: Sequence[Story], originals: Mapping[str, str], revisions: Sequence[Revision]) -> Event:
    """Return the event that ``told`` report, in the order of grouping; ``originals`` are by the digests of copies.

    ``revisions`` are those that led to one of the stories.
    """
    current, retold = latest(told, by_title)
    kept = {story.digest for story in current}
    last = newest(retold)
    copies = []
    for story in current:
        original = originals.get(story.digest)
        if original is not None and last.get(original, original) != story.digest:
            copies.append(Copy(story, last.get(original, original)))
    folded = {copy.story.digest for copy in copies}
    mine = sorted([*retold, *revisions], key=lambda each: (age(each.after), age(each.before)))
    stories = tuple(story for story in told if story.digest in kept - folded)
    return Event(id_, stories, tuple(copies), tuple(mine))


def newest(revisions: Iterable[Revision]) -> dict[str, str]:
    """Return the digest of the latest version by that of each earlier one."""
    following = {each.before.digest: each.after.digest for each in revisions}
    last: dict[str, str] = {}
    for before in following:
        passed, at = [], before
        while at in following and at not in last:
            passed.append(at)
            at = following[at]
        last |= dict.fromkeys(passed, last.get(at, at))
    return last


def leading_to(revisions: Sequence[Revision]) -> dict[str, list[Revision]]:
    """Return the revisions that led, over others, to each latest version, by its digest and in their order."""
    last = newest(revisions)
    leading: dict[str, list[Revision]] = {}
    for each in revisions:
        leading.setdefault(last[each.before.digest], []).append(each)
    return leading
