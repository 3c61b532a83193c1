"""Markdown: what a reader sees of it is text, the rest is markup; offsets stay those of the file."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents import Document, DocumentError, markdown_document


def shown(document: Document) -> str:
    """What is left of the text without its markup."""
    out, at = [], 0
    for left, right in document.markup:
        out.append(document.text[at:left])
        at = right
    return "".join([*out, document.text[at:]])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over **11,000** homes.", "Over 11,000 homes."),
        ("*Nearly* 3 \\* 4 * 5", "Nearly 3 * 4 * 5"),
        ("See [40 pages](https://example.org/2024/11 'from 1999') of it.", "See 40 pages of it."),
        ("See [40 pages][report].\n\n[report]: https://example.org/77\n", "See 40 pages.\n\n"),
        ("See <https://example.org/12> now", "See  now"),
        ("![chart of 9 bars](chart-3.png) 5 rose", " 5 rose"),
        ("Run `x = 5` first.", "Run  first."),
        ("Toll rises<!-- was 8 --> to 9.", "Toll rises to 9."),
        ("<p class='n7'>Some 80 left.</p>", "Some 80 left."),
        ("<!-- desk note: 12 dead\nunconfirmed -->\n\nNine died.", "\n\nNine died."),
        ("# Nine dead #\n\nIn Lund.", "Nine dead\n\nIn Lund."),
        ("Nine dead\n=========\n\nIn Lund.", "Nine dead\n\nIn Lund."),
        ("1. Two bridges\n2. Three roads", " Two bridges\n Three roads"),
        (">Two bridges\n> - 1. fell", "Two bridges\n   fell"),
        ("```\nx = 5\n```\nNine died.", "Nine died."),
        ("| Town | Share |\n|------|------:|\n| Lund | **70%** |\n", " Town  Share \n Lund  70% \n"),
        ("Over **11,000**\r\nhomes\r\n\r\n# End", "Over 11,000\r\nhomes\r\n\r\nEnd"),
        ("~~Six~~ **Nine** died", "Six Nine died"),
        ("2 * 3 and 4_000_000", "2 * 3 and 4_000_000"),
    ],
)
def test_what_readers_see(text: str, expected: str) -> None:
    assert shown(markdown_document("draft.md", text)) == expected


@pytest.mark.parametrize(
    ("text", "title", "outlet", "date"),
    [
        ("---\ntitle: 'Floods: the toll'\noutlet: Slate\ndate: 2026-11-22\n---\n# Other\n", *("Floods: the toll", "Slate", "2026-11-22")),
        ("---\ndate: 2026-11-22 10:00:00 +0100\ntags: [a, b]\n---\n# Nine *dead*\n", "Nine dead", None, "2026-11-22"),
        ("---\r\ndate: 2026-11-22T10:00:00Z\r\n---\r\nNine died.", None, None, "2026-11-22"),
        ("+++\ntitle = 'Floods'\ndate = 2026-11-22\n+++\nNine died.", "Floods", None, "2026-11-22"),
        ("Nine died.\n\n## In Lund\n\n# Later", "In Lund", None, None),
        ("---\n\nA rule above, 5 lines below.\n\n---\n", None, None, None),
        ("---\ntitle: never closed\n", None, None, None),
    ],
)  # fmt: skip
def test_front_matter(text: str, title: str | None, outlet: str | None, date: str | None) -> None:
    document = markdown_document("draft.md", text)
    assert (document.title, document.outlet, document.date) == (title, outlet, date)
    assert "date:" not in shown(document)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: 'open\n---\nNine died.", "draft.md: line 3: front matter: found unexpected end of stream"),
        ("---\ndate: last Tuesday\n---\nNine died.", "draft.md: date: front matter: 'last Tuesday' is not a date; write it like 2026-11-22"),
        ("+++\ntitle = open\n+++\nNine died.", "draft.md: line 1: front matter: Invalid value (at line 1, column 9)"),
    ],
)  # fmt: skip
def test_wrong_front_matter_is_an_error(text: str, message: str) -> None:
    with pytest.raises(DocumentError) as raised:
        markdown_document("draft.md", text)
    assert str(raised.value) == message


@given(st.text(alphabet="ab 1.,#>-*_`~[]()!<>|:\\\n\r\t&;/\"'=+", max_size=200))
def test_any_text_is_read_and_its_markup_is_in_order(text: str) -> None:
    try:
        markup = markdown_document("any.md", text).markup
    except DocumentError as error:
        assert "front matter" in error.reason  # noqa: PT017 - that is the only thing that may be wrong
        return
    edges = [edge for span in markup for edge in span]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)


@pytest.mark.parametrize("unit", ["[", "*a ", "[a](", "![a]", "<", "> ", "- ", "_*", "<!-", "a<b ", "|a"])
def test_hostile_markdown_takes_linear_time(unit: str) -> None:
    start = time.process_time()
    markdown_document("hostile.md", unit * 20_000)
    assert time.process_time() - start < 10
