"""Markdown from the file to the report: read as its readers see it, placed as it is written."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Checker
from claimcheck.claims import Claim
from claimcheck.documents import Document, markdown_document, visible
from claimcheck.reports.formats import render


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Over **11,000** containers were sent.", [("Over **11,000** containers", 11_000)]),
        ("Costs rose **5** *percent* to **$1.5** billion.", [("5** *percent", 5), ("$1.5** billion", 1.5e9)]),
        (
            "[Over 40 homes](https://example.org/12) burned, `9 people` and <!-- 8 people --> more.",
            [("Over 40 homes", 40)],
        ),
        ("---\ndate: 2026-11-22\npages: 7\n---\nNine people died.", [("Nine people", 9)]),
        ("1. Nine people died\n2. Ten people fled", [("Nine people", 9), ("Ten people", 10)]),
        ("```\n5 people\n```\n\nNine people died.", [("Nine people", 9)]),
        ("Toll: 5<br>6 homes burned.", [("5", 5), ("6 homes", 6)]),
    ],
)
def test_figures_of_markdown(text: str, figures: list[tuple[str, float]]) -> None:
    report = Checker().extract(markdown_document("draft.md", text))
    assert [(claim.figure.text, claim.figure.value) for claim in report.claims] == figures
    for claim in report.claims:
        assert text[claim.figure.start : claim.figure.end] == claim.figure.text


MARKED = (
    "## Lund\n\n**Nine** homes burned. *Over* [11,000](https://example.org/90) people fled, **Ada Berg** said. "
    "In Malmö, <b>300</b> trees fell.\n"
)
PLAIN = "Lund\n\nNine homes burned. Over 11,000 people fled, Ada Berg said. In Malmö, 300 trees fell.\n"


def test_marks_make_no_difference_to_a_check() -> None:
    source = "Over 11,000 people fled Lund on Monday, Ada Berg said. Nine homes burned."
    marked = Checker().check(markdown_document("d.md", MARKED), [source])
    plain = Checker().check(Document("d.md", PLAIN), [source])
    assert [(f.rule, f.message, f.claims) for f in marked.findings] == [
        (f.rule, f.message, f.claims) for f in plain.findings
    ]
    assert [finding.rule for finding in plain.findings] == ["unsupported-figure"]
    assert [(k.left, k.right, k.verdict) for k in marked.links] == [(k.left, k.right, k.verdict) for k in plain.links]
    shown = render(marked, "table")
    assert "*" not in shown
    assert "example.org" not in shown
    assert "d.md:3" in shown


def test_every_span_of_a_claim_is_placed() -> None:
    """A span that a stage adds must be placed in claims/placed.py too."""
    spans = {field.name for field in fields(Claim) if "Span" in str(field.type)}
    assert spans == {"sentence", "quotation", "clause"}
    text = "**Some news.** Ada Berg said: “Over **11,000** left.”\n"
    (claim,) = Checker().extract(markdown_document("d.md", text)).claims
    assert text[slice(*claim.sentence)].startswith("Ada Berg said")
    assert claim.quotation
    assert claim.clause
    assert text[slice(*claim.quotation)].strip("“”") == "Over **11,000** left."


@st.composite
def marked(draw: st.DrawFn) -> Document:
    text = draw(st.text(alphabet="a1 *", min_size=1, max_size=30))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return Document("d", text, markup=tuple(zip(edges[::2], edges[1::2], strict=False)))


@given(marked())
def test_what_is_seen_leads_back_to_what_is_written(document: Document) -> None:
    seen = visible(document)
    hidden = {n for start, end in document.markup for n in range(start, end)}
    kept = [(n, char) for n, char in enumerate(document.text) if n not in hidden]
    back = [seen.written((n, n + 1)) for n in range(len(seen.document.text))]
    assert [place for place, _ in kept] == sorted({start for start, end in back if start not in hidden})
    for (start, end), char in zip(back, seen.document.text, strict=True):
        assert start in hidden or document.text[start:end] == char
    assert sum(char == " " for char in seen.document.text) >= sum(char == " " for _, char in kept)
