"""Pictures in web pages: values and intervals on an axis, lines, shares."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from claimcheck.alignment import Fact
from claimcheck.documents import Document
from claimcheck.reports import rows
from claimcheck.reports.html import disputed, matrix, picture, sparkline
from claimcheck.reports.html.axis import axis
from claimcheck.reports.html.grouping import groups
from claimcheck.reports.html.lines import Share, shares
from claimcheck.reports.model import Report
from tests.builders import claim
from tests.reports.html.tags import HOSTILE, Tags


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


def test_facts_of_several_reports_stand_on_one_page() -> None:
    whole = told(exact(1), exact(2))
    shown = disputed(whole, page="events/a.html", key="a") + disputed(whole, page="events/b.html", key="b")
    tags = Tags(shown).tags
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    links_to = [a["href"] for tag, a in tags if tag == "a"]
    assert links_to == ["events/a.html#c0", "events/a.html#c1", "events/b.html#c0", "events/b.html#c1"]
    assert disputed(whole, most=0) == ""


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
        ([5, 6], ["5", "6"]),
        ([19, 21], ["19", "20", "21"]),
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
