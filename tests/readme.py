"""Runs what the README shows, and can write down what comes out.

    python tests/readme.py --write     put the output of now into README.md and the samples in reports

A block of ```console holds commands after "$ ", each followed by what it prints; a line "..." stands for
lines left out. A block of ```python is followed by one of ```text with what it prints. All run in tests/sample.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SAMPLE = ROOT / "tests" / "sample"
_CHECK = "claimcheck check tampered.txt --source source.txt --format"
REPORTS = {
    ROOT / "reports" / "sample.md": f"{_CHECK} markdown",
    ROOT / "reports" / "sample.html": f"{_CHECK} html",
}
"""The committed samples of reports, and the commands that print them."""
NIGHTS = ROOT / "reports"
NIGHT_COMMANDS = tuple(
    f"claimcheck nightly {inboxes} --date {date} --jobs 1 --archive {{0}}/archive --reports {{0}}/reports"
    for date, inboxes in (
        ("2026-11-21", "night/2026-11-21"),
        ("2026-11-22", "night/2026-11-22 source.txt tampered.txt"),
    )
)
"""Runs over the sample's stories, in a folder of their own."""

LEFT_OUT = "..."
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```$\n\n^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A command or a piece of Python, what the README says it prints, and where that stands in the README."""

    command: str
    output: str
    start: int
    end: int
    python: bool = False

    def run(self) -> str:
        """Return what it prints now."""
        args = [sys.executable, "-c", self.command] if self.python else ["sh", "-c", self.command]
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        env = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "FORCE_COLOR", "NO_COLOR"}}
        done = subprocess.run(args, cwd=SAMPLE, env=env | {"PATH": path}, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr


def shown(text: str) -> Iterator[Shown]:
    """Yield what ``text`` shows, in its order."""
    for block in _CONSOLE.finditer(text):
        parts = re.split(r"^\$ (.*)\n", block[1], flags=re.MULTILINE)[1:]
        at = block.start(1)
        for command, output in zip(parts[::2], parts[1::2], strict=True):
            at += len(f"$ {command}\n")
            yield Shown(command, output, at, at + len(output))
            at += len(output)
    for block in _PYTHON.finditer(text):
        yield Shown(block[1], block[2], block.start(2), block.end(2), python=True)


def sample_nights(folder: Path) -> dict[str, bytes]:
    """Return the files of the sample's nights, run in ``folder``, by their names; without what no two runs share."""
    for command in NIGHT_COMMANDS:
        Shown(command.format(folder), "", 0, 0).run()
    return kept_nights(folder / "reports")


def kept_nights(reports: Path) -> dict[str, bytes]:
    """Return the files of the nights in ``reports`` by their names."""
    files = [reports / "index.html", *(file for night in sorted(reports.glob("2*")) for file in night.rglob("*"))]
    return {
        file.relative_to(reports).as_posix(): file.read_bytes()
        for file in files
        if file.is_file() and file.name != "timings.json"
    }


def holds(expected: str, output: str) -> bool:
    """Whether ``output`` is as ``expected``, where "..." stands for any lines."""
    kept = [re.escape(part) for part in re.split(rf"^{re.escape(LEFT_OUT)}\n", expected, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(kept), output) is not None


def shortened(expected: str, output: str) -> str:
    """Return ``output`` with the lines left out that ``expected`` leaves out: as many at either end stay."""
    if f"{LEFT_OUT}\n" not in expected:
        return output
    before, *_, after = expected.split(f"{LEFT_OUT}\n")
    lines = output.splitlines(keepends=True)
    return "".join([*lines[: before.count("\n")], f"{LEFT_OUT}\n", *lines[len(lines) - after.count("\n") :]])


def write() -> None:
    text = README.read_text(encoding="utf-8")
    for each in sorted(shown(text), key=lambda each: each.start, reverse=True):
        text = text[: each.start] + shortened(each.output, each.run()) + text[each.end :]
    README.write_text(text, encoding="utf-8")
    for file, command in REPORTS.items():
        file.write_text(Shown(command, "", 0, 0).run(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        nights = sample_nights(Path(folder))
    for night in NIGHTS.glob("2*"):
        shutil.rmtree(night)
    for name, data in nights.items():
        (NIGHTS / name).parent.mkdir(parents=True, exist_ok=True)
        (NIGHTS / name).write_bytes(data)


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    write()
