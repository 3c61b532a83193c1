"""Web pages: the article without the page's furniture, and what the page says of it."""

from __future__ import annotations

from claimcheck.documents.errors import DocumentError
from claimcheck.documents.model import Document

ENDINGS = frozenset({".html", ".htm", ".xhtml"})
"""File name endings that are read as web pages."""

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
    }
    | {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hl1",
        "hl2",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
    }
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
"""Elements that begin and end a line: those of HTML, and of NITF, which agencies still send."""
_UNSEEN = frozenset({"script", "style", "head", "template", "noscript", "title"})

# What is not in the page's own words must not depend on the day on which it is read.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}

_TALKERS = ("trafilatura", "htmldate", "courlan", "justext")


def webpage(name: str, html: str) -> Document:
    """Return the article of a page: its text, and title, outlet, date and address as the page gives them.

    Offsets are into the text extracted. Raises DocumentError where there is no article.
    """
    import logging  # noqa: PLC0415 - costs start-up, as the next does

    from trafilatura import bare_extraction  # noqa: PLC0415

    for library in _TALKERS:  # what is wrong is said by the error below
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    page = bare_extraction(
        html, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=_DATES
    )
    text = getattr(page, "text", None)
    if page is None or isinstance(page, dict) or not text or not text.strip():
        raise DocumentError(name, "no article in this page", "save the story as text or Markdown")
    return Document(
        id=name,
        text=text,
        outlet=page.sitename or None,
        date=page.date or None,
        title=page.title or None,
        story=page.url or None,
    )


def html_text(html: str) -> str:
    """Return the text of a piece of HTML that is all article: a line a block. Nothing it names is fetched."""
    from lxml import etree  # noqa: PLC0415 - costs start-up
    from lxml import html as lxml_html  # noqa: PLC0415

    if not html.strip():
        return ""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            parts.append("\n")
        if event == "start":
            hidden += tag in _UNSEEN
            if tag and not hidden:
                parts.append(_spaced(element.text))
        else:
            hidden -= tag in _UNSEEN
            if not hidden and element is not root:
                parts.append(_spaced(element.tail))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _spaced(text: str | None) -> str:
    """Return ``text`` without line ends: in HTML they are spaces."""
    return "" if text is None else text.replace("\n", " ").replace("\r", " ")
