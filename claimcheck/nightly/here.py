"""From inboxes and archive to what is found out about each event, in this process and others of this machine."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.documents import DocumentError
from claimcheck.nightly import staging
from claimcheck.nightly.archive import Archive
from claimcheck.nightly.comparison import Comparison, Lap
from claimcheck.nightly.events import events_of, latest_of
from claimcheck.nightly.intake import Watch, take_in
from claimcheck.nightly.investigation import find_out
from claimcheck.nightly.model import Event, Night, Story
from claimcheck.nightly.profiles import kept_as, profiles_of
from claimcheck.nightly.versions import age
from claimcheck.nightly.work import Work


def compare_here(archive: Archive, night: Night, rules: str, work: Work, watch: Watch, lap: Lap) -> Comparison:
    """Compare what is new in the inboxes, and the last days' stories, by events; ``rules`` is the digest of all rules.

    Raises DocumentError for an inbox that does not exist, ArchiveError, RulesError, OSError.
    """
    taken = take_in(night, *staging.known(archive), watch)
    lap("reading")
    events, unread = _grouped(archive, taken.stories, night, rules, work, watch)
    lap("grouping")
    outcomes, failed = find_out(events, night, rules, work, watch)
    lap("comparing")
    return Comparison(
        outcomes,
        [*taken.errors, *unread, *failed],
        sorted(taken.stories, key=age),
        frozenset(story.digest for story in taken.stories),
        taken.again,
        frozenset({kept_as(rules)}),
    )


def _grouped(
    archive: Archive, taken: Iterable[Story], night: Night, rules: str, work: Work, watch: Watch
) -> tuple[list[Event], list[DocumentError]]:
    """Return the events of the night, and an error for each story that is of none; the stories' profiles are let go."""
    stories, revisions = latest_of([*staging.stories(archive, night.first, night.date), *taken])
    profiles, unread = profiles_of(stories, night, rules, work, watch)
    return events_of(stories, revisions, profiles, staging.events(archive, night.first, night.eve), night), unread
