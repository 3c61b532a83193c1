"""What holds for every text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck import Checker, Document, Report
from claimcheck.batch import answer
from claimcheck.reports.formats import FORMATS, Screen, render

WORDS = (
    "70%", "90 percent", "over 11,000", "dozens of", "24", "two dozen", "$1.5bn", "£4m", "half", "20 to 30", "3-1", "1,507.2",
    "at least", "nearly", "up to", "third", "2024", "Monday", "9 May", "10:18 GMT", "a year earlier", "rose", "fell", "to", "from",
    "people", "tonnes", "km", "years", "points", "shares", "homes", "Lund", "the mayor", "Ada Berg", "said", "“", "”", ",", ".",
    "and", "of", "in", "by", "He", "added that", "women among them", "\n", "not", "per", "-", "(", ")",
)  # fmt: skip
sentences = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40).map(" ".join)
anything = st.text(max_size=120) | sentences
texts = st.lists(anything, min_size=1, max_size=3).map("\n".join)


@given(texts)
@example("Tolls rose dozens from 0 to 0.")
def test_a_text_has_nothing_to_say_against_itself(text: str) -> None:
    checked = Checker().check(text, [text]).findings
    compared = Checker().compare([Document("a", text), Document("b", text)]).findings
    alone = {finding.rule for finding in (*checked, *compared)}
    assert alone <= {"self-contradiction", "arithmetic"}, "what one text alone says wrong, and nothing else"


@given(texts)
def test_offsets_point_at_the_claimed_text(text: str) -> None:
    report = Checker().extract(text)
    at = 0
    for claim in report.claims:
        figure = claim.figure
        assert text[figure.start : figure.end] == figure.text
        assert at <= figure.start <= figure.number_start < figure.number_end <= figure.end
        assert claim.sentence[0] <= figure.start < claim.sentence[1]
        at = figure.end
    assert [claim.id for claim in report.claims] == list(range(len(report.claims)))


def said(report: Report) -> list[str]:
    """The report's findings and links, told by place and not by id, in no order."""
    places = {c.id: (c.document, c.figure.start, c.figure.end) for c in report.claims}
    links = [f"{sorted((places[link.left], places[link.right]))} {link.verdict}" for link in report.links]
    return sorted(links + [f"{f.rule} {f.severity} {sorted(places[c] for c in f.claims)}" for f in report.findings])


@given(sentences, st.lists(sentences, min_size=2, max_size=3))
def test_the_order_of_the_sources_changes_nothing(draft: str, sources: Sequence[str]) -> None:
    mine = Document("draft", draft)
    theirs = [Document(f"s{n}", text) for n, text in enumerate(sources)]
    assert said(Checker().check(mine, theirs)) == said(Checker().check(mine, theirs[::-1]))


@given(sentences, sentences)
@example("over 11,000 24 . 24", "over 11,000 . 24 . 24")
def test_left_and_right_mirror_the_verdicts(left: str, right: str) -> None:
    one, two = Document("one", left), Document("two", right)
    assert said(Checker().compare([one, two])) == said(Checker().compare([two, one]))


@given(texts, texts)
def test_ids_are_of_claims_and_links_join_documents(left: str, right: str) -> None:
    report = Checker().compare([left, right])
    by_id = {claim.id: claim for claim in report.claims}
    for link in report.links:
        assert link.left < link.right
        assert by_id[link.left].document != by_id[link.right].document
    for claims in (*(fact.claims for fact in report.facts), *(finding.claims for finding in report.findings)):
        assert claims
        assert set(claims) <= set(by_id)


@settings(max_examples=100)
@given(texts, texts)
def test_every_format_takes_every_text(left: str, right: str) -> None:
    for report in (Checker().check(left, [right]), Checker().compare([left, right]), Checker().extract(left)):
        shown = {form: render(report, form, explained=True, screen=Screen(60)) for form in FORMATS}
        assert all(text.endswith("\n") for text in shown.values())
        assert max(map(len, shown["table"].splitlines())) <= 60
        assert json.loads(shown["json"])["version"]
        assert report._repr_html_()


@given(st.dictionaries(st.sampled_from(["id", "documents", "draft", "x"]), st.recursive(st.none() | st.text(max_size=3) | st.integers(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "date"]), inner, max_size=3))))  # fmt: skip
def test_every_job_is_answered(job: object) -> None:
    line, done = answer((1, json.dumps(job).encode()), Checker())
    assert ("error" in json.loads(line)) != done
    assert b"internal error" not in line


@given(st.binary(max_size=60))
def test_every_line_is_answered(data: bytes) -> None:
    line, _ = answer((1, data), Checker())
    assert set(json.loads(line)) >= {"id"}
    assert b"internal error" not in line


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_change_nothing_but_offsets(end: str) -> None:
    draft = f"Nine people died in Lund.{end}Over 11,000 fled, Ada Berg said.{end}"
    source = "Ada Berg said over 11,000 had fled.\nNine people died in Lund.\n"
    report = Checker().check(draft, [source])
    assert [replace(claim.figure, start=0, end=0, number_start=0, number_end=0).text for claim in report.claims][
        :2
    ] == ["Nine people", "Over 11,000"]
    assert report.findings == ()
