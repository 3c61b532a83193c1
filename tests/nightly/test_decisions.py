"""What the desk has looked into and lets be stays so, night after night, until the day that it said."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path

from tests.cli.program import run

DAY = {"SOURCE_DATE_EPOCH": "1795370400"}  # noon of 22 November 2026
SUNDAY, MONDAY, TUESDAY = "2026-11-22", "2026-11-23", "2026-11-24"


def newsroom(folder: Path) -> None:
    """Two outlets that differ on how many houses a landslide buried."""
    for outlet, toll in (("northwire", 40), ("harbour-post", 70)):
        (folder / "inbox" / outlet).mkdir(parents=True)
        text = f"A landslide above Kalmen buried {toll} houses on Sunday, Mayor Ana Obel said.\n"
        (folder / "inbox" / outlet / "slide.txt").write_text(text, encoding="utf-8")


def night(folder: Path, date: str, *more: str) -> subprocess.CompletedProcess[str]:
    return run("nightly", "inbox", "--date", date, "--jobs", "1", *more, cwd=folder)


def accept(folder: Path, key: str, *more: str) -> subprocess.CompletedProcess[str]:
    said = ("--finding", key, "--reason", "The mayor: 70, with outhouses.", *more)
    return run("accept", "reports", *said, cwd=folder, env=DAY)


def findings(folder: Path, date: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "reports" / date / "findings.jsonl").read_text().splitlines()]


def test_what_is_accepted_is_shown_so_in_every_form_and_is_not_new(tmp_path: Path) -> None:
    newsroom(tmp_path)
    assert night(tmp_path, SUNDAY).returncode == 1
    (found,) = findings(tmp_path, SUNDAY)
    done = accept(tmp_path, str(found["key"]), "--until", MONDAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"reports.decisions.jsonl: accepted value-mismatch ({found['key']}): ")

    again = night(tmp_path, SUNDAY)
    assert (again.returncode, again.stderr) == (0, "")
    assert "0 errors, 0 warnings, 0 notices; 0 of them new. 1 accepted.\n" in again.stdout
    folder = tmp_path / "reports" / SUNDAY
    (shown,) = findings(tmp_path, SUNDAY)
    assert shown["accepted"] == {"reason": "The mayor: 70, with outhouses.", "until": MONDAY}
    with (folder / "findings.csv").open(encoding="utf-8", newline="") as file:
        assert {(row["accepted"], row["accepted_until"]) for row in csv.DictReader(file)} == {
            ("The mayor: 70, with outhouses.", MONDAY)
        }
    counts = json.loads((folder / "run.json").read_text())["counts"]
    assert (counts["errors"], counts["accepted"], counts["new"]) == (0, 1, 0)
    (page,) = (folder / "events").iterdir()
    for shown_in in (folder / "report.md", page):
        assert "The mayor: 70, with outhouses." in shown_in.read_text(encoding="utf-8"), shown_in
    assert '<span class="severity">error</span> accepted: ' in (folder / "index.html").read_text(encoding="utf-8")


def test_a_decision_that_has_expired_or_is_of_nothing_is_told(tmp_path: Path) -> None:
    newsroom(tmp_path)
    night(tmp_path, SUNDAY)
    (found,) = findings(tmp_path, SUNDAY)
    accept(tmp_path, str(found["key"]), "--until", SUNDAY)
    (tmp_path / "inbox" / "northwire" / "more.txt").write_text(
        "Of 40 houses that a landslide above Kalmen buried on Sunday nine were empty, Mayor Ana Obel said.\n",
        encoding="utf-8",
    )
    later = night(tmp_path, MONDAY)
    assert found["key"] in {each["key"] for each in findings(tmp_path, MONDAY)}
    assert "has expired on 2026-11-22. It said: The mayor: 70, with outhouses." in later.stderr
    quiet = night(tmp_path, "2026-12-24")  # over, but still in the archive
    assert (quiet.returncode, quiet.stderr) == (0, "")
    gone = night(tmp_path, "2026-12-25", "--keep", "2d")
    assert "is of no finding any more; take the line out" in night(tmp_path, "2026-12-26", "--keep", "2d").stderr
    assert gone.returncode == 0


def test_a_finding_that_no_night_has(tmp_path: Path) -> None:
    newsroom(tmp_path)
    (tmp_path / "reports").mkdir()
    assert "reports has no finding 'x'. It has none." in " ".join(accept(tmp_path, "x").stderr.split())
    night(tmp_path, SUNDAY)
    (found,) = findings(tmp_path, SUNDAY)
    wrong = accept(tmp_path, f"{found['key']}0")
    assert (wrong.returncode, f"Did you mean {found['key']}?" in wrong.stderr) == (2, True)
    assert not (tmp_path / "reports.decisions.jsonl").exists()
    (tmp_path / "reports.decisions.jsonl").write_text("{}\n", encoding="utf-8")
    broken = night(tmp_path, MONDAY)
    assert (broken.returncode, broken.stdout) == (2, "")
    assert "reports.decisions.jsonl: line 1: no decision" in broken.stderr
    assert not (tmp_path / "reports" / MONDAY).exists()
