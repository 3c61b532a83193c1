"""Files and folders that are written whole or not at all, here and in stores.

A store has a file whole or not at all, but nothing there can be renamed: a folder's files are put in one by one, the
page that leads to the others last, and what is not of it any more is taken away then. A reader, after a kill too, sees
the old page or the new one; what the old one leads to may be new already.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from claimcheck.documents.paths import is_stored, system_of
from claimcheck.nightly.storage.swap import swap_folders

ASIDE = ".claimcheck-"
"""What the names of unfinished files and folders begin with; a run clears away those of one that was killed."""

_OLD, _NEW = f"{ASIDE}old-", f"{ASIDE}new-"

LEADING = "index.html"
"""The page of a folder that leads to its other files."""


def replace_file(file: Path, data: bytes, lasting: bool = True) -> None:
    """Write ``data`` beside ``file`` and put it there. Raises OSError, and leaves ``file`` as it was.

    What is ``lasting`` is on disk before it is there, so that it outlives a loss of power; what is not may be written
    by several processes at once, if they all write the same.
    """
    if is_stored(file):
        system, name = system_of(file)
        system.pipe_file(name, data)
        return
    beside = file.with_name(f"{ASIDE}{file.name}" if lasting else f"{ASIDE}{secrets.token_hex(8)}-{file.name}")
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


@contextmanager
def beside_file(folder: Path, name: str) -> Iterator[Path]:
    """Give a file of this machine to write in, which ``put_file`` puts into ``folder``; removed if it does not.

    Raises OSError.
    """
    if is_stored(folder):
        with tempfile.TemporaryDirectory(prefix="claimcheck-") as here:
            yield Path(here, name)
        return
    beside = folder / f"{ASIDE}{name}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def put_file(beside: Path, file: Path) -> None:
    """Put the finished file ``beside`` in the place of ``file``. Raises OSError."""
    if is_stored(file):
        system, name = system_of(file)
        system.put_file(str(beside), name)
    else:
        beside.replace(file)


def remove_folder(folder: Path) -> None:
    """Remove ``folder`` and what is in it, if it is there. Raises OSError."""
    if is_stored(folder):
        system, name = system_of(folder)
        if system.exists(name):
            system.rm(name, recursive=True)
    elif folder.is_dir() and not folder.is_symlink():
        try:
            shutil.rmtree(folder)
        except OSError as error:  # which names a file, and not where it is
            raise OSError(error.errno, error.strerror, str(folder)) from error


def remove_empty(folder: Path) -> None:
    """Remove ``folder`` if nothing is in it. Raises OSError."""
    if not is_stored(folder) and not any(folder.iterdir()):  # stores have no folders but those of their files
        folder.rmdir()


@contextmanager
def beside_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder of this machine to write in, which ``put_folder`` puts in the place of ``folder``.

    It is removed if that fails; what a killed run left there is cleared away by ``recover``. Raises OSError.
    """
    if is_stored(folder):
        with tempfile.TemporaryDirectory(prefix="claimcheck-") as here:
            yield Path(here)
        return
    beside = folder.with_name(f"{_NEW}{folder.name}")
    try:
        beside.mkdir(parents=True)
        yield beside
    except BaseException:
        with suppress(OSError):
            remove_folder(beside)
        raise


def put_folder(beside: Path, folder: Path) -> None:
    """Put the finished folder ``beside`` in the place of ``folder``. Raises OSError.

    Where the system can, the two change places at once, so that neither a reader nor a kill finds ``folder`` missing.
    Elsewhere the old one is moved away first; a run that is killed then leaves it where ``recover`` finds it.
    """
    if is_stored(folder):
        _upload(beside, folder)
    elif not folder.exists():
        beside.rename(folder)
    elif swap_folders(beside, folder):
        remove_folder(beside)
    else:
        old = folder.with_name(f"{_OLD}{folder.name}")
        remove_folder(old)
        folder.rename(old)
        beside.rename(folder)
        remove_folder(old)


def _upload(beside: Path, folder: Path) -> None:
    system, top = system_of(folder)
    names = sorted(file.relative_to(beside).as_posix() for file in beside.rglob("*") if file.is_file())
    names.sort(key=LEADING.__eq__)
    for name in names:
        system.put_file(str(beside / name), f"{top}/{name}")
    kept = {system_of(folder / name)[1] for name in names}
    for name in system.find(top):
        if name not in kept:
            system.rm_file(name)


def recover(parent: Path) -> None:
    """Bring back each folder of ``parent`` that a killed run was about to replace, and clear away its unfinished ones.

    Raises OSError.
    """
    if is_stored(parent):
        return
    for old in sorted(parent.glob(f"{_OLD}*")):
        folder = parent / old.name.removeprefix(_OLD)
        if old.is_dir() and not folder.exists():
            old.rename(folder)
        remove_folder(old)
    for new in sorted(parent.glob(f"{_NEW}*")):
        remove_folder(new)
