"""A night over parts: stories, profiles, groups, events and what is found out about them, none gathered anywhere.

What comes to this process is small: a line an event, a key for each story of the inboxes, and errors.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass

import msgspec

from claimcheck.checker import Checker
from claimcheck.documents import DocumentError
from claimcheck.nightly import mapping
from claimcheck.nightly.archive import Archive
from claimcheck.nightly.comparison import Comparison, Lap
from claimcheck.nightly.events import event_of
from claimcheck.nightly.grouping import Profile
from claimcheck.nightly.intake import Watch
from claimcheck.nightly.investigation import Outcomes, Shared, is_worked_out, key_of_event, work_out
from claimcheck.nightly.model import Event, Night
from claimcheck.nightly.partitions.dealing import Dealer, key_of
from claimcheck.nightly.partitions.grouping import PLACES, PROFILES, Place, group_parts
from claimcheck.nightly.partitions.stories import CURRENT, Current, fresh_stories, read_parts
from claimcheck.nightly.profiles import kept_as, read_one
from claimcheck.nightly.work import Work

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


@dataclass(frozen=True, slots=True)
class _Asked:
    dealer: Dealer
    night: Night
    rules: str
    work: Work
    checker: Checker


def compare_over_parts(archive: Archive, night: Night, rules: str, work: Work, watch: Watch, lap: Lap) -> Comparison:
    """Do what ``compare_here`` does, on a cluster's workers. Raises NightError, too."""
    dealer = Dealer(work.folder / f"{_DEALT}-{secrets.token_hex(8)}", _PARTS * mapping.workers(night))
    read = read_parts(dealer, night, archive, watch)
    lap("reading")
    asked = _Asked(dealer, night, rules, work, Checker(night.packs))
    parts = range(dealer.parts)
    for done, unread in enumerate(mapping.each(parts, _read_profiles, asked, night, at_once=1), 1):
        watch("reading what stories are about", done, dealer.parts)
        read.errors.extend(unread)
    group_parts(dealer, night, watch)
    mapping.all_done(parts, _deal_members, asked, night)
    numbers = list(mapping.each(parts, _make_events, asked, night, at_once=1))
    lap("grouping")
    keys: dict[str, str] = {}
    done, whole = 0, sum(numbers)
    watch("comparing events", done, whole)
    some = ((part, n) for part, number in enumerate(numbers) for n in range(-(-number // _AT_ONCE)))
    for results in mapping.each(some, _work_out, asked, night, at_once=1):
        done += len(results)
        watch("comparing events", done, whole)
        keys |= {id_: key for id_, key, error in results if error is None}
        read.errors.extend(error for *_, error in results if error is not None)
    lap("comparing")
    worked = frozenset(_profiles_key(asked, part) for part in parts)
    outcomes = Outcomes(work, dict(sorted(keys.items())))
    return Comparison(outcomes, read.errors, fresh_stories(dealer), Keys(read.fresh), Keys(read.again), worked)


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
        profile = known.get(each.story.digest) or read_one(each.story, asked.night.packs)
        if isinstance(profile, Profile):
            profiles.append(profile)
        else:
            errors.append(profile)
    asked.work.put(key, msgspec.msgpack.encode(profiles))
    asked.dealer.keep(PROFILES, part, [profiles])
    return errors


def _profiles_key(asked: _Asked, part: int) -> str:
    return f"{kept_as(asked.rules)}-{part}-of-{asked.dealer.parts}"


def _deal_members(part: int, asked: _Asked) -> None:
    """Deal a part's stories out to those of their events."""
    dealer = asked.dealer
    places = {place.story: place for place in dealer.dealt(PLACES, part, Place)}
    orders = {profile.id: profile.order for profile in dealer.kept(PROFILES, part, 0, Profile)}
    members = (
        _Member(places[key_of(each.story.digest)], orders[each.story.digest], each)
        for each in dealer.dealt(CURRENT, part, Current)
        if each.story.digest in orders
    )
    dealer.deal("members", part, ((each.place.first, each) for each in members))


def _make_events(part: int, asked: _Asked) -> int:
    """Keep the events of a part that have a story seen in this night; return how many."""
    told: dict[bytes, list[_Member]] = {}
    for member in asked.dealer.dealt("members", part, _Member):
        told.setdefault(member.place.first, []).append(member)
    events = []
    for members in told.values():
        members.sort(key=lambda member: member.order)
        stories = [member.current.story for member in members]
        copies = {each.current.story.digest: each.place.copy_of for each in members if each.place.copy_of}
        revisions = [revision for member in members for revision in member.current.revisions]
        event = event_of(members[0].place.event, stories, copies, revisions)
        if any(story.seen == asked.night.date for story in event.all):
            events.append(event)
    events.sort(key=lambda event: event.id)
    asked.dealer.keep(_EVENTS, part, [events[n : n + _AT_ONCE] for n in range(0, len(events), _AT_ONCE)])
    return len(events)


def _work_out(some: tuple[int, int], asked: _Asked) -> list[tuple[str, str, DocumentError | None]]:
    """Work out some events of a part; return their ids, the keys of what was found out, or the error."""
    results = []
    for event in asked.dealer.kept(_EVENTS, *some, Event):
        key = key_of_event(event, asked.night, asked.rules)
        error = None
        if not is_worked_out(asked.work, key):
            error = work_out((key, event), Shared(asked.night.date, asked.checker, asked.work.folder))
        results.append((event.id, key, error))
    return results


_DECODER = msgspec.msgpack.Decoder(list[Profile])
