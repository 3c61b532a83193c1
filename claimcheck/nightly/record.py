"""run.json: what a night read, with what, and how much it found. The same stories make the same file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from claimcheck.documents import DocumentError
from claimcheck.nightly.results import Told

NAME = "run.json"
FORMAT = "claimcheck night"
VERSION = 1


class Input(msgspec.Struct, frozen=True):
    """A story that the night saw first or compared those with: ``role`` is story, copy or earlier version."""

    id: str
    sha256: str
    outlet: str | None
    title: str | None
    date: str | None
    seen: str
    encoding: str
    event: str
    role: str


class Unread(msgspec.Struct, frozen=True):
    """A story that could not be read."""

    document: str
    place: str
    reason: str
    mend: str


class Counts(msgspec.Struct, frozen=True):
    """What a night came to. ``alone`` are stories that nobody else tells; ``new`` findings no earlier night had."""

    stories: int = 0
    outlets: int = 0
    alone: int = 0
    events: int = 0
    figures: int = 0
    facts: int = 0
    disputed: int = 0
    moved: int = 0
    revised: int = 0
    errors: int = 0
    warnings: int = 0
    notices: int = 0
    new: int = 0


class Run(msgspec.Struct, frozen=True):
    """A night: ``rules`` is the SHA-256 of all rules that were used."""

    claimcheck: str
    date: str
    window: int
    rules: str
    counts: Counts
    inputs: tuple[Input, ...] = ()
    errors: tuple[Unread, ...] = ()
    format: str = FORMAT
    version: int = VERSION


def inputs_of(event: str, told: Sequence[Told]) -> list[Input]:
    """Return the stories of an event as run.json lists them."""
    return [Input(t.id, t.digest, t.outlet, t.title, t.date, t.seen, t.encoding, event, t.role) for t in told]


def unread(error: DocumentError) -> Unread:
    return Unread(error.name, error.place, error.reason, error.mend)


def write(run: Run) -> bytes:
    """Return ``run`` as JSON in lines, ended by a line end."""
    return msgspec.json.format(msgspec.json.encode(run), indent=1) + b"\n"


def read(folder: Path) -> Run | None:
    """Return the run whose report is in ``folder``, without its stories; None where there is none of ours."""
    try:
        run = msgspec.json.decode((folder / NAME).read_bytes(), type=_Brief)
    except (OSError, msgspec.DecodeError):
        return None
    if run.format != FORMAT:
        return None
    return Run(run.claimcheck, run.date, run.window, run.rules, run.counts, (), run.errors)


class _Brief(msgspec.Struct, frozen=True):
    """What the page of all nights needs of a run."""

    claimcheck: str
    date: str
    window: int
    rules: str
    counts: Counts
    errors: tuple[Unread, ...] = ()
    format: str = ""
