"""What a scheduler sees of a night: exit codes and a few lines."""

from __future__ import annotations

import html
import subprocess
from pathlib import Path

import pytest

from tests.cli.program import run
from tests.nightly.nights import SATURDAY, STORIES, SUNDAY


def command(folder: Path, date: str, *more: str) -> tuple[str, ...]:
    places = ("--archive", str(folder / "archive"), "--reports", str(folder / "reports"))
    return "nightly", str(STORIES / date), "--date", date, *places, *more


def readable(folder: Path, date: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Run the night of ``date`` over those of the sample's stories that can all be read."""
    first, *rest = command(folder, date, "--jobs", "1", *more)
    return run(first, *(str(STORIES / date / name) for name in ("northwire", "harbour-post")), *rest[1:])


def test_exit_codes_tell_what_is_new(tmp_path: Path) -> None:
    dry = readable(tmp_path, SATURDAY, "--dry-run")
    first = readable(tmp_path, SATURDAY)
    assert (dry.returncode, first.returncode, first.stderr) == (1, 1, "")
    assert dry.stdout == first.stdout.replace(f"{tmp_path}/reports/{SATURDAY}/index.html", "Nothing was written.")
    assert first.stdout.startswith("Night of 2026-11-21: 2 stories read, 0 known, 0 unreadable.\n1 event, ")
    assert readable(tmp_path, SATURDAY).returncode == 0  # nothing is new since the last run
    assert readable(tmp_path, SUNDAY, "--dry-run", "--fail-on", "never").returncode == 0
    assert readable(tmp_path, SUNDAY).returncode == 1


def test_a_story_that_cannot_be_read_is_told_and_listed_and_ends_in_2(tmp_path: Path) -> None:
    """As a source that cannot be read does in a check, and a job in a batch: also where nothing is to fail."""
    for more in ((), ("--fail-on", "never"), ("--dry-run",)):
        done = run(*command(tmp_path, SATURDAY, "--jobs", "1", *more))
        assert done.returncode == 2
        assert done.stderr == (
            "claimcheck: 2026-11-21/feed.jsonl: line 6: 'yesterday' is not a date; write it like 2026-11-22\n"
        )
        assert " 1 unreadable.\n" in done.stdout
    folder = tmp_path / "reports" / SATURDAY
    for name in ("index.html", "report.md", "run.json"):
        text = html.unescape((folder / name).read_text(encoding="utf-8"))
        assert "'yesterday' is not a date" in text
        assert "feed.jsonl" in text
    nights = (tmp_path / "reports" / "index.html").read_text(encoding="utf-8")
    assert '<td data-label="Unreadable" data-key="1" class="number">1</td></tr>' in nights


def test_nothing_but_what_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"\x00")
    places = ("--archive", str(tmp_path / "archive"), "--reports", str(tmp_path / "reports"))
    failed = run("nightly", str(tmp_path / "in"), *places)
    assert failed.returncode == 2
    assert failed.stderr.splitlines()[-1] == "claimcheck: no story could be read"
    (tmp_path / "in" / "a.txt").unlink()
    assert run("nightly", str(tmp_path / "in"), *places).returncode == 0  # a night without news


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (("--window", "soon"), "'soon' is no number of days; write it like 3d"),
        (("--keep", "0d"), "'0d' is no number of days; write it like 3d"),
        (("--date", "Monday"), "'Monday' is not a date; write it like 2026-11-22"),
        (("--field", "body=text"), "'body=text': write FIELD=KEY, with one of id, text, html, title, outlet, date for FIELD"),
    ],
)  # fmt: skip
def test_wrong_usage(tmp_path: Path, option: tuple[str, str], message: str) -> None:
    refused = run(*command(tmp_path, SATURDAY, *option))
    assert refused.returncode == 2
    assert message in " ".join(refused.stderr.split())
    assert list(tmp_path.iterdir()) == []
