"""Web pages: the article is the text, the page's furniture is not; what the page says of it is kept."""

import contextlib
import time
from pathlib import Path

import pytest

from claimcheck import Checker
from claimcheck.documents import DocumentError, read_document
from claimcheck.documents.webpage import html_text, webpage

PAGE = """<!doctype html>
<html lang="en"><head>
<title>Barge sinks off Kalmen - The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2026-11-21T20:10:00Z">
<link rel="canonical" href="https://harbour.example/kalmen-barge">
<script>var hits = 1500;</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport: 3 matches tonight</a></li></ul></nav>
<article><h1>Barge sinks off Kalmen</h1>
<p>A barge with 340 tonnes of gravel sank off Kalmen on Saturday, and its crew of six was picked up unhurt, the coastguard
said.</p>
<p>Raising it will cost about &euro;1.2m &amp; take three weeks, according to Rita Holm, the harbour master, who spoke to
reporters on the quay.</p></article>
<aside><h2>Most read</h2><ol><li><a href="/1">10 ways to cook eel</a></li></ol></aside>
<footer>Shared 4,512 times. &copy; 2026 Harbour Media, 12 Quay Street</footer>
</body></html>
"""


def test_the_article_is_read_without_the_furniture_of_its_page() -> None:
    document = webpage("barge.html", PAGE)
    assert "340 tonnes of gravel" in document.text
    assert "about €1.2m & take three weeks" in document.text
    assert not [word for word in ("1500", "matches", "eel", "4,512", "Quay Street") if word in document.text]
    assert document.title == "Barge sinks off Kalmen"
    assert (document.outlet, document.date) == ("The Harbour Post", "2026-11-21")
    assert document.story == "https://harbour.example/kalmen-barge"


def test_offsets_are_into_the_article() -> None:
    document = webpage("barge.html", PAGE)
    figures = [claim.figure for claim in Checker().extract(document).claims]
    said = ["340 tonnes", "Saturday", "six", "about €1.2m", "three weeks"]
    assert [document.text[figure.start : figure.end] for figure in figures] == said
    assert [figure.text for figure in figures] == said


@pytest.mark.parametrize("name", ["barge.html", "barge.HTM", "barge.xhtml", "barge"])
def test_a_page_is_told_by_its_name_or_its_first_words(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert read_document(tmp_path / name).outlet == "The Harbour Post"


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),  # what browsers take it for
        ("no-such-thing", "utf-8"),
        ("utf-16", "utf-8"),
        ("windows-1251", "utf-8-sig"),  # the mark is stronger
    ],
)
def test_a_page_says_its_encoding(tmp_path: Path, declared: str, written: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{declared}">').replace("&euro;", "€").replace("Holm", "Hölm")
    (tmp_path / "page.html").write_bytes(page.encode(written))
    assert "€1.2m & take three weeks, according to Rita Hölm" in read_document(tmp_path / "page.html").text


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html></html>", "<html><script>var a = 1;</script></html>"]
)
def test_a_page_without_an_article(page: str) -> None:
    with pytest.raises(DocumentError, match=r"^empty\.html: no article in this page; save the story"):
        webpage("empty.html", page)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Nine  died.</p><p>Forty\nleft.</p>", "Nine died.\nForty left."),
        ("Nine<br>died", "Nine\ndied"),
        ("<p>Over <b>11,000</b> homes<!-- 9 --></p><script>5</script> on", "Over 11,000 homes\non"),
        ("<ul><li>two bridges</li><li>three roads</li></ul>", "two bridges\nthree roads"),
        ("<p>A toll of&nbsp;9 &amp; rising", "A toll of 9 & rising"),
        ("<hedline><hl1>Barge sinks</hl1></hedline><block><p>Off Kalmen.</p></block>", "Barge sinks\nOff Kalmen."),
        ("", ""),
        ("no markup", "no markup"),
    ],
)
def test_html_that_is_all_article(html: str, text: str) -> None:
    assert html_text(html) == text


BOMB = '<!DOCTYPE x [<!ENTITY a "9999999999"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><p>Nine &b; &f;</p>'


@pytest.mark.parametrize(
    "page",
    [
        BOMB,
        "<div>" * 100_000 + "Nine",
        "<b>" * 50_000,
        "<a href='" * 20_000,
        "<table>" * 5_000,
        "<p>Nine died.</p>" * 20_000,
    ],
)
def test_hostile_pages_end_soon_and_read_no_files(page: str) -> None:
    start = time.process_time()
    texts = [html_text(page)]
    with contextlib.suppress(DocumentError):
        texts.append(webpage("hostile.html", page).text)
    assert time.process_time() - start < 10
    assert not [text for text in texts if "root:" in text or "9999999999" in text]
