"""Nobody is there when it runs: killed, crowded out, out of space, it leaves what was there, and can go on."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.nightly.errors import NightError
from claimcheck.nightly.storage.files import beside_folder, put_folder
from claimcheck.nightly.storage.lock import locked
from claimcheck.nightly.storage.swap import swap_folders
from tests.cli.program import PROGRAM, run
from tests.nightly.nights import SATURDAY, STORIES, SUNDAY, done, inbox, left, night

KILLS = 20


def command(folder: Path, date: str, *more: str) -> tuple[str, ...]:
    places = ("--archive", str(folder / "archive"), "--reports", str(folder / "reports"))
    return "nightly", str(STORIES / date), "--date", date, *places, *more


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Saturday's night, and a run of Sunday's before Northwire's story came."""
    folder = tmp_path_factory.mktemp("half")
    done(night(folder))
    box = inbox(folder / "in", SUNDAY) / SUNDAY
    (box / "northwire" / "ferry.json").unlink()
    done(night(folder, SUNDAY, (str(box),)))
    shutil.rmtree(folder / "in")
    return folder


def killed(folder: Path, after: float) -> bool:
    """Do Sunday's run in a process of its own and kill it ``after`` so many seconds; say whether that was in time."""
    child = os.fork()
    if child == 0:
        try:
            done(night(folder, SUNDAY))
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_run_killed_at_any_moment_goes_on_to_the_same_end(half: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(half, whole)
    start = time.perf_counter()
    done(night(whole, SUNDAY))
    took = time.perf_counter() - start
    old, new = left(half), left(whole)
    assert old != new
    moments = random.Random(20261122)  # noqa: S311 - no secret
    in_time = 0
    for n in range(KILLS):
        folder = tmp_path / str(n)
        shutil.copytree(half, folder)
        if killed(folder, moments.uniform(0, took)):
            in_time += 1
        else:
            took *= 0.7  # the machine is less busy than it was
        page = (folder / "reports" / SUNDAY / "index.html").read_bytes()
        assert page in {each[f"reports/{SUNDAY}/index.html"] for each in (old, new)}
        done(night(folder, SUNDAY))
        assert left(folder) == new
        shutil.rmtree(folder)
    assert in_time >= KILLS / 4


def dies_when(folder: Path, broken: Callable[[pytest.MonkeyPatch], None]) -> None:
    """Do Sunday's run in a process that ``broken`` lets be killed on its way."""
    child = os.fork()
    if child == 0:
        try:
            broken(pytest.MonkeyPatch())
            done(night(folder, SUNDAY))
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def between_two_renames(patch: pytest.MonkeyPatch) -> None:
    """Let the system know of no swap, and the process die when it puts the finished folder in its empty place."""
    rename = Path.rename
    patch.setattr("claimcheck.nightly.storage.files.swap_folders", lambda *_: False)
    patch.setattr(Path, "rename", lambda path, to: die() if "-new-" in path.name else rename(path, to))


def after_the_swap(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("claimcheck.nightly.storage.files.remove_folder", die)


def test_a_kill_between_two_renames_is_mended_by_the_next_run_of_any_night(half: Path, tmp_path: Path) -> None:
    shutil.copytree(half, tmp_path, dirs_exist_ok=True)
    before = left(tmp_path)
    assert f"reports/{SUNDAY}/index.html" in before
    dies_when(tmp_path, between_two_renames)
    assert not (tmp_path / "reports" / SUNDAY).exists()
    (tmp_path / "in").mkdir()
    done(night(tmp_path, "2026-11-23", (str(tmp_path / "in"),)))
    now = left(tmp_path)
    night_of = f"reports/{SUNDAY}/"
    assert {name: now[name] for name in before if name.startswith(night_of)} == {
        name: data for name, data in before.items() if name.startswith(night_of)
    }
    assert SUNDAY.encode() in now["reports/index.html"]
    assert not [name for name in now if "-old-" in name or "-new-" in name]


def test_where_folders_can_change_places_a_kill_leaves_no_gap(half: Path, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    if not swap_folders(tmp_path / "one", tmp_path / "two"):
        pytest.skip("this system or file system exchanges no folders")
    whole, folder = tmp_path / "whole", tmp_path / "killed"
    for each in (whole, folder):
        shutil.copytree(half, each)
    done(night(whole, SUNDAY))
    dies_when(folder, after_the_swap)
    page = f"reports/{SUNDAY}/index.html"
    assert (folder / page).read_bytes() == (whole / page).read_bytes()
    done(night(folder, SUNDAY))
    assert left(folder) == left(whole)


@pytest.mark.parametrize("known", [True, False])
def test_a_folder_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool) -> None:
    if not known:
        monkeypatch.setattr("claimcheck.nightly.storage.files.swap_folders", lambda *_: False)
    folder = tmp_path / "night"
    for text in ("first", "second"):
        with beside_folder(folder) as beside:
            (beside / "page").write_text(text)
            put_folder(beside, folder)
        assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
            "night",
            "night/page",
        ]
        assert (folder / "page").read_text() == text


def test_the_processes_of_a_killed_run_die_with_it(tmp_path: Path) -> None:
    box = tmp_path / "in"
    box.mkdir()
    for n in range(200):  # enough to be busy for a while
        text = "".join(
            f"On Monday {n * 100 + k} people of district {k} left their homes in Kalmen. " for k in range(60)
        )
        (box / f"{n}.txt").write_text(text)
    places = ("--archive", str(tmp_path / "archive"), "--reports", str(tmp_path / "reports"))
    with subprocess.Popen([PROGRAM, "nightly", str(box), "--jobs", "2", *places], stderr=subprocess.DEVNULL) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        if not children.exists():
            process.kill()
            pytest.skip("this system does not list a process's children")
        found: list[str] = []
        while len(found) < 2 and process.poll() is None:
            found = children.read_text().split()
            time.sleep(0.01)
        process.kill()
    assert len(found) >= 2
    until = time.monotonic() + 10
    while any(Path(f"/proc/{child}/stat").exists() for child in found) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [child for child in found if Path(f"/proc/{child}/stat").exists()]
    with locked(tmp_path / "archive"):
        pass  # and so does its lock


def test_one_run_at_a_time(half: Path, tmp_path: Path) -> None:
    shutil.copytree(half, tmp_path, dirs_exist_ok=True)
    before = left(tmp_path)
    for name in ("archive", "reports"):
        with locked(tmp_path / name):
            other = run(*command(tmp_path, SUNDAY))
            assert (other.returncode, other.stdout) == (2, "")
            assert other.stderr == f"claimcheck: {tmp_path / name}: another run is at work here; let it end first\n"
    assert left(tmp_path) == before
    assert run("archive", "compact", "--archive", str(tmp_path / "archive")).returncode == 0


@pytest.mark.parametrize("free", [0, 20_000, 60_000])
def test_a_full_disk(half: Path, tmp_path: Path, free: int) -> None:
    """No file may grow beyond ``free`` bytes: the program sees what it sees when a disk is full."""
    shutil.copytree(half, tmp_path, dirs_exist_ok=True)
    before = left(tmp_path)
    script = f'ulimit -f {free // 1024}; exec "$@"'
    limited = subprocess.run(
        ["bash", "-c", script, "bash", PROGRAM, *command(tmp_path, SUNDAY, "--jobs", "1")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert limited.returncode == 2
    assert limited.stderr.splitlines()[-1].startswith("claimcheck: ")
    assert "cannot be written: File too large; what was there is whole" in limited.stderr
    assert left(tmp_path) == before
    assert run(*command(tmp_path, SUNDAY, "--jobs", "1", "--fail-on", "notice")).returncode == 2  # the scan
    assert left(tmp_path) != before


@pytest.mark.parametrize("full", ["put_folder", "replace_file"])
def test_a_disk_that_fills_up_at_the_last_moment(
    half: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: str
) -> None:
    shutil.copytree(half, tmp_path, dirs_exist_ok=True)
    before = left(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(tmp_path))

    monkeypatch.setattr(f"claimcheck.nightly.run.{full}", fail)
    with pytest.raises(
        NightError, match="No space left on device; what was there is whole; free some space and run again"
    ):
        done(night(tmp_path, SUNDAY))
    if full == "put_folder":
        assert left(tmp_path) == before
    monkeypatch.undo()
    whole = tmp_path / "whole"
    shutil.copytree(half, whole)
    done(night(whole, SUNDAY))
    expected = left(whole)
    shutil.rmtree(whole)
    done(night(tmp_path, SUNDAY))
    assert left(tmp_path) == expected


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("name", ["archive", "reports"])
def test_folders_that_may_not_be_written(half: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(half, tmp_path, dirs_exist_ok=True)
    before = left(tmp_path)
    (tmp_path / name).chmod(0o555)
    try:
        refused = run(*command(tmp_path, SUNDAY))
    finally:
        (tmp_path / name).chmod(0o755)
    assert refused.returncode == 2
    assert f"{tmp_path / name}: cannot be written: Permission denied" in refused.stderr
    assert left(tmp_path) == before


def test_what_stands_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file")
    refused = run(*command(tmp_path, SATURDAY))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert (
        refused.stderr == f"claimcheck: {tmp_path}/reports: cannot be written: File exists; let the run write there\n"
    )
