"""What the commands print, and where it goes."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
from pathlib import Path

import jsonschema
import pytest

from claimcheck.verdicts.catalogue import RULE_IDS, load_rules
from tests.cli.program import PROGRAM, REWRITE, SAMPLE, SOURCE, TAMPERED, run

CHECK = ("check", TAMPERED, "--source", SOURCE)


# ---------------------------------------------------------------- formats


def test_json_keeps_to_the_schema_that_batch_prints() -> None:
    schema = json.loads(run("batch", "--schema").stdout)
    for args in (CHECK, ("compare", TAMPERED, SOURCE), ("extract", SOURCE), (*CHECK, "--explain")):
        jsonschema.validate(json.loads(run(*args, "--format", "json").stdout), schema)


def test_offsets_point_at_the_figures() -> None:
    shown = json.loads(run(*CHECK, "--format", "json").stdout)
    assert len(shown["claims"]) == 13
    for claim in shown["claims"]:
        text = Path(claim["document"]).read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert text.splitlines()[claim["line"] - 1].count(claim["text"])


def test_csv_and_markdown() -> None:
    found = [
        row for row in csv.DictReader(io.StringIO(run(*CHECK, "--format", "csv").stdout)) if row["record"] == "finding"
    ]
    assert {row["rule"] for row in found} == {"swapped-values"}
    assert len(found) == 4
    markdown = run(*CHECK, "--format", "markdown").stdout
    assert markdown.startswith("| Draft ")
    assert "supplying **70%** of the microelectronics" in markdown


def test_explain_shows_steps_and_reasons() -> None:
    shown = json.loads(run(*CHECK, "--explain", "--format", "json").stdout)
    assert [bool(claim["steps"]) for claim in shown["claims"]] == [True] * 13
    assert [bool(link["reasons"]) for link in shown["links"]] == [True] * 6
    assert "score" in run(*CHECK, "--explain").stdout
    assert "score" not in run(*CHECK).stdout


# ---------------------------------------------------------------- colour and width


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False),
        ({"FORCE_COLOR": "0"}, False),
    ],
)
def test_colour_when_piped(env: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in run(*CHECK, env=env).stdout) == coloured


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_on_a_terminal(env: dict[str, str], coloured: bool) -> None:
    ours, theirs = pty.openpty()
    plain = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}} | {"TERM": "xterm"}
    with subprocess.Popen([PROGRAM, *CHECK], stdout=theirs, stderr=theirs, env=plain | env) as process:
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 65536):
                shown += data
        except OSError:  # how Linux says that the other end is closed
            pass
        process.wait()
    os.close(ours)
    assert (b"\x1b[1;4m70%\x1b[0m" in shown) == coloured
    assert process.returncode == 1


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_width_is_that_of_the_terminal(columns: int) -> None:
    args = ("check", "tampered.txt", "--source", "source.txt")
    lines = run(*args, env={"COLUMNS": str(columns)}, cwd=SAMPLE).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert max(map(len, lines)) > columns * 0.8


def test_the_width_is_80_when_piped() -> None:
    assert 70 < max(map(len, run(*CHECK).stdout.splitlines())) <= 80


# ---------------------------------------------------------------- --output


def test_output_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    done = run(*CHECK, "--format", "json", "--output", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["kind"] == "check"
    assert target.stat().st_mode & 0o777 == 0o640
    before = target.read_text(encoding="utf-8")
    assert run("check", str(tmp_path / "gone"), "--source", SOURCE, "--output", str(target)).returncode == 2
    assert target.read_text(encoding="utf-8") == before
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]


def test_output_follows_a_link_and_is_never_coloured(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target.txt")
    assert run(*CHECK, "--output", str(tmp_path / "link")).returncode == 1
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target.txt").read_text(encoding="utf-8") == run(*CHECK).stdout


@pytest.mark.parametrize(
    ("path", "reason"),
    [("", "a folder; name a file in it"), ("no/where.txt", "/no'; make it first")],
)
def test_output_that_cannot_be_written(tmp_path: Path, path: str, reason: str) -> None:
    done = run(*CHECK, "--output", str(tmp_path / path))
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device to fail on")
@pytest.mark.parametrize("args", [CHECK, ("rules",), ("batch", "--schema")], ids=["check", "rules", "schema"])
def test_a_full_disk_is_no_verdict(args: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([PROGRAM, *args], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"claimcheck: standard output cannot be written: No space left on device\n"


def test_standard_input_is_a_document() -> None:
    done = run("check", "-", "--source", SOURCE, stdin=Path(TAMPERED).read_bytes())
    assert done.returncode == 1
    assert "standard input:" in done.stdout


def test_a_file_name_steers_no_terminal(tmp_path: Path) -> None:
    name = tmp_path / "a\x1b[31mb.txt"
    done = run("extract", str(name))
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    name.write_bytes(Path(TAMPERED).read_bytes())
    assert "\x1b" not in run("check", str(name), "--source", SOURCE).stdout


# ---------------------------------------------------------------- rules


def test_rules_lists_every_rule_with_its_severity() -> None:
    shown = re.findall(r"^(\S+) +(\w+) ", run("rules").stdout, re.MULTILINE)
    entries = load_rules()
    assert shown == [(rule, entries[rule].severity) for rule in RULE_IDS]


@pytest.mark.parametrize("rule", RULE_IDS)
def test_a_rule_is_explained_with_an_example_that_trips_it_and_one_that_does_not(rule: str) -> None:
    entry = load_rules()[rule]
    shown = run("rules", rule, env={"COLUMNS": "160"}).stdout
    found, passed = shown.split("Found:")[1].split("Not found:")
    folded = " ".join(found.split())
    assert entry.trips.draft in folded
    assert f"{entry.severity}: " in found
    assert entry.passes.draft in " ".join(passed.split())
    assert f"{entry.severity}: " not in passed


def test_dropped_figures_are_found_when_asked_for() -> None:
    args = ("check", SOURCE, "--source", REWRITE)
    short = ("check", "-", "--source", REWRITE, "--format", "json")
    assert "dropped-figure" not in run(*args).stdout
    shown = json.loads(run(*short, "--dropped", stdin="North Korea has a visitor.\n").stdout)
    assert {finding["rule"] for finding in shown["findings"]} == {"dropped-figure"}
    assert json.loads(run(*short, stdin="North Korea has a visitor.\n").stdout)["findings"] == []


def test_help_names_every_command_and_the_exit_codes() -> None:
    shown = run("--help").stdout
    assert not re.search(r"\w\.\.\.$", shown + run("archive", "--help").stdout, re.MULTILINE)  # no summary is cut off
    for words in ("check", "compare", "extract", "batch", "rules", "Exit codes", "unreadable input"):
        assert words in shown


@pytest.mark.parametrize("draft", [REWRITE, TAMPERED])
@pytest.mark.parametrize("form", ["table", "json"])
def test_output_is_the_same_whatever_the_hash_seed(draft: str, form: str) -> None:
    args = ("check", draft, "--source", SOURCE, "--format", form, "--explain")
    assert len({run(*args, env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "1", "4711")}) == 1


def test_long_work_says_what_it_is_at_on_a_terminal_only(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(Path(SOURCE).read_text(encoding="utf-8") * 400, encoding="utf-8")
    ours, theirs = pty.openpty()
    with subprocess.Popen([PROGRAM, "extract", str(long)], stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 65536):
                shown += data
        except OSError:
            pass
        process.wait()
    os.close(ours)
    assert process.returncode == 0
    assert shown.endswith(b"\r\x1b[K"), "wiped at the end"
    assert run("extract", str(long)).stderr == ""
