"""One line on standard error that says what long work is at, for people only."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType
from typing import Self

from claimcheck.reports.text import safe

_PATIENCE = 1.0
"""Seconds of silence before the first word."""

_PACE = 0.1
"""Seconds between two."""


class Progress:
    """Shows what it is called with, and wipes it at the end; silent where standard error is no terminal."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE
        self._shown = False
        self._alive = sys.stderr.isatty()

    def __call__(self, what: str) -> None:
        if self._alive and time.monotonic() >= self._next:
            room = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r\x1b[K{safe(what)[:room]}")
            sys.stderr.flush()
            self._shown = True
            self._next = time.monotonic() + _PACE

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
