"""Formats: all show the same, and none lets a text steer what shows it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from claimcheck.alignment import Fact, Link
from claimcheck.documents import Document
from claimcheck.reports import rows, to_csv
from claimcheck.reports.formats import Screen, render
from claimcheck.reports.model import Report
from claimcheck.verdicts import Finding
from tests.builders import claim, report
from tests.reports.shown import FORMATS, KINDS, shown_as

FINDINGS_ONLY = {"sarif", "github", "junit"}
"""What shows findings beside a text has no place for every figure and its verdict."""

every_format = pytest.mark.parametrize("form", FORMATS)


def folded(text: str) -> str:
    """Without line breaks, marks and spaces: what is left is what the formats must have in common."""
    return re.sub(r"(?s)<(style|script)>.*?</\1>|[\s\[\]*\\]|<[^>]*>", "", unescaped(text))


def unescaped(text: str) -> str:
    return text.replace("%0A", "\n").replace("%25", "%").replace("&amp;", "&")


# ---------------------------------------------------------------- nothing is lost


@every_format
@pytest.mark.parametrize("kind", ["check", "compare"])
def test_no_finding_message_or_position_is_lost(form: str, kind: str) -> None:
    whole = KINDS[kind]()
    shown = FORMATS[form](whole, False)
    assert [len(finding.claims) for finding in whole.findings] == [2, 1]
    for finding in whole.findings:
        assert finding.rule in shown
        assert finding.severity in shown
        assert folded(finding.message) in folded(shown)
        for id_ in finding.claims:
            concerned = whole.claims[id_]
            assert concerned.figure.text in unescaped(shown)
            text = next(d.text for d in whole.documents if d.id == concerned.document)
            line = text.count("\n", 0, concerned.figure.start) + 1
            assert (concerned.document, line) in positions(form, shown)


def positions(form: str, shown: str) -> set[tuple[str, int]]:
    """The documents and lines that ``shown`` names."""
    if form == "csv":
        return {(row["document"], int(row["line"] or 0)) for row in csv.DictReader(io.StringIO(shown))}
    if form in {"json", "jsonl"}:
        claims = json.loads(shown)["claims"] if form == "json" else map(json.loads, shown.splitlines())
        return {(claim["document"], claim["line"]) for claim in claims if "line" in claim}
    if form == "sarif":
        (run,) = json.loads(shown)["runs"]
        places = [p for r in run["results"] for p in (*r["locations"], *r["relatedLocations"])]
        found = [place["physicalLocation"] for place in places]
        return {(each["artifactLocation"]["uri"], each["region"]["startLine"]) for each in found}
    if form == "html":
        return {(document, int(line)) for document, line in re.findall(r"<bdi>([^<]*)</bdi>:(\d+)", shown)}
    return {
        (document, int(line))
        for document, line in re.findall(r"([\w.]+):(\d+)", re.sub(r"<[^>]*>", " ", unescaped(shown)))
    }


@every_format
def test_an_accepted_finding_is_shown_as_accepted(form: str) -> None:
    shown = FORMATS[form](report(), False)
    assert "accepted" in shown.lower()
    assert "Told by phone." in shown
    assert "2026-12-31" in shown
    open_again = replace(report(), findings=tuple(replace(f, accepted=None) for f in report().findings))
    assert "Told by phone." not in FORMATS[form](open_again, False)


@every_format
def test_remarks_are_shown(form: str) -> None:
    assert folded("no finding has the id f-9.") in folded(FORMATS[form](report(), False))


@every_format
@pytest.mark.parametrize("kind", ["check", "compare"])
def test_the_id_of_a_finding_is_shown(form: str, kind: str) -> None:
    shown = FORMATS[form](KINDS[kind](), False)
    assert "f-1" in shown
    assert "f-2" in shown


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in FINDINGS_ONLY])
@pytest.mark.parametrize("kind", KINDS)
def test_every_claim_and_verdict_is_shown(form: str, kind: str) -> None:
    whole = KINDS[kind]()
    shown = FORMATS[form](whole, False)
    told = {each.place.figure for each in rows.build(whole).claims if kind != "compare" or each.fact is not None}
    assert told >= {"42 years", "70%"}
    assert all(folded(figure) in folded(shown) for figure in told)
    if kind != "extract":
        assert {"conflict", "match"} <= set(re.findall(r"conflict|match", shown))


@pytest.mark.parametrize("form", ["table", "wide table", "markdown", "json", "jsonl", "csv"])
@pytest.mark.parametrize("explained", [True, False])
def test_reading_steps_and_reasons_are_shown_when_asked_for(form: str, explained: bool) -> None:
    shown = folded(FORMATS[form](report(), explained))
    steps = "numeral" in shown, "sameunit" in shown, "1.25" in shown
    assert steps == (explained,) * 3


def test_a_text_without_figures() -> None:
    empty = Report((Document("a.txt", "Nothing."), Document("b.txt", "At all.")), (), (), (), (), "a.txt")
    for form in FORMATS.keys() - {"csv"}:
        assert "0 figures" in FORMATS[form](empty, True), form
    assert FORMATS["csv"](empty, True).splitlines() == [",".join(to_csv.COLUMNS)]
    assert render(empty, "table") == "0 figures in the draft, 0 with a counterpart in the source. No findings.\n"


# ---------------------------------------------------------------- the table


@pytest.mark.parametrize("columns", [40, 60, 80, 132])
@pytest.mark.parametrize("kind", KINDS)
def test_lines_keep_within_the_width(columns: int, kind: str) -> None:
    shown = shown_as("table", columns)(KINDS[kind](), True)
    assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize("columns", [40, 80, 132])
def test_colour_changes_no_layout(columns: int) -> None:
    plain, coloured = (
        render(report(), "table", explained=True, screen=Screen(columns, colour)) for colour in (False, True)
    )
    assert "\x1b" not in plain
    assert "\x1b[1;4m42 years\x1b[0m" in coloured
    assert all(len(re.sub(r"\x1b\[[\d;]*m", "", line)) <= columns for line in coloured.splitlines())
    assert letters(re.sub(r"\x1b\[[\d;]*m", "", coloured)) == letters(plain)


def letters(text: str) -> Counter[str]:
    """What is shown, wherever the lines are broken: marks take room, so colour breaks them elsewhere."""
    return Counter(re.sub(r"[\s\[\]-]", "", text))


def test_many_sources_are_shown_in_several_tables() -> None:
    texts = [Document(f"outlet-{n}.txt", f"The dam held {n + 10} days.") for n in range(12)]
    claims = tuple(claim(n, text, f"{n + 10} days") for n, text in enumerate(texts))
    whole = Report(tuple(texts), claims, (), (Fact("dam", tuple(range(12)), "conflict"),), ())
    shown = render(whole, "table")
    assert all(f"[{n + 10} days]" in shown for n in range(12))
    assert all(f"outlet-{n}.txt" in shown for n in range(12))
    assert max(map(len, shown.splitlines())) <= 80


def test_figures_of_one_sentence_are_marked_in_one_passage() -> None:
    text = "Of its tractors, the oldest of the works at Orrin sells 70% abroad, of its engines 40%, said the board."
    draft, source = Document("draft", text), Document("source", text)
    claims = [
        claim(n, document, share)
        for n, (document, share) in enumerate([(draft, "40%"), (draft, "70%"), (source, "70%")])
    ]
    finding = Finding("f", "swapped-values", "error", "Exchanged.", (0, 1, 2))
    shown = FORMATS["wide table"](Report((draft, source), tuple(claims), (), (), (finding,), "draft"), False)
    passages = [line.split(":1")[1].split() for line in shown.splitlines() if re.match("  (draft|source):1", line)]
    assert [[word for word in words if "%" in word] for words in passages] == [["[70%]", "[40%],"], ["[70%]", "40%,"]]


def test_a_claim_with_several_counterparts_has_a_line_for_each() -> None:
    draft, one, two = Document("draft", "Nine died."), Document("one", "Nine dead."), Document("two", "Ten dead.")
    claims = (claim(0, draft, "Nine"), claim(1, one, "Nine"), claim(2, two, "Ten"))
    links = (Link(0, 1, "match", 0.9), Link(0, 2, "conflict", 0.8))
    whole = Report(
        (draft, one, two), claims, links, (), (Finding("f", "value-mismatch", "error", "No.", (0, 2)),), "draft"
    )
    lines = [" ".join(line.split()) for line in render(whole, "table").splitlines()[2:4]]
    assert lines == ["1: [Nine] died. one:1: [Nine] dead. match", "two:1: [Ten] dead. conflict #1"]


def test_what_differs_in_a_source_that_bears_the_figure_out_is_no_counterpart() -> None:
    draft, source = Document("draft", "Over three years."), Document("source", "Three years. Three voted.")
    claims = (claim(0, draft, "three"), claim(1, source, "Three years"), claim(2, source, "Three voted"))
    links = (Link(0, 1, "match", 0.9), Link(0, 2, "conflict", 0.8))
    shown = render(Report((draft, source), claims, links, (), (), "draft"), "table")
    assert "[Three years]" in shown
    assert "conflict" not in shown


# ---------------------------------------------------------------- hostile text

HOSTILE = "\x1b[2J\x07 | **5 <script>alert(1)</script> =cmd|' \u202ednah\u202c `x` \u0085&amp; \udc80 [a](b)"


def hostile() -> Report:
    draft = Document("=draft\x1b[31m|.txt", f"{HOSTILE} people died.\n")
    source = Document("source.txt", f"{HOSTILE} people died.\n")
    claims = (claim(0, draft, HOSTILE, what=HOSTILE, speaker=HOSTILE), claim(1, source, HOSTILE, what=HOSTILE))
    finding = Finding("f-1", "value-mismatch", "error", HOSTILE, (0, 1))
    facts = (Fact(HOSTILE, (0, 1), "conflict"),)
    return Report((draft, source), claims, (Link(0, 1, "conflict", 0.9),), facts, (finding,), draft.id)


@pytest.mark.parametrize("form", ["table", "wide table", "markdown", "notebook", "github", "junit"])
@pytest.mark.parametrize("draft", [True, False])
def test_no_character_steers_the_terminal(form: str, draft: bool) -> None:
    shown = FORMATS[form](hostile() if draft else replace(hostile(), draft=None), True)
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown
    )


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.add(tag)


def test_html_holds_only_tags_of_its_own() -> None:
    parser = _Tags()
    parser.feed(hostile()._repr_html_())
    assert parser.tags == {"div", "table", "tr", "th", "td", "span", "mark", "p", "b", "ul", "li"}


def test_markdown_cells_hold_no_marks_of_the_text() -> None:
    lines = FORMATS["markdown"](hostile(), False).splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {6}
    assert not any("<script" in re.sub(r"\\<", "", line) for line in lines)


def test_no_csv_cell_starts_a_formula() -> None:
    shown = FORMATS["csv"](hostile(), True)
    cells = [cell for row in csv.reader(io.StringIO(shown)) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(cell.startswith("'=draft") for cell in cells)
