"""One line on standard error that says what long work is at, for people only."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from types import TracebackType
from typing import Self

from claimcheck.reports.text import safe

_PATIENCE = 1.0
"""Seconds of silence before the first word: most work is done by then."""

_PACE = 0.1
"""Seconds between two."""


class Progress:
    """Shows the latest of what it is called with, wiped at the end; silent where standard error is no terminal."""

    def __init__(self) -> None:
        self._what = ""
        self._next = float("inf")
        self._timer = threading.Timer(_PATIENCE, self._show)
        self._timer.daemon = True

    def __call__(self, what: str) -> None:
        self._what = what
        if time.monotonic() >= self._next:
            self._show()

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._timer.ident is not None:
            self._timer.join()
            _say("")

    def _show(self) -> None:
        self._next = time.monotonic() + _PACE
        _say(safe(self._what)[: shutil.get_terminal_size().columns - 1])


def _say(line: str) -> None:
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()
