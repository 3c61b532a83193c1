"""What the flow starts from: one text and where it came from."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Start and end (exclusive) in code points of a ``Document.text``."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read.

    ``id`` is unique within a run (a path, or what the caller gave); ``date`` is an ISO date;
    ``markup`` holds the spans of ``text`` that no reader sees (front matter, link targets, code),
    in order and apart from each other. ``story`` is what its source knows the story by (a URI, an
    address, a key), the same for each version of it. ``sources`` are the files that it says it was made from,
    as it names them.
    """

    id: str
    text: str
    outlet: str | None = None
    date: str | None = None
    title: str | None = None
    markup: tuple[Span, ...] = ()
    story: str | None = None
    sources: tuple[str, ...] = ()
