"""The archive: what was staged is there once committed, whole, unchanged, for any engine; and it can be asked."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from claimcheck.nightly.archive import Archive, ArchiveError, schema
from claimcheck.nightly.archive.question import Question, parse
from tests.cli.program import run
from tests.nightly.rows import claim_rows, document_row

FERRY = [
    ("2026-11-20", "Harbour Post", "Ferry burns off Kalmen", "Nine passengers died when a ferry burned off Kalmen, the coastguard said."),
    ("2026-11-20", "Northwire", "Fire on Kalmen ferry", "The fire on the ferry killed eight passengers, according to Rita Holm."),
    ("2026-11-21", "Northwire", "Kalmen toll rises", "The toll of the ferry fire rose to 11 on Saturday."),
    ("2026-11-21", None, "Wheat", "Farmers' wheat yields fell 4 percent in the valley."),
]  # fmt: skip


def filled(folder: Path) -> Archive:
    """An archive of the stories above, a commit for each."""
    archive = Archive(folder)
    archive.create()
    for day, outlet, title, text in FERRY:
        row = document_row(text, outlet, title)
        parts = [archive.stage("documents", day, [row]), archive.stage("claims", day, claim_rows(row))]
        archive.commit(part for part in parts if part)
    return archive


def files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_what_is_committed_is_there_and_can_be_read_by_others(tmp_path: Path) -> None:
    filled(tmp_path)
    rows = list(Archive(tmp_path).rows("documents", ["outlet", "text"], first="2026-11-21"))
    assert {row["date"] for row in rows} == {"2026-11-21"}
    assert {row["text"] for row in rows} == {text for day, _, _, text in FERRY if day == "2026-11-21"}
    pattern = str(tmp_path / "documents" / "*" / "*.parquet")
    assert duckdb.connect().execute("SELECT count(*) FROM read_parquet(?)", [pattern]).fetchall() == [(4,)]


def test_what_was_not_committed_is_not_there(tmp_path: Path) -> None:
    archive = filled(tmp_path)
    before = files(tmp_path)
    assert archive.stage("documents", "2026-11-22", [document_row("Six left.", "Post")])
    (tmp_path / "claims" / "date=2026-11-20" / ".claimcheck-claims").write_bytes(b"half")
    again = Archive(tmp_path)
    assert len(list(again.rows("documents"))) == 4
    again.sweep()
    assert files(tmp_path) == before


def test_the_same_rows_make_the_same_files(tmp_path: Path) -> None:
    filled(tmp_path / "one")
    filled(tmp_path / "two")
    one, two = ({name: (tmp_path / which / name).read_bytes() for name in files(tmp_path / which)} for which in ("one", "two"))  # fmt: skip
    assert one == two


def test_files_are_put_together_and_nothing_is_lost(tmp_path: Path) -> None:
    archive = filled(tmp_path)
    before = sorted(map(str, archive.rows("claims")))
    assert len(archive.manifest.parts) == 8
    done = run("archive", "compact", "--archive", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "4 files fewer, 4 now.\n")
    assert sorted(map(str, Archive(tmp_path).rows("claims"))) == before
    assert len(list(tmp_path.rglob("*.parquet"))) == 4
    assert run("archive", "compact", "--archive", str(tmp_path)).stdout == "0 files fewer, 4 now.\n"


def test_damage_is_found(tmp_path: Path) -> None:
    filled(tmp_path)
    done = run("archive", "verify", "--archive", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "8 files, all as they were written.\n")
    damaged, gone = sorted(tmp_path.glob("documents/*/*.parquet"))[:2]
    damaged.write_bytes(damaged.read_bytes() + b"x")
    gone.unlink()
    done = run("archive", "verify", "--archive", str(tmp_path))
    assert done.returncode == 2
    assert f"claimcheck: {gone}: cannot be read: No such file or directory\n" in done.stderr
    assert f"claimcheck: {damaged}: changed since it was written" in done.stderr
    damaged.write_bytes(b"no Parquet")
    with pytest.raises(ArchiveError, match="claimcheck archive verify lists what is damaged"):
        list(Archive(tmp_path).rows("documents"))
    done = run("archive", "query", "what did outlets say about ferry", "--archive", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be read" in done.stderr


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("{", "damaged"),
        ('{"format": "other"}', "no archive of claimcheck; name another folder with --archive"),
        ('{"format": "claimcheck archive", "schema": 99}', "written by a newer claimcheck (schema 99; this one knows"),
        (json.dumps({"format": "claimcheck archive", "schema": 1, "parts": [{"table": "claims", "date": "2026-11-20", "path": "../x", "rows": 1, "bytes": 1, "sha256": "", "schema": 1}]}), "names a file outside of the archive: ../x"),
    ],
)  # fmt: skip
def test_what_is_no_archive(tmp_path: Path, manifest: str, message: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest)
    with pytest.raises(ArchiveError) as raised:
        Archive(tmp_path)
    assert message in str(raised.value)


def test_no_archive_is_made_among_other_things(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"J")
    with pytest.raises(ArchiveError, match="not empty, and no archive; name a folder of its own with --archive"):
        Archive(tmp_path).inspect()
    assert files(tmp_path) == ["photo.jpg"]
    done = run("archive", "query", "what did outlets say about ferry", "--archive", str(tmp_path))
    assert (done.returncode, done.stderr) == (2, f"claimcheck: {tmp_path}: no archive; claimcheck nightly makes one; name it with --archive\n")  # fmt: skip


def test_rows_of_an_older_schema_are_taken_forward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    monkeypatch.setattr("claimcheck.nightly.archive.store.VERSION", 2)
    monkeypatch.setattr("claimcheck.nightly.archive.schema.VERSION", 2)
    monkeypatch.setattr("claimcheck.nightly.archive.manifest.VERSION", 2)

    def shouted(rows: Any) -> Any:
        place = rows.column_names.index("title")
        return rows.set_column(place, "title", pa.array([title.as_py().upper() for title in rows["title"]]))

    monkeypatch.setitem(schema.MIGRATIONS, ("documents", 1), shouted)
    archive = Archive(tmp_path)
    titles = sorted(row["title"] for row in archive.rows("documents", ["title"]))
    assert titles == sorted(title.upper() for _, _, title, _ in FERRY)
    archive.compact()
    assert {part.schema for part in archive.manifest.parts} == {2}
    assert sorted(row["title"] for row in Archive(tmp_path).rows("documents", ["title"])) == titles


# ---------------------------------------------------------------- questions

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("what did outlets say about the toll since 2026-11-20", Question(("the", "toll"), (), "2026-11-20")),
        ("What did all the outlets report on wheat?", Question(("wheat",))),
        ("what did Northwire say about ferry fire until yesterday", Question(("ferry", "fire"), ("northwire",), None, "2026-11-23")),
        ("what did “Harbour Post” and Northwire say about 11,000 homes since 3 days ago until today", Question(("11,000", "homes"), ("harbour post", "northwire"), "2026-11-21", "2026-11-24")),
        ("what has anyone said about life since the war", Question(("life", "since", "the", "war"))),
        ("what did outlets say about wheat after 2026-11-20 before 2026-11-24", Question(("wheat",), (), "2026-11-21", "2026-11-23")),
        ("what did outlets say about wheat on 2026-11-20", Question(("wheat",), (), "2026-11-20", "2026-11-20")),
    ],
)  # fmt: skip
def test_what_is_asked(text: str, question: Question) -> None:
    assert parse(text, TODAY) == question


@pytest.mark.parametrize(
    "text", ["", "wheat", "what did outlets say about ?", "who said what", "what did " + "x " * 5000 + "say about y"]
)
def test_what_is_not_understood(text: str) -> None:
    with pytest.raises(ArchiveError, match=r"ask: what did \[OUTLETS or an outlet's name\] say about WORDS"):
        parse(text, TODAY)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("what did outlets say about the Kalmen toll", ["11", "Saturday"]),
        ("what did outlets say about ferries", ["Nine passengers", "eight passengers", "11", "Saturday"]),
        ("what did outlets say about ferry since 2026-11-21", ["11", "Saturday"]),
        ("what did Harbour Post say about passengers", ["Nine passengers"]),
        ("what did outlets say about rita holm", ["eight passengers"]),
        ("what did outlets say about x' OR 1=1 --", []),
        ("what did outlets say about fe.*y (", []),
        ("what did outlets say about erry", []),
    ],
)
def test_answers(tmp_path: Path, question: str, figures: list[str]) -> None:
    filled(tmp_path)
    done = run("archive", "query", question, "--archive", str(tmp_path), "--format", "json")
    assert [row["figure"] for row in json.loads(done.stdout)] == figures
    assert (done.returncode, done.stderr) == (0, "" if figures else "claimcheck: nothing found\n")


def test_an_answer_is_a_table_in_any_format(tmp_path: Path) -> None:
    filled(tmp_path)
    ask = ("archive", "query", "what did outlets say about wheat", "--archive", str(tmp_path))
    assert run(*ask).stdout.startswith("date        ")
    assert run(*ask, "--format", "markdown").stdout.startswith("| date ")
    heads, row = run(*ask, "--format", "csv").stdout.splitlines()
    assert heads == "date,outlet,figure,what,sentence,speaker,title,document"
    assert row.startswith("2026-11-21,,4 percent,")
    assert run(*ask, "-o", str(tmp_path / "a.md"), "--format", "markdown").stdout == ""
    assert (tmp_path / "a.md").read_text().startswith("| date ")


def test_sql(tmp_path: Path) -> None:
    filled(tmp_path)
    sql = "SELECT outlet, count(*) AS stories FROM documents WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY 1"
    done = run("archive", "query", "--sql", sql, "--archive", str(tmp_path), "--format", "csv")
    assert done.stdout.splitlines() == ["outlet,stories", "Harbour Post,1", "Northwire,2"]
    done = run("archive", "query", "--sql", "SELECT", "--archive", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("claimcheck: query: Parser Error")


def test_every_column_is_told() -> None:
    rows = json.loads(run("archive", "schema", "--format", "json").stdout)
    assert {(row["table"], row["column"]) for row in rows} >= {
        (t, c) for t, columns in schema.TABLES.items() for c in columns
    }
    assert all(row["holds"] for row in rows)
