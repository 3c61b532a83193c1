"""A newsroom's own ways on the command line: configuration, sources that are named elsewhere, decisions."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.program import SOURCE, TAMPERED, run


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with a configuration, two drafts in it, and what they were made from."""
    for folder in ("news", "wire", ".git"):
        (tmp_path / folder).mkdir()
    (tmp_path / "claimcheck.toml").write_text("sources = ['/wire/{name}.txt']\n", encoding="utf-8")
    (tmp_path / "wire" / "visit.txt").write_bytes(Path(SOURCE).read_bytes())
    (tmp_path / "news" / "visit.md").write_bytes(Path(TAMPERED).read_bytes())
    (tmp_path / "wire" / "ferry.txt").write_text(
        "The ferry carried 212 passengers to Samos on Friday.\n", encoding="utf-8"
    )
    (tmp_path / "news" / "ferry.md").write_text(
        "On Friday the ferry carried 212 passengers to Samos.\n\nA crew of 37 was on board.\n", encoding="utf-8"
    )
    return tmp_path


def configure(newsroom: Path, text: str) -> None:
    file = newsroom / "claimcheck.toml"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


# ---------------------------------------------------------------- sources and configuration


def test_sources_are_found_by_the_configuration_from_anywhere(newsroom: Path) -> None:
    inside, outside = run("check", "visit.md", cwd=newsroom / "news"), run("check", str(newsroom / "news" / "visit.md"))
    assert (inside.returncode, inside.stderr) == (1, "")
    assert "wire/visit.txt:14 " in run("check", "news/visit.md", cwd=newsroom).stdout, "as one would type it"
    assert "swapped-values" in inside.stdout
    assert (outside.returncode, outside.stderr) == (1, "")


def test_front_matter_goes_before_the_configuration_and_the_command_line_before_both(newsroom: Path) -> None:
    draft = newsroom / "news" / "ferry.md"
    draft.write_text(
        "---\nsources:\n  - ../wire/other.txt\n---\n" + draft.read_text(encoding="utf-8"), encoding="utf-8"
    )
    (newsroom / "wire" / "other.txt").write_text("On board was a crew of 37.\n", encoding="utf-8")
    for args, names in (((), ["other.txt"]), (("-s", str(newsroom / "wire" / "ferry.txt")), ["ferry.txt"])):
        shown = json.loads(run("check", str(draft), *args, "--format", "json").stdout)
        assert [Path(document["id"]).name for document in shown["documents"]][1:] == names


def test_a_draft_names_no_file_outside_of_its_repository(newsroom: Path) -> None:
    draft = newsroom / "news" / "ferry.md"
    draft.write_text("---\nsources: /../../../../../../etc/passwd\n---\nNine died.\n", encoding="utf-8")
    done = run("check", str(draft))
    assert (done.returncode, done.stdout) == (2, "")
    assert "leads out of" in done.stderr


def test_severity_and_format_are_configured_by_folder(newsroom: Path) -> None:
    configure(
        newsroom,
        "format = 'csv'\n[folders.news]\nfail-on = 'warning'\n[folders.news.severities]\nunsupported-figure = 'notice'\n",
    )
    args = ("check", str(newsroom / "news" / "ferry.md"))
    plain = run(*args)
    assert plain.returncode == 0
    assert plain.stdout.startswith("record,")
    assert run(*args, "--fail-on", "notice").returncode == 1
    assert run(*args, "--no-config", "-s", str(newsroom / "wire" / "ferry.txt"), "--fail-on", "warning").returncode == 1
    assert run(*args, "--format", "json").stdout.startswith("{")


def test_a_configuration_of_elsewhere(newsroom: Path, tmp_path: Path) -> None:
    (tmp_path / "wire" / "own.toml").write_text("fail-on = 'never'\n", encoding="utf-8")
    args = ("check", str(newsroom / "news" / "visit.md"), "-s", SOURCE)
    assert run(*args).returncode == 1
    assert run(*args, "--config", str(tmp_path / "wire" / "own.toml")).returncode == 0


@pytest.mark.parametrize("command", ["check", "compare", "extract", "batch", "nightly"])
def test_a_broken_configuration_ends_in_2(newsroom: Path, command: str) -> None:
    configure(newsroom, "fial-on = 'error'\n")
    more = (SOURCE,) if command == "compare" else ()
    done = run(command, "visit.md", *more, cwd=newsroom / "news")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{newsroom / 'claimcheck.toml'}: fial-on: no such key; did you mean fail-on?" in done.stderr
    assert run(command, "visit.md", *more, "--config", "gone.toml", cwd=newsroom / "news").returncode == 2
    assert not (newsroom / "news" / "archive").exists()


def test_jobs_are_done_as_configured_where_they_are_run(newsroom: Path) -> None:
    configure(newsroom, "dropped = true\n[severities]\nvalue-mismatch = 'notice'\n")
    texts = {
        "d": "The dam held 40 million litres on Monday.",
        "s": "The dam held 70 million litres on Monday; nine fled.",
    }
    job = json.dumps({"id": "1", "documents": [{"id": k, "text": v} for k, v in texts.items()], "draft": "d"})

    def found(*args: str) -> dict[str, str]:
        shown = json.loads(run("batch", *args, stdin=job, cwd=newsroom / "news").stdout)
        return {finding["rule"]: finding["severity"] for finding in shown["findings"]}

    assert found() == {"value-mismatch": "notice", "dropped-figure": "notice"}
    assert found("--no-dropped") == {"value-mismatch": "notice"}
    assert found("--no-config") == {"value-mismatch": "error"}


def test_a_night_is_done_as_configured_where_it_is_run_and_not_as_an_inbox_says(newsroom: Path) -> None:
    for outlet, toll in (("northwire", 40), ("harbour-post", 70)):
        (newsroom / "inbox" / outlet).mkdir(parents=True)
        text = f"A landslide above Kalmen buried {toll} houses on Monday, Mayor Ana Obel said.\n"
        (newsroom / "inbox" / outlet / "slide.txt").write_text(text, encoding="utf-8")
    (newsroom / "inbox" / "claimcheck.toml").write_text("fail-on = 'never'\n", encoding="utf-8")
    args = ("nightly", "inbox", "--date", "2026-11-22", "--dry-run", "--jobs", "1")
    plain = run(*args, cwd=newsroom)
    assert (plain.returncode, "1 error, 0 warnings" in plain.stdout) == (1, True)
    configure(newsroom, "fail-on = 'warning'\n[severities]\nvalue-mismatch = 'warning'\n")
    configured = run(*args, cwd=newsroom)
    assert (configured.returncode, "0 errors, 1 warning," in configured.stdout) == (1, True)
    assert run(*args, "--fail-on", "error", cwd=newsroom).returncode == 0
    bare = run(*args, "--no-config", cwd=newsroom)
    assert (bare.returncode, bare.stdout) == (1, plain.stdout)


# ---------------------------------------------------------------- several drafts


def test_several_drafts_are_checked_each_for_itself(newsroom: Path) -> None:
    done = run("check", "news/ferry.md", "news/visit.md", cwd=newsroom)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("news/ferry.md:\n")
    assert re.findall(r"^\d+ figures in the draft.*", done.stdout, re.MULTILINE)
    shown = json.loads(run("check", "news/ferry.md", "news/visit.md", "--format", "json", cwd=newsroom).stdout)
    assert [report["draft"] for report in shown["reports"]] == ["news/ferry.md", "news/visit.md"]
    assert run("check", "news/ferry.md", "news/ferry.md", cwd=newsroom).returncode == 0


def test_a_draft_that_cannot_be_checked_keeps_the_others_and_ends_in_2(newsroom: Path) -> None:
    (newsroom / "news" / "lost.md").write_text("Nine died.\n", encoding="utf-8")
    done = run("check", "news/lost.md", "news/gone.md", "news/visit.md", cwd=newsroom)
    assert done.returncode == 2
    assert "news/lost.md: no file is as its sources are named: /wire/{name}.txt; name them with --source" in done.stderr
    assert "news/gone.md: no such file" in done.stderr
    assert "swapped-values" in done.stdout


def test_a_source_that_a_draft_names_and_nobody_has(newsroom: Path) -> None:
    (newsroom / "news" / "lost.md").write_text("---\nsources: [notes.txt]\n---\nNine died.\n", encoding="utf-8")
    done = run("check", "news/lost.md", cwd=newsroom)
    assert (done.returncode, done.stderr) == (2, "claimcheck: news/lost.md: its source news/notes.txt: no such file\n")


def test_each_draft_fails_by_its_own_folder(newsroom: Path) -> None:
    configure(newsroom, "fail-on = 'never'\n[folders.news]\nfail-on = 'warning'\n")
    (newsroom / "other").mkdir()
    (newsroom / "other" / "visit.md").write_bytes(Path(TAMPERED).read_bytes())
    assert run("check", "other/visit.md", cwd=newsroom).returncode == 0
    assert run("check", "other/visit.md", "news/ferry.md", cwd=newsroom).returncode == 1


HTML = ("--format", "html")


def test_several_drafts_get_a_page_each_and_one_that_lists_them(newsroom: Path) -> None:
    drafts = ("news/ferry.md", "news/visit.md", "news/lost.md")
    nowhere = run("check", *drafts, *HTML, cwd=newsroom)
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "--format html shows several drafts in a folder: name it with --output." in " ".join(nowhere.stderr.split())

    done = run("check", *drafts, *HTML, "--output", "out/today", cwd=newsroom)
    assert (done.returncode, done.stdout) == (2, "")  # one draft is missing
    folder = newsroom / "out" / "today"
    assert sorted(file.name for file in folder.iterdir()) == ["ferry.html", "index.html", "visit.html"]
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert "news/lost.md: no such file" in index
    assert set(re.findall(r'href="([^"#]+)', index)) == {"ferry.html", "visit.html"}
    assert re.findall(r'href="(visit.html#[^"]+)"><bdi>(Draft: 70%)', index) == [("visit.html#finding-1", "Draft: 70%")]
    page = (folder / "visit.html").read_text(encoding="utf-8")
    assert 'id="finding-1"' in page
    assert '<a href="index.html">' in page

    assert run("check", *drafts[:2], *HTML, "--output", "out/today", "--fail-on", "never", cwd=newsroom).returncode == 0
    again = (folder / "index.html").read_text(encoding="utf-8")
    assert "Could not be checked" not in again


def test_a_pattern_that_fits_one_draft_fills_the_folder_too(newsroom: Path) -> None:
    (newsroom / "there").mkdir()
    for output in ("there", "new/"):
        assert run("check", "news/ferry.md", *HTML, "--output", output, cwd=newsroom).returncode == 0
        assert sorted(file.name for file in (newsroom / output).iterdir()) == ["ferry.html", "index.html"]
    assert run("check", "news/ferry.md", *HTML, "--output", "ferry.html", cwd=newsroom).returncode == 0
    assert (newsroom / "ferry.html").is_file()


def test_a_folder_of_pages_takes_no_draft_and_no_file_with_it(newsroom: Path) -> None:
    draft = newsroom / "news" / "other.html"
    text = "On Friday the ferry carried 212 passengers to Samos, where the harbour master saw them ashore by nightfall."
    draft.write_text(f"<html><body><article><h1>Ferry</h1><p>{text}</p></article></body></html>", encoding="utf-8")
    before = draft.read_bytes()
    args = ("check", "news/other.html", "news/ferry.md", "-s", "wire/ferry.txt", *HTML, "--output")
    refused = run(*args, "news", cwd=newsroom)
    assert (refused.returncode, draft.read_bytes()) == (2, before)
    assert "--output would overwrite" in refused.stderr
    assert not (newsroom / "news" / "ferry.html").exists()
    file = run(*args, "claimcheck.toml", cwd=newsroom)
    assert (file.returncode, file.stderr) == (2, "claimcheck: claimcheck.toml: is a file; name a folder\n")


# ---------------------------------------------------------------- decisions

DAY = {"SOURCE_DATE_EPOCH": "1795564799"}  # the last second of 24 November 2026


def finding(newsroom: Path) -> str:
    shown = json.loads(run("check", "news/visit.md", "--format", "json", cwd=newsroom).stdout)
    (found,) = shown["findings"]
    return str(found["id"])


def test_an_accepted_finding_is_shown_and_fails_nothing(newsroom: Path) -> None:
    id_ = finding(newsroom)
    args = ("accept", "news/visit.md", "--finding", id_, "--reason", "Asked the\nministry.", "--until", "2026-12-01")
    done = run(*args, cwd=newsroom, env=DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"news/visit.md.decisions.jsonl: accepted swapped-values ({id_}): Draft: 70%")
    (line,) = (newsroom / "news" / "visit.md.decisions.jsonl").read_text(encoding="utf-8").splitlines()
    kept = json.loads(line)
    assert (kept["reason"], kept["on"], kept["until"]) == ("Asked the ministry.", "2026-11-24", "2026-12-01")

    checked = run("check", "news/visit.md", cwd=newsroom, env=DAY)
    assert checked.returncode == 0
    assert "Accepted until 2026-12-01: Asked the ministry." in checked.stdout
    assert "1 accepted." in checked.stdout

    later = run("check", "news/visit.md", cwd=newsroom, env={"SOURCE_DATE_EPOCH": "1800000000"})
    assert later.returncode == 1
    assert "has expired on 2026-12-01" in " ".join(later.stdout.split())

    (newsroom / "news" / "visit.md").write_bytes((newsroom / "wire" / "visit.txt").read_bytes())
    mended = run("check", "news/visit.md", cwd=newsroom, env=DAY)
    assert mended.returncode == 0
    assert "is of no finding any more" in " ".join(mended.stdout.split())


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--finding", "ID", "--reason", " "], "Give a reason"),
        (["--finding", "ID", "--reason", "x", "--until", "soon"], "does not match the format"),
        (["--finding", "ID", "--reason", "x", "--until", "2026-11-23"], "--until 2026-11-23 is past."),
        (["--finding", "IDx", "--reason", "x"], "has no finding 'IDx'. Did you mean ID?"),
        (["--finding", "zzz", "--reason", "x"], "has no finding 'zzz'. Its findings are ID."),
        (["--reason", "x"], "Missing option '--finding'"),
        (["--finding", "ID"], "Missing option '--reason'"),
    ],
)
def test_what_cannot_be_accepted(newsroom: Path, args: list[str], message: str) -> None:
    id_ = finding(newsroom)
    done = run("accept", "news/visit.md", *(arg.replace("ID", id_) for arg in args), cwd=newsroom, env=DAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert message.replace("ID", id_) in done.stderr
    assert not (newsroom / "news" / "visit.md.decisions.jsonl").exists()


def test_standard_input_has_no_decisions(newsroom: Path) -> None:
    done = run("accept", "-", "--finding", "x", "--reason", "y", stdin="Nine died.", cwd=newsroom)
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard input is none" in done.stderr


def test_a_broken_file_of_decisions_ends_in_2(newsroom: Path) -> None:
    (newsroom / "news" / "visit.md.decisions.jsonl").write_text("{}\n", encoding="utf-8")
    done = run("check", "news/visit.md", "news/ferry.md", cwd=newsroom)
    assert done.returncode == 2
    assert "news/visit.md.decisions.jsonl: line 1: no decision" in done.stderr
    assert "crew of [37]" in done.stdout, "the other draft is still checked"
