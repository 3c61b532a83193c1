"""One run at a time: a lock that the system takes back when its run dies, however it dies.

No store has such a lock. One that lies in a store is held on this machine, which keeps its runs apart but not those of
other machines; of two that meet all the same, the archive refuses the later (``Archive.commit``).
"""

from __future__ import annotations

import getpass
import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.documents.paths import is_stored
from claimcheck.nightly.errors import NightError
from claimcheck.nightly.storage.files import ASIDE

_NAME = f"{ASIDE}lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of ``folder``, which is made where it is missing. Raises NightError where another run holds it."""
    try:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - comes with an extra
    except ImportError as error:
        raise NightError("lock", "filelock is not installed", "pip install 'claimcheck[nightly]'") from error
    try:
        lock = FileLock(_file(folder), blocking=False)
        lock.acquire()
    except Timeout as error:
        raise NightError(folder, "another run is at work here", "let it end first") from error
    except OSError as error:
        raise NightError(folder, f"cannot be written: {error.strerror or error}", "let the run write there") from error
    try:
        yield
    finally:
        lock.release()


def _file(folder: Path) -> Path:
    if not is_stored(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return folder / _NAME
    mine = Path(tempfile.gettempdir(), f"claimcheck-{getpass.getuser()}")
    mine.mkdir(mode=0o700, exist_ok=True)
    return mine / f"{hashlib.sha256(str(folder).encode()).hexdigest()}.lock"
