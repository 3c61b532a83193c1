"""Bytes to text: by mark, by name, by what a page says of itself, or, if asked, by what its letters look like."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from claimcheck.documents.errors import DocumentError

# UTF-32's mark begins with UTF-16's, and is tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = ((b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a zipped file, as DOCX and ODT are"), (b"{\\rtf", "an RTF file"))

_GUESSED = ("cp1252", "mac_roman", "utf_16_le", "utf_16_be")
"""What English newsrooms write besides UTF-8, the likeliest first."""

# A sign or a capital with an accent between small letters is what the wrong one of two encodings makes of a text.
_ODD = re.compile(
    r"(?<=[A-Za-z])(?:[^\W\d_a-zA-Zà-ÿ]|[^\w\s'’‘.,:;/&()\[\]\"“”*_@–—…-])(?=[a-z])|[ˆ˜¸˝˛ˇ]|(?<=\s)[ÒÓÔÕ](?=[A-Z\s])"
)

_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096
"""Bytes of a page in which it says its encoding; browsers look at 1,024."""
_LATIN = frozenset({"ascii", "iso8859-1"})
"""Names that pages give and that mean the Windows superset, as the HTML standard has it."""


def decode(data: bytes, name: str, encoding: str | None = None, guess: bool = False) -> tuple[str, str]:
    """Return the text that ``data`` holds, and the codec that it was read with. Raises DocumentError.

    UTF-8 and, by its byte order mark, UTF-16 and UTF-32 are read as such, anything else with ``encoding``;
    with ``guess``, what is none of these is read as what it most looks like.
    """
    for mark, what in _FORMATS:
        if data.startswith(mark):
            raise DocumentError(name, f"{what}, not text", "save it as plain text or Markdown")
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    codec = encoding or marked or "utf-8"
    try:
        return _strict(data, name, codec, encoding is not None or marked is not None), codec
    except DocumentError:
        guessed = _guess(data) if guess and not marked else None
        if guessed is None:
            raise
        return _strict(data, name, guessed, named=True), guessed


def declared(data: bytes) -> str | None:
    """Return the codec that a page says it is written in, None where it says none that is known."""
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None or any(data.startswith(mark) for mark, _ in _MARKS):
        return None
    try:
        codec = codecs.lookup((found[1] or found[2]).decode("ascii")).name
        b"0".decode(codec)  # some codecs make no text
    except (LookupError, UnicodeError):
        return None
    # What could be read this far as single bytes is no UTF-16, whatever it says.
    return "utf-8" if codec.startswith(("utf-16", "utf-32")) else "cp1252" if codec in _LATIN else codec


def _strict(data: bytes, name: str, codec: str, named: bool) -> str:
    if not named and (nul := data.find(b"\0")) >= 0:
        mend = "if it is UTF-16 without a byte order mark, add --encoding utf-16-le"
        raise DocumentError(name, "a binary file, not text: it holds a null", mend, f"byte {nul}")
    try:
        text = data.decode("utf-8-sig" if codec.lower() in {"utf-8", "utf8"} else codec)
    except UnicodeDecodeError as error:
        mend = "if it is older Windows or Latin-1 text, add --encoding cp1252; or save it as UTF-8"
        if named:
            mend = "name its encoding with --encoding, or save it as UTF-8"
        byte = f"byte {data[error.start]:#04x}" if error.start < len(data) else "the end"
        raise DocumentError(name, f"{byte} is not {codec} text", mend, _place(data, error.start)) from error
    if (nul := text.find("\0")) >= 0:
        raise DocumentError(name, f"not {codec} text: it holds a null", "name its encoding", f"character {nul}")
    return text


def _place(data: bytes, offset: int) -> str:
    line = data.count(b"\n", 0, offset) + 1
    return f"line {line}, byte {offset}"


def _guess(data: bytes) -> str | None:
    """Return the likeliest encoding of ``data``, None where it looks like no text at all.

    charset-normalizer says which are possible; English has so few letters beyond ASCII that it cannot rank
    them (it prefers Macintosh encodings for a Windows text with a single pound sign), so that is done here.
    """
    possible = set(_possible(data))
    ranked = [
        (len(_ODD.findall(data.decode(codec))), n, codec) for n, codec in enumerate(_GUESSED) if codec in possible
    ]
    return min(ranked)[2] if ranked else None


def _possible(data: bytes) -> Iterator[str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - needed for few files

    for match in from_bytes(data, cp_isolation=list(_GUESSED)):
        for codec in (match.encoding, *match.could_be_from_charset):
            try:
                data.decode(codec)
            except UnicodeDecodeError:
                continue
            yield codec
