"""A night on a cluster leaves the same bytes as one on this machine, also when a worker dies over it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from claimcheck.documents.paths import path_of
from claimcheck.nightly import mapping
from claimcheck.nightly.errors import NightError
from claimcheck.nightly.model import Night
from claimcheck.nightly.run import run
from tests.nightly.nights import SATURDAY, SUNDAY, done, left, night


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    started: Any = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)  # type: ignore[no-untyped-call]
    with started as workers:
        yield workers


def stories(folder: Path, count: int) -> Path:
    """An inbox with ``count`` stories of a third as many events."""
    folder.mkdir()
    towns = [f"{start}{end}" for start in ("Bre", "Kal", "Mor", "Tan", "Vil") for end in ("dal", "heim", "stad", "vik")]
    for number in range(count):
        town, dead = towns[number // 3 % len(towns)], 3 + number // 3
        text = f"A landslide at {town} killed {dead + number % 3 // 2} people and buried {dead * 7} houses on Sunday.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_night_on_a_cluster_leaves_the_same_bytes(cluster: LocalCluster, tmp_path: Path) -> None:
    for date in (SATURDAY, SUNDAY):
        here, there = (
            done(night(tmp_path / "here", date)),
            done(night(tmp_path / "there", date, cluster=cluster.scheduler_address)),
        )
        assert (there.read, there.again, there.new) == (here.read, here.again, here.new)
    assert left(tmp_path / "there") == left(tmp_path / "here")


@pytest.mark.parametrize(
    ("stage", "at"),
    [
        ("reading stories", 1),
        ("grouping stories: step", 2),
        ("grouping stories: step", 9),
        ("grouping stories: step", 13),
        ("comparing events", 1),
    ],
)
def test_a_worker_that_is_killed_changes_nothing(cluster: LocalCluster, tmp_path: Path, stage: str, at: int) -> None:
    inbox = str(stories(tmp_path / "in", 60))
    done(night(tmp_path / "here", SUNDAY, (inbox,)))
    killed: list[int] = []

    def kill_one(now: str, done: int, _whole: int | None) -> None:
        if now == stage and done >= at and not killed:
            started: Any = Client(cluster, set_as_default=False)  # type: ignore[no-untyped-call]
            with started as client:
                killed.append(min(client.run(os.getpid).values()))
            os.kill(killed[0], signal.SIGKILL)

    asked = night(tmp_path / "there", SUNDAY, (inbox,), cluster=cluster.scheduler_address)
    run(asked, kill_one)
    assert killed
    assert left(tmp_path / "there") == left(tmp_path / "here")


def test_work_is_asked_for_again_where_workers_die(cluster: LocalCluster, tmp_path: Path) -> None:
    """A scheduler gives a task up that four workers died over, and no setting of ours reaches one elsewhere."""
    asked = night(tmp_path, SUNDAY, cluster=cluster.scheduler_address)
    died = tmp_path / "died"
    died.mkdir()
    with mapping.connected(asked):
        assert list(mapping.each([1, 2], square_or_die, (died, 5), asked)) == [1, 4]
    assert len(list(died.iterdir())) == 5


def square_or_die(number: int, shared: tuple[Path, int]) -> int:
    folder, deaths = shared
    died = len(list(folder.iterdir()))
    if died < deaths:
        (folder / str(died)).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def test_a_dry_run_on_a_cluster_leaves_nothing(cluster: LocalCluster, tmp_path: Path) -> None:
    told = done(night(tmp_path, cluster=cluster.scheduler_address), dry=True)
    assert told.new
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_no_worker_sees_is_refused(tmp_path: Path) -> None:
    asked = Night(("in",), SUNDAY, path_of("memory://archive"), tmp_path, cluster="tcp://127.0.0.1:9")
    with pytest.raises(NightError, match=r"memory://archive: no other process sees it; name a folder"):
        done(asked)


def test_a_cluster_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.nightly.mapping._PATIENCE", 1)
    with pytest.raises(NightError, match=r"tcp://127\.0\.0\.1:9: no cluster answers"):
        done(night(tmp_path, cluster="tcp://127.0.0.1:9"))
