"""IPTC ninjs, the agencies' news in JSON: versions 1.x (``body_xhtml``) and 2.x (``bodies``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.documents.checked import checked_date, checked_json
from claimcheck.documents.errors import DocumentError
from claimcheck.documents.model import Document
from claimcheck.documents.webpage import html_text

ENDINGS = frozenset({".json", ".ninjs"})
"""File name endings that are read as ninjs."""

Item = Mapping[str, Any]

_WITHDRAWN = frozenset({"withheld", "canceled"})
_MARKUP = ("html", "xml", "nitf")
_DATES = ("versioncreated", "contentcreated", "firstcreated")


def ninjs(name: str, text: str, place: str = "") -> Document:
    """Return the story of a ninjs item, dated by this version of it. Raises DocumentError.

    Its paragraphs are those of the marked-up body where there is one. ``place`` says where in the file it stands.
    """
    return story(name, _item(name, text, place), place)


def is_ninjs(item: Item) -> bool:
    """Whether a JSON object looks like a ninjs item."""
    return "uri" in item and any(key == "bodies" or key.startswith("body_") for key in item)


def story(name: str, item: Item, place: str = "") -> Document:
    """Return the story of a decoded ninjs item. Raises DocumentError."""
    kind, status = _string(item, "type") or "text", _string(item, "pubstatus")
    if kind not in {"text", "composite"}:
        raise DocumentError(name, f"a ninjs item of type {kind}, not a text", place=place)
    if status in _WITHDRAWN:
        raise DocumentError(name, f"its publisher says that it is not to be used (pubstatus: {status})", place=place)
    body = _body(item)
    if not body.strip():
        mend = "a ninjs item has body_text, body_xhtml or bodies"
        raise DocumentError(name, "no text in it", mend, place)
    written = next(filter(None, (_string(item, key) for key in _DATES)), None)
    dated = checked_date(name, written, place or "versioncreated")
    title = _string(item, "headline") or _main(item, "headlines") or _string(item, "title")
    return Document(name, body, _outlet(item), dated, title, story=_string(item, "uri"))


def _item(name: str, text: str, place: str) -> Item:
    item = checked_json(name, text.encode(), place)
    if isinstance(item, list):
        raise DocumentError(name, "a list, not one item", "write an item a line, and name the file .jsonl", place)
    if not isinstance(item, dict):
        raise DocumentError(name, "no ninjs item: not a JSON object", place=place)
    return item


def _body(item: Item) -> str:
    bodies = list(_bodies(item))
    for marked in (True, False):
        for kind, value in bodies:
            if any(mark in kind for mark in _MARKUP) is marked and value.strip():
                return html_text(value) if marked else value
    return ""


def _bodies(item: Item) -> Iterator[tuple[str, str]]:
    """Yield kind and value of each body, the main one's first."""
    whole = ("body_xhtml", "body_html", "body_text")
    for key in (*whole, *(key for key in item if key.startswith("body_") and key not in whole)):
        if value := _string(item, key):
            yield key, value
    for each in sorted(_objects(item, "bodies"), key=lambda each: _string(each, "role") != "main"):
        yield (_string(each, "contenttype") or "text/plain").lower(), _string(each, "value") or ""


def _outlet(item: Item) -> str | None:
    named = [_string(each, "name") for key in ("infosource", "infosources") for each in _objects(item, key)]
    flat = [_string(item, key) for key in ("provider", "source", "copyrightholder")]
    return next(filter(None, (*named, *flat)), None)


def _main(item: Item, key: str) -> str | None:
    values = sorted(_objects(item, key), key=lambda each: _string(each, "role") != "main")
    return next(filter(None, (_string(each, "value") for each in values)), None)


def _objects(item: Item, key: str) -> list[Item]:
    value = item.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _string(item: Item, key: str) -> str | None:
    """Return a text of ``item``; what is of another kind is as good as absent, for publishers add keys of their own."""
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None
