"""Reads files into documents, and says what is wrong with one that cannot be read."""

from __future__ import annotations

import codecs
import os
import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO

from claimcheck.documents.model import Document

STDIN = "-"
MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
"""File name endings that are read as Markdown."""

LIMIT = 32_000_000
"""Bytes read of one file unless the caller sets another limit: many times the longest news text."""

# UTF-32's mark begins with UTF-16's, and is tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = ((b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a zipped file, as DOCX and ODT are"), (b"{\\rtf", "an RTF file"))
_ISO_DATE = len("2026-11-22")


class DocumentError(Exception):
    """A document that cannot be read: names it, the place in it where there is one, the reason and the mend."""

    def __init__(self, name: str, reason: str, mend: str = "", place: str = "") -> None:
        where = f"{name}: {place}" if place else name
        super().__init__(f"{where}: {reason}; {mend}" if mend else f"{where}: {reason}")
        self.name, self.place, self.reason, self.mend = name, place, reason, mend


def read_document(path: str | os.PathLike[str], encoding: str | None = None, limit: int = LIMIT) -> Document:
    """Return the file at ``path`` ("-": standard input) as a document whose id is the path.

    Markdown files give title, outlet and date of their front matter and the spans that readers do not
    see. UTF-8 and, by its byte order mark, UTF-16 and UTF-32 are read as such, anything else with
    ``encoding``; the mark is no part of the text. Raises DocumentError, also beyond ``limit`` bytes.
    """
    raw = os.fspath(path)
    # A file name is bytes to the system; those that are no text would break every output.
    name = "standard input" if raw == STDIN else raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    text = decode(_bytes(raw, name, limit), name, encoding)
    if not text.strip():
        raise DocumentError(name, "the file is empty")
    if Path(raw).suffix.lower() in MARKDOWN:
        return markdown_document(name, text)
    return Document(id=name, text=text)


def markdown_document(name: str, text: str) -> Document:
    """Return ``text`` as Markdown. Raises DocumentError where its front matter is wrong."""
    from claimcheck.documents.markdown import FrontMatterError, read_markdown  # noqa: PLC0415 - costs start-up

    try:
        seen = read_markdown(text)
    except FrontMatterError as error:
        raise DocumentError(name, error.reason, place=f"line {error.line}") from error
    written = seen.front.get("date")
    dated = iso_date(written) if written else None
    if written and dated is None:
        reason = f"front matter: {written!r} is not a date"
        raise DocumentError(name, reason, "write it like 2026-11-22", "date")
    title = seen.front.get("title") or seen.heading
    return Document(name, text, seen.front.get("outlet") or None, dated, title, seen.markup)


def iso_date(text: str) -> str | None:
    """Return the date that ``text`` starts with, as ISO date; a time may follow. None where there is none."""
    day, rest = text.strip()[:_ISO_DATE], text.strip()[_ISO_DATE:]
    if rest and rest[0] not in "T ":
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return the text that ``data`` holds. Raises DocumentError where it is not text."""
    for mark, what in _FORMATS:
        if data.startswith(mark):
            raise DocumentError(name, f"{what}, not text", "save it as plain text or Markdown")
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    codec = encoding or marked or "utf-8"
    if not encoding and not marked and (nul := data.find(b"\0")) >= 0:
        mend = "if it is UTF-16 without a byte order mark, add --encoding utf-16-le"
        raise DocumentError(name, "a binary file, not text: it holds a null", mend, f"byte {nul}")
    try:
        text = data.decode("utf-8-sig" if codec.lower() in {"utf-8", "utf8"} else codec)
    except UnicodeDecodeError as error:
        mend = "if it is older Windows or Latin-1 text, add --encoding cp1252; or save it as UTF-8"
        if encoding or marked:
            mend = "name its encoding with --encoding, or save it as UTF-8"
        byte = f"byte {data[error.start]:#04x}" if error.start < len(data) else "the end"
        raise DocumentError(name, f"{byte} is not {codec} text", mend, _place(data, error.start)) from error
    if (nul := text.find("\0")) >= 0:
        raise DocumentError(name, f"not {codec} text: it holds a null", "name its encoding", f"character {nul}")
    return text


def _place(data: bytes, offset: int) -> str:
    line = data.count(b"\n", 0, offset) + 1
    return f"line {line}, byte {offset}"


def _bytes(raw: str, name: str, limit: int) -> bytes:
    try:
        if raw == STDIN:
            return _within(sys.stdin.buffer, name, limit)
        with Path(raw).open("rb") as file:
            return _within(file, name, limit)
    except FileNotFoundError as error:
        raise DocumentError(name, "no such file") from error
    except IsADirectoryError as error:
        raise DocumentError(name, "a folder, not a file", "name a file in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(name, f"cannot be read: {reason[:1].lower()}{reason[1:]}") from error


def _within(file: BinaryIO, name: str, limit: int) -> bytes:
    data = file.read(limit + 1)
    if len(data) > limit:
        raise DocumentError(name, f"more than {limit:,} bytes", "raise --max-bytes if it is one text indeed")
    return data
