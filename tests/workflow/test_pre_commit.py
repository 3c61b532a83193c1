"""The hook for pre-commit, run by that program on a repository made for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.program import PROGRAM, REWRITE, SOURCE, TAMPERED

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
PRE_COMMIT = Path(sys.executable).parent / "pre-commit"


def command(folder: Path, *args: str | Path) -> subprocess.CompletedProcess[str]:
    own = {f"GIT_{role}_{part}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    env = (
        clean
        | own
        | {"PRE_COMMIT_HOME": str(folder.parent / "cache"), "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}
    )
    return subprocess.run(args, cwd=folder, env=env, capture_output=True, text=True, check=False)


def repository(folder: Path) -> Path:
    folder.mkdir()
    assert command(folder, "git", "init", "--quiet").returncode == 0
    return folder


def committed(folder: Path) -> str:
    assert command(folder, "git", "add", "--all").returncode == 0
    assert command(folder, "git", "commit", "--quiet", "--message", "x").returncode == 0
    return command(folder, "git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A repository that uses the hook from another one; with the installed program, as the registry may be away."""
    hooks = repository(tmp_path / "hooks")
    (hooks / MANIFEST.name).write_bytes(MANIFEST.read_bytes())
    revision = committed(hooks)
    work = repository(tmp_path / "work")
    hook = {"id": "claimcheck", "files": "^news/", "language": "system"}
    config = {"repos": [{"repo": str(hooks), "rev": revision, "hooks": [hook]}]}
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (work / "claimcheck.toml").write_text("sources = ['/wire.txt']\n", encoding="utf-8")
    (work / "wire.txt").write_bytes(Path(SOURCE).read_bytes())
    (work / "news").mkdir()
    return work


def test_the_manifest_is_valid() -> None:
    done = subprocess.run([PRE_COMMIT, "validate-manifest", str(MANIFEST)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert (hook["language"], hook["entry"]) == ("python", "claimcheck check"), "others have it installed by pre-commit"


def test_the_hook_stops_a_commit_with_findings(newsroom: Path) -> None:
    for name in ("one.md", "two words.txt"):
        (newsroom / "news" / name).write_bytes(Path(REWRITE).read_bytes())
    committed(newsroom)
    clean = command(newsroom, PRE_COMMIT, "run", "--all-files")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "Passed" in clean.stdout

    (newsroom / "news" / "two words.txt").write_bytes(Path(TAMPERED).read_bytes())
    assert command(newsroom, PRE_COMMIT, "install").returncode == 0
    command(newsroom, "git", "add", "--all")
    stopped = command(newsroom, "git", "commit", "--message", "x")
    assert stopped.returncode == 1
    assert "swapped-values" in stopped.stdout + stopped.stderr
    assert "news/two words.txt:11" in stopped.stdout + stopped.stderr
    assert "news/one.md" not in stopped.stdout + stopped.stderr, "only what is to be committed is checked"


def test_what_is_no_draft_is_left_alone(newsroom: Path) -> None:
    (newsroom / "news" / "table.csv").write_text("9,10\n", encoding="utf-8")
    committed(newsroom)
    done = command(newsroom, PRE_COMMIT, "run", "--all-files")
    assert (done.returncode, "no files to check" in done.stdout) == (0, True), done.stdout
