"""The command rules on all of them: the page for editors, and the examples of a newsroom's own pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.rules.packs import default_pack
from claimcheck.verdicts.catalogue import RULE_IDS, load_rules
from tests.cli.program import run


def test_the_page_for_editors_is_what_is_printed() -> None:
    page = (default_pack() / "README.md").read_text(encoding="utf-8")
    assert page == run("rules", "--format", "markdown").stdout, "claimcheck rules --format markdown > rules/README.md"
    for rule in RULE_IDS:
        assert f"\n## {rule}\n" in page
        assert f"](#{rule})" in page
        assert page.count(load_rules()[rule].trips.draft) >= 1


def pack(folder: Path, text: str) -> str:
    (folder / "findings.toml").write_text(text, encoding="utf-8")
    return str(folder)


def test_the_examples_of_a_pack_are_run(tmp_path: Path) -> None:
    done = run("rules", "--test", pack(tmp_path, "[rules.superseded]\nseverity = 'warning'\n"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "26 examples of 13 rules, 0 failed.\n", "")
    off = run("rules", "--test", pack(tmp_path, "[rules.superseded]\nseverity = 'off'\n"))
    assert off.stdout == "24 examples of 12 rules, 0 failed.\n"


def test_an_example_that_fails_is_shown(tmp_path: Path) -> None:
    text = """
    [rules.value-mismatch]
    trips = { source = "Nine cows were sold in Dorn.", draft = "In Dorn, nine cows were sold." }
    passes = { source = "The fair in Dorn sold 412 cows on Friday.", draft = "On Friday the fair in Dorn sold 421 cows." }
    """
    done = run("rules", "--test", pack(tmp_path, text))
    assert (done.returncode, done.stderr) == (1, "")
    assert "rules.value-mismatch.trips is not found\n  Source: Nine cows were sold in Dorn.\n" in done.stdout
    assert "rules.value-mismatch.passes is found\n" in done.stdout
    assert "  Said: Draft: " in done.stdout
    assert done.stdout.endswith("26 examples of 13 rules, 2 failed.\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--test", "gone"], "gone: no folder of rules"),
        (["arithmetic", "--test", "gone"], "leave out the ID"),
        (["arithmetic", "--format", "markdown"], "leave out the ID"),
    ],
)
def test_wrong_usage(tmp_path: Path, args: list[str], message: str) -> None:
    done = run("rules", *args, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
