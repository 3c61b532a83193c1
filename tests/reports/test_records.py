"""Formats for programs: one shape whatever was asked, as documented, of plain values."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from claimcheck import Checker
from claimcheck.documents import Document
from claimcheck.reports import flat, record, to_csv
from claimcheck.reports.formats import render
from claimcheck.reports.model import Report
from tests.builders import claim, report
from tests.reports.shown import FORMATS, KINDS, extracted


def test_csv_has_one_shape_for_every_kind() -> None:
    heads = {kind: next(csv.reader(io.StringIO(FORMATS["csv"](build(), False)))) for kind, build in KINDS.items()}
    assert heads["check"] == heads["compare"] == heads["extract"] == list(to_csv.COLUMNS)
    found = [row for row in csv.DictReader(io.StringIO(FORMATS["csv"](report(), False))) if row["record"] == "finding"]
    assert [(row["finding"], row["rule"], row["claim"], row["start"], row["end"]) for row in found] == [
        ("1", "value-mismatch", "0", "4", "12"),
        ("1", "value-mismatch", "4", "113", "121"),
        ("2", "unsupported-figure", "2", "126", "129"),
    ]


def test_the_frame_has_the_documented_columns() -> None:
    claims, findings = report().to_frame(), report().to_frame("findings")
    assert list(claims.columns) == list(flat.CLAIM_COLUMNS)
    assert list(findings.columns) == list(flat.FINDING_COLUMNS)
    assert claims["value"].tolist() == [42.0, 70.0, 5e6]
    assert claims["verdict"].fillna("").tolist() == ["conflict", "match", ""]
    assert str(claims["start"].dtype) == "Int64"
    assert findings["severity"].tolist() == ["error", "error", "warning"]
    assert all(dtype == kind for dtype, kind in zip(extracted().to_frame().dtypes, claims.dtypes, strict=True))


def test_a_frame_of_nothing_keeps_its_columns() -> None:
    empty = Report((Document("a", ""),), (), (), (), ())
    assert list(empty.to_frame().columns) == list(flat.CLAIM_COLUMNS)
    assert len(empty.to_frame("findings")) == 0


def test_an_unknown_part_is_an_error() -> None:
    with pytest.raises(ValueError, match="no part 'facts'; the parts are 'claims' and 'findings'"):
        report().to_frame("facts")  # type: ignore[arg-type]


def schema(name: str) -> dict[str, Any]:
    whole = json.loads(record.schema())
    return {**whole, "$ref": f"#/$defs/{name}"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("explained", [True, False])
def test_json_keeps_to_its_schema(kind: str, explained: bool) -> None:
    shown = json.loads(FORMATS["json"](KINDS[kind](), explained))
    jsonschema.validate(shown, schema("report"))
    assert shown["version"] == record.VERSION
    assert shown["kind"] == kind


def test_every_key_of_a_record_is_documented() -> None:
    """And every documented key is there: the schema allows more keys, so that readers may be told of new ones."""

    def documented(part: dict[str, Any]) -> set[str]:
        parts = [*part.get("allOf", ()), part]
        resolved = [defs[p["$ref"].split("/")[-1]] if "$ref" in p else p for p in parts]
        return {key for each in resolved for key in each.get("properties", {})}

    defs = json.loads(record.schema())["$defs"]
    shown = json.loads(FORMATS["json"](report(), True))
    assert set(shown) == documented(defs["report"])
    for key in ("claims", "links", "facts", "findings", "documents"):
        assert set(shown[key][0]) == documented(defs["report"]["properties"][key]["items"]), key
    assert set(record.result(report())) | {"id"} == documented(defs["result"]["oneOf"][0])


def numbers(shown: Any) -> Iterator[float]:
    if isinstance(shown, dict | list):
        for each in shown.values() if isinstance(shown, dict) else shown:
            yield from numbers(each)
    elif isinstance(shown, float):
        yield shown


def test_json_numbers_are_plain() -> None:
    draft = Document("d", "One 1e400 and 11,000.0 and 0.1.")
    made = [claim(0, draft, "1e400", value=float("inf"), low=float("-inf")), claim(1, draft, "11,000.0", value=11000.0)]
    made.append(claim(2, draft, "0.1", value=(0.1, 2.0**60), low=0.1, high=1e22))
    shown = json.loads(render(Report((draft,), tuple(made), (), (), ()), "json"))
    assert [each["value"] for each in shown["claims"]] == [None, 11000, [0.1, 2.0**60]]
    assert isinstance(shown["claims"][1]["value"], int)
    assert list(numbers(shown)) == [0.1, 2.0**60, 0.1, 1e22]


def test_a_share_in_words_is_shown_in_percent_of_its_thing() -> None:
    shown = render(Checker().extract("A third of the orchards burned."), "table")
    assert "33.3   % orchard" in shown
