"""What events are called: by the same id from run to run and from night to night, so that links to them hold.

An event takes over the id of that earlier one of which it has the most stories; one that is new is called by its
first story. Only earlier nights count, not what earlier runs of this one made of its first stories: whatever order they
come in, and in however many runs, the same stories after the same nights get the same ids.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heritage:
    """What an event may be called: ``own`` is its id by its first story.

    ``earlier`` has the ids of earlier events, how many of its stories were of each, and whether one of those gave the
    earlier event its id.
    """

    own: str
    earlier: tuple[tuple[str, int, bool], ...]


def heritage_of(stories: Sequence[str], own: Mapping[str, str], before: Mapping[str, str]) -> Heritage:
    """Return the heritage of the event of ``stories``, in order.

    ``own`` is the id of an event whose first story each is, ``before`` that of the earlier event which each was of
    last, for stories that were of any.
    """
    shared = Counter(before[story] for story in stories if story in before)
    called = {own[story] for story in stories} if shared else set()
    return Heritage(own[stories[0]], tuple((id_, count, id_ in called) for id_, count in sorted(shared.items())))


def named(events: Iterable[Heritage]) -> list[str]:
    """Return an id for each of ``events``, no two alike."""
    told = list(events)
    wanted = sorted(
        (-count, not called, id_, each.own, place)
        for place, each in enumerate(told)
        for id_, count, called in each.earlier
    )
    taken: set[str] = set()
    ids: dict[int, str] = {}
    for *_, id_, _, place in wanted:
        if place not in ids and id_ not in taken:
            ids[place] = id_
            taken.add(id_)
    for place in sorted(set(range(len(told))) - ids.keys(), key=lambda place: told[place].own):
        id_ = told[place].own
        while id_ in taken:  # its first story is of an event that went on without it
            id_ = hashlib.sha256(id_.encode()).hexdigest()[: len(id_)]
        ids[place] = id_
        taken.add(id_)
    return [ids[place] for place in range(len(told))]
