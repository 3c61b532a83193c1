"""Reads files into documents, and says what is wrong with one that cannot be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from claimcheck.documents import jsonlines, ninjs, webpage
from claimcheck.documents.checked import checked_date
from claimcheck.documents.encodings import declared, decode
from claimcheck.documents.errors import DocumentError
from claimcheck.documents.model import Document

STDIN = "-"
MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
"""File name endings that are read as Markdown."""

LIMIT = 32_000_000
"""Bytes read of one file unless the caller sets another limit: many times the longest news text."""

_OTHERS = MARKDOWN | ninjs.ENDINGS | jsonlines.ENDINGS
_PAGES = (b"<!doctype html", b"<html")
_SNIFFED = 256
"""Bytes of a file in which a web page shows itself as one, whatever its ending ("story.aspx"), or of standard input."""


def read_document(path: str | os.PathLike[str], encoding: str | None = None, limit: int = LIMIT) -> Document:
    """Return the file at ``path`` ("-": standard input) as a document whose id is the path.

    Its ending says what it is: Markdown gives title, outlet and date of its front matter and the spans that
    readers do not see, a web page its article, ninjs its story, and anything else is plain text. UTF-8 and, by
    its byte order mark, UTF-16 and UTF-32 are read as such, a page as it says itself, anything else with
    ``encoding``; the mark is no part of the text. Raises DocumentError, also beyond ``limit`` bytes.
    """
    raw = os.fspath(path)
    return parse(shown_name(raw), Path(raw).suffix.lower(), _bytes(raw, shown_name(raw), limit), encoding)[0]


def shown_name(raw: str) -> str:
    """Return a file's name as text: to the system it is bytes, and those that are no text would break every output."""
    return "standard input" if raw == STDIN else raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def parse(
    name: str, ending: str, data: bytes, encoding: str | None = None, guess: bool = False
) -> tuple[Document, str]:
    """Return the document that a file's bytes hold by its name's ``ending``, and its encoding. Raises DocumentError.

    With ``guess``, an encoding that nothing names is guessed.
    """
    page = ending in webpage.ENDINGS or (ending not in _OTHERS and data[:_SNIFFED].lstrip().lower().startswith(_PAGES))
    text, codec = _decoded(data, name, encoding, guess, page)
    if not text.strip():
        raise DocumentError(name, "the file is empty")
    if page:
        return webpage.webpage(name, text), codec
    if ending in ninjs.ENDINGS:
        return ninjs.ninjs(name, text), codec
    if ending in jsonlines.ENDINGS:
        raise DocumentError(name, "many stories, not one", "claimcheck nightly reads JSON Lines")
    if ending in MARKDOWN:
        return markdown_document(name, text), codec
    if text.lstrip().startswith("<?xml"):
        raise DocumentError(name, "an XML file, not text", "save it as plain text, or a web page with the ending .html")
    return Document(id=name, text=text), codec


def _decoded(data: bytes, name: str, encoding: str | None, guess: bool, page: bool) -> tuple[str, str]:
    said = declared(data) if page and encoding is None else None
    try:
        return decode(data, name, encoding or said, guess)
    except DocumentError:
        if said is None:
            raise
        return decode(data, name, None, guess)  # pages are often not what they say


def markdown_document(name: str, text: str) -> Document:
    """Return ``text`` as Markdown. Raises DocumentError where its front matter is wrong."""
    from claimcheck.documents.markdown import FrontMatterError, read_markdown  # noqa: PLC0415 - costs start-up

    try:
        seen = read_markdown(text)
    except FrontMatterError as error:
        raise DocumentError(name, error.reason, place=f"line {error.line}") from error
    dated = checked_date(name, seen.front.get("date"), "date", inside="front matter: ")
    title = seen.front.get("title") or seen.heading
    return Document(name, text, seen.front.get("outlet") or None, dated, title, seen.markup, sources=seen.sources)


def _bytes(raw: str, name: str, limit: int) -> bytes:
    try:
        if raw == STDIN:
            return within(sys.stdin.buffer, name, limit)
        with Path(raw).open("rb") as file:
            return within(file, name, limit)
    except FileNotFoundError as error:
        raise DocumentError(name, "no such file") from error
    except IsADirectoryError as error:
        raise DocumentError(name, "a folder, not a file", "name a file in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(name, f"cannot be read: {reason[:1].lower()}{reason[1:]}") from error


def within(file: BinaryIO, name: str, limit: int) -> bytes:
    """Return all that ``file`` holds. Raises DocumentError beyond ``limit`` bytes."""
    data = file.read(limit + 1)
    if len(data) > limit:
        raise DocumentError(name, f"more than {limit:,} bytes", "raise --max-bytes if it is one text indeed")
    return data
