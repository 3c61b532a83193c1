"""Inbox, archive and reports in a store that fsspec reaches: the same files as in folders, and what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import fsspec  # type: ignore[import-untyped]
import pytest

from claimcheck.documents.errors import DocumentError
from claimcheck.documents.inbox import pieces
from claimcheck.documents.paths import path_of
from claimcheck.house.decisions import Decision, read_decisions, with_decision
from claimcheck.nightly.archive import Archive, ArchiveError
from claimcheck.nightly.archive.query import ask, select
from claimcheck.nightly.archive.question import Question
from claimcheck.nightly.model import Night
from claimcheck.nightly.run import TIMINGS
from claimcheck.nightly.storage.files import replace_file
from claimcheck.nightly.storage.lock import locked
from tests.cli.program import run
from tests.nightly.nights import SATURDAY, STORIES, SUNDAY, done, left, night

_NUMBERS = count()


@pytest.fixture
def store() -> Iterator[str]:
    """The address of an empty folder in a store."""
    name = f"newsroom-{next(_NUMBERS)}"
    yield f"memory://{name}"
    system = fsspec.filesystem("memory")
    if system.exists(name):
        system.rm(name, recursive=True)


def put(folder: Path, address: str) -> str:
    for file in folder.rglob("*"):
        if file.is_file():
            name = f"{address}/{file.relative_to(folder)}"
            fsspec.filesystem("memory").pipe_file(name.removeprefix("memory:/"), file.read_bytes())
    return address


def stored(store: str, date: str = SATURDAY, **more: Any) -> Night:
    """A night whose inbox, archive and reports all lie in ``store``."""
    inbox = put(STORIES / date, f"{store}/in/{date}")
    return Night((inbox,), date, path_of(f"{store}/archive"), path_of(f"{store}/reports"), **more)


def held(store: str) -> dict[str, bytes]:
    """All that nights left in ``store``, as ``left`` tells it of a folder."""
    system = fsspec.filesystem("memory")
    top = store.removeprefix("memory:/") + "/"
    names = [name for name in system.find(top) if not name.startswith(f"{top}in/") and not name.endswith(TIMINGS)]
    return {name.removeprefix(top): system.cat_file(name) for name in names}


@pytest.mark.parametrize("jobs", [1, 2])
def test_nights_in_a_store_leave_what_they_leave_in_folders(store: str, tmp_path: Path, jobs: int) -> None:
    for date in (SATURDAY, SUNDAY, SUNDAY):
        here, there = done(night(tmp_path, date)), done(stored(store, date, jobs=jobs))
        assert (here.read, here.again, here.new) == (there.read, there.again, there.new)
    assert held(store) == left(tmp_path)


def test_the_same_from_the_command_line_with_file_addresses(tmp_path: Path) -> None:
    done(night(tmp_path / "plain"))
    address = f"file://{tmp_path}/addressed"
    told = run("nightly", f"file://{STORIES}/{SATURDAY}", "--date", SATURDAY, "--archive", f"{address}/archive", "--reports",
               f"{address}/reports", "--fail-on", "never")  # fmt: skip
    assert told.returncode == 2  # one story cannot be read
    assert told.stdout.endswith(f"{tmp_path}/addressed/reports/{SATURDAY}/index.html\n")
    assert left(tmp_path / "addressed") == left(tmp_path / "plain")
    assert run("archive", "verify", "--archive", f"{address}/archive").returncode == 0


def test_an_archive_in_a_store_answers_as_one_in_a_folder(store: str, tmp_path: Path) -> None:
    done(night(tmp_path))
    done(stored(store))
    here, there = Archive(tmp_path / "archive"), Archive(path_of(f"{store}/archive"))
    question = Question(("ferry",), (), None, None)
    assert ask(there, question) == ask(here, question) != []
    counted = "SELECT date, count(*) FROM claims GROUP BY date"
    assert select(there, counted) == select(here, counted)
    assert there.verify() == []
    there.commit([], [])
    part = there.manifest.parts[0]
    (there.folder / part.path).write_bytes(b"gone")
    assert [line for line in there.verify() if "changed since it was written" in line]


def test_an_inbox_in_a_store(store: str, tmp_path: Path) -> None:
    (tmp_path / "in" / "gazette" / "2026").mkdir(parents=True)
    (tmp_path / "in" / "gazette" / "2026" / "quay.txt").write_text("Nine boats sank at the quay.")
    (tmp_path / "in" / ".hidden").mkdir()
    (tmp_path / "in" / ".hidden" / "old.txt").write_text("Eight boats sank.")
    (tmp_path / "in" / "feed.jsonl").write_text('{"text": "Two boats sank."}\n\n{"text": "Three boats sank."}\n')
    (tmp_path / "in" / "photo.jpg").write_bytes(b"\xff\xd8")
    put(tmp_path / "in", f"{store}/in")
    for pattern in ("", "/*/*/*.txt", "/**/*.txt", "/feed.jsonl"):
        assert list(pieces([f"{store}/in{pattern}"])) == list(pieces([f"{tmp_path}/in{pattern}"])) != []
    with pytest.raises(DocumentError, match=r"nowhere: no such file or folder"):
        list(pieces([f"{store}/nowhere"]))


def test_a_reader_of_a_store_sees_the_old_page_until_the_new_one_is_whole(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after any of the files that it puts there, a run leaves an index page all of whose links lead on."""
    done(stored(store))
    box = put(STORIES / SUNDAY, f"{store}/in/{SATURDAY}")  # more stories of the same night
    later = Night((box,), SATURDAY, path_of(f"{store}/archive"), path_of(f"{store}/reports"))
    index = f"reports/{SATURDAY}/index.html"
    before = held(store)[index]
    system = fsspec.filesystem("memory")
    puts: list[str] = []
    real = system.put_file

    def watched(_system: Any, here: str, there: str, **more: Any) -> None:
        pages = held(store)
        assert pages[index] == before
        assert all(f"reports/{SATURDAY}/events/{link}" in pages for link in links(pages[index]))
        real(here, there, **more)
        puts.append(there)

    monkeypatch.setattr(type(system), "put_file", watched)
    done(later)
    after = held(store)
    assert [name.rpartition("/")[2] for name in puts if "/reports/" in name][-1] == "index.html"
    assert after[index] != before
    assert min(len(links(before)), len(links(after[index]))) > 1
    assert all(f"reports/{SATURDAY}/events/{link}" in after for link in links(after[index]))
    known = {f"reports/{SATURDAY}/events/{link}" for link in links(after[index])}
    assert {name for name in after if name.startswith(f"reports/{SATURDAY}/events/")} <= known


def links(page: bytes) -> list[str]:
    return [re.split('["#]', piece)[0] for piece in page.decode().split('href="events/')[1:]]


def test_one_run_at_a_time_on_this_machine_and_none_over_another(store: str) -> None:
    asked = stored(store)
    with locked(asked.archive), pytest.raises(Exception, match="another run is at work here"):
        done(asked)
    done(asked)
    mine, theirs = Archive(asked.archive), Archive(asked.archive)
    part = theirs.manifest.parts[-1]
    theirs.commit([], [part])
    with pytest.raises(ArchiveError, match="another run has written here meanwhile; run again"):
        mine.commit([], [mine.manifest.parts[0]])


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("s3://newsroom/in", "s3://newsroom/in: what reads it is not installed: Install s3fs to access S3; pip install "),
        ("gs://newsroom/in", "gs://newsroom/in: what reads it is not installed: Please install gcsfs to access Google"),
        ("pigeon://newsroom/in", "pigeon://newsroom/in: "),
    ],
)  # fmt: skip
def test_what_reaches_a_store_is_named_where_it_is_missing(tmp_path: Path, address: str, message: str) -> None:
    box = str(STORIES / SATURDAY)
    for asked in (
        ("nightly", address, "--archive", f"{tmp_path}/a", "--reports", f"{tmp_path}/r"),
        ("nightly", box, "--archive", address, "--reports", f"{tmp_path}/r"),
        ("archive", "verify", "--archive", address),
    ):
        refused = run(*asked)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr.startswith(f"claimcheck: {message}")


def test_what_the_desk_accepts_is_kept_beside_the_reports(store: str) -> None:
    reports = path_of(f"{store}/reports")
    assert read_decisions(reports).lines == ()
    decision = Decision("0f", "value-mismatch", "Asked.", SATURDAY, "Forty and 70 houses.")
    replace_file(read_decisions(reports).file, with_decision(read_decisions(reports), decision).encode())
    assert [each for _, each in read_decisions(reports).lines] == [decision]
    assert fsspec.filesystem("memory").exists(f"{store}/reports.decisions.jsonl")
