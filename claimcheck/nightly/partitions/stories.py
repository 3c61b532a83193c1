"""Reads what is new in the inboxes and the last days' stories into parts, in their latest versions, with profiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import merge
from itertools import count, islice
from operator import itemgetter

from claimcheck.documents import DocumentError
from claimcheck.documents.inbox import Piece, pieces
from claimcheck.nightly import mapping, staging
from claimcheck.nightly.archive import Archive
from claimcheck.nightly.archive.manifest import Part
from claimcheck.nightly.archive.store import ROWS_AT_ONCE
from claimcheck.nightly.events.assembling import latest_of, leading_to
from claimcheck.nightly.model import Night, Revision, Story
from claimcheck.nightly.partitions.dealing import Dealer, key_of, key_of_all
from claimcheck.nightly.stories.intake import Watch, read_story
from claimcheck.nightly.stories.versions import age, by_source

CURRENT = "current"
"""The stage that deals out to each story's part the ``Current`` of it."""
_FRESH = "fresh"

_BATCH = 64
"""Pieces of an inbox that are sent to a worker at once."""
_AT_ONCE = 32
"""Stories of each part that are held at once where they are put in order."""
_GROUPS = 5
"""Groups of an archive file's rows, of 2,000 each, that a worker reads at once."""

_At = tuple[int, int]
"""A piece's place in the order of the inboxes: its batch, and its number there."""


@dataclass(frozen=True, slots=True)
class Current:
    """A story in its latest version, and the revisions that led to it."""

    story: Story
    revisions: tuple[Revision, ...]


@dataclass(slots=True)
class Read:
    """What the inboxes gave: the keys of stories that are new, those of what was read before, and errors."""

    fresh: set[bytes]
    again: set[bytes]
    errors: list[DocumentError]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a step is told; ``known``, ``batches`` and ``older`` are how many sources deal out in those stages."""

    dealer: Dealer
    night: Night
    archive: Archive
    known: int = 0
    batches: int = 0
    older: int = 0


def read_parts(dealer: Dealer, night: Night, archive: Archive, watch: Watch) -> Read:
    """Deal out the stories of the inboxes and of the archive's last days, each to its part, as ``Current``.

    Raises DocumentError where an inbox does not exist, ArchiveError, OSError.
    """
    read = Read(set(), set(), [])
    known = [part for table in ("documents", "seen") for part in archive.parts(table)]
    older = list(_groups(archive.parts("documents", night.first, night.date)))
    asked = _Asked(dealer, night, archive, len(known), older=len(older))
    mapping.all_done(enumerate(known), _deal_known, asked, night)
    mapping.all_done(enumerate(older), _deal_older, asked, night)
    batches = 0
    for batches, _ in enumerate(mapping.each(_batches(night, read.errors), _deal_pieces, asked, night, at_once=1), 1):
        watch("reading stories", batches * _BATCH, None)
    asked = replace(asked, batches=batches)
    for errors, again in mapping.each(range(dealer.parts), _read, asked, night, at_once=1):
        read.errors += errors
        read.again |= again
    for fresh, again in mapping.each(range(dealer.parts), _keep_fresh, asked, night, at_once=1):
        read.fresh |= fresh
        read.again |= again
    mapping.all_done(range(dealer.parts), _find_latest, asked, night)
    return read


def _batches(night: Night, errors: list[DocumentError]) -> Iterator[tuple[int, list[Piece]]]:
    """Yield the pieces of the inboxes in numbered batches; what cannot be had goes to ``errors``."""
    whole = pieces(night.inboxes, night.limit)
    number = 0
    while batch := list(islice(whole, _BATCH)):
        errors += (piece for piece in batch if isinstance(piece, DocumentError))
        yield number, [piece for piece in batch if not isinstance(piece, DocumentError)]
        number += 1


def _groups(parts: Iterable[Part]) -> Iterator[tuple[Part, range]]:
    for part in parts:
        groups = -(-part.rows // ROWS_AT_ONCE)
        for first in range(0, groups, _GROUPS):
            yield part, range(first, min(first + _GROUPS, groups))


def fresh_stories(dealer: Dealer) -> Iterator[Story]:
    """Yield the stories that ``read_parts`` found new, in order of age, a few of each part at a time."""

    def of(part: int) -> Iterator[Story]:
        for n in count():
            if not (stories := dealer.kept(_FRESH, part, n, Story)):
                return
            yield from stories

    return merge(*map(of, range(dealer.parts)), key=age)


# ---------------------------------------------------------------- on the workers


def _deal_known(numbered: tuple[int, Part], asked: _Asked) -> None:
    """Deal out by what the archive knows a story: by its piece, and by its digest."""
    source, part = numbered
    rows = asked.archive.read(part, ["digest", "piece"]).to_pylist()
    for column, stage in (("piece", "known-pieces"), ("digest", "known-digests")):
        keys = [key_of(row[column]) for row in rows]
        asked.dealer.deal(stage, source, ((key, key) for key in keys))


def _deal_older(numbered: tuple[int, tuple[Part, range]], asked: _Asked) -> None:
    """Deal out stories of the archive by what their sources know them by."""
    source, (part, groups) = numbered
    rows = asked.archive.read(part, None, groups).to_pylist()
    stories = (staging.story_of({"date": part.date, **row}) for row in rows)
    asked.dealer.deal("older", source, ((key_of_all(by_source(story)), story) for story in stories))


def _deal_pieces(numbered: tuple[int, list[Piece]], asked: _Asked) -> None:
    source, batch = numbered
    asked.dealer.deal("pieces", source, ((key_of(piece.digest), ((source, n), piece)) for n, piece in enumerate(batch)))


def _read(part: int, asked: _Asked) -> tuple[list[DocumentError], set[bytes]]:
    """Read a part's pieces but for those that were read before; return errors, and the keys of those."""
    dealer = asked.dealer
    known = set(dealer.dealt("known-pieces", part, bytes, asked.known))
    again, errors, rows = set(), [], []
    for at, piece in dealer.dealt("pieces", part, tuple[_At, Piece], asked.batches):
        key = key_of(piece.digest)
        if key in known:
            again.add(key)
            continue
        story = read_story(piece, asked.night)
        if isinstance(story, DocumentError):
            errors.append(story)
        else:
            rows.append((key_of(story.digest), (at, story)))
    dealer.deal("read", part, rows)
    return errors, again


def _keep_fresh(part: int, asked: _Asked) -> tuple[set[bytes], set[bytes]]:
    """Keep a part's stories that are new, each once; return their keys, and those of stories that are not."""
    dealer = asked.dealer
    known = set(dealer.dealt("known-digests", part, bytes, asked.known))
    again: set[bytes] = set()
    fresh: dict[str, Story] = {}
    for _, story in sorted(dealer.dealt("read", part, tuple[_At, Story]), key=itemgetter(0)):
        key = key_of(story.digest)
        if key in known:
            again.add(key)
        else:
            fresh.setdefault(story.digest, story)
    ordered = sorted(fresh.values(), key=age)
    dealer.keep(_FRESH, part, [ordered[n : n + _AT_ONCE] for n in range(0, len(ordered), _AT_ONCE)])
    dealer.deal("newer", part, ((key_of_all(by_source(story)), story) for story in fresh.values()))
    return set(map(key_of, fresh)), again


def _find_latest(part: int, asked: _Asked) -> None:
    """Deal out each story in its latest version, with the revisions that led to it."""
    dealer = asked.dealer
    versions = [*dealer.dealt("older", part, Story, asked.older), *dealer.dealt("newer", part, Story)]
    stories, revisions = latest_of(versions)
    leading = leading_to(revisions)
    rows = (Current(story, tuple(leading.get(story.digest, ()))) for story in stories)
    dealer.deal(CURRENT, part, ((key_of(each.story.digest), each) for each in rows))
