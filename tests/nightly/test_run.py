"""A night's run: what it reads, what it reports, what it leaves alone, and that it is the same however it is run."""

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimcheck.documents import DocumentError
from claimcheck.nightly.archive import Archive
from claimcheck.nightly.errors import NightError
from claimcheck.nightly.events.investigating import investigate
from tests.nightly.nights import SATURDAY, STORIES, SUNDAY, done, inbox, left, night


@pytest.fixture(scope="module")
def weekend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both nights of the sample."""
    folder = tmp_path_factory.mktemp("weekend")
    for date in (SATURDAY, SUNDAY):
        done(night(folder, date))
    return folder


def findings(folder: Path, date: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "reports" / date / "findings.jsonl").read_text().splitlines()]


def counts(folder: Path, date: str) -> dict[str, int]:
    found: dict[str, int] = json.loads((folder / "reports" / date / "run.json").read_text())["counts"]
    return found


def test_a_night_leaves_a_report_in_every_form(weekend: Path) -> None:
    folder = weekend / "reports" / SUNDAY
    names = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    events = {name for name in names if name.startswith("events/")}
    assert len(events) == 2
    assert names - events == {"index.html", "report.md", "findings.csv", "findings.jsonl", "run.json", "timings.json"}
    assert (weekend / "reports" / "index.html").is_file()
    index = (folder / "index.html").read_text()
    assert all(name in index for name in events)


def test_events_are_kept_apart_and_copies_counted_once(weekend: Path) -> None:
    inputs = json.loads((weekend / "reports" / SUNDAY / "run.json").read_text())["inputs"]
    by_event: dict[str, set[str]] = {}
    for each in inputs:
        by_event.setdefault(each["event"], set()).add(f"{each['id']} ({each['role']})")
    assert sorted(by_event.values(), key=len) == [
        {"2026-11-22/feed.jsonl#e-1 (story)"},
        {"2026-11-22/feed.jsonl#d-1 (story)", "2026-11-22/feed.jsonl#d-2 (story)"},
        {
            "2026-11-21/coast-radio/ferry.txt (copy)",
            "2026-11-21/fjord-daily/ferry.md (story)",
            "2026-11-21/harbour-post/ferry.html (earlier version)",
            "2026-11-21/northwire/ferry.json (story)",
            "2026-11-22/fjord-daily/ferry.md (story)",
            "2026-11-22/harbour-post/ferry.html (story)",
            "2026-11-22/northwire/ferry.json (story)",
        },
    ]


def test_what_is_disputed_moved_on_or_revised(weekend: Path) -> None:
    told = {
        (each["rule"], *sorted({claim["figure"] for claim in each["claims"]})) for each in findings(weekend, SUNDAY)
    }
    assert ("value-mismatch", "56 passengers", "65 passengers") in told
    assert ("superseded", "22 million euros", "at about 18 million euros") in told
    assert ("revised", "214 passengers", "241 passengers") in told
    revised = next(each for each in findings(weekend, SUNDAY) if each["rule"] == "revised")
    assert [claim["document"] for claim in revised["claims"]] == [
        f"{d}/harbour-post/ferry.html" for d in (SUNDAY, SATURDAY)
    ]
    assert counts(weekend, SUNDAY)["revised"] == 1


def test_a_finding_is_new_on_its_first_night_only(weekend: Path) -> None:
    since = {each["since"] for each in findings(weekend, SUNDAY)}
    assert since == {SATURDAY, SUNDAY}
    assert counts(weekend, SATURDAY)["new"] == len(findings(weekend, SATURDAY))
    assert counts(weekend, SUNDAY)["new"] == sum(each["since"] == SUNDAY for each in findings(weekend, SUNDAY))


def test_what_cannot_be_read_is_named_and_the_rest_is_done(weekend: Path) -> None:
    (error,) = json.loads((weekend / "reports" / SUNDAY / "run.json").read_text())["errors"]
    assert error["document"] == "2026-11-22/fjord-daily/scan.txt"
    assert (error["place"], error["reason"]) == ("byte 5", "a binary file, not text: it holds a null")
    assert error["mend"]
    assert "a binary file, not text" in (weekend / "reports" / SUNDAY / "index.html").read_text()
    assert "a binary file, not text" in (weekend / "reports" / SUNDAY / "report.md").read_text()


def test_csv_and_json_lines_say_the_same(weekend: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((weekend / "reports" / SUNDAY / "findings.csv").read_text())))
    flat = [
        (each["key"], each["since"], each["event"], each["rule"], claim["document"], claim["figure"])
        for each in findings(weekend, SUNDAY)
        for claim in each["claims"]
    ]
    assert [(r["key"], r["since"], r["event"], r["rule"], r["document"], r["figure"]) for r in rows] == flat


def test_encodings_are_told(tmp_path: Path) -> None:
    box = tmp_path / "in"
    box.mkdir()
    (box / "a.txt").write_bytes("In Malmö nine “winter” swimmers were saved on Monday.".encode("cp1252"))
    done(night(tmp_path, inboxes=(str(box),)))
    (story,) = json.loads((tmp_path / "reports" / SATURDAY / "run.json").read_text())["inputs"]
    assert story["encoding"] == "cp1252"


# ---------------------------------------------------------------- the same, however it is run


def test_the_number_of_processes_and_the_place_do_not_matter(
    weekend: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.spread.SOON", 0.0)
    for date in (SATURDAY, SUNDAY):
        copied = inbox(tmp_path / date / "in", date) / date
        done(night(tmp_path, date, (str(copied),), jobs=2))
    shutil.rmtree(tmp_path / SATURDAY)
    shutil.rmtree(tmp_path / SUNDAY)
    assert left(tmp_path) == left(weekend)


def test_a_second_run_reads_nothing_and_changes_nothing(weekend: Path, tmp_path: Path) -> None:
    shutil.copytree(weekend, tmp_path, dirs_exist_ok=True)
    again = done(night(tmp_path, SUNDAY))
    assert (again.read, again.new) == (0, ())
    assert left(tmp_path) == left(weekend)


def test_stories_that_come_later_join_the_night(weekend: Path, tmp_path: Path) -> None:
    """Two runs of a night end in the report of one, whatever came in between."""
    done(night(tmp_path))
    box = inbox(tmp_path / "in", SUNDAY) / SUNDAY
    held_back = (tmp_path / "late").with_suffix(".json")
    (box / "northwire" / "ferry.json").rename(held_back)
    first = done(night(tmp_path, SUNDAY, (str(box),)))
    held_back.rename(box / "northwire" / "ferry.json")
    second = done(night(tmp_path, SUNDAY, (str(box),)))
    assert (second.read, second.again) == (1, first.read)
    shutil.rmtree(tmp_path / "in")
    reports = {name: data for name, data in left(tmp_path).items() if name.startswith("reports")}
    assert reports == {name: data for name, data in left(weekend).items() if name.startswith("reports")}


def test_a_story_that_only_moved_is_not_new(tmp_path: Path) -> None:
    box = tmp_path / "in"
    box.mkdir()
    shutil.copy(STORIES / SATURDAY / "northwire" / "ferry.json", box / "a.json")
    assert done(night(tmp_path, inboxes=(str(box),))).read == 1
    (box / "a.json").rename(box / "b.json")
    again = done(night(tmp_path, SUNDAY, (str(box),)))
    assert (again.read, again.again) == (0, 1)


def test_a_dry_run_tells_the_same_and_writes_nothing(weekend: Path, tmp_path: Path) -> None:
    dry = done(night(tmp_path), dry=True)
    assert list(tmp_path.iterdir()) == []
    wet = done(night(tmp_path))
    assert (dry.run, dry.new, dry.read) == (wet.run, wet.new, wet.read)
    before = left(tmp_path, work=True)
    assert done(night(tmp_path, SUNDAY), dry=True).new
    assert left(tmp_path, work=True) == before
    assert counts(weekend, SATURDAY)["stories"] == 9


# ---------------------------------------------------------------- for years


def test_what_is_old_goes_and_is_still_known(tmp_path: Path) -> None:
    done(night(tmp_path))
    (tmp_path / "reports" / "2020-01-01").mkdir()
    (tmp_path / "reports" / "2020-01-01" / "mine.txt").write_text("not a night of ours")
    (tmp_path / "reports" / "2026-01-01-draft").mkdir()
    kept = done(night(tmp_path, SUNDAY, keep=2))
    assert (tmp_path / "reports" / SATURDAY).is_dir()
    result = done(night(tmp_path, "2026-11-24", (str(STORIES),), keep=2))
    assert sorted(path.name for path in (tmp_path / "reports").iterdir() if path.is_dir()) == [
        "2020-01-01",
        "2026-01-01-draft",
        "2026-11-24",
    ]
    assert {(part.table, part.date) for part in Archive(tmp_path / "archive").manifest.parts} == {
        ("seen", "2026-11-24")
    }
    assert (kept.read, result.read, result.again) == (6, 0, 15)  # known by what they say, from another inbox too
    for date in ("2026-11-25", "2026-12-25"):
        assert done(night(tmp_path, date, (str(STORIES),), keep=2)).read == 0


def test_an_inbox_that_is_none_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file or folder; name the folders that stories are put into"):
        done(night(tmp_path, inboxes=(str(tmp_path / "gone"),)))
    with pytest.raises(NightError, match="not empty, and no archive; name a folder of its own with --archive"):
        done(replace(night(tmp_path), archive=STORIES))
    assert not [file for file in STORIES.iterdir() if file.name.startswith(".")]


def test_an_event_that_cannot_be_worked_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(event: Any, *rest: Any) -> Any:
        if any("budget" in (story.document.title or "") for story in event.stories):
            raise ZeroDivisionError("mean of nothing")
        return investigate(event, *rest)

    monkeypatch.setattr("claimcheck.nightly.events.outcomes.investigate", failing)
    result = done(night(tmp_path))
    assert [error.reason for error in result.run.errors if "internal" in error.reason] == [
        "internal error: ZeroDivisionError: mean of nothing"
    ]
    assert counts(tmp_path, SATURDAY)["events"] == 2


def test_an_earlier_report_that_cannot_be_read_ends_the_run_before_it_writes(tmp_path: Path) -> None:
    """The page of all nights would leave that night out, and nobody would know."""
    done(night(tmp_path))
    run = tmp_path / "reports" / SATURDAY / "run.json"
    run.unlink()
    run.mkdir()
    before = left(tmp_path)
    with pytest.raises(NightError, match=r"2026-11-21/run\.json: cannot be read: Is a directory; let the run read it"):
        done(night(tmp_path, SUNDAY))
    assert left(tmp_path) == before
    run.rmdir()
    assert done(night(tmp_path, SUNDAY)).read
