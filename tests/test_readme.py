"""The README shows what the program does today, and leaves no command or option out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from claimcheck.cli.program import program
from claimcheck.house.config import find
from claimcheck.house.settled import settle
from claimcheck.reports import flat
from claimcheck.reports.formats import FORMATS
from claimcheck.rules.packs import default_pack
from claimcheck.verdicts.catalogue import load_rules
from tests.readme import NIGHTS, README, REPORTS, Shown, holds, kept_nights, sample_nights, shown

TEXT = README.read_text(encoding="utf-8")
SHOWN = list(shown(TEXT))


@pytest.mark.parametrize("each", SHOWN, ids=[each.command.split("\n")[0] for each in SHOWN])
def test_what_the_readme_shows_is_what_is_printed(each: Shown) -> None:
    output = each.run()
    assert holds(each.output, output), f"python tests/readme.py --write puts this there:\n{output}"


@pytest.mark.parametrize("file", REPORTS, ids=[file.name for file in REPORTS])
def test_the_sample_reports_are_what_is_printed(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == Shown(REPORTS[file], "", 0, 0).run()


def test_the_sample_nights_are_what_is_written(tmp_path: Path) -> None:
    written, now = kept_nights(NIGHTS), sample_nights(tmp_path)
    assert written.keys() == now.keys()
    assert [name for name in now if written[name] != now[name]] == [], "python tests/readme.py --write"


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield the commands of ``group``, and those of groups in it, by what is typed for them."""
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


@pytest.mark.parametrize("block", re.findall(r"^```toml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
def test_a_configuration_in_the_readme_can_be_used(block: str, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text(block, encoding="utf-8")
    settled = settle(find(tmp_path), tmp_path / "sport" / "chess")
    assert settled.fail_on == "error"
    assert load_rules(settled.packs)["hedge-changed"].severity == "error"


def test_every_command_and_option_is_in_the_readme() -> None:
    left_out = []
    for name, command in commands(program, "claimcheck"):
        options = [opt for param in command.params if isinstance(param, click.Option) for opt in param.opts]
        left_out += [name] * (name not in TEXT)
        left_out += [opt for opt in options if opt.startswith("--") and not re.search(rf"{opt}\b", TEXT)]
    assert left_out == []


def test_every_rules_file_format_and_column_is_in_the_readme() -> None:
    names = [file.name for file in sorted(default_pack().glob("*.toml"))]
    names += [*FORMATS, *flat.CLAIM_COLUMNS, *flat.FINDING_COLUMNS]
    assert [name for name in names if f"`{name}`" not in TEXT] == []


@pytest.mark.parametrize(
    ("expected", "output", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n...\nc\n", "a\nb\nb\nc\n", True),
        ("...\nc\n", "a\nb\nc\n", True),
        ("a\n...\n", "a\n", True),
        ("a\n...\nc\n", "b\nc\n", False),
    ],
)
def test_lines_may_be_left_out(expected: str, output: str, same: bool) -> None:
    assert holds(expected, output) == same
