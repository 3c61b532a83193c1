"""The command that lists and explains the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from claimcheck.checker import Checker
from claimcheck.cli.options import rules_option
from claimcheck.cli.output import CLEAN, columns, in_colour, write
from claimcheck.reports.cells import Cell, Style
from claimcheck.reports.layout import paint, wrap
from claimcheck.verdicts.catalogue import Example, RuleEntry, load_rules

_INDENT = "  "


@click.command()
@click.argument("rule", metavar="[ID]", required=False)
@rules_option
def rules(rule: str | None, packs: tuple[Path, ...]) -> int:
    """List the rules with their severities, or explain one with an example that trips it and one that does not."""
    checker = Checker(packs, dropped=True)
    entries = load_rules(checker.packs)
    room, colour = columns(), in_colour(to_file=False)
    if rule is None:
        lines = list(_listed(entries, room, colour))
    elif rule in entries:
        lines = list(_explained(rule, entries[rule], checker, room, colour))
    else:
        close = get_close_matches(rule, entries, n=1)
        hint = f"Did you mean {close[0]!r}?" if close else f"The rules are {', '.join(entries)}."
        raise click.UsageError(f"No rule is called {rule!r}. {hint}")
    write("".join(f"{line.rstrip()}\n" for line in lines), None)
    return CLEAN


def _listed(entries: Mapping[str, RuleEntry], room: int, colour: bool) -> Iterator[str]:
    names = max(map(len, entries))
    severities = max(len(entry.severity) for entry in entries.values())
    indent = names + severities + 2 * len(_INDENT)
    for rule, entry in entries.items():
        first, *rest = wrap([(entry.summary, "")], room - indent, colour)
        name = paint([(rule.ljust(names), "head")], colour)
        severity = paint([(entry.severity.ljust(severities), _style(entry))], colour)
        yield f"{name}{_INDENT}{severity}{_INDENT}{first}"
        yield from (" " * indent + line for line in rest)


def _explained(rule: str, entry: RuleEntry, checker: Checker, room: int, colour: bool) -> Iterator[str]:
    yield paint([(rule, "head"), (" (", ""), (entry.severity, _style(entry)), (")", "")], colour)
    yield from wrap([(entry.summary, "")], room, colour)
    for paragraph in entry.explain.strip().split("\n\n"):
        yield ""
        yield from wrap([(" ".join(paragraph.split()), "")], room, colour)
    for head, example in (("Found:", entry.trips), ("Not found:", entry.passes)):
        yield ""
        yield paint([(head, "head")], colour)
        yield from _example(rule, example, checker, room, colour)


def _example(rule: str, example: Example, checker: Checker, room: int, colour: bool) -> Iterator[str]:
    report = checker.check(example.draft, [example.source])
    cells: list[Cell] = [[("Source: ", "dim"), (example.source, "")], [("Draft: ", "dim"), (example.draft, "")]]
    cells += [[(f"{f.severity}: ", f.severity), (f.message, "")] for f in report.findings if f.rule == rule]
    for cell in cells:
        yield from (_INDENT + line for line in wrap(cell, room - len(_INDENT), colour))


def _style(entry: RuleEntry) -> Style:
    return "dim" if entry.severity == "off" else entry.severity
