"""What of a Markdown text its readers see: the spans of everything else, and what its front matter says.

The blocks and inlines are markdown-it-py's; it gives no offsets for inlines, so the rules that read
them are wrapped to note where they began and ended.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from claimcheck.documents.model import Span

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n(?=\s*[\w\"'\[#])")
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\w\"'-]+\s*[:=\[]|\s*\[")
_HEADING = re.compile(r"^[ \t>]*(#{1,6}[ \t]+)")
_CLOSING = re.compile(r"[ \t]#+[ \t]*$")
_MARK = re.compile(r"[ \t]*(>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL | re.IGNORECASE
)

Rule = Callable[[StateInline, bool], bool]


class FrontMatterError(ValueError):
    """Front matter that cannot be read: ``line`` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


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
    said, start = _front_matter(text)
    front = {key: value for key, value in said.items() if isinstance(value, str)}
    # The parser would take line ends together, and shift every offset after them.
    flat = text[start:].replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
    parser = _parser()
    env: dict[str, Any] = {}
    lines = _Lines(flat)
    spans: list[Span] = []
    heading: str | None = None
    previous = None
    for token in parser.parse(flat, env):
        if token.type == "inline":
            inline = list(_inline(parser, token, env, lines))
            spans += inline
            if heading is None and previous == "heading_open":
                heading = _visible(flat, lines.place(token), inline) or None
        else:
            spans += _block(token, lines)
        previous = token.type
    for reference in env.get("references", {}).values():
        spans.append(lines.span(*reference["map"]))
    body = [(start + left, start + right) for left, right in spans]
    return Markdown(heading, front, _joined([(0, start), *body]), _listed(said.get("sources")))


# ---------------------------------------------------------------- front matter


def _front_matter(text: str) -> tuple[dict[str, Any], int]:
    """Return the values, by keys in small letters, of the front matter, and where the text after it starts."""
    found = _FRONT.match(text)
    if not found or not _KEY.match(text, found.end()):
        return {}, 0
    end = re.compile(rf"^{re.escape(found[1])}[ \t]*\r?$\n?", re.MULTILINE).search(text, found.end())
    if not end:
        return {}, 0
    inside = text[found.end() : end.start()]
    values = _toml(inside) if found[1] == "+++" else _yaml(inside)
    if not isinstance(values, dict):
        return {}, end.end()
    return {str(key).lower(): value for key, value in values.items()}, end.end()


def _listed(value: object) -> tuple[str, ...]:
    """Return a list of texts, or one text as such a list; anything else is none of ours."""
    if isinstance(value, str):
        return (value,) if value else ()
    whole = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if whole and isinstance(value, list) else ()


def _yaml(text: str) -> object:
    import yaml  # noqa: PLC0415 - most texts have no front matter

    try:
        # BaseLoader makes strings, lists and dicts only: no objects, no dates read as it likes.
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise FrontMatterError(line, f"front matter: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise FrontMatterError(1, f"front matter: {error}") from error
    except RecursionError as error:
        raise FrontMatterError(1, "front matter: nested too deeply") from error


def _toml(text: str) -> dict[str, Any]:
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise FrontMatterError(1, f"front matter: {error}") from error
    except RecursionError as error:
        raise FrontMatterError(1, "front matter: nested too deeply") from error
    return {key: value if isinstance(value, dict | list) else str(value) for key, value in values.items()}


# ---------------------------------------------------------------- blocks


class _Lines:
    """The lines of a text, by number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.cell: dict[int, int] = {}
        """How far the cells of a table's line have been taken."""

    def span(self, first: int, end: int) -> Span:
        return self.start(first), self.start(end)

    def start(self, line: int) -> int:
        return self.starts[line] if line < len(self.starts) else len(self.text)

    def line(self, number: int) -> str:
        return self.text[self.start(number) : self.start(number + 1)].rstrip("\n")

    def place(self, token: Token) -> list[tuple[int, int, int]]:
        """Return (offset in the token's content, offset in the text, length) for each line of an inline token."""
        places = []
        inside = 0
        first = token.map[0] if token.map else 0
        table = first in self.cell
        for number, content in enumerate(token.content.split("\n"), start=first):
            source = self.line(number)
            column = source.find(content, self.cell[number]) if table else source.rstrip().rfind(content.rstrip())
            if content and column >= 0:
                places.append((inside, self.start(number) + column, len(content)))
                if table:
                    self.cell[number] = column + len(content)
            inside += len(content) + 1
        return places


def _block(token: Token, lines: _Lines) -> Iterator[Span]:
    """Yield what of a block's own lines is no text: its marks, or all of it."""
    if token.map is None or token.nesting < 0:
        return
    first, end = token.map
    start = lines.start(first)
    match token.type:
        case "fence" | "code_block" | "hr":
            yield lines.span(first, end)
        case "html_block":
            html = lines.text[start : lines.start(end)]
            yield from ((start + found.start(), start + found.end()) for found in _TAG.finditer(html))
        case "heading_open":
            yield from _heading(token, lines)
        case "blockquote_open" | "list_item_open":
            yield from _marks(range(first, end) if token.type == "blockquote_open" else (first,), lines)
        case "tr_open":
            lines.cell[first] = 0
            yield from ((start + n, start + n + 1) for n, mark in enumerate(lines.line(first)) if mark == "|")
        case "thead_open":
            yield lines.span(end, end + 1)


def _marks(numbers: Iterable[int], lines: _Lines) -> Iterator[Span]:
    """Yield the marks of quotes and list items that the lines begin with: "> - 1. text" has three."""
    for number in numbers:
        start, line = lines.start(number), lines.line(number)
        column = 0
        while found := _MARK.match(line, column):
            yield start + found.start(1), start + found.end(1)
            column = found.end()


def _heading(token: Token, lines: _Lines) -> Iterator[Span]:
    assert token.map is not None
    first, end = token.map
    if token.markup.startswith("#"):
        start, line = lines.start(first), lines.line(first)
        if found := _HEADING.match(line):
            yield start + found.start(1), start + found.end(1)
        if found := _CLOSING.search(line):
            yield start + found.start(), start + found.end()
    else:
        yield lines.span(end - 1, end)


# ---------------------------------------------------------------- inlines


@dataclass(slots=True)
class _Notes:
    """What the wrapped rules saw in one inline token: spans in its content, and marks that may prove to be emphasis."""

    spans: list[Span] = field(default_factory=list)
    marks: list[tuple[list[Delimiter], int, int]] = field(default_factory=list)
    """The list of delimiters, the place in it, the offset."""


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("inline")
    whole: dict[str, Rule] = {
        "backticks": rules_inline.backtick,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
    }
    for name, rule in whole.items():
        parser.inline.ruler.at(name, _noting(rule))
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.at("escape", _escape)
    parser.inline.ruler.at("emphasis", _noting_marks(rules_inline.emphasis.tokenize))
    parser.inline.ruler.at("strikethrough", _noting_marks(rules_inline.strikethrough.tokenize))
    return parser


def _noting(rule: Rule) -> Rule:
    def noted(state: StateInline, silent: bool) -> bool:
        start = state.pos
        done = rule(state, silent)
        if done and not silent:
            state.env["notes"].spans.append((start, state.pos))
        return done

    return noted


def _noting_marks(rule: Rule) -> Rule:
    def noted(state: StateInline, silent: bool) -> bool:
        start, marks, before = state.pos, state.delimiters, len(state.delimiters)
        done = rule(state, silent)
        if done and not silent and len(marks) > before:
            width = (state.pos - start) // (len(marks) - before)
            notes = state.env["notes"]
            notes.marks += ((marks, n, start + (n - before) * width) for n in range(before, len(marks)))
        return done

    return noted


def _link(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if state.src[start] != "[":
        return False
    label_end = state.md.helpers.parseLinkLabel(state, start, True)
    done = rules_inline.link(state, silent)
    if done and not silent:
        state.env["notes"].spans += [(start, start + 1), (label_end, state.pos)]
    return done


def _escape(state: StateInline, silent: bool) -> bool:
    start = state.pos
    done = rules_inline.escape(state, silent)
    if done and not silent:
        state.env["notes"].spans.append((start, start + 1))
    return done


def _inline(parser: MarkdownIt, token: Token, env: dict[str, Any], lines: _Lines) -> Iterator[Span]:
    """Yield the spans of the text that an inline token's readers do not see."""
    env["notes"] = notes = _Notes()
    parser.inline.parse(token.content, parser, env, [])
    spans = [*notes.spans, *_emphasis(notes)]
    for inside, outside, length in lines.place(token):
        for left, right in spans:
            low, high = max(left, inside), min(right, inside + length)
            if low < high:
                yield low - inside + outside, high - inside + outside


def _emphasis(notes: _Notes) -> Iterator[Span]:
    """Yield the marks that pair up; a lone asterisk is text."""
    where = {(id(marks), n): start for marks, n, start in notes.marks}
    for marks, n, start in notes.marks:
        mark = marks[n]
        if mark.end >= 0 and (id(marks), mark.end) in where:
            width = 2 if mark.marker == ord("~") else 1
            other = where[id(marks), mark.end]
            yield start, start + width
            yield other, other + width


# ---------------------------------------------------------------- spans


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
