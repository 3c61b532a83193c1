"""How far a night is: a bar on a terminal, a line a minute in a log, nothing where it is soon done."""

import io
import os
import sys

import pytest

from claimcheck.cli import progress


class Screen(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def shown(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, seconds: int) -> str:
    """What is seen of work that does ten pieces a second for so many seconds."""
    now = 0.0
    screen = Screen(terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr("time.monotonic", lambda: now)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((50, 24)))
    with progress.Stages() as stages:
        for done in range(seconds * 10):
            now = done / 10
            stages("comparing", done, seconds * 10)
    return screen.getvalue()


def test_a_log_gets_a_line_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, terminal=False, seconds=150) == (
        "claimcheck: comparing: 600 of 1,500\nclaimcheck: comparing: 1,200 of 1,500\n"
    )


def test_a_terminal_gets_a_bar_that_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(monkeypatch, terminal=True, seconds=4).split("\r\x1b[K")
    assert lines[1] == "comparing: 10 of 40  [######....................]"
    assert lines[-2].startswith("comparing: 39 of 40  [")
    assert lines[-1] == ""
    assert max(map(len, lines)) < 50


@pytest.mark.parametrize("terminal", [True, False])
def test_nothing_is_said_of_what_is_soon_done(monkeypatch: pytest.MonkeyPatch, terminal: bool) -> None:
    assert shown(monkeypatch, terminal=terminal, seconds=1) == ""
