"""A night's rows of the archive: what it read first, what it found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.documents import Document
from claimcheck.nightly.archive import Archive
from claimcheck.nightly.archive.manifest import Part
from claimcheck.nightly.archive.store import Row
from claimcheck.nightly.comparison import Comparison, Digests
from claimcheck.nightly.events.outcomes import Outcomes
from claimcheck.nightly.events.tally import Tally
from claimcheck.nightly.model import Night, Story
from claimcheck.nightly.report.retention import expired, first_kept, still_there

_REPLACED = ("events", "findings")
"""Tables whose rows of a night are those of its last run; to the others, each run adds."""


def known(archive: Archive) -> tuple[frozenset[str], frozenset[str]]:
    """Return the pieces and the digests of all stories that were read. Raises ArchiveError."""
    rows = [row for table in ("documents", "seen") for row in archive.rows(table, ["digest", "piece"])]
    return frozenset(row["piece"] for row in rows), frozenset(row["digest"] for row in rows)


def stories(archive: Archive, first: str, last: str) -> Iterator[Story]:
    """Yield the stories that the nights from ``first`` to ``last`` read. Raises ArchiveError."""
    yield from map(story_of, archive.rows("documents", None, first, last))


def story_of(row: Row) -> Story:
    """Return the story that a row of the table "documents" holds, which has the night's ``date``, too."""
    markup = tuple((span["start"], span["end"]) for span in row["markup"])
    document = Document(row["id"], row["text"], row["outlet"], row["published"], row["title"], markup, row["story"])
    return Story(document, row["digest"], row["piece"], row["encoding"], row["date"])


def events(archive: Archive, first: str, last: str) -> dict[str, str]:
    """Return the event that each story was of last in the nights from ``first`` to ``last``, by digest.

    Raises ArchiveError.
    """
    rows = archive.rows("events", ["event", "document"], first, last)
    return {row["document"]: row["event"] for row in sorted(rows, key=lambda row: row["date"])}


def since(archive: Archive, before: str) -> dict[str, str]:
    """Return the first night of each finding that nights before ``before`` had. Raises ArchiveError."""
    first: dict[str, str] = {}
    for row in archive.rows("findings", ["key", "since"]):
        if row["date"] < before:
            first[row["key"]] = min(row["since"], first.get(row["key"], row["since"]))
    return first


def stage(
    archive: Archive, night: Night, compared: Comparison, tally: Tally, first: Mapping[str, str]
) -> tuple[list[Part], list[Part]]:
    """Return the files, written, that the night adds to the archive, and those it takes away. Raises ArchiveError."""
    fresh, outcomes = compared.fresh, compared.outcomes
    old = expired(archive, first_kept(night.date, night.keep))
    replaced = [part for table in _REPLACED for part in archive.parts(table, night.date, night.date)]
    rows: dict[str, Iterable[Row]] = {
        "documents": map(_document, compared.stories),
        "claims": (row for id_ in tally.ids for row in _claims(id_, outcomes, fresh)),
        "events": (row for id_ in tally.ids for row in _members(id_, outcomes)),
        "findings": _findings(tally, night.date, first),
        "seen": still_there(archive, old, compared.again),
    }
    staged = [archive.stage(table, night.date, each) for table, each in rows.items()]
    return [part for part in staged if part is not None], [*old, *replaced]


def _document(story: Story) -> Row:
    document = story.document
    return {
        "digest": story.digest,
        "piece": story.piece,
        "id": document.id,
        "story": document.story,
        "outlet": document.outlet,
        "title": document.title,
        "published": document.date,
        "encoding": story.encoding,
        "markup": [{"start": start, "end": end} for start, end in document.markup],
        "text": document.text,
    }


def _claims(event: str, outcomes: Outcomes, fresh: Digests) -> Iterator[Row]:
    if any(told.digest in fresh for told in outcomes.load(event).told):
        yield from (row for row in outcomes.claims(event) if row["document"] in fresh)


def _members(event: str, outcomes: Outcomes) -> Iterator[Row]:
    for told in outcomes.load(event).told:
        yield {
            "event": event,
            "document": told.digest,
            "copy_of": told.of if told.role == "copy" else None,
            "superseded_by": told.of if told.role == "earlier version" else None,
        }


def _findings(tally: Tally, night: str, first: Mapping[str, str]) -> Iterator[Row]:
    for event, found in tally.found:
        yield {
            "key": found.key,
            "event": event,
            "rule": found.rule,
            "severity": found.severity,
            "message": found.message,
            "documents": list(found.documents),
            "since": first.get(found.key, night),
        }
