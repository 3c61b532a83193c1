"""A night over parts: stories, profiles, groups, events and what is found out about them, none gathered anywhere.

What comes to this process is small: a line an event, a key for each story of the inboxes, and errors.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import msgspec

from claimcheck.checker import Checker
from claimcheck.documents import DocumentError
from claimcheck.nightly import mapping
from claimcheck.nightly.archive import Archive
from claimcheck.nightly.archive.manifest import Part
from claimcheck.nightly.comparison import Comparison, Lap
from claimcheck.nightly.events.assembling import event_of
from claimcheck.nightly.events.naming import Heritage, heritage_of, named
from claimcheck.nightly.events.outcomes import Outcomes, Shared, is_worked_out, key_of_event, work_out
from claimcheck.nightly.grouping import Profile, event_id
from claimcheck.nightly.model import Event, Night
from claimcheck.nightly.partitions.dealing import Dealer, key_of
from claimcheck.nightly.partitions.grouping import PLACES, PROFILES, Place, group_parts
from claimcheck.nightly.partitions.stories import CURRENT, Current, fresh_stories, read_parts
from claimcheck.nightly.storage.work import Work
from claimcheck.nightly.stories.intake import Watch
from claimcheck.nightly.stories.profiles import kept_as, profile_of

_DEALT = "dealt"
_PARTS = 8
"""Parts for each worker: enough that one of them, if larger than others, keeps no other worker waiting for long."""
_EVENTS = "whole-events"
_AT_ONCE = 16
"""Events that a worker looks into at once."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A story on its way to its event's part."""

    place: Place
    order: tuple[int, int, str, str]
    current: Current
    own: str
    before: str | None
    """The id of an event whose first story it is, and of the one that it was of last."""


@dataclass(frozen=True, slots=True)
class _Asked:
    dealer: Dealer
    night: Night
    rules: str
    work: Work
    checker: Checker
    told: int
    """How many sources deal out which events stories were of before."""


def compare_over_parts(archive: Archive, night: Night, rules: str, work: Work, watch: Watch, lap: Lap) -> Comparison:
    """Do what ``compare_here`` does, on a cluster's workers. Raises NightError, too."""
    with mapping.connected(night):
        return _compare(archive, night, rules, work, watch, lap)


def _compare(archive: Archive, night: Night, rules: str, work: Work, watch: Watch, lap: Lap) -> Comparison:
    dealer = Dealer(work.folder / f"{_DEALT}-{secrets.token_hex(8)}", _PARTS * mapping.workers(night))
    read = read_parts(dealer, night, archive, watch)
    lap("reading")
    told = archive.parts("events", night.first, night.eve)
    asked = _Asked(dealer, night, rules, work, Checker(night.packs), len(told))
    mapping.all_done(enumerate(told), _deal_before, (archive, dealer), night)
    parts = range(dealer.parts)
    for done, unread in enumerate(mapping.each(parts, _read_profiles, asked, night, at_once=1), 1):
        watch("reading what stories are about", done, dealer.parts)
        read.errors.extend(unread)
    group_parts(dealer, night, watch)
    mapping.all_done(parts, _deal_members, asked, night)
    ids = _named(list(mapping.each(parts, _make_events, asked, night, at_once=1)))
    lap("grouping")
    keys: dict[str, str] = {}
    done, whole = 0, sum(map(len, ids))
    watch("comparing events", done, whole)
    some = (
        (part, n, mine[n * _AT_ONCE : (n + 1) * _AT_ONCE])
        for part, mine in enumerate(ids)
        for n in range(-(-len(mine) // _AT_ONCE))
    )
    for results in mapping.each(some, _work_out, asked, night, at_once=1):
        done += len(results)
        watch("comparing events", done, whole)
        keys |= {id_: key for id_, key, error in results if error is None}
        read.errors.extend(error for *_, error in results if error is not None)
    lap("comparing")
    worked = frozenset(_profiles_key(asked, part) for part in parts)
    outcomes = Outcomes(work, dict(sorted(keys.items())))
    return Comparison(outcomes, read.errors, fresh_stories(dealer), Keys(read.fresh), Keys(read.again), worked)


def _named(made: Sequence[Sequence[tuple[Heritage, bool]]]) -> list[list[str]]:
    """Return for each part the ids of those of its events that have a story seen in this night."""
    ids = iter(named(heritage for events in made for heritage, _ in events))
    return [[id_ for (_, fresh), id_ in zip(events, islice(ids, len(events)), strict=True) if fresh] for events in made]


class Keys:
    """Digests, of which the keys are kept."""

    def __init__(self, keys: Collection[bytes]) -> None:
        self._keys = keys

    def __contains__(self, digest: object) -> bool:
        return isinstance(digest, str) and key_of(digest) in self._keys

    def __len__(self) -> int:
        return len(self._keys)


# ---------------------------------------------------------------- on the workers


def _read_profiles(part: int, asked: _Asked) -> list[DocumentError]:
    """Keep the profiles of a part's stories; return an error for each that has none, and so is of no event."""
    key = _profiles_key(asked, part)
    data = asked.work.get(key)
    known = {each.id: each for each in (_DECODER.decode(data) if data else ())}
    profiles, errors = [], []
    for each in asked.dealer.dealt(CURRENT, part, Current):
        profile = known.get(each.story.digest) or profile_of(each.story, asked.night.packs)
        if isinstance(profile, Profile):
            profiles.append(profile)
        else:
            errors.append(profile)
    asked.work.put(key, msgspec.msgpack.encode(profiles))
    asked.dealer.keep(PROFILES, part, [profiles])
    return errors


def _profiles_key(asked: _Asked, part: int) -> str:
    return f"{kept_as(asked.rules)}-{part}-of-{asked.dealer.parts}"


def _deal_before(numbered: tuple[int, Part], shared: tuple[Archive, Dealer]) -> None:
    """Deal out to each story which event it was of in a night of the archive."""
    (source, part), (archive, dealer) = numbered, shared
    rows = archive.read(part, ["event", "document"]).to_pylist()
    told = ((row["document"], row["event"]) for row in rows)
    dealer.deal("before", source, ((key_of(story), (part.date, story, event)) for story, event in told))


def _deal_members(part: int, asked: _Asked) -> None:
    """Deal a part's stories out to those of their events."""
    dealer = asked.dealer
    told = sorted(dealer.dealt("before", part, tuple[str, str, str], asked.told))
    before = {story: event for _, story, event in told}
    places = {place.story: place for place in dealer.dealt(PLACES, part, Place)}
    profiles = {profile.id: profile for profile in dealer.kept(PROFILES, part, 0, Profile)}
    members = (
        _Member(places[key_of(id_)], profiles[id_].order, each, event_id(profiles[id_]), before.get(id_))
        for each in dealer.dealt(CURRENT, part, Current)
        if (id_ := each.story.digest) in profiles
    )
    dealer.deal("members", part, ((each.place.first, each) for each in members))


def _make_events(part: int, asked: _Asked) -> list[tuple[Heritage, bool]]:
    """Keep the events of a part that have a story seen in this night; return what each may be called, in their order.

    Those without such a story are told too, as they keep the ids that they had.
    """
    told: dict[bytes, list[_Member]] = {}
    for member in asked.dealer.dealt("members", part, _Member):
        told.setdefault(member.place.first, []).append(member)
    made = []
    for members in told.values():
        members.sort(key=lambda member: member.order)
        stories = [member.current.story for member in members]
        copies = {each.current.story.digest: each.place.copy_of for each in members if each.place.copy_of}
        revisions = [revision for member in members for revision in member.current.revisions]
        event = event_of(members[0].place.event, stories, copies, revisions)
        own = {story.digest: member.own for story, member in zip(stories, members, strict=True)}
        before = {member.current.story.digest: member.before for member in members if member.before is not None}
        heritage = heritage_of([story.digest for story in stories], own, before)
        made.append((event, heritage, any(story.seen == asked.night.date for story in event.all)))
    made.sort(key=lambda each: each[0].id)
    events = [event for event, _, fresh in made if fresh]
    asked.dealer.keep(_EVENTS, part, [events[n : n + _AT_ONCE] for n in range(0, len(events), _AT_ONCE)])
    return [(heritage, fresh) for _, heritage, fresh in made]


def _work_out(some: tuple[int, int, list[str]], asked: _Asked) -> list[tuple[str, str, DocumentError | None]]:
    """Work out some events of a part; return their ids, the keys of what was found out, or the error."""
    part, n, ids = some
    night, results = asked.night, []
    for id_, made in zip(ids, asked.dealer.kept(_EVENTS, part, n, Event), strict=True):
        event = replace(made, id=id_)
        key = key_of_event(event, night, asked.rules)
        error = None
        if not is_worked_out(asked.work, key):
            error = work_out((key, event), Shared(night.date, asked.checker, asked.work.folder, night.accepted))
        results.append((event.id, key, error))
    return results


_DECODER = msgspec.msgpack.Decoder(list[Profile])
