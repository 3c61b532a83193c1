"""The elements of a page, and a text that tries to be some."""

from __future__ import annotations

from html.parser import HTMLParser

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} \" onload='x' \x07\u202eevil & <b>"


class Tags(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
