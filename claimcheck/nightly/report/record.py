"""run.json: what a night read, with what, and how much it found. The same stories make the same file."""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from claimcheck.documents import DocumentError
from claimcheck.nightly.errors import NightError
from claimcheck.nightly.events.outcome import Told
from claimcheck.nightly.model import Role
from claimcheck.reports.counting import counted
from claimcheck.verdicts.model import SEVERITIES

NAME = "run.json"
FORMAT = "claimcheck night"
VERSION = 1


class Input(msgspec.Struct, frozen=True):
    """A story that the night saw first or compared those with; ``role`` is as ``Event.roles`` has it."""

    id: str
    sha256: str
    outlet: str | None
    title: str | None
    date: str | None
    seen: str
    encoding: str
    event: str
    role: Role


class Unread(msgspec.Struct, frozen=True):
    """A story that could not be read."""

    document: str
    place: str
    reason: str
    mend: str

    @property
    def said(self) -> str:
        """The error in words: where, why, and what to do."""
        return str(DocumentError(self.document, self.reason, self.mend, self.place))


class Counts(msgspec.Struct, frozen=True):
    """What a night came to. ``alone`` are stories that nobody else tells; ``new`` findings no earlier night had.

    ``errors``, ``warnings``, ``notices`` and ``new`` are without those findings that editors have ``accepted``.
    """

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
    accepted: int = 0
    new: int = 0

    def said(self, new: int) -> str:
        """Return in words what was found, so many findings of it ``new``."""
        severities = [counted(getattr(self, f"{severity}s"), severity) for severity in SEVERITIES]
        accepted = f" {self.accepted} accepted." if self.accepted else ""
        return (
            f"{counted(self.events, 'event')}, {counted(self.facts, 'fact')}: {self.disputed} disputed, "
            f"{self.moved} moved on. {', '.join(severities)}; {new} of them new.{accepted}"
        )


class Run(msgspec.Struct, frozen=True):
    """A night: ``rules`` is the SHA-256 of all rules that were used. Its stories are kept apart, as ``Inputs``."""

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


class Inputs:
    """A night's stories in the order of run.json, kept in a file that is gone with this process."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("")
        self._kept.execute("CREATE TABLE inputs (id, sha256, written)")

    def add(self, inputs: Iterable[Input]) -> None:
        """Keep some more stories. Raises OSError."""
        with _as_os_error():
            rows = [(each.id, each.sha256, msgspec.json.encode(each)) for each in inputs]
            self._kept.executemany("INSERT INTO inputs VALUES (?, ?, ?)", rows)

    def __iter__(self) -> Iterator[bytes]:
        """Yield each story as JSON, by id and digest. Raises OSError."""
        with _as_os_error():
            for (written,) in self._kept.execute("SELECT written FROM inputs ORDER BY id, sha256"):
                yield written


@contextmanager
def _as_os_error() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:  # a full disk, as far as is known
        raise OSError(errno.ENOSPC, str(error), tempfile.gettempdir()) from error


def write(run: Run, inputs: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of ``run`` as JSON in lines, ended by a line end; ``inputs`` are its stories, each as JSON."""
    head, none, tail = (msgspec.json.format(msgspec.json.encode(run), indent=1) + b"\n").partition(b'"inputs": []')
    yield head
    empty = True
    for each in inputs:
        yield b'"inputs": [' if empty else b","
        yield b"\n  " + msgspec.json.format(each, indent=1).replace(b"\n", b"\n  ")
        empty = False
    yield none if empty else b"\n ]"
    yield tail


def read(folder: Path) -> Run | None:
    """Return the run whose report is in ``folder``, without its stories; None where there is none of ours.

    Raises NightError where it cannot be read.
    """
    file = folder / NAME
    try:
        run = msgspec.json.decode(file.read_bytes(), type=_Brief)
    except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
        return None
    except OSError as error:
        raise NightError(file, f"cannot be read: {error.strerror or error}", "let the run read it") from error
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
