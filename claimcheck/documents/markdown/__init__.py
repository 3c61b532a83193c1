"""What of a Markdown text its readers see: the spans of everything else, and what its front matter says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.documents.markdown.blocks import Lines, block
from claimcheck.documents.markdown.front import FrontMatterError, front_matter, listed
from claimcheck.documents.markdown.inlines import block_parser, inline
from claimcheck.documents.model import Span

__all__ = ["FrontMatterError", "Markdown", "read_markdown"]


@dataclass(frozen=True, slots=True)
class Markdown:
    """What was read: the text's first heading, its front matter's plain values, and the spans nobody sees.

    ``sources`` are the files that the front matter names under that key, as written.
    """

    heading: str | None
    front: Mapping[str, str]
    markup: tuple[Span, ...]
    sources: tuple[str, ...]


def read_markdown(text: str) -> Markdown:
    """Return what ``text`` shows and what it does not. Raises FrontMatterError."""
    said, start = front_matter(text)
    front = {key: value for key, value in said.items() if isinstance(value, str)}
    # The parser would take line ends together, and shift every offset after them.
    flat = text[start:].replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
    parser = block_parser()
    env: dict[str, Any] = {}
    lines = Lines(flat)
    spans: list[Span] = []
    heading: str | None = None
    previous = None
    for token in parser.parse(flat, env):
        if token.type == "inline":
            unseen = list(inline(parser, token, env, lines))
            spans += unseen
            if heading is None and previous == "heading_open":
                heading = _visible(flat, lines.place(token), unseen) or None
        else:
            spans += block(token, lines)
        previous = token.type
    for reference in env.get("references", {}).values():
        spans.append(lines.span(*reference["map"]))
    body = [(start + left, start + right) for left, right in spans]
    return Markdown(heading, front, _joined([(0, start), *body]), listed(said.get("sources")))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return ``spans`` in order, those that touch or overlap as one."""
    out: list[Span] = []
    for left, right in sorted(spans):
        if left >= right:
            continue
        if out and left <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return tuple(out)


def _visible(text: str, places: list[tuple[int, int, int]], hidden: list[Span]) -> str:
    shown = []
    for _, start, length in places:
        at = start
        for left, right in _joined(hidden):
            if start <= left < start + length:
                shown.append(text[at:left])
                at = right
        shown.append(text[at : start + length] + " ")
    return " ".join("".join(shown).split())
