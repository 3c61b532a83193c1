"""What is kept no longer: nights of the archive and reports beyond a number of days."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from datetime import date, timedelta
from pathlib import Path

from claimcheck.nightly.archive import Archive
from claimcheck.nightly.archive.manifest import Part
from claimcheck.nightly.archive.store import Row
from claimcheck.nightly.report import record


def first_kept(night: str, keep: int) -> str:
    """Return the first night that is kept for ``keep`` days up to ``night``."""
    return (date.fromisoformat(night) - timedelta(days=keep - 1)).isoformat()


def expired(archive: Archive, first: str) -> list[Part]:
    """Return the files of nights before ``first``."""
    return [part for part in archive.manifest.parts if part.date < first]


def still_there(archive: Archive, parts: Collection[Part], again: Container[str]) -> Iterator[Row]:
    """Yield rows of the table "seen" for stories of ``parts`` that still lie in an inbox (``Intake.again``).

    Without them the run would take what it forgot for new. Raises ArchiveError.
    """
    told: set[str] = set()
    for part in parts:
        if part.table in {"documents", "seen"}:
            for row in archive.read(part, ["digest", "piece"]).to_pylist():
                if (row["piece"] in again or row["digest"] in again) and row["piece"] not in told:
                    told.add(row["piece"])
                    yield row


def reports_of(reports: Path) -> Iterator[tuple[Path, record.Run]]:
    """Yield the nights whose reports are in ``reports``, by date; other folders are none of ours.

    Raises NightError for one that cannot be read.
    """
    if reports.is_dir():
        for folder in sorted(reports.iterdir()):
            if _is_date(folder.name) and (run := record.read(folder)) is not None:
                yield folder, run


def _is_date(name: str) -> bool:
    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False
