"""Files and folders that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

ASIDE = ".claimcheck-"
"""What the names of unfinished files and folders begin with; a run clears away those of one that was killed."""


def replace_file(file: Path, data: bytes, lasting: bool = True) -> None:
    """Write ``data`` beside ``file`` and put it there. Raises OSError, and leaves ``file`` as it was.

    What is ``lasting`` is on disk before it is there, so that it outlives a loss of power.
    """
    beside = file.with_name(f"{ASIDE}{file.name}")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            if lasting:
                settle(stream)
        beside.replace(file)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def settle(stream: BinaryIO) -> None:
    """Have the system put on disk what was written. Raises OSError."""
    stream.flush()
    os.fsync(stream.fileno())


def remove_folder(folder: Path) -> None:
    """Remove ``folder`` and what is in it, if it is there. Raises OSError."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)


def put_folder(beside: Path, folder: Path) -> None:
    """Put the finished folder ``beside`` in the place of ``folder``. Raises OSError.

    A run that is killed in between leaves the old one under a name from which ``restore`` brings it back.
    """
    old = _old(folder)
    if folder.exists():
        remove_folder(old)
        folder.rename(old)
    beside.rename(folder)
    remove_folder(old)


def restore(folder: Path) -> None:
    """Bring ``folder`` back where a killed run was about to replace it. Raises OSError."""
    old = _old(folder)
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    remove_folder(old)


def _old(folder: Path) -> Path:
    return folder.with_name(f"{ASIDE}old-{folder.name}")
