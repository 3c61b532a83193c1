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

_LOG_PACE = 60.0
"""Seconds between two lines of a log."""

_LONGEST_BAR = 40


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


class Stages:
    """Shows how far each stage of long work is: a bar on a terminal, elsewhere a line a minute for a log.

    It is called with the stage, how much of it is done, and of how much, where that is known.
    """

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._next = time.monotonic() + (_PATIENCE if self._terminal else _LOG_PACE)
        self._shown = False

    def __call__(self, stage: str, done: int, whole: int | None) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        if self._terminal:
            self._next, self._shown = now + _PACE, True
            _say(_bar(stage, done, whole, shutil.get_terminal_size().columns - 1))
        else:
            self._next = now + _LOG_PACE
            sys.stderr.write(f"claimcheck: {_told(stage, done, whole)}\n")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            _say("")


def _told(stage: str, done: int, whole: int | None) -> str:
    return f"{stage}: {done:,}" + ("" if whole is None else f" of {whole:,}")


def _bar(stage: str, done: int, whole: int | None, columns: int) -> str:
    told = _told(stage, done, whole)
    room = min(columns - len(told) - len("  []"), _LONGEST_BAR)
    if not whole or room < 1:
        return told[:columns]
    full = room * done // whole
    return f"{told}  [{'#' * full}{'.' * (room - full)}]"


def _say(line: str) -> None:
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()
