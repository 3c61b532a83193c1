"""The command that lists and explains the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from claimcheck.checker import Checker
from claimcheck.cli.options import rules_option
from claimcheck.cli.output import CLEAN, FOUND, columns, in_colour, write
from claimcheck.house.examples import Tried, judged, tried
from claimcheck.reports.cells import Cell, Style
from claimcheck.reports.layout import paint, wrap
from claimcheck.verdicts.catalogue import Example, RuleEntry, load_rules

_INDENT = "  "


@click.command(short_help="List the rules, or explain one.")
@click.argument("rule", metavar="[ID]", required=False)
@click.option("--format", "form", type=click.Choice(["table", "markdown"]), default="table", show_default=True,
              help="How to show them; as Markdown, all of them as a page for editors.")  # fmt: skip
@click.option("--test", "tested", metavar="DIR", type=click.Path(path_type=Path),
              help="Run the examples of the rules, those in this folder over them, and say which fail.")  # fmt: skip
@rules_option
def rules(rule: str | None, form: str, tested: Path | None, packs: tuple[Path, ...]) -> int:
    """List the rules with their severities, or explain one with an example that trips it and one that does not.

    With --test, the exit code is 1 if an example of a rule is not judged as its file says.
    """
    if rule is not None and (tested or form != "table"):
        raise click.UsageError("--test and --format markdown are of all rules: leave out the ID.")
    if tested is not None:
        return _test((*packs, tested))
    checker = Checker(packs, dropped=True)
    entries = load_rules(checker.packs)
    room, colour = columns(), in_colour(to_file=False)
    if form == "markdown":
        from claimcheck.reports.rule_text import page  # noqa: PLC0415 - loads what Markdown takes

        said = {each.rule: each.said for each in tried(packs) if each.wanted}
        write(page(entries, {name: said.get(name, ()) for name in entries}), None)
        return CLEAN
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
        yield from _example(rule, entry, example, checker, room, colour)


def _example(rule: str, entry: RuleEntry, example: Example, checker: Checker, room: int, colour: bool) -> Iterator[str]:
    report = judged(entry, example, checker)
    cells: list[Cell] = [[("Source: ", "dim"), (example.source, "")], [("Draft: ", "dim"), (example.draft, "")]]
    cells += [[(f"{f.severity}: ", f.severity), (f.message, "")] for f in report.findings if f.rule == rule]
    for cell in cells:
        yield from (_INDENT + line for line in wrap(cell, room - len(_INDENT), colour))


def _test(packs: tuple[Path, ...]) -> int:
    """Say which examples fail, and return the exit code."""
    room, colour = columns(), in_colour(to_file=False)
    every = list(tried(packs))
    failed = [each for each in every if not each.good]
    lines = [line for each in failed for line in _failure(each, room, colour)]
    lines.append(f"{len(every)} examples of {len({each.rule for each in every})} rules, {len(failed)} failed.")
    write("".join(f"{line.rstrip()}\n" for line in lines), None)
    return FOUND if failed else CLEAN


def _failure(each: Tried, room: int, colour: bool) -> Iterator[str]:
    key, what = ("trips", "is not found") if each.wanted else ("passes", "is found")
    yield paint([(f"rules.{each.rule}.{key}", "head"), (f" {what}", "bad")], colour)
    cells: list[Cell] = [
        [("Source: ", "dim"), (each.example.source, "")],
        [("Draft: ", "dim"), (each.example.draft, "")],
    ]
    cells += [[("Said: ", "dim"), (message, "")] for message in (*each.said, *each.others)]
    for cell in cells:
        yield from (_INDENT + line for line in wrap(cell, room - len(_INDENT), colour))
    yield ""


def _style(entry: RuleEntry) -> Style:
    return "dim" if entry.severity == "off" else entry.severity
