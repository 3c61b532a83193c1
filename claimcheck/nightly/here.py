"""From inboxes and archive to what is found out about each event, in this process and others of this machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.checker import Checker
from claimcheck.documents import DocumentError
from claimcheck.nightly import mapping, staging
from claimcheck.nightly.archive import Archive
from claimcheck.nightly.comparison import Comparison, Lap
from claimcheck.nightly.events.assembling import events_of, latest_of
from claimcheck.nightly.events.outcomes import Outcomes, Shared, is_worked_out, key_of_event, work_out
from claimcheck.nightly.model import Event, Night, Story
from claimcheck.nightly.storage.work import Work
from claimcheck.nightly.stories.intake import Watch, take_in
from claimcheck.nightly.stories.profiles import kept_as, profiles_of
from claimcheck.nightly.stories.versions import age


def compare_here(archive: Archive, night: Night, rules: str, work: Work, watch: Watch, lap: Lap) -> Comparison:
    """Compare what is new in the inboxes, and the last days' stories, by events; ``rules`` is the digest of all rules.

    Raises DocumentError for an inbox that does not exist, ArchiveError, RulesError, OSError.
    """
    taken = take_in(night, *staging.known(archive), watch)
    lap("reading")
    events, unread = _grouped(archive, taken.stories, night, rules, work, watch)
    lap("grouping")
    outcomes, failed = _find_out(events, night, rules, work, watch)
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


def _find_out(
    events: Sequence[Event], night: Night, rules: str, work: Work, watch: Watch
) -> tuple[Outcomes, list[DocumentError]]:
    """Return the outcomes of ``events``, and an error for each that could not be worked out and has none.

    Those that are in ``work`` already are taken from there. Raises RulesError, and OSError where a result cannot be
    written.
    """
    keys = {event.id: key_of_event(event, night, rules) for event in events}
    missing = [(keys[event.id], event) for event in events if not is_worked_out(work, keys[event.id])]
    failed: dict[str, DocumentError] = {}
    done = len(events) - len(missing)
    watch("comparing events", done, len(events))
    shared = Shared(night.date, Checker(night.packs), work.folder, night.accepted)
    for (_, event), error in zip(missing, mapping.each(missing, work_out, shared, night), strict=True):
        done += 1
        watch("comparing events", done, len(events))
        if error is not None:
            failed[event.id] = error
    return Outcomes(work, {id_: key for id_, key in keys.items() if id_ not in failed}), list(failed.values())
