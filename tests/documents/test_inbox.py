"""An inbox: what is read of it, under which name, in which encoding; and what is refused."""

import json
import os
from pathlib import Path

import pytest

from claimcheck.documents import DocumentError
from claimcheck.documents.inbox import Piece, pieces, read_piece


def put(folder: Path, **files: str | bytes) -> Path:
    """Write ``files``, named with "__" for "/" and an ending after the last "_"."""
    for name, text in files.items():
        stem, _, ending = name.replace("__", "/").rpartition("_")
        file = folder / f"{stem}.{ending}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def listed(*inboxes: object, limit: int = 1000) -> list[str]:
    """Names with lines and outlets of what is found, or what is wrong with it."""
    return [
        str(each) if isinstance(each, DocumentError) else f"{each.name}:{each.line} {each.outlet}"
        for each in pieces([str(inbox) for inbox in inboxes], limit)
    ]


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    inbox = put(
        tmp_path / "inbox",
        b_txt="B",
        post__a_md="A",
        post__x_jpg="J",
        _hidden_txt="H",
        wire__2026__c_json="{}",
        d_docx="D",
    )
    (inbox / ".git").mkdir()
    put(inbox / ".git", e_txt="E")
    (inbox / "_hidden.txt").rename(inbox / ".hidden.txt")
    assert listed(inbox) == ["inbox/b.txt:None None", "inbox/post/a.md:None post", "inbox/wire/2026/c.json:None wire"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("inbox/*/*.txt", ["inbox/fjord/a.txt:None fjord", "inbox/post/a.txt:None post"]),
        ("inbox/**/a.*", ["inbox/2026-11-21/fjord/a.txt:None fjord", "inbox/fjord/a.txt:None fjord", "inbox/post/a.txt:None post"]),
        ("inbox/post/a.txt", ["a.txt:None None"]),
        ("inbox/none-*.txt", []),
    ],
)  # fmt: skip
def test_patterns_and_files(tmp_path: Path, pattern: str, names: list[str]) -> None:
    put(tmp_path / "inbox", **{"post__a_txt": "A", "fjord__a_txt": "B", "2026-11-21__fjord__a_txt": "C"})
    assert listed(tmp_path / pattern) == names


def test_inboxes_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one, two = put(tmp_path / "one" / "in", a_txt="A"), put(tmp_path / "two" / "in", a_txt="B")
    assert listed(one) == ["in/a.txt:None None"]
    assert listed(two, one, one) == [f"{one}/a.txt:None None", f"{two}/a.txt:None None"]


def test_a_file_of_json_lines_holds_many(tmp_path: Path) -> None:
    put(tmp_path / "in", feed_jsonl=b"\xef\xbb\xbf{}\n\n{}\n" + b"x" * 101 + b"\n{}\n")
    assert listed(tmp_path / "in", limit=100) == [
        "in/feed.jsonl:1 None",
        "in/feed.jsonl:3 None",
        "in/feed.jsonl: line 4: more than 100 bytes in a line; raise --max-bytes if it is one story indeed",
    ]


def test_what_is_refused(tmp_path: Path) -> None:
    inbox = put(tmp_path / "in", a_txt="A", z__b_txt="B", long_txt="x" * 101)
    put(tmp_path, private_txt="S", out__s_txt="S")
    (inbox / "c.txt").symlink_to(tmp_path / "private.txt")
    (inbox / "d").symlink_to(tmp_path / "out")
    (inbox / "e.txt").symlink_to(inbox / "a.txt")
    (inbox / "f.txt").symlink_to(tmp_path / "gone.txt")
    (inbox / "loop").symlink_to(inbox)
    (inbox / "dir.txt").mkdir()
    os.mkfifo(inbox / "pipe.txt")
    assert listed(inbox, limit=100) == [
        "in/a.txt:None None",
        "in/c.txt: a link that leads out of the inbox; put the story itself there",
        "in/d: a link that leads out of the inbox; put the story itself there",
        "in/e.txt:None None",
        "in/f.txt: cannot be read: No such file or directory",
        "in/long.txt: more than 100 bytes; raise --max-bytes if it is one text indeed",
        "in/pipe.txt: neither a file nor a folder",
        "in/z/b.txt:None z",
    ]
    with pytest.raises(DocumentError, match="no such file or folder; name the folders that stories are put into"):
        listed(tmp_path / "nowhere")


def test_a_piece_is_known_by_its_place_and_bytes(tmp_path: Path) -> None:
    inbox = put(tmp_path / "in", a_txt="Six saved.", b_txt="Six saved.")
    digests = [piece.digest for piece in pieces([str(inbox)]) if isinstance(piece, Piece)]
    assert len(set(digests)) == 2
    moved = inbox.rename(put(tmp_path / "elsewhere", x_txt="") / "in")
    assert [piece.digest for piece in pieces([str(moved)]) if isinstance(piece, Piece)] == digests


@pytest.mark.parametrize(
    "text",
    [
        "Six were saved off Kalmen, Brünn, on Monday.",
        "“It’s over,” he said. Raising it will cost £12.5m – or €14m.",
        "The fare rose to £3.20 in São Paulo.",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "utf-16", "utf_16_le", "utf_16_be"])
def test_encodings_are_found_out_and_told(text: str, encoding: str) -> None:
    document, found = read_piece(Piece("in/a.txt", ".txt", (text * 3).encode(encoding)), {})
    assert (document.text, found) == (text * 3, encoding)


def test_what_is_no_text_is_not_guessed() -> None:
    with pytest.raises(DocumentError, match="a binary file, not text"):
        read_piece(Piece("in/a.txt", ".txt", b"\x7fELF\x02\x01\x00\x00\x13\x88\x91\xfe\xff" * 50), {})


@pytest.mark.parametrize(("own", "outlet"), [("Post", "Post"), (None, "fjord")])
def test_a_story_without_an_outlet_is_of_its_folders(own: str | None, outlet: str) -> None:
    item = json.dumps({"text": "Six saved.", "outlet": own}).encode()
    assert read_piece(Piece("in/fjord/feed.jsonl", ".jsonl", item, 1, "fjord"), {})[0].outlet == outlet
