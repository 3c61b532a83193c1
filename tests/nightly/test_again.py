"""A run goes on from what earlier ones worked out; what comes out is as if it had worked all of it out itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from claimcheck.nightly.storage.work import Work
from tests.nightly.nights import SATURDAY, STORIES, SUNDAY, done, left, night

PARTS = 2
"""Runs that a night's stories are spread over before the last one."""


def box_of(folder: Path, names: list[str]) -> str:
    """An inbox with some of the stories of both days."""
    for name in names:
        file = folder / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(STORIES / name, file)
    return str(folder / "in")


def reports(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in left(folder).items() if name.startswith("reports")}


def renamed(files: dict[str, bytes]) -> dict[str, bytes]:
    """Call each event by the least of its stories: its id is the one that it had when it was first told of."""
    told: dict[str, list[str]] = {}
    for each in json.loads(files[f"reports/{SUNDAY}/run.json"])["inputs"]:
        told.setdefault(each["event"], []).append(each["sha256"])
    names = {event: min(stories)[: len(event)] for event, stories in told.items()}
    same = {}
    for name, data in files.items():
        for event, least in names.items():
            name, data = name.replace(event, least), data.replace(event.encode(), least.encode())  # noqa: PLW2901
        same[name] = data
    return same


def rules(folder: Path, text: str) -> tuple[Path, ...]:
    folder.mkdir()
    (folder / "findings.toml").write_text(text, encoding="utf-8")
    return (folder,)


@pytest.fixture(scope="module")
def files() -> list[str]:
    return sorted(str(file.relative_to(STORIES)) for file in STORIES.rglob("*") if file.is_file())


@pytest.fixture(scope="module")
def whole(files: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One run over all stories of both days."""
    folder = tmp_path_factory.mktemp("whole")
    done(night(folder, SUNDAY, (box_of(folder, files),)))
    return folder


@pytest.mark.parametrize("seed", range(6))
def test_stories_that_come_bit_by_bit_end_in_the_same_report(
    files: list[str], whole: Path, tmp_path: Path, seed: int
) -> None:
    chosen = [(n * 7919 + seed * 104729) % 101 % (PARTS + 1) for n in range(len(files))]
    for part in range(PARTS + 1):
        box = box_of(tmp_path, [name for name, when in zip(files, chosen, strict=True) if when == part])
        done(night(tmp_path, SUNDAY, (box,)))
    assert renamed(reports(tmp_path)) == renamed(reports(whole))


def test_other_rules_use_nothing_that_was_found_by_the_old_ones(whole: Path, tmp_path: Path) -> None:
    packs = rules(
        tmp_path / "rules", '[rules.value-mismatch]\nseverity = "notice"\n[rules.superseded]\nseverity = "off"\n'
    )
    box = (str(whole / "in"),)
    shutil.copytree(whole / "archive", tmp_path / "again" / "archive")
    done(night(tmp_path / "again", SUNDAY, box, packs=packs))
    done(night(tmp_path / "fresh", SUNDAY, box, packs=packs))
    found = [
        (folder / "reports" / SUNDAY / "findings.jsonl").read_bytes()
        for folder in (tmp_path / "again", tmp_path / "fresh")
    ]
    assert found[0] == found[1] != (whole / "reports" / SUNDAY / "findings.jsonl").read_bytes()


@pytest.mark.parametrize("damage", ["lost", "cut", "emptied", "changed"])
def test_a_result_that_is_damaged_is_worked_out_again(whole: Path, tmp_path: Path, damage: str) -> None:
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    kept = sorted(file for file in Work.of(tmp_path / "archive").folder.iterdir() if file.is_file())
    assert len(kept) > 3
    for file in kept[::2]:
        data = file.read_bytes()
        if damage == "lost":
            file.unlink()
        else:
            file.write_bytes({"cut": data[: len(data) // 2], "emptied": b"", "changed": data[:-1] + b"?"}[damage])
    done(night(tmp_path, SUNDAY, (str(tmp_path / "in"),)))
    assert left(tmp_path, work=True).keys() == left(whole, work=True).keys()
    assert reports(tmp_path) == reports(whole)


def test_what_no_run_needs_any_more_goes(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    before = {file.name for file in Work.of(tmp_path / "archive").folder.iterdir()}
    done(night(tmp_path, SATURDAY, (str(tmp_path / "in"),)))
    after = {file.name for file in Work.of(tmp_path / "archive").folder.iterdir()}
    assert not {name for name in before & after if not name.startswith("profiles")}
