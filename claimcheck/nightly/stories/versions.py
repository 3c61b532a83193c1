"""Versions: a story that its outlet has published again, with changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable

from claimcheck.nightly.model import Revision, Story

Key = Callable[[Story], Hashable | None]
"""What the versions of one story share; None for a story that has none."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")

_ALIKE = 0.3
"""Share of their words that two texts have in common at least, to be versions of one: a place may be used anew."""


def by_source(story: Story) -> Hashable:
    """Return what its source knows a story by, with its outlet: agencies hand on each other's."""
    return story.document.outlet, story.document.story


def by_title(story: Story) -> Hashable | None:
    """Return outlet and headline, for stories of one event that come without anything better."""
    title = " ".join((story.document.title or "").casefold().split())
    return (story.document.outlet, title) if title and story.document.outlet else None


def latest(stories: Iterable[Story], key: Key) -> tuple[list[Story], list[Revision]]:
    """Return ``stories`` in their latest versions, in order of age, and each earlier version with the next."""
    last: dict[Hashable, Story] = {}
    revisions = []
    for story in sorted(stories, key=age):
        shared = key(story)
        before = last.get(shared) if shared is not None else None
        if before is not None and _related(before, story):
            revisions.append(Revision(before, story))
            del last[shared]
        elif before is not None:  # another story at its place
            last[before.digest] = last.pop(shared)
        last[story.digest if shared is None else shared] = story
    return list(last.values()), revisions


def age(story: Story) -> tuple[object, ...]:
    """Return what puts stories in order of age; of one day and night, in that of their names."""
    parts = _NUMBER.split(story.document.id), tuple(map(int, _NUMBER.findall(story.document.id)))
    return story.document.date or "", story.seen, tuple(parts[0]), parts[1], story.digest


def _related(one: Story, two: Story) -> bool:
    left, right = ({word.casefold() for word in _WORD.findall(story.document.text)} for story in (one, two))
    return len(left & right) >= _ALIKE * min(len(left), len(right))
