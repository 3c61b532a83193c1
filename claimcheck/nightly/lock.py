"""One run at a time: a lock that the system takes back when its run dies, however it dies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.nightly.errors import NightError
from claimcheck.nightly.files import ASIDE

_NAME = f"{ASIDE}lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of ``folder``, which is made where it is missing. Raises NightError where another run holds it."""
    try:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - comes with an extra
    except ImportError as error:
        raise NightError("lock", "filelock is not installed", "pip install 'claimcheck[nightly]'") from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _NAME, blocking=False)
        lock.acquire()
    except Timeout as error:
        raise NightError(folder, "another run is at work here", "let it end first") from error
    except OSError as error:
        raise NightError(folder, f"cannot be written: {error.strerror or error}", "let the run write there") from error
    try:
        yield
    finally:
        lock.release()
