"""Reports as web pages: one self-contained file each, without network, readable without JavaScript.

``render(rows)`` is the format ``html``. Whoever puts pages of their own together (the nightly run) uses the blocks:

    page(title, sections, ...)   the shell: head with its Content-Security-Policy, style, script, masthead, contents
    Section(id, title, body)     one part of a page, an entry in its contents
    sections(rows)               the parts of a report's page: summary, findings, facts, texts, figures
    matrix(rows)                 the table of facts by documents
    disputed(rows, page=...)     cards of the facts on which texts differ, with their pictures
    picture(row, documents, key) every value of a fact on one axis, as SVG
    sparkline(values, label)     a small line of numbers over time, as SVG
    table(caption, heads, lines) any table, sortable by its reader
    links(items), tiles(items)   a list of links; big numbers with their labels

A block is Markup, which is put into a page as it stands. Every other string that is handed in is text of
somebody's: it is escaped, and its control characters and marks of reading direction are made visible.
No block makes an element with a ``style`` or an event attribute: the policy of the page would refuse it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.reports.formats import Failed, Screen
from claimcheck.reports.html.blocks import Link, links, table, tiles
from claimcheck.reports.html.folder import folder
from claimcheck.reports.html.lines import sparkline
from claimcheck.reports.html.matrix import disputed, matrix
from claimcheck.reports.html.picture import picture
from claimcheck.reports.html.report import headline, report_page, sections
from claimcheck.reports.html.shell import Section, page
from claimcheck.reports.rows import Rows

__all__ = [
    "Link",
    "Section",
    "disputed",
    "headline",
    "links",
    "matrix",
    "page",
    "picture",
    "render",
    "render_folder",
    "sections",
    "sparkline",
    "table",
    "tiles",
]


def render(rows: Rows, _screen: Screen) -> str:
    """Return ``rows`` as a page: the format ``html``. A page fits any screen."""
    return report_page(rows)


def render_folder(reports: Sequence[Rows], failed: Sequence[Failed]) -> Mapping[str, str]:
    """Return a page for each of ``reports``, by the names of their files, the page that lists them last."""
    return folder(reports, failed)
