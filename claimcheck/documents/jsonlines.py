"""JSON Lines: a story a line, its fields under names of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.documents.checked import checked_date, checked_json
from claimcheck.documents.errors import DocumentError
from claimcheck.documents.model import Document
from claimcheck.documents.ninjs import is_ninjs, story
from claimcheck.documents.webpage import html_text

ENDINGS = frozenset({".jsonl", ".ndjson"})
"""File name endings that are read as JSON Lines."""

FIELDS = ("id", "text", "html", "title", "outlet", "date")
"""What a line may hold: a text, or HTML that is all article, and what is known of it."""

Fields = Mapping[str, str]
"""A field of ``FIELDS`` to the key that a line has it under: "body", or "source.name" for a key in an object."""


def record(name: str, number: int, data: bytes, fields: Fields) -> Document:
    """Return the story of line ``number`` of the file ``name``; a ninjs item is read as such. Raises DocumentError.

    The document's id is the file's name with the line's id, or its number where it has none.
    """
    place = f"line {number}"
    item = _item(name, place, data)
    if fields.get("text", "text") not in item and is_ninjs(item):
        return story(f"{name}:{number}", item, place)
    values = {field: _value(name, place, item, fields.get(field, field)) for field in FIELDS}
    text = values["text"] or (html_text(values["html"]) if values["html"] else "")
    if not text.strip():
        key = fields.get("text", "text")
        raise DocumentError(name, f"no text under {key!r}", "name the key that holds it: --field text=KEY", place)
    dated = checked_date(name, values["date"], place)
    id_ = values["id"]
    return Document(
        f"{name}#{id_}" if id_ else f"{name}:{number}", text, values["outlet"], dated, values["title"], story=id_
    )


def _item(name: str, place: str, data: bytes) -> dict[str, Any]:
    item = checked_json(name, data, place)
    if not isinstance(item, dict):
        raise DocumentError(name, "not a JSON object", place=place)
    return item


def _value(name: str, place: str, item: dict[str, Any], path: str) -> str | None:
    value: Any = item
    for key in (path,) if path in item else path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise DocumentError(name, f"{path!r} holds no text", "name another key with --field", place)
