"""Files and folders that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

ASIDE = ".claimcheck-"
"""What the names of unfinished files and folders begin with; a run clears away those of one that was killed."""


def replace_file(file: Path, data: bytes) -> None:
    """Write ``data`` beside ``file`` and put it there. Raises OSError, and leaves ``file`` as it was."""
    beside = file.with_name(f"{ASIDE}{file.name}")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            settle(stream.fileno())
        beside.replace(file)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def settle(handle: int) -> None:
    """Have the system put on disk what was written, so that a name is never there before its bytes."""
    os.fsync(handle)


def remove_folder(folder: Path) -> None:
    """Remove ``folder`` and what is in it, if it is there. Raises OSError."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
