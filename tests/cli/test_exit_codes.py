"""Exit codes: 0 nothing found, 1 findings, 2 wrong usage, unreadable input or broken rules, one by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import REWRITE, SOURCE, TAMPERED, run


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["check", REWRITE, "--source", SOURCE], 0),
        (["check", REWRITE, "--source", SOURCE, "--fail-on", "notice"], 0),
        (["check", TAMPERED, "--source", SOURCE], 1),
        (["check", TAMPERED, "--source", SOURCE, "--fail-on", "warning"], 1),
        (["check", TAMPERED, "--source", SOURCE, "--fail-on", "never"], 0),
        (["compare", REWRITE, SOURCE], 0),
        (["compare", TAMPERED, SOURCE], 1),
        (["extract", TAMPERED], 0),
        (["rules"], 0),
        (["--version"], 0),
        (["--help"], 0),
    ],
)
def test_findings_and_none(args: list[str], code: int) -> None:
    done = run(*args)
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout


@pytest.mark.parametrize("level", ["error", "warning"])
def test_fail_on_a_warning(level: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(Path(REWRITE).read_text(encoding="utf-8") + "Some 300 journalists came along.\n", encoding="utf-8")
    done = run("check", str(draft), "--source", SOURCE, "--fail-on", level)
    assert "1 warning" in done.stdout
    assert done.returncode == (1 if level == "warning" else 0)


def test_the_same_file_as_draft_and_source() -> None:
    done = run("check", TAMPERED, "--source", TAMPERED, "--fail-on", "notice")
    assert (done.returncode, done.stderr) == (0, "")
    assert "No findings" in done.stdout


def test_no_figures_at_all(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Nobody was hurt, the mayor said.\n", encoding="utf-8")
    done = run("check", str(draft), "--source", SOURCE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "0 figures in the draft, 0 with a counterpart in the source. No findings.\n"


# ---------------------------------------------------------------- files that cannot be read

FILES: dict[str, tuple[bytes | None, str]] = {
    "missing.txt": (None, "no such file"),
    "empty.txt": (b"", "the file is empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\xff\xff", "byte 0x89 is not utf-8 text"),
    "nulls.txt": (b"GIF89a\x00\x00", "a binary file, not text"),
    "latin.txt": ("Nine died in Malmö.".encode("latin-1"), "line 1, byte 17: byte 0xf6 is not utf-8 text"),
    "utf16.txt": ("Nine died in Malmö.".encode("utf-16-le"), "add --encoding utf-16-le"),
    "paper.pdf": (b"%PDF-1.4\n", "a PDF file, not text"),
}


def made(folder: Path, name: str) -> str:
    data = FILES[name][0]
    if data is not None:
        (folder / name).write_bytes(data)
    return str(folder / name)


@pytest.mark.parametrize("name", FILES)
def test_a_draft_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    file = made(tmp_path, name)
    for args in (["check", file, "--source", SOURCE], ["extract", file]):
        done = run(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"claimcheck: {file}: ")
        assert FILES[name][1] in done.stderr
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", FILES)
def test_a_source_that_cannot_be_read_keeps_the_others_and_ends_in_2(tmp_path: Path, name: str) -> None:
    file = made(tmp_path, name)
    done = run("check", REWRITE, "--source", file, "--source", SOURCE)
    assert done.returncode == 2
    assert FILES[name][1] in done.stderr
    assert "No findings" in done.stdout
    done = run("compare", REWRITE, file, SOURCE)
    assert done.returncode == 2
    assert "facts;" in done.stdout


def test_nothing_left_to_check_against(tmp_path: Path) -> None:
    for args in (["check", REWRITE, "--source", str(tmp_path)], ["compare", REWRITE, str(tmp_path)]):
        done = run(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{tmp_path}: a folder, not a file; name a file in it" in done.stderr


@pytest.mark.parametrize(
    ("data", "encoding"), [("utf-16", ""), ("utf-8-sig", ""), ("cp1252", "cp1252"), ("utf-16-le", "utf-16-le")]
)
def test_encodings_that_can_be_read(tmp_path: Path, data: str, encoding: str) -> None:
    for name in ("source", "rewrite"):
        text = Path(SOURCE).with_name(f"{name}.txt").read_text(encoding="utf-8")
        (tmp_path / f"{name}.txt").write_bytes(text.encode(data))
    options = ["--encoding", encoding] if encoding else []
    done = run("check", str(tmp_path / "rewrite.txt"), "--source", str(tmp_path / "source.txt"), *options)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_beyond_the_limit(tmp_path: Path) -> None:
    done = run("extract", REWRITE, "--max-bytes", "100")
    assert done.returncode == 2
    assert "more than 100 bytes; raise --max-bytes" in done.stderr
    assert tmp_path


# ---------------------------------------------------------------- wrong usage


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["check", REWRITE, "--sauce", SOURCE], "No such option"),
        (["check", REWRITE, "--sourc", SOURCE], "--source"),
        (["check", REWRITE], "nothing says what its sources are; name them with --source"),
        (["check", "--source", SOURCE], "Missing argument 'DRAFT "),
        (
            ["check", REWRITE, "--source", SOURCE, "--format", "xml"],
            "'xml' is not one of 'table', 'markdown'",
        ),
        (["check", REWRITE, "--source", SOURCE, "--fail-on", "oops"], "'oops' is not one of"),
        (["check", "-", "--source", "-"], "Standard input can be read once only."),
        (["check", REWRITE, "--source", SOURCE, "--output", SOURCE], "--output would overwrite"),
        (["extract", REWRITE, "--encoding", "klingon"], "no text encoding is called 'klingon'"),
        (["extract", REWRITE, "--encoding", "hex"], "no text encoding is called 'hex'"),
        (["compare", REWRITE], "Comparing takes two files at least."),
        (["compare"], "Missing argument"),
        (["rules", "value-mismatsh"], "Did you mean 'value-mismatch'?"),
        (["rules", "x"], "The rules are value-mismatch, "),
        (["batch", "--jobs", "0"], "0 is not in the range"),
        (["chekc"], "No such command 'chekc'"),
    ],
)
def test_wrong_usage(args: list[str], message: str) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


# ---------------------------------------------------------------- rules


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("findings.toml", "[rules.value-mismatch]\nseverity = 'fatal'\n", "rules.value-mismatch.severity: Invalid enum value 'fatal'; it may be error, notice, off, warning"),
        ("findings.toml", "[rules.value-mismatch]\nseverty = 'error'\n", "rules.value-mismatch.severty: no such key; did you mean severity?"),
        ("findings.toml", "[rules\n", "Expected ']' at the end of a table declaration (at line 1, column 7)"),
        ("finding.toml", "", "no such rules file; did you mean findings.toml?"),
        ("notes.txt", "", "no rules in this folder"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "args", [["check", REWRITE, "--source", SOURCE], ["rules"], ["batch"]], ids=lambda args: args[0]
)
def test_broken_rules_name_file_key_and_reason(
    tmp_path: Path, args: list[str], name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    job = json.dumps(
        {"id": "a", "draft": "d", "documents": [{"id": "d", "text": "Nine."}, {"id": "s", "text": "Ten."}]}
    )
    done = run(*args, "--rules", str(tmp_path), stdin=job)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"claimcheck: {tmp_path}")
    assert message in done.stderr


def test_rules_of_another_folder_override(tmp_path: Path) -> None:
    (tmp_path / "findings.toml").write_text("[rules.swapped-values]\nseverity = 'notice'\n", encoding="utf-8")
    args = ["check", TAMPERED, "--source", SOURCE, "--rules", str(tmp_path)]
    assert run(*args).returncode == 0
    assert run(*args, "--fail-on", "notice").returncode == 1
    (tmp_path / "findings.toml").write_text("[rules.swapped-values]\nseverity = 'off'\n", encoding="utf-8")
    assert "No findings" in run(*args).stdout
