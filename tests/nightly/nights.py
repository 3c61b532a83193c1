"""Nights for tests: the sample's stories, runs over them, and all that a run leaves behind."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from claimcheck.nightly.model import Night
from claimcheck.nightly.run import TIMINGS, Result, run

SAMPLE = Path(__file__).parents[1] / "sample"
SATURDAY, SUNDAY = "2026-11-21", "2026-11-22"
STORIES = SAMPLE / "night"


def night(folder: Path, date: str = SATURDAY, inboxes: tuple[str, ...] = (), **more: Any) -> Night:
    """A night over the sample's stories of ``date``, with archive and reports in ``folder``."""
    return Night(
        inboxes=inboxes or (str(STORIES / date),),
        date=date,
        archive=folder / "archive",
        reports=folder / "reports",
        **more,
    )


def quiet(_stage: str, _done: int, _whole: int | None) -> None:
    """Say nothing of how far a run is."""


def done(asked: Night, dry: bool = False) -> Result:
    return run(asked, quiet, dry)


def left(folder: Path, work: bool = False) -> dict[str, bytes]:
    """What nights left in ``folder``: all files by name but locks, timings and, unless asked for, what is worked out."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and file.name not in {TIMINGS, ".claimcheck-lock"}
        and (work or "-work" not in str(file.parent))
    }


def inbox(folder: Path, *dates: str) -> Path:
    """A folder with the sample's stories of ``dates``, a folder of each date's."""
    for date in dates:
        shutil.copytree(STORIES / date, folder / date)
    return folder
