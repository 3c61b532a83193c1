"""What an editor should know of a rule, as text: its explanation, what trips it, and what does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.reports.to_markdown import escaped
from claimcheck.verdicts.catalogue import Example, RuleEntry


def paragraphs(entry: RuleEntry) -> list[str]:
    """Return the explanation of a rule, a line for each paragraph."""
    return [" ".join(paragraph.split()) for paragraph in entry.explain.strip().split("\n\n")]


def plain(entry: RuleEntry) -> str:
    """Return the explanation and both examples as plain text."""
    shown = [f"{head}\n  Source: {example.source}\n  Draft: {example.draft}" for head, example in examples(entry)]
    return "\n\n".join([*paragraphs(entry), *shown])


def markdown(entry: RuleEntry, messages: Sequence[str] = ()) -> str:
    """Return the explanation and both examples as Markdown; ``messages`` are what is said of what trips the rule."""
    parts = [escaped(paragraph) for paragraph in paragraphs(entry)]
    for head, example in examples(entry):
        said = [f"> *{escaped(message)}*" for message in messages] if example is entry.trips else []
        quoted = [f"> Source: {escaped(example.source)}", f"> Draft: {escaped(example.draft)}", *said]
        parts += [f"**{head}**", "\n>\n".join(quoted)]
    return "\n\n".join(parts)


def examples(entry: RuleEntry) -> Iterator[tuple[str, Example]]:
    """Yield the examples of a rule with their headings."""
    yield "Found:", entry.trips
    yield "Not found:", entry.passes


_HEAD = """\
# What claimcheck finds

For editors: what each rule means, with an example of what it finds and one of what it leaves alone. Made from \
`findings.toml` by `claimcheck rules --format markdown`.

A figure of the draft is compared with its counterpart in the sources: the figure there that speaks of the same thing. \
What is said of a draft stands below it in italics. Where nothing can be said for sure, claimcheck keeps silent.

| rule | severity | finds |
| --- | --- | --- |
"""


def page(rules: Mapping[str, RuleEntry], said: Mapping[str, Sequence[str]]) -> str:
    """Return a page of all ``rules`` in Markdown; ``said`` are the messages on what trips each of them."""
    lines = [f"| [{rule}](#{rule}) | {entry.severity} | {escaped(entry.summary)} |" for rule, entry in rules.items()]
    parts = [
        f"## {rule}\n\n*{entry.severity}*: {escaped(entry.summary)}\n\n{markdown(entry, said[rule])}"
        for rule, entry in rules.items()
    ]
    return _HEAD + "\n".join(lines) + "\n\n" + "\n\n".join(parts) + "\n"
