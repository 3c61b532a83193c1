"""A night's run: from inboxes and archive to report and archive, whole or not at all.

A run that is killed at any moment leaves the last report and the archive as they were, or both with the night in
them. What it had worked out is found again by what it was worked out from, so that the next run goes on from there
and ends in the same bytes.
"""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from claimcheck.documents.paths import is_in_memory
from claimcheck.nightly import staging
from claimcheck.nightly.archive import Archive
from claimcheck.nightly.archive.store import unwritable
from claimcheck.nightly.errors import NightError
from claimcheck.nightly.events.outcome import Found
from claimcheck.nightly.events.tally import tally
from claimcheck.nightly.here import compare_here
from claimcheck.nightly.model import Night
from claimcheck.nightly.partitions.night import compare_over_parts
from claimcheck.nightly.report import nightpage, record
from claimcheck.nightly.report.folder import write_report
from claimcheck.nightly.report.retention import first_kept, reports_of
from claimcheck.nightly.storage.files import ASIDE, beside_folder, put_folder, recover, remove_folder, replace_file
from claimcheck.nightly.storage.fingerprint import rules_digest
from claimcheck.nightly.storage.lock import locked
from claimcheck.nightly.storage.work import Work
from claimcheck.nightly.stories.intake import Watch
from claimcheck.rules.packs import inspect
from claimcheck.version import __version__

TIMINGS = "timings.json"
"""The only file of a night's report that differs between two runs of the same."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to: ``found`` are its findings, ``new`` those that no earlier run had and nobody has accepted.

    ``earlier`` are the keys of what the archive's nights have found; ``read`` stories are new, ``again`` known.
    """

    run: record.Run
    found: tuple[Found, ...]
    new: tuple[Found, ...]
    earlier: frozenset[str]
    read: int
    again: int
    page: Path


class _Clock:
    """The seconds that each stage of a run took."""

    def __init__(self) -> None:
        self.started = datetime.now(UTC)
        self.seconds: dict[str, float] = {}
        self._last = time.monotonic()

    def lap(self, stage: str) -> None:
        now = time.monotonic()
        self.seconds[stage] = round(now - self._last, 3)
        self._last = now

    def record(self, night: Night, read: int) -> bytes:
        took = {"started": self.started.isoformat(timespec="seconds"), "jobs": night.jobs, "read": read}
        return msgspec.json.format(msgspec.json.encode({**took, "seconds": self.seconds}), indent=1) + b"\n"


def run(night: Night, watch: Watch, dry: bool = False) -> Result:
    """Do the run that ``night`` asks for; a ``dry`` one writes nothing.

    Raises NightError, DocumentError for an inbox that does not exist, RulesError.
    """
    with ExitStack() as stack:
        inspect(night.packs)
        try:
            Archive(night.archive).inspect()
            work = stack.enter_context(_work(night, dry))
            if dry:
                return _run(night, watch, Archive(night.archive), work, dry)
            stack.enter_context(locked(night.archive))
            stack.enter_context(locked(night.reports))
            archive = Archive(night.archive)
            archive.create()
            archive.sweep()
            recover(night.reports)
            list(reports_of(night.reports))  # one that cannot be read ends the run before anything is written
            return _run(night, watch, archive, work, dry)
        except OSError as error:
            raise unwritable(error.filename or night.reports, error) from error


def _run(night: Night, watch: Watch, archive: Archive, work: Work, dry: bool) -> Result:
    clock = _Clock()
    rules = rules_digest(night.packs)
    compared = (compare_over_parts if night.cluster else compare_here)(archive, night, rules, work, watch, clock.lap)
    outcomes = compared.outcomes
    before = staging.since(archive, night.date)
    total = tally(outcomes, before, night.date, watch)
    errors = sorted(compared.errors, key=lambda error: (error.name, error.place, error.reason))
    unread = tuple(map(record.unread, errors))
    told = record.Run(__version__, night.date, night.window, rules, total.counts, errors=unread)
    earlier = frozenset(row["key"] for row in archive.rows("findings", ["key"], last=night.date))
    found = tuple(each for _, each in total.found)
    new = tuple(each for each in found if each.key not in earlier and each.accepted is None)
    folder = night.reports / night.date
    if not dry:
        since = {each.key: before.get(each.key, night.date) for each in found}
        with _swept(archive), beside_folder(folder) as beside:
            write_report(beside, told, total, outcomes, since, watch)
            added, removed = staging.stage(archive, night, compared, total, before)
            clock.lap("writing")
            (beside / TIMINGS).write_bytes(clock.record(night, len(compared.fresh)))
            put_folder(beside, folder)
            _list_nights(night)
            archive.commit(added, removed)
        work.keep_only({*compared.worked, *outcomes.kept})
    return Result(told, found, new, earlier, len(compared.fresh), len(compared.again), folder / "index.html")


@contextmanager
def _work(night: Night, dry: bool) -> Iterator[Work]:
    """Give what results are kept in: for the next run too, unless this one is dry. Raises NightError, OSError."""
    if night.cluster and is_in_memory(night.archive):
        raise NightError(night.archive, "no other process sees it", "name a folder, or a store, that the workers see")
    if not dry and not is_in_memory(night.archive):
        yield Work.of(night.archive)
    elif night.cluster:  # beside the archive, where the workers see it
        work = Work(night.archive.with_name(f"{ASIDE}dry-{secrets.token_hex(8)}"))
        try:
            yield work
        finally:
            remove_folder(work.folder)
    else:
        with tempfile.TemporaryDirectory(prefix="claimcheck-") as aside:
            yield Work(Path(aside))


@contextmanager
def _swept(archive: Archive) -> Iterator[None]:
    """Clear away what was staged where the night cannot be written."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            archive.sweep()
        raise


def _list_nights(night: Night) -> None:
    """Remove the reports that are kept no longer, and write the page of those that are."""
    first = first_kept(night.date, night.keep)
    kept = []
    for folder, each in reports_of(night.reports):
        if each.date < first:
            remove_folder(folder)
        else:
            kept.append(each)
    replace_file(night.reports / "index.html", nightpage.nights_page(kept).encode())
