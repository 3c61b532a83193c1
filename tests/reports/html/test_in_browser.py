"""Reports as their readers meet them: in a browser, by mouse and keyboard, with and without scripts.

Every page opened here must log nothing and ask the network for nothing: ``Windows.open`` holds that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from claimcheck import Checker, Document
from claimcheck.reports.formats import render
from claimcheck.reports.html.filling import visible
from tests.builders import report
from tests.reports.html.browser import PHONE, Scheme, Windows

SAMPLE = Path(__file__).parents[2] / "sample"
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><b>Bold</b> {{ 7 * 7 }} {% raw %} </style></script> "
    "&lt;not a tag&gt; \" onmouseover='alert(3)' bell\x07 null\x00 turned\u202eround.\n\n"
    "The <i>fire</i> drove 2,400 people from their homes in Varna.\n"
)
PARAGRAPHS = """
[...document.querySelectorAll("#text-0 > p")].map((paragraph) => {
  const copy = paragraph.cloneNode(true);
  copy.querySelectorAll(".line, .unseen, .ref").forEach((each) => each.remove());
  return copy.textContent;
})
"""
"""The text of the first document as its readers see it: without line numbers, hints and finding numbers."""

LONG = "The council of Varna spoke of the harbour again, and agreed on nothing.\n\n" * 60 + (
    "It spent £57,500 on the school.\n"
)


def sample(name: str) -> Document:
    return Document(f"{name}.txt", (SAMPLE / f"{name}.txt").read_text(encoding="utf-8"))


def checked(draft: Document, *sources: Document, explained: bool = False) -> str:
    return render(Checker().check(draft, sources), "html", explained=explained)


def compared(*documents: Document) -> str:
    return render(Checker().compare(documents), "html")


PAGES: dict[str, Callable[[], str]] = {
    "check": lambda: checked(sample("tampered"), sample("source"), explained=True),
    "extract": lambda: render(Checker().extract(sample("source")), "html"),
    "compare": lambda: compared(
        Document(
            "a.txt",
            "The fire drove 2,400 people from their homes in Varna on Friday, the mayor said. It cost £4m.",
            outlet="Gazette",
            date="2026-11-21",
        ),
        Document(
            "b.txt",
            "In Varna 2,900 people were driven from their homes by the fire on Friday, the mayor said.",
            outlet="Courier",
            date="2026-11-22",
        ),
        Document("c.txt", "The mayor of Varna said the fire on Friday drove over 2,400 people from their homes."),
    ),
    "sources": lambda: checked(
        Document(
            "draft.md",
            "The fire drove 4,200 people out of 12 streets. Helpers came from 5 towns.",
            title="Fire in Varna",
        ),
        Document("one.txt", "The fire drove 2,400 people out, the mayor of Varna said.", outlet="Wire"),
        Document("two.txt", "In Varna the fire raged in 12 streets and drove 2,400 people out."),
    ),
    "long": lambda: checked(
        Document("draft.txt", "The council of Varna spent £57,500 on the school."),
        Document("long.txt", LONG),
    ),
    "hostile": lambda: checked(
        Document("<b>\u202edraft</b>.txt", HOSTILE, outlet='"><script>alert(4)</script>', title="{{ 7 * 7 }}"),
        Document("'source'\x07.txt", HOSTILE.replace("2,400", "4,200"), outlet="<i>Wire</i>", date="<u>2026</u>"),
        explained=True,
    ),
    "accepted": lambda: render(report(), "html"),
    "bidi": lambda: checked(
        Document(
            "draft.txt", "היו שם 1,200 אנשים ו-40 בתים.\n\nSome 1,200 people of حلب fled 40 homes.", outlet="הארץ"
        ),
        Document("source.txt", "Some 1,200 people of حلب fled 40 homes.\n\n据报道，1,200 人离开了 40 所房屋。"),
    ),
}


@cache
def page(kind: str) -> str:
    """A page of each kind."""
    return PAGES[kind]()


every_kind = pytest.mark.parametrize("kind", PAGES)


def lit(page: Page) -> list[str]:
    return [each.get_attribute("id") or "" for each in page.locator(".lit").all()]


# ---------------------------------------------------------------- counterparts


def test_a_figure_lights_up_its_counterpart_under_the_pointer_and_in_focus(browser: Windows) -> None:
    with browser.open(page("check")) as window:
        figure = window.page.locator("#text-0 .figure", has_text="24 years")
        other = window.page.locator("#text-1 .figure", has_text="24 years")
        ids = {figure.get_attribute("id"), other.get_attribute("id")}
        figure.hover()
        assert set(lit(window.page)) == ids
        window.page.mouse.move(0, 0)
        assert lit(window.page) == []
        other.focus()
        assert set(lit(window.page)) == ids
        window.page.keyboard.press("Escape")
        assert lit(window.page) == []


def test_a_finding_lights_up_all_its_figures(browser: Windows) -> None:
    with browser.open(page("check")) as window:
        window.page.locator("#finding-1 .message").hover()
        assert [each.inner_text() for each in window.page.locator(".lit bdi").all()] == ["70%", "90%", "70%", "90%"]


def test_following_a_figure_by_keyboard_leads_to_its_counterpart_and_back(browser: Windows) -> None:
    with browser.open(page("check")) as window:
        figure = window.page.locator("#text-0 .figure", has_text="11,000")
        figure.focus()
        window.page.keyboard.press("Enter")
        expect(window.page.locator("#text-1 .figure", has_text="11,000")).to_be_focused()
        window.page.keyboard.press("Enter")
        expect(figure).to_be_focused()


def test_a_counterpart_out_of_sight_is_brought_into_it(browser: Windows) -> None:
    with browser.open(page("long")) as window:
        other = "#text-1 .figure >> text=£57,500"
        assert not in_sight(window.page, other)
        window.page.locator("#text-0 .figure", has_text="£57,500").hover()
        assert in_sight(window.page, other)


def in_sight(page: Page, selector: str) -> bool:
    """Whether an element is within the visible part of its text."""
    inner = page.locator(selector).bounding_box()
    outer = page.locator("#text-1").bounding_box()
    assert inner is not None
    assert outer is not None
    return outer["y"] <= inner["y"] <= outer["y"] + outer["height"] - inner["height"]


# ---------------------------------------------------------------- filters and sorting


def test_findings_are_filtered_by_severity_and_rule(browser: Windows) -> None:
    with browser.open(page("sources")) as window:
        shown = window.page.locator(".finding:visible")
        rules = [each.inner_text() for each in shown.locator(".rule").all()]
        assert sorted(set(rules)) == ["unsupported-figure", "value-mismatch"]
        filters = window.page.locator("#findings .filters")
        filters.get_by_label("error").uncheck()
        assert set(shown.locator(".severity").all_inner_texts()) == {"Warning"}
        assert (
            filters.get_by_role("status").inner_text() == f"{rules.count('unsupported-figure')} of {len(rules)} shown"
        )
        filters.get_by_label("unsupported-figure").uncheck()
        assert shown.count() == 0
        window.page.locator("#texts .ref").first.click()
        shown.first.wait_for()  # the page hears of the click after the browser has moved to the finding
        assert shown.count() == 1
        filters.get_by_label("error").check()
        filters.get_by_label("unsupported-figure").check()
        assert shown.count() == len(rules)
        assert filters.get_by_role("status").inner_text() == ""


def test_accepted_findings_can_be_put_aside(browser: Windows) -> None:
    with browser.open(page("accepted")) as window:
        shown = window.page.locator(".finding:visible")
        assert shown.count() == 2
        assert "Accepted until 2026-12-31: Told by phone." in shown.nth(1).inner_text()
        window.page.locator("#findings .filters").get_by_label("accepted").uncheck()
        assert [each.inner_text() for each in shown.locator(".rule").all()] == ["value-mismatch"]


def test_a_rule_explains_itself(browser: Windows) -> None:
    with browser.open(page("check")) as window:
        about = window.page.locator("#finding-1 details p").first
        assert not about.is_visible()
        window.page.get_by_text("About this rule").click()
        assert about.inner_text() == "Figures exchanged between the things they belong to."


def test_tables_are_sorted_by_their_heads(browser: Windows) -> None:
    with browser.open(page("check")) as window:
        table = window.page.locator("#figures table")

        def column(n: int) -> list[str]:
            cells = table.locator(f"tbody tr > :nth-child({n})").all()
            return [each.get_attribute("data-key") or "" for each in cells]

        given = column(3)
        button = table.get_by_role("button", name="Value")
        button.focus()
        window.page.keyboard.press("Enter")
        numbers = [float(key) for key in column(3) if key]
        assert numbers == sorted(numbers)
        assert column(3)[-1] == ""
        expect(table.locator("th", has_text="Value")).to_have_attribute("aria-sort", "ascending")
        button.click()
        assert [float(key) for key in column(3) if key] == numbers[::-1]
        assert column(3)[-1] == ""
        table.get_by_role("button", name="Line").click()
        assert column(3) == given
        assert table.locator("[aria-sort]").count() == 1


# ---------------------------------------------------------------- without scripts, on paper, on a phone


@every_kind
def test_all_is_there_without_scripts(browser: Windows, kind: str) -> None:
    with browser.open(page(kind), scripts=False) as window:
        content = "#content section, .finding, .text, .text p:not(:empty), .claims tr, .matrix tr, .picture"
        shown = window.page.locator(content).all()
        assert len(shown) > 4
        assert all(each.is_visible() for each in shown)
        assert not any(each.is_visible() for each in window.page.locator(".filters, button").all())


def test_links_lead_to_the_counterpart_without_scripts(browser: Windows) -> None:
    with browser.open(page("check"), scripts=False) as window:
        window.page.locator("#text-0 .figure", has_text="24 years").click()
        assert window.page.locator(":target").inner_text().startswith("24 years")
        assert window.page.locator("#text-1 :target").count() == 1


@every_kind
def test_nothing_is_wider_than_a_phone(browser: Windows, kind: str) -> None:
    with browser.open(page(kind), size=PHONE) as window:
        assert window.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        tables = "[...document.querySelectorAll('.wide')]"
        assert window.page.evaluate(f"{tables}.filter(e => e.scrollWidth > e.clientWidth).length") == 0
        headed = f"{tables}.flatMap(e => [...e.querySelectorAll('td')]).every(e => e.dataset.label)"
        assert window.page.evaluate(headed), "each cell says what it is, as no head stands above it"


def test_on_paper_texts_are_whole_and_nothing_is_left_to_press(browser: Windows) -> None:
    with browser.open(page("long")) as window:
        pane = "#text-1"
        clipped = f"(e => e.scrollHeight > e.clientHeight + 1)(document.querySelector('{pane}'))"
        assert window.page.evaluate(clipped)
        window.page.emulate_media(media="print")
        assert not window.page.evaluate(clipped)
        assert not any(each.is_visible() for each in window.page.locator("nav, .filters").all())


# ---------------------------------------------------------------- hostile and foreign text


def test_hostile_text_is_shown_as_text(browser: Windows) -> None:
    with browser.open(page("hostile")) as window:
        shown = window.page.locator("#text-0").inner_text()
        lines = window.page.evaluate(PARAGRAPHS)
        assert lines == [visible(line) for line in HOSTILE.strip().split("\n\n")]
        assert window.page.locator("h1").inner_text() == "{{ 7 * 7 }}"
        assert "<b>[U+202E]draft</b>.txt" in shown
        assert window.page.locator("script").count() == 1
        assert window.page.locator("img, i, u, b").count() == 0
        assert window.page.evaluate("document.querySelectorAll('[onerror], [onmouseover], [style]').length") == 0


def test_each_paragraph_reads_in_its_own_direction(browser: Windows) -> None:
    with browser.open(page("bidi")) as window:
        directions = "[...document.querySelectorAll('#text-0 > p')].map(p => getComputedStyle(p).direction)"
        assert window.page.evaluate(directions) == ["rtl", "ltr"]
        assert window.page.locator("#text-0 .figure", has_text="1,200").count() == 2
        number = window.page.locator("#text-0 .line").first.bounding_box()
        text = window.page.locator("#text-0 > p[dir]").first.bounding_box()
        assert number is not None
        assert text is not None
        assert number["x"] + number["width"] <= text["x"]


def test_the_policy_stops_what_is_not_the_page_s_own(browser: Windows) -> None:
    slipped = page("check").replace(
        "</main>", "<p id='slip' style='color: red'>x</p><script>document.title = 'owned'</script></main>"
    )
    context = browser.browser.new_context()
    shown = context.new_page()
    shown.set_content(slipped)
    assert shown.title() != "owned"
    assert shown.evaluate("getComputedStyle(document.getElementById('slip')).color") != "rgb(255, 0, 0)"
    context.close()


# ---------------------------------------------------------------- accessibility


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_kind
def test_axe_finds_nothing(browser: Windows, kind: str, scheme: Scheme) -> None:
    with browser.open(page(kind), scheme) as window:
        found = Axe().run(window.page).response["violations"]
        assert [(each["id"], each["impact"], [node["html"] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_figures_are_lit(browser: Windows, scheme: Scheme) -> None:
    with browser.open(page("check"), scheme) as window:
        window.page.locator("#finding-1 .message").hover()
        found = Axe().run(window.page).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


@every_kind
def test_pages_are_the_same_each_time(kind: str) -> None:
    first = page(kind)
    page.cache_clear()
    assert page(kind) == first
