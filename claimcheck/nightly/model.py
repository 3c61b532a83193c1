"""What a night works on: its stories, their versions and copies, the events that they report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as day
from datetime import timedelta
from pathlib import Path
from typing import Literal

from claimcheck.documents import Document, DocumentError
from claimcheck.documents.reading import LIMIT
from claimcheck.rules.packs import Packs
from claimcheck.verdicts.model import Acceptance


@dataclass(frozen=True, slots=True)
class Night:
    """What a run is asked for: ``date`` and ``window`` say which stories, ``keep`` for how many days all is kept.

    ``jobs`` is how many processes work; with ``cluster``, the address of a Dask scheduler, its workers do instead.
    ``accepted`` is what editors let be, by the keys of findings.
    """

    inboxes: tuple[str, ...]
    date: str
    archive: Path
    reports: Path
    window: int = 3
    keep: int = 90
    fields: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    limit: int = LIMIT
    jobs: int = 1
    cluster: str | None = None
    packs: Packs = ()
    accepted: Mapping[str, Acceptance] = field(default_factory=dict)

    @property
    def eve(self) -> str:
        """The night before this one."""
        return (day.fromisoformat(self.date) - timedelta(days=1)).isoformat()

    @property
    def first(self) -> str:
        """The first night whose stories are compared with those of this one."""
        return (day.fromisoformat(self.date) - timedelta(days=self.window)).isoformat()


@dataclass(frozen=True, slots=True)
class Story:
    """A document as the night knows it.

    ``digest`` is of what it says and who says it, ``piece`` of the place and the bytes that it was read from;
    ``seen`` is the night that read it first. Its document has a date: the night's where it gives none itself.
    """

    document: Document
    digest: str
    piece: str
    encoding: str
    seen: str

    @property
    def name(self) -> str:
        """What the story is called to its readers: its outlet, or its place."""
        return self.document.outlet or self.document.id


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of one story, the later as it stands now."""

    before: Story
    after: Story


@dataclass(frozen=True, slots=True)
class Copy:
    """A wire copy, and the digest of the story whose text it repeats."""

    story: Story
    original: str


Role = Literal["story", "copy", "earlier version"]
"""What a story is in its event; an earlier version of a copy is an earlier version."""


@dataclass(frozen=True, slots=True)
class Event:
    """All that is told of one event: ``stories`` are evidence of their own, each in its latest version."""

    id: str
    stories: tuple[Story, ...]
    copies: tuple[Copy, ...] = ()
    revisions: tuple[Revision, ...] = ()

    @property
    def all(self) -> tuple[Story, ...]:
        """Every story of the event, copies and earlier versions included, each once."""
        told = [*self.stories, *(copy.story for copy in self.copies), *(each.before for each in self.revisions)]
        return tuple({story.digest: story for story in told}.values())

    @property
    def roles(self) -> dict[str, tuple[Role, str | None]]:
        """What each story is, by its digest.

        With a copy stands the digest of its original, with an earlier version that of the next.
        """
        return {
            **{story.digest: ("story", None) for story in self.stories},
            **{copy.story.digest: ("copy", copy.original) for copy in self.copies},
            **{each.before.digest: ("earlier version", each.after.digest) for each in self.revisions},
        }


@dataclass(frozen=True, slots=True)
class Intake:
    """What an inbox gave: the stories that the archive has not, and what could not be read.

    ``again`` are what was found and read before: its pieces, or digests where it has moved since.
    """

    stories: tuple[Story, ...]
    errors: tuple[DocumentError, ...]
    again: frozenset[str]
