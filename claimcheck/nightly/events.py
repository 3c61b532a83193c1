"""Events: which stories report the same, which of them are copies, which are versions of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.nightly.grouping import Group, group
from claimcheck.nightly.model import Copy, Event, Night, Revision, Story
from claimcheck.nightly.versions import age, by_source, by_title, latest


def events_of(stories: Iterable[Story], night: Night) -> list[Event]:
    """Return the events of ``stories`` that have one seen in this night, in the order of their ids."""
    current, revisions = latest(stories, by_source)
    by_digest = {story.digest: story for story in current}
    # What a text is called must not matter for what it is grouped with.
    groups = group([replace(each.document, id=each.digest) for each in current], night.window, night.packs)
    events = (_event(each, by_digest, revisions) for each in groups)
    fresh = [event for event in events if any(story.seen == night.date for story in event.all)]
    return sorted(fresh, key=lambda event: event.id)


def _event(found: Group, by_digest: dict[str, Story], revisions: Sequence[Revision]) -> Event:
    told = [by_digest[document.id] for document in found.documents]
    current, retold = latest(told, by_title)
    kept = {story.digest: story for story in current}
    newest = _newest(retold)
    originals = dict(found.copies)
    copies = []
    for story in current:
        original = originals.get(story.digest)
        if original is not None and newest.get(original, original) != story.digest:
            copies.append(Copy(story, newest.get(original, original)))
    folded = {copy.story.digest for copy in copies}
    members = {story.digest for story in told}
    mine = [*retold, *_leading_to(members, revisions)]
    mine.sort(key=lambda each: (age(each.after), age(each.before)))
    stories = tuple(kept[document.id] for document in found.documents if document.id in kept.keys() - folded)
    return Event(found.id, stories, tuple(copies), tuple(mine))


def _newest(revisions: Iterable[Revision]) -> dict[str, str]:
    """Return the digest of the latest version by that of each earlier one."""
    following = {each.before.digest: each.after.digest for each in revisions}
    newest = {}
    for before, step in following.items():
        after = step
        while after in following:
            after = following[after]
        newest[before] = after
    return newest


def _leading_to(members: set[str], revisions: Sequence[Revision]) -> list[Revision]:
    """Return the revisions that end, over others, in one of ``members``."""
    newest = _newest(revisions)
    return [each for each in revisions if newest[each.before.digest] in members]
