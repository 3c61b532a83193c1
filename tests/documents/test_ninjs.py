"""ninjs, the agencies' JSON, in both its generations; and JSON Lines with keys of any name."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.documents import DocumentError, read_document
from claimcheck.documents.jsonlines import record
from claimcheck.documents.ninjs import ninjs

OLD: dict[str, Any] = {
    "uri": "urn:newsml:northwire.example:20261121:barge",
    "type": "text",
    "pubstatus": "usable",
    "version": "2",
    "versioncreated": "2026-11-21T21:05:00+01:00",
    "headline": "Barge sinks off Kalmen",
    "infosource": [{"name": "Northwire"}],
    "body_text": "A barge sank. Six were saved.",
    "body_xhtml": "<p>A barge sank.</p>\n<p>Six were <b>saved</b>.</p>",
}
NEW: dict[str, Any] = {
    "uri": OLD["uri"],
    "standard": {"name": "ninjs", "version": "2.0"},
    "versioncreated": OLD["versioncreated"],
    "headlines": [{"role": "short", "value": "Barge lost"}, {"role": "main", "value": "Barge sinks off Kalmen"}],
    "infosources": [{"name": "Northwire"}],
    "bodies": [
        {"role": "caption", "contenttype": "text/plain", "value": "The barge on Friday."},
        {"role": "main", "contenttype": "text/html", "value": OLD["body_xhtml"]},
    ],
}


@pytest.mark.parametrize("item", [OLD, NEW], ids=["1.x", "2.x"])
def test_both_generations_say_the_same(item: dict[str, Any]) -> None:
    document = ninjs("barge.json", json.dumps(item))
    assert document.text == "A barge sank.\nSix were saved."
    assert (document.title, document.outlet) == ("Barge sinks off Kalmen", "Northwire")
    assert (document.date, document.story) == ("2026-11-21", OLD["uri"])


@pytest.mark.parametrize(
    ("changes", "text", "outlet"),
    [
        ({"body_xhtml": None}, "A barge sank. Six were saved.", "Northwire"),
        ({"body_xhtml": None, "body_text": "", "body_html": "Six <i>saved</i>"}, "Six saved", "Northwire"),
        ({"body_xhtml": None, "body_text": None, "body_nitf": "<block><p>Six saved</p></block>"}, "Six saved", "Northwire"),
        ({"infosource": [], "provider": "Fjord News"}, "A barge sank.\nSix were saved.", "Fjord News"),
        ({"infosource": 7, "copyrightholder": "Fjord"}, "A barge sank.\nSix were saved.", "Fjord"),
    ],
)  # fmt: skip
def test_where_text_and_outlet_may_stand(changes: dict[str, Any], text: str, outlet: str) -> None:
    document = ninjs("barge.json", json.dumps(OLD | changes))
    assert (document.text, document.outlet) == (text, outlet)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (json.dumps(OLD | {"pubstatus": "canceled"}), "its publisher says that it is not to be used (pubstatus: canceled)"),
        (json.dumps(OLD | {"type": "picture"}), "a ninjs item of type picture, not a text"),
        (json.dumps({"uri": "a"}), "no text in it; a ninjs item has body_text, body_xhtml or bodies"),
        (json.dumps(OLD | {"versioncreated": "noon"}), "versioncreated: 'noon' is not a date; write it like 2026-11-22"),
        (json.dumps([OLD]), "a list, not one item; write an item a line, and name the file .jsonl"),
        ("7", "no ninjs item: not a JSON object"),
        ("{", "not JSON: Input data was truncated"),
        ("[" * 100_000, "JSON nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_item(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "item.json").write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as raised:
        read_document(tmp_path / "item.json")
    assert str(raised.value) == f"{tmp_path}/item.json: {message}"


def line(item: object) -> bytes:
    return json.dumps(item).encode()


FIELDS = {"text": "content", "title": "meta.headline", "outlet": "meta.paper"}


@pytest.mark.parametrize(
    ("data", "fields", "expected"),
    [
        ({"id": "k1", "text": "Six saved.", "title": "Barge", "outlet": "Post", "date": "2026-11-21"}, {}, ("feed.jsonl#k1", "Six saved.", "Barge", "Post", "2026-11-21")),
        ({"id": 17, "content": "Six saved.", "meta": {"headline": "Barge", "paper": "Post"}}, FIELDS, ("feed.jsonl#17", "Six saved.", "Barge", "Post", None)),
        ({"content": "Six saved.", "meta.paper": "Post"}, FIELDS, ("feed.jsonl:4", "Six saved.", None, "Post", None)),
        ({"html": "<p>Six</p><p>saved.</p>", "date": "2026-11-21T20:00:00Z"}, {}, ("feed.jsonl:4", "Six\nsaved.", None, None, "2026-11-21")),
        (OLD, {}, ("feed.jsonl:4", "A barge sank.\nSix were saved.", "Barge sinks off Kalmen", "Northwire", "2026-11-21")),
    ],
)  # fmt: skip
def test_a_line_of_json_lines(data: object, fields: dict[str, str], expected: tuple[str | None, ...]) -> None:
    document = record("feed.jsonl", 4, line(data), fields)
    assert (document.id, document.text, document.title, document.outlet, document.date) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "not JSON: Input data was truncated"),
        (b"[]", "not a JSON object"),
        (b'{"text": "caf\xe9"}', "not UTF-8: "),
        (b"[" * 100_000, "JSON nested too deeply"),
        (line({"id": "k"}), "no text under 'text'; name the key that holds it: --field text=KEY"),
        (line({"text": ["Six"]}), "'text' holds no text; name another key with --field"),
        (line({"text": "Six", "date": "noon"}), "'noon' is not a date; write it like 2026-11-22"),
    ],
)
def test_what_is_wrong_with_a_line(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as raised:
        record("feed.jsonl", 4, data, {})
    assert str(raised.value).startswith(f"feed.jsonl: line 4: {message}")
