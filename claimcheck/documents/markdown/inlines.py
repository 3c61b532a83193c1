"""What of the inlines of a Markdown text is no text: marks of emphasis and links, addresses, code, tags.

markdown-it-py gives no offsets for inlines, so the rules that read them are wrapped to note where they began and
ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from claimcheck.documents.markdown.blocks import Lines
from claimcheck.documents.model import Span

Rule = Callable[[StateInline, bool], bool]


@dataclass(slots=True)
class _Notes:
    """What the wrapped rules saw in one inline token: spans in its content, and marks that may prove to be emphasis."""

    spans: list[Span] = field(default_factory=list)
    marks: list[tuple[list[Delimiter], int, int]] = field(default_factory=list)
    """The list of delimiters, the place in it, the offset."""


def block_parser() -> MarkdownIt:
    """Return a parser of blocks, which leaves inlines to ``inline``."""
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


def inline(parser: MarkdownIt, token: Token, env: dict[str, Any], lines: Lines) -> Iterator[Span]:
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
