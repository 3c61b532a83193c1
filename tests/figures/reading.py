"""What the tables of this folder read with."""

from __future__ import annotations

from claimcheck import Document
from claimcheck.figures import Figure, read_figures

ASIDE = frozenset(("date", "time", "ordinal"))


def read(text: str) -> tuple[Figure, ...]:
    return read_figures(Document("story", text))


def amounts(text: str) -> list[Figure]:
    """Return the figures of ``text`` but dates, times and ordinals."""
    return [figure for figure in read(text) if figure.kind not in ASIDE]


def values(text: str) -> list[object]:
    return [figure.value for figure in amounts(text)]


def stated(text: str) -> list[tuple[object, str | None]]:
    """Return value and unit of each amount."""
    return [(figure.value, figure.unit) for figure in amounts(text)]
