"""Blocks that any page may use: a table, a list of links, big numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimcheck.reports.html.filling import fill

Content = Markup | str | float | None
"""What stands in a cell: Markup as it is, a number with its thousands parted, other text escaped, None as nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to ``href``, with ``text`` to click on, and ``note`` in small letters behind it."""

    href: str
    text: str
    note: str = ""

    def __post_init__(self) -> None:
        head = self.href.split("/")[0].split("#")[0].split("?")[0]
        if ":" in head and head.lower() not in {"http:", "https:"}:
            raise ValueError(f"{self.href!r}: pages link to pages only")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is sorted by ``key`` instead of by what it shows."""

    content: Content
    key: str | float


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with its label; ``tone`` colours it: good, near, moved, bad, warning, notice or plain.

    ``picture`` stands under both: a ``sparkline`` of how the number came to be.
    """

    number: int | str
    label: str
    tone: str = "plain"
    href: str = ""
    picture: Markup | None = None


@dataclass(frozen=True, slots=True)
class _Shown:
    content: Markup | str
    key: str | float
    numeric: bool


def table(
    caption: str, heads: Sequence[str], lines: Iterable[Sequence[Content | Link | Cell]], *, sortable: bool = True
) -> Markup:
    """Return a table; the first cell of a line is its heading. ``caption`` is read out, not seen.

    A ``sortable`` one has a button in each head once the page's script runs: columns of numbers sort by
    number, others by text.
    """
    shown = [[_cell(cell) for cell in line] for line in lines]
    numeric = [all(cell.numeric for cell in column) for column in zip(*shown, strict=True)] or [False] * len(heads)
    named = list(zip(heads, numeric, strict=True))
    return fill("table.html", caption=caption, heads=named, lines=shown, sortable=sortable)


def links(items: Iterable[Link]) -> Markup:
    """Return a list of links."""
    return fill("links.html", items=list(items))


def link(item: Link) -> Markup:
    """Return a link as it stands in a line of text."""
    return Markup(fill("link.html", link=item).strip())  # noqa: S704 - filled in escaped


def tiles(items: Iterable[Tile]) -> Markup:
    """Return big numbers in a row, each with its label."""
    return fill("tiles.html", items=list(items))


def _cell(cell: Content | Link | Cell) -> _Shown:
    key: str | float | None = None
    content: Content | Link = cell.content if isinstance(cell, Cell) else cell
    numeric = isinstance(content, int | float)
    if isinstance(cell, Cell):
        key = cell.key
    if isinstance(content, Link):
        return _Shown(link(content), content.text if key is None else key, numeric=False)
    if isinstance(content, int | float):
        return _Shown(f"{content:,.15g}", content if key is None else key, numeric)
    shown = "" if content is None else content
    plain = shown.striptags() if isinstance(shown, Markup) else shown
    return _Shown(shown, plain if key is None else key, numeric)
