"""Where results go: standard output or a file, whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path

import click

from claimcheck.reports.text import safe

CLEAN, FOUND, BROKEN = 0, 1, 2
INTERRUPTED = 130
"""What shells give for Ctrl-C."""

_NARROWEST, _WIDEST = 40, 160
"""Tables are laid out for no fewer columns than can hold them, and for no more than eyes can follow."""


class OutputError(Exception):
    """A result that could not be written."""


def complain(message: str) -> None:
    """Write ``message`` to standard error as one line."""
    click.echo(f"claimcheck: {safe(message)}", err=True)


def columns() -> int:
    """Return the width to lay tables out for: the terminal's or COLUMNS, 80 where there is neither."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST), _WIDEST)


def in_colour(to_file: bool) -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR says no; elsewhere if FORCE_COLOR says so."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return not to_file and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def write(text: str, path: str | None) -> None:
    """Write ``text`` to the file at ``path``, or to standard output. Raises OutputError.

    A file is written beside its place and then put there, so that nobody reads half of it.
    """
    data = text.encode("utf-8", "replace")
    if path is None:
        to_stdout(data)
        return
    target = Path(os.path.realpath(path))  # a link stays a link
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise OutputError(f"{path}: a folder; name a file in it")
            target.write_bytes(data)  # a device or a pipe cannot be replaced
            return
        _replace(target, data)
    except FileNotFoundError as error:
        raise OutputError(f"{path}: there is no folder {str(target.parent)!r}; make it first") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error


def make_folder(folder: Path) -> None:
    """Make ``folder``, and those that it is in, where they are missing. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(f"{folder}: is a file; name a folder") from error
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made: {error.strerror}") from error


def _replace(target: Path, data: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def to_stdout(data: bytes) -> None:
    """Write ``data`` at once. Raises OutputError where standard output cannot take it."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        give_up_stdout()
        raise OutputError(f"standard output cannot be written: {error.strerror}") from error


def give_up_stdout() -> None:
    """Keep Python from flushing, and failing once more, when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
