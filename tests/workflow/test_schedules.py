"""The README's examples of unattended nights: tried as far as they can be without cron, systemd and GitHub."""

from __future__ import annotations

import importlib.resources
import json
import re
import shlex
import shutil
import subprocess
from configparser import ConfigParser
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.cli.program import PROGRAM
from tests.readme import README

TEXT = README.read_text(encoding="utf-8")
HOME = "/srv/news"
"""Where the examples have the newsroom."""


def example(language: str, holding: str = "") -> str:
    """Return the one block of ``language`` that has ``holding`` in it."""
    (found,) = (block for block in re.findall(rf"(?ms)^```{language}\n(.*?)^```$", TEXT) if holding in block)
    return str(found)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A newsroom with an inbox, claimcheck in a virtual environment of its own, and a mail that keeps what it gets."""
    for outlet, toll in (("northwire", 40), ("harbour-post", 70)):
        (tmp_path / "inbox" / outlet).mkdir(parents=True)
        text = f"A landslide above Kalmen buried {toll} houses on Sunday, Mayor Ana Obel said.\n"
        (tmp_path / "inbox" / outlet / "slide.txt").write_text(text, encoding="utf-8")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "claimcheck").symlink_to(PROGRAM)
    mail = programs / "mail"
    mail.write_text(f'#!/bin/sh\necho "$@" >>{tmp_path}/mailed\ncat >>{tmp_path}/mailed\n', encoding="utf-8")
    mail.chmod(0o755)
    return tmp_path


def test_the_line_for_cron(newsroom: Path) -> None:
    path, line = example("crontab").replace(HOME, str(newsroom)).splitlines()
    times, command = re.fullmatch(r"((?:\S+ ){4}\S+)\s+(.*)", line).groups()  # type: ignore[union-attr]
    assert times == "30 4 * * *"
    assert "%" not in command, "a line end to cron"
    name, value = path.split("=")

    def night() -> str:
        (newsroom / "mailed").write_text("", encoding="utf-8")
        done = subprocess.run(["/bin/sh", "-c", command], env={name: value}, cwd="/", capture_output=True, check=True)
        assert done.stderr == b""
        return (newsroom / "mailed").read_text(encoding="utf-8")

    assert night() == "-s claimcheck desk@example.org\nexit code 1\n"
    assert night() == ""  # nothing is new
    (newsroom / "inbox" / "scan.txt").write_bytes(b"GIF89a\x00")
    assert night().endswith("exit code 2\n")
    assert "inbox/scan.txt: byte 6: a binary file" in (newsroom / "nightly.log").read_text(encoding="utf-8")
    assert (newsroom / "reports" / "index.html").is_file()


def test_the_units_for_systemd(newsroom: Path) -> None:
    service = example("ini", "[Service]").replace(HOME, str(newsroom))
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(service)
    said = read["Service"]
    command = shlex.split(said["ExecStart"])
    assert Path(command[0]).is_absolute()
    done = subprocess.run(command, env={}, cwd=said["WorkingDirectory"], capture_output=True, check=False)
    assert done.returncode == int(said["SuccessExitStatus"]), done.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_finds_nothing_wrong_with_them(newsroom: Path) -> None:
    units = {"claimcheck.service": "[Service]", "claimcheck.timer": "[Timer]"}
    for name, holding in units.items():
        (newsroom / name).write_text(example("ini", holding).replace(HOME, str(newsroom)), encoding="utf-8")
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], cwd=newsroom, capture_output=True, text=True, check=False
    )
    wrong = [line for line in checked.stderr.splitlines() if "claimcheck" in line]
    assert (checked.returncode, wrong) == (0, [])
    when = re.search("OnCalendar=(.*)", example("ini", "[Timer]"))
    assert when is not None
    subprocess.run(["systemd-analyze", "calendar", when[1]], capture_output=True, check=True)


def test_the_workflow_for_github(newsroom: Path) -> None:
    # A loader that leaves "on" a string, as GitHub does.
    workflow: dict[str, Any] = yaml.load(example("yaml"), Loader=yaml.BaseLoader)  # noqa: S506
    schemas = importlib.resources.files("check_jsonschema").joinpath("builtin_schemas", "vendor")
    schema = json.loads(schemas.joinpath("github-workflows.json").read_text(encoding="utf-8"))
    jsonschema.validate(workflow, schema)
    steps = workflow["jobs"]["night"]["steps"]
    install, night = (step["run"] for step in steps if "run" in step)
    asked = re.fullmatch(r"pip install '(\w+)\[(\w+)\]'", install)
    assert asked is not None
    assert asked[2] in (metadata(asked[1]).get_all("Provides-Extra") or [])
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", night]
    path = f"{newsroom}/.venv/bin:/usr/bin:/bin"
    codes = [subprocess.run(shell, cwd=newsroom, env={"PATH": path}, check=False).returncode for _ in range(2)]
    assert codes == [1, 0]
    after = steps[steps.index(next(step for step in steps if step.get("run") == night)) + 1 :]
    assert {step["if"] for step in after} == {"always()"}, "new findings end the night in 1"
    kept = [step["with"]["path"].split() for step in steps if "cache" in step.get("uses", "")]
    assert kept == [["archive", "reports"]] * 2
    assert all((newsroom / folder).is_dir() for folder in kept[0])
