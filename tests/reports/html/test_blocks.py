"""The blocks of web pages: what they show, and that no text of somebody's gets out of its place."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from markupsafe import Markup

from claimcheck.checker import Checker
from claimcheck.documents import Document
from claimcheck.reports import rows
from claimcheck.reports.formats import render
from claimcheck.reports.html import Link, Section, links, page, sparkline, table, tiles
from claimcheck.reports.html.blocks import Cell, Tile
from claimcheck.reports.html.filling import visible
from claimcheck.reports.html.folder import file_names
from claimcheck.reports.html.lines import Share, shares
from claimcheck.reports.html.marks import marks
from claimcheck.reports.html.texts import texts
from claimcheck.reports.model import Report
from claimcheck.verdicts import Finding
from tests.builders import claim, report
from tests.reports.html.tags import HOSTILE, Tags

# ---------------------------------------------------------------- the shell


def test_the_policy_allows_the_page_its_own_style_and_script_and_nothing_else() -> None:
    shown = page("A title", [Section("one", "One", Markup("<p>Text.</p>"))])
    policy = next(a["content"] for tag, a in Tags(shown).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert set(rules) == {"default-src", "base-uri", "form-action", "style-src", "script-src"}
    for tag in ("style", "script"):
        [held] = re.findall(rf"(?s)<{tag}>(.*?)</{tag}>", shown)
        digest = base64.b64encode(hashlib.sha256(held.encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"


@pytest.mark.parametrize("draft", [None, "draft.txt"])
def test_no_element_has_a_style_or_a_handler_or_loads_anything(draft: str | None) -> None:
    whole = report()
    shown = render(Report(whole.documents, whole.claims, whole.links, whole.facts, whole.findings, draft), "html")
    tags = Tags(shown).tags
    assert {"a", "p", "table", "script"} <= {tag for tag, _ in tags}
    for tag, attributes in tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")], tag
        assert "src" not in attributes, tag
        assert tag not in {"link", "img", "iframe", "object", "embed", "form", "base"}
        assert (attributes.get("href") or "#").startswith("#")


def test_a_fact_that_a_hundred_outlets_tell_is_not_listed_a_hundred_times() -> None:
    def page_of(outlets: int) -> str:
        return render(
            Checker().compare([f"The fire on the ferry killed {n % 3 + 14} people." for n in range(outlets)]), "html"
        )

    tags = Tags(page_of(100)).tags
    ids = {attributes["id"] for _, attributes in tags if "id" in attributes}
    assert {a["href"] for tag, a in tags if tag == "a"} <= {f"#{id_}" for id_ in ids}
    assert page_of(100).count('<a href="#fact-list-1">and 87 more</a>') == 100
    assert len(page_of(100)) < 3 * len(page_of(50))
    assert "more</a>" not in page_of(13)


def test_ids_are_unique_and_every_link_has_a_target() -> None:
    tags = Tags(render(report(), "html")).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {a["href"] for tag, a in tags if tag == "a"} <= {f"#{id_}" for id_ in ids}
    assert {"c0", "c4", "finding-1", "finding-2", "text-0", "text-1"} <= set(ids)


def test_what_is_handed_in_is_text() -> None:
    hostile = page(
        HOSTILE,
        [
            Section("a", HOSTILE, table(HOSTILE, [HOSTILE], [[HOSTILE], [Link("b.html", HOSTILE, HOSTILE)]])),
            Section("b", "B", links([Link("c.html", HOSTILE, HOSTILE)]) + tiles([Tile(HOSTILE, HOSTILE)])),
            Section("c", "C", sparkline([1, 2], HOSTILE) + shares([Share(1, HOSTILE, "good")])),
        ],
        kicker=HOSTILE,
        lead=HOSTILE,
        home=Link("../index.html", HOSTILE),
    )
    tags = Tags(hostile).tags
    assert [tag for tag, _ in tags].count("script") == 1
    assert not [a for _, a in tags if any(name.startswith("on") for name in a)]
    assert "b" not in [tag for tag, _ in tags]
    assert "{{ 7 * 7 }}" in hostile
    assert "\u202e" not in hostile
    assert "\x07" not in hostile


# ---------------------------------------------------------------- text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, with “quotes” and ünïcode", "plain, with “quotes” and ünïcode"),
        ("שלום 42", "שלום 42"),
        ("bell\x07", "bell[U+0007]"),
        ("null\x00", "null[U+0000]"),
        ("delete\x7f", "delete[U+007F]"),
        ("left\u202eright", "left[U+202E]right"),
        ("half \ud800", "half [U+D800]"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("a\tb", "a    b"),
    ],
)
def test_unseen_characters_are_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_paragraphs_keep_the_text_and_its_lines() -> None:
    text = "---\ntitle: x\n---\nA **headline**\n\n  \nOver 11,000 fled,\nof 24 towns.\n\nEnd 5.\n"
    at = text.index("**")
    markup = ((0, text.index("A ")), (at, at + 2), (text.rindex("**"), text.rindex("**") + 2))
    document = Document("d.md", text, markup=markup)
    claims = (claim(0, document, "Over 11,000"), claim(1, document, "24 towns"), claim(2, document, "5"))
    whole = rows.build(Report((document,), claims, (), (), ()))
    [shown] = texts(whole.documents, marks(whole))
    flat = [
        (p.line, "".join(x if isinstance(x, str) else f"[{x.place.figure}]" for x in p.pieces))
        for p in shown.paragraphs
    ]
    assert flat == [(4, "A headline"), (7, "[Over 11,000] fled,\nof [24 towns]."), (10, "End [5].")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One line.\n" + "A paragraph of its own " * 9 + "\nThe next.", 3),
        ("Hard lines\nof one paragraph\nof verse.", 1),
        ("A paragraph " * 20 + "\nwith a line end.\n\nAnd another.", 2),
        ("\n \n", 0),
        ("", 0),
    ],
)
def test_lines_are_paragraphs_where_they_are_as_long(text: str, shown: int) -> None:
    whole = rows.build(Report((Document("d.txt", text),), (), (), (), ()))
    assert len(texts(whole.documents, marks(whole))[0].paragraphs) == shown


@pytest.mark.parametrize(("draft", "columns"), [(None, 3), ("a.txt", 2)])
def test_a_finding_has_a_column_for_each_text_or_for_the_draft_and_its_sources(draft: str | None, columns: int) -> None:
    documents = tuple(Document(f"{name}.txt", "Some 10 homes burnt.\nAnd 12 boats sank.\n") for name in "abc")
    figures = [(document, text) for document in documents for text in ("10 homes", "12 boats")]
    claims = tuple(claim(n, document, text) for n, (document, text) in enumerate(figures))
    found = Finding("f-1", "swapped-values", "error", "The two are exchanged.", (0, 3, 1, 2, 5, 4))
    shown = render(Report(documents, claims, (), (), (found,), draft), "html")
    evidence = shown.partition('<div class="evidence">')[2].partition("</li>")[0]
    assert evidence.count("<div>") == columns
    assert evidence.count("<figure>") == len(claims)


def test_an_accepted_finding_colours_no_figure() -> None:
    whole = rows.build(report())
    assert [(mark.id, mark.severity, mark.findings) for mark in marks(whole).values() if mark.findings] == [
        (0, "error", (1,)),
        (2, None, (2,)),
        (4, "error", (1,)),
    ]


# ---------------------------------------------------------------- tables and links


def test_cells_sort_by_what_they_mean() -> None:
    shown = table(
        "Nights", ["Night", "Facts"], [["one", 12000], [Cell("two", "b"), None], [Link("a/b.html", "x"), 0.5]]
    )
    keys = [a["data-key"] for _, a in Tags(shown).tags if "data-key" in a]
    assert keys == ["one", "12000", "b", "", "x", "0.5"]
    assert ">12,000<" in shown
    assert "data-sortable" in shown
    assert "data-sortable" not in table("Nights", ["Night"], [], sortable=False)


def test_columns_of_numbers_are_set_as_such() -> None:
    tags = Tags(table("Nights", ["Night", "Facts", "Mixed"], [["one", 12.0, 1], ["two", 3.5, "none"]])).tags
    assert [a.get("class") for tag, a in tags if tag == "th" and a.get("scope") == "col"] == [None, "number", None]
    assert ">12<" in table("Nights", ["Facts"], [[12.0]])


@pytest.mark.parametrize("href", ["index.html", "2026-11-22/index.html#c1", "#c1", "https://news.example/a:b", "a/b:c"])
def test_pages_link_to_pages(href: str) -> None:
    assert Link(href, "x").href == href


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", " vbscript:x", "JavaScript:x"])
def test_and_to_nothing_else(href: str) -> None:
    with pytest.raises(ValueError, match="pages link to pages only"):
        Link(href, "x")


# ---------------------------------------------------------------- a folder of pages


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["news/visit.md"], ["visit"]),
        (["/srv/news/visit.md", "/srv/news/ferry.md"], ["visit", "ferry"]),
        (["news/visit.md", "sport/visit.md"], ["news-visit", "sport-visit"]),
        (["visit.md", "visit.txt", "VISIT.md"], ["visit", "visit-2", "VISIT-3"]),
        (["../a/x.md", "./b/x.md"], ["a-x", "b-x"]),
        (["index.md", "-", "what? #1.md", "čtvrtek.md", ".hidden"], ["index-2", "-", "what_1", "čtvrtek", "hidden"]),
        (["javascript:alert(1).md", "a/" + "x" * 300], ["javascript_alert_1_", "a-" + "x" * 98]),
    ],
)
def test_pages_are_named_after_drafts_and_stay_in_their_folder(paths: list[str], names: list[str]) -> None:
    assert file_names(paths) == [f"{name}.html" for name in names]
