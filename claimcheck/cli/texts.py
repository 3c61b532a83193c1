"""The commands that read texts: check, compare, extract."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from claimcheck.checker import Checker
from claimcheck.cli.options import Reading, Showing, failing_option, reading_options, rules_option, showing_options
from claimcheck.cli.output import BROKEN, CLEAN, FOUND, columns, complain, in_colour, write
from claimcheck.cli.progress import Progress
from claimcheck.documents import Document, DocumentError, read_document
from claimcheck.documents.reading import STDIN
from claimcheck.reports.formats import Level, Screen, render
from claimcheck.reports.model import Report


@click.command()
@click.argument("draft")
@click.option("-s", "--source", "sources", metavar="FILE", multiple=True, required=True,
              help="A source of the draft; may be repeated.")  # fmt: skip
@click.option("--dropped", is_flag=True, help="Also find figures of the sources that the draft leaves out.")
@showing_options
@failing_option
@reading_options
@rules_option
def check(
    draft: str,
    sources: tuple[str, ...],
    dropped: bool,
    showing: Showing,
    fail_on: Level,
    reading: Reading,
    packs: tuple[Path, ...],
) -> int:
    """Check the figures of DRAFT against its sources, before it is published.

    Texts are plain text, Markdown (*.md), web pages (*.html) or IPTC ninjs (*.json); "-" reads standard input.
    """
    _sane((draft, *sources), showing.output)
    with Progress() as progress:
        checker = Checker(packs, dropped=dropped, watch=progress)
        mine = read_document(draft, reading.encoding, reading.limit)
        theirs = _read(sources, reading)
        if not theirs:
            return BROKEN
        report = checker.check(mine, theirs)
    code = _show(report, showing, fail_on)
    return code if len(theirs) == len(sources) else BROKEN


@click.command()
@click.argument("files", metavar="FILE FILE [FILE ...]", nargs=-1, required=True)
@showing_options
@failing_option
@reading_options
@rules_option
def compare(
    files: tuple[str, ...],
    showing: Showing,
    fail_on: Level,
    reading: Reading,
    packs: tuple[Path, ...],
) -> int:
    """Compare texts among themselves: a row per fact, a column per text.

    Texts are plain text, Markdown (*.md), web pages (*.html) or IPTC ninjs (*.json); "-" reads standard input.
    """
    if len(files) == 1:
        raise click.UsageError("Comparing takes two files at least.")
    _sane(files, showing.output)
    with Progress() as progress:
        checker = Checker(packs, watch=progress)
        documents = _read(files, reading)
        if len(documents) == 1:
            complain("only one text could be read: nothing to compare it with")
        if len(documents) <= 1:
            return BROKEN
        report = checker.compare(documents)
    code = _show(report, showing, fail_on)
    return code if len(documents) == len(files) else BROKEN


@click.command()
@click.argument("file")
@showing_options
@reading_options
@rules_option
def extract(file: str, showing: Showing, reading: Reading, packs: tuple[Path, ...]) -> int:
    """List the claims of one text: its figures, and what each is about.

    The text is plain text, Markdown (*.md), a web page (*.html) or IPTC ninjs (*.json); "-" reads standard input.
    """
    _sane((file,), showing.output)
    with Progress() as progress:
        report = Checker(packs, watch=progress).extract(read_document(file, reading.encoding, reading.limit))
    return _show(report, showing, "never")


def _sane(files: Sequence[str], output: str | None) -> None:
    if list(files).count(STDIN) > 1:
        raise click.UsageError("Standard input can be read once only.")
    for file in files:
        if output is not None and file != STDIN and os.path.realpath(output) == os.path.realpath(file):
            raise click.UsageError(f"--output would overwrite {file!r}.")


def _read(files: Sequence[str], reading: Reading) -> list[Document]:
    """Return the files that can be read; of the others, say why they cannot."""
    documents = []
    for file in files:
        try:
            documents.append(read_document(file, reading.encoding, reading.limit))
        except DocumentError as error:
            complain(str(error))
    return documents


def _show(report: Report, showing: Showing, fail_on: Level) -> int:
    """Write ``report`` and return the exit code that its findings ask for."""
    screen = Screen(columns(), in_colour(to_file=showing.output is not None), fail_on)
    write(render(report, showing.form, explained=showing.explain, screen=screen), showing.output)
    return FOUND if any(map(screen.fails, report.findings)) else CLEAN
