"""The action for GitHub: its steps, run as GitHub would run them."""

from __future__ import annotations

import importlib.resources
import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.cli.program import PROGRAM, SOURCE, TAMPERED

ACTION = Path(__file__).parents[2] / "action.yml"
CONTENT: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
SCRIPTS = [step for step in CONTENT["runs"]["steps"] if "run" in step]
EXPRESSION = re.compile(r"\$\{\{ (\w+)\.([\w-]+) \}\}")


def run(folder: Path, **given: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run the last step with the inputs ``given``; return what came of it, and the summary of the run."""
    inputs = {
        name: given.pop(name.replace("-", "_"), each.get("default", "")) for name, each in CONTENT["inputs"].items()
    }
    assert not given
    step = SCRIPTS[-1]
    env = {name: EXPRESSION.sub(lambda found: inputs[found[2]], value) for name, value in step["env"].items()}
    summary = folder / "summary.md"
    environment = (
        os.environ | env | {"GITHUB_STEP_SUMMARY": str(summary), "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}
    )
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done, summary.read_text(encoding="utf-8") if summary.exists() else ""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for name, text in (("news/visit.md", TAMPERED), ("news/city/again.md", TAMPERED), ("wire.txt", SOURCE)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(Path(text).read_bytes())
    (tmp_path / ".git").mkdir()
    (tmp_path / "claimcheck.toml").write_text("sources = ['/wire.txt']\n", encoding="utf-8")
    return tmp_path


def test_the_action_keeps_to_the_schema_of_actions() -> None:
    file = importlib.resources.files("check_jsonschema").joinpath("builtin_schemas", "vendor", "github-actions.json")
    jsonschema.validate(CONTENT, json.loads(file.read_text(encoding="utf-8")))


def test_no_input_is_put_into_a_script() -> None:
    assert SCRIPTS
    assert not [step["run"] for step in SCRIPTS if "${{" in step["run"]]
    install = SCRIPTS[0]
    assert install["env"] == {"CHECKOUT": "${{ github.action_path }}"}
    assert install["run"].startswith("python -m pip install ")
    used: Mapping[str, str] = {**SCRIPTS[-1]["env"], "python": CONTENT["runs"]["steps"][0]["with"]["python-version"]}
    assert {EXPRESSION.fullmatch(value)[2] for value in used.values()} == set(CONTENT["inputs"])  # type: ignore[index]


def test_findings_are_annotations_and_fail_the_step(repository: Path) -> None:
    done, summary = run(repository, drafts="news/**/*.md\n")
    assert (done.returncode, done.stderr) == (1, "")
    assert re.findall(r"^::error file=([^,]+),line=11,", done.stdout, re.MULTILINE) == [
        "news/city/again.md",
        "news/visit.md",
    ]
    assert summary.startswith("## news/city/again.md\n")
    assert run(repository, drafts="news/visit.md", fail_on="never")[0].returncode == 0


def test_sources_configuration_sarif_and_summary(repository: Path) -> None:
    (repository / "own.toml").write_text("[severities]\nswapped-values = 'off'\n", encoding="utf-8")
    done, summary = run(
        repository, drafts="news/visit.md", sources="wire.txt", config="own.toml", sarif="out.sarif", summary="false"
    )
    assert (done.returncode, done.stderr, summary) == (0, "", "")
    assert json.loads((repository / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []


@pytest.mark.parametrize(("drafts", "message"), [("gone/*.md", "gone/*.md: no such file"), ("\n", "Missing argument")])
def test_what_is_not_there_fails_the_step(repository: Path, drafts: str, message: str) -> None:
    done, _ = run(repository, drafts=drafts)
    assert done.returncode == 2
    assert message in done.stderr


@pytest.mark.parametrize(
    "text", ["$(touch pwned)", "`touch pwned`", "a; touch pwned", '"; touch pwned; "', "--output=pwned", "-opwned"]
)
@pytest.mark.parametrize("key", ["drafts", "sources", "config", "fail_on", "sarif", "summary"])
def test_an_input_is_no_command(repository: Path, key: str, text: str) -> None:
    run(repository, **{"drafts": "news/visit.md", key: text})
    assert not (repository / "pwned").exists()
