"""Files: what is read as text, and what is said of those that are none."""

import os
import sys
from pathlib import Path

import pytest

from claimcheck.documents import DocumentError, read_document

STORY = "Nine people died in Malmö, “over 40” were hurt.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (STORY.encode(), None),
        (STORY.encode("utf-8-sig"), None),
        (STORY.encode("utf-16"), None),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), None),
        (STORY.encode("utf-32"), None),
        (STORY.encode("cp1252"), "cp1252"),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-8-sig"), "UTF-8"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 mark", "utf-16 be mark", "utf-32 mark", "cp1252", "utf-16 no mark", "named"],
)
def test_text_is_read_without_its_byte_order_mark(tmp_path: Path, data: bytes, encoding: str | None) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(data)
    document = read_document(file, encoding)
    assert (document.id, document.text, document.markup) == (str(file), STORY, ())


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"Nine died.\r\nForty left.\r")
    assert read_document(file).text == "Nine died.\r\nForty left.\r"


def test_markdown_is_told_by_the_file_name(tmp_path: Path) -> None:
    for name, markup in (("story.md", ((0, 2), (6, 8))), ("story.MD", ((0, 2), (6, 8))), ("story.txt", ())):
        (tmp_path / name).write_text("**Nine** died.", encoding="utf-8")
        assert read_document(tmp_path / name).markup == markup


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (STORY.encode("cp1252"), "line 1, byte 24: byte 0xf6 is not utf-8 text; if it is older Windows or Latin-1 text, add --encoding cp1252; or save it as UTF-8"),
        (b"Nine died.\nIn Malm\xf6\n", "line 2, byte 18: byte 0xf6 is not utf-8 text; if it is older Windows or Latin-1 text, add --encoding cp1252; or save it as UTF-8"),
        (STORY.encode("utf-16-le")[:20], "byte 1: a binary file, not text: it holds a null; if it is UTF-16 without a byte order mark, add --encoding utf-16-le"),
        (b"\xff\xfeN", "line 1, byte 2: byte 0x4e is not utf-16 text; name its encoding with --encoding, or save it as UTF-8"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "byte 7: a binary file, not text: it holds a null; if it is UTF-16 without a byte order mark, add --encoding utf-16-le"),
        (b"%PDF-1.7\n", "a PDF file, not text; save it as plain text or Markdown"),
        (b"PK\x03\x04\x14\x00", "a zipped file, as DOCX and ODT are, not text; save it as plain text or Markdown"),
        (b"x" * 101, "more than 100 bytes; raise --max-bytes if it is one text indeed"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(data)
    with pytest.raises(DocumentError) as raised:
        read_document(file, limit=100)
    assert str(raised.value) == f"{file}: {message}"


def test_what_is_no_file(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    for path, message in (
        (tmp_path / "gone.txt", "no such file"),
        (tmp_path, "a folder, not a file; name a file in it"),
        (loop, "cannot be read: too many levels of symbolic links"),
        (tmp_path / "a\0b", "cannot be read: embedded null byte"),
    ):
        with pytest.raises(DocumentError) as raised:
            read_document(path)
        assert str(raised.value) == f"{path}: {message}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(STORY, encoding="utf-8")
    file.chmod(0)
    with pytest.raises(DocumentError, match="cannot be read: permission denied"):
        read_document(file)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such name")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(file)).write_text(STORY, encoding="utf-8")
    assert read_document(os.fsdecode(file)).id.endswith("/caf�.txt")


def test_a_page_is_one_whatever_its_name(tmp_path: Path) -> None:
    file = tmp_path / "story.aspx"
    file.write_text(
        "<!DOCTYPE html><html><body><nav>24 offers</nav><article><p>Nine people died in Lisle on Sunday, and more than "
        "40 others were hurt when a bridge fell, police said.</p></article></body></html>"
    )
    assert read_document(file).text.startswith("Nine people died")


def test_xml_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "story.xml"
    file.write_text('<?xml version="1.0"?><story>Nine died.</story>')
    with pytest.raises(DocumentError, match="an XML file, not text; save it as plain text"):
        read_document(file)
