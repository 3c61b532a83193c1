"""The command init: a configuration that works as it is, with an example, over nothing that is there."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from claimcheck.house import schema
from claimcheck.house.config import find
from tests.cli.program import run


def test_what_is_written_works_as_it_is(tmp_path: Path) -> None:
    done = run("init", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Try it: claimcheck check claimcheck-example/ferry.md\n")
    checked = run("check", "claimcheck-example/ferry.md", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "value-mismatch" in checked.stdout
    assert "1 error." in checked.stdout


def test_what_is_commented_out_is_right_too(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"))
    file = tmp_path / "new" / "claimcheck.toml"
    text = re.sub(r"^# (?=[a-z-]+(\.\w+)? = |\[)", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")
    config = find(tmp_path / "new").config
    assert config.folders["sport"].fail_on == "warning"
    assert set(tomllib.loads(text)) == set(json.loads(schema.made())["properties"]), "every key is shown"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text("# ours\n", encoding="utf-8")
    done = run("init", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "claimcheck.toml: is there already; nothing was written" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["claimcheck.toml"]
    assert (tmp_path / "claimcheck.toml").read_text(encoding="utf-8") == "# ours\n"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run("init", "file/new", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be made" in done.stderr


def test_the_schema_is_printed() -> None:
    assert run("init", "--schema").stdout == schema.made()
