"""The blocks of web pages: what they show, and that no text of somebody's gets out of its place."""

from __future__ import annotations

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from markupsafe import Markup

from claimcheck.alignment import Fact
from claimcheck.checker import Checker
from claimcheck.documents import Document
from claimcheck.reports import rows
from claimcheck.reports.formats import render
from claimcheck.reports.html import Link, Section, disputed, links, matrix, page, picture, sparkline, table, tiles
from claimcheck.reports.html.axis import axis
from claimcheck.reports.html.blocks import Cell, Tile
from claimcheck.reports.html.filling import visible
from claimcheck.reports.html.folder import file_names
from claimcheck.reports.html.grouping import groups
from claimcheck.reports.html.lines import Share, shares
from claimcheck.reports.html.marks import marks
from claimcheck.reports.html.texts import texts
from claimcheck.reports.model import Report
from claimcheck.verdicts import Finding
from tests.builders import claim, report

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} \" onload='x' \x07\u202eevil & <b>"


class Tags(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


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


def test_facts_of_several_reports_stand_on_one_page() -> None:
    whole = told(exact(1), exact(2))
    shown = disputed(whole, page="events/a.html", key="a") + disputed(whole, page="events/b.html", key="b")
    tags = Tags(shown).tags
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    links_to = [a["href"] for tag, a in tags if tag == "a"]
    assert links_to == ["events/a.html#c0", "events/a.html#c1", "events/b.html#c0", "events/b.html#c1"]
    assert disputed(whole, most=0) == ""


@pytest.mark.parametrize("href", ["index.html", "2026-11-22/index.html#c1", "#c1", "https://news.example/a:b", "a/b:c"])
def test_pages_link_to_pages(href: str) -> None:
    assert Link(href, "x").href == href


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", " vbscript:x", "JavaScript:x"])
def test_and_to_nothing_else(href: str) -> None:
    with pytest.raises(ValueError, match="pages link to pages only"):
        Link(href, "x")


# ---------------------------------------------------------------- pictures


def told(*figures: dict[str, object], kind: str = "count", dates: tuple[str | None, ...] = ()) -> rows.Rows:
    """Texts that each give one figure of the same fact."""
    documents = [
        Document(f"{n}.txt", f"Some {n + 10} homes burnt.", outlet=f"Outlet {n}", date=dates[n] if dates else None)
        for n in range(len(figures))
    ]
    claims = tuple(
        claim(n, document, f"{n + 10} homes", **{"kind": kind, **figure})
        for n, (document, figure) in enumerate(zip(documents, figures, strict=True))
    )
    return rows.build(Report(tuple(documents), claims, (), (Fact("homes", tuple(range(len(claims))), "conflict"),), ()))


def drawn(whole: rows.Rows) -> ET.Element:
    shown = picture(whole.facts[0], whole.documents, "fact-1")
    assert shown is not None
    return ET.fromstring(str(shown))  # noqa: S314 - our own drawing


def classed(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in root.iter() if name in (each.get("class") or "").split()]


def exact(value: float) -> dict[str, object]:
    return {"value": value, "low": value, "high": value}


def test_each_text_is_a_line_with_its_value() -> None:
    root = drawn(told(exact(10), exact(10), exact(30)))
    assert [each.text for each in classed(root, "label")] == ["Outlet 0", "Outlet 1", "Outlet 2"]
    assert [each.text for each in classed(root, "value")] == ["10 homes", "11 homes", "12 homes"]
    first, second, third = classed(root, "dot")
    assert first.get("cx") == second.get("cx")
    assert third.tag.endswith("polygon")
    assert float((third.get("points") or "").split(",")[0]) > float(first.get("cx") or 0)
    assert classed(root, "band") == []
    assert root.find("{*}title") is not None
    assert (root.get("aria-labelledby") or "").split() == ["fact-1-title", "fact-1-detail"]


def test_intervals_are_bars_and_open_ends_arrows() -> None:
    over: dict[str, object] = {"value": 20.0, "low": 20.0, "high": None, "bound": ">"}
    under: dict[str, object] = {"value": 30.0, "low": None, "high": 30.0, "bound": "<"}
    root = drawn(told(over, {"value": None, "low": 24.0, "high": 99.0}, under))
    assert len(classed(root, "band")) == 3
    assert len(classed(root, "arrow")) == 2
    assert len(classed(root, "dot")) == 2


def test_texts_stand_in_the_order_of_their_dates() -> None:
    root = drawn(told(exact(1), exact(2), exact(3), dates=("2026-11-24", None, "2026-11-22")))
    assert [each.text for each in classed(root, "label")] == [
        "Outlet 2, 2026-11-22",
        "Outlet 0, 2026-11-24",
        "Outlet 1",
    ]


def test_other_units_are_converted() -> None:
    metres = {**exact(10_000), "unit": "metre", "dimension": "length", "factor": 1.0}
    kilometres = {**exact(10), "unit": "kilometre", "dimension": "length", "factor": 1000.0}
    one, two = classed(drawn(told(kilometres, metres, kind="measure")), "dot")
    assert one.get("cx") == two.get("cx")


@pytest.mark.parametrize(
    "figures",
    [
        (exact(1),),
        ({"value": None}, {"value": None}),
        (exact(1), {**exact(2), "kind": "money", "unit": "dollar"}),
        ({**exact(1), "kind": "date"}, {**exact(2), "kind": "date"}),
        (exact(1), {"value": float("inf")}),
    ],
)
def test_what_has_no_common_axis_has_no_picture(figures: tuple[dict[str, object], ...]) -> None:
    whole = told(*figures)
    assert picture(whole.facts[0], whole.documents, "k") is None


def test_what_has_no_place_on_the_axis_has_an_empty_line() -> None:
    root = drawn(told(exact(1), {**exact(2), "kind": "money", "unit": "dollar"}, exact(3)))
    assert [each.text for each in classed(root, "value")] == ["10 homes", "11 homes", "12 homes"]
    assert len(classed(root, "dot")) == 2


def test_what_most_say_comes_first() -> None:
    over: dict[str, object] = {"value": 4.0, "low": 4.0, "high": None, "bound": ">"}
    whole = told(exact(3), exact(5), exact(5), over, exact(7))
    assert groups([place for cell in whole.facts[0].cells for place in cell]) == [1, 0, 0, 0, 2]


def test_a_picture_holds_hostile_names_as_text() -> None:
    documents = [Document(f"{n}", f"Some {n + 10} homes.", outlet=HOSTILE) for n in range(2)]
    claims = tuple(claim(n, d, f"{n + 10} homes", **exact(n)) for n, d in enumerate(documents))
    whole = rows.build(Report(tuple(documents), claims, (), (Fact(HOSTILE, (0, 1), "conflict"),), ()))
    root = drawn(whole)
    assert {each.tag.rpartition("}")[2] for each in root.iter()} == {
        "svg",
        "title",
        "desc",
        "g",
        "text",
        "line",
        "circle",
        "polygon",
    }
    assert classed(root, "label")[0].text == "<script>alert(1)</script> {{…"
    assert "&lt;script&gt;" in matrix(whole)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([10, 30], ["10", "20", "30"]),
        ([11_000, 12_000], ["11,000", "11,500", "12,000"]),
        ([0.5, 0.75], ["0.5", "0.6", "0.7"]),
        ([1.2e6, 3e6], ["1.5m", "2m", "2.5m", "3m"]),
        ([7, 7], ["6.6", "6.8", "7.0", "7.2", "7.4"]),
        ([-2, 2], ["-2", "0", "2"]),
        ([0, 5e9], ["0", "2bn", "4bn"]),
    ],
)
def test_ticks_are_round(values: list[float], ticks: list[str]) -> None:
    scale = axis(values, 0, 100)
    assert [written for _, written in scale.ticks()] == ticks
    assert all(0 <= at <= 100 for at, _ in scale.ticks())
    assert 0 < scale.at(min(values)) <= scale.at(max(values)) < 100


def test_a_sparkline_breaks_where_a_night_is_missing() -> None:
    root = ET.fromstring(str(sparkline([1, 2, None, 4], "findings")))  # noqa: S314 - our own drawing
    assert len(classed(root, "run")) == 1
    assert len(classed(root, "dot")) == 1
    assert root.get("aria-label") == "findings"
    assert "svg" in sparkline([], "nothing")


def test_shares_are_as_long_as_they_are_large() -> None:
    root = ET.fromstring(str(shares([Share(3, "agree", "good"), Share(0, "differ", "bad"), Share(1, "none", "plain")])))  # noqa: S314
    assert [each.get("width") for each in classed(root, "bar")] == ["750.0", "250.0"]
    assert root.get("aria-label") == "3 agree, 1 none"
    assert shares([Share(0, "agree", "good")]) == ""


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
