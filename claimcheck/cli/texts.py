"""The commands that read texts: check, compare, extract."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from claimcheck.checker import Checker
from claimcheck.cli.options import failing_option, reading_options, rules_option, showing_options
from claimcheck.cli.output import BROKEN, CLEAN, FOUND, columns, complain, in_colour, write
from claimcheck.cli.progress import Progress
from claimcheck.documents import Document, DocumentError, read_document
from claimcheck.documents.reading import STDIN
from claimcheck.reports import rows
from claimcheck.reports.model import Report

_SEVERITIES = ("notice", "warning", "error")


@dataclass(frozen=True, slots=True)
class Showing:
    """What the options say of the result: its format, where it goes, and whether it explains itself."""

    form: str
    explain: bool
    output: str | None


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
    form: str,
    explain: bool,
    output: str | None,
    fail_on: str,
    encoding: str | None,
    limit: int,
    packs: tuple[Path, ...],
) -> int:
    """Check the figures of DRAFT against its sources, before it is published.

    Texts are plain text or Markdown (*.md); "-" reads standard input.
    """
    _sane((draft, *sources), output)
    with Progress() as progress:
        checker = Checker(packs, dropped=dropped, watch=progress)
        mine = read_document(draft, encoding, limit)
        theirs = _read(sources, encoding, limit)
        if not theirs:
            return BROKEN
        report = checker.check(mine, theirs)
    _show(report, Showing(form, explain, output))
    return _code(report, fail_on, whole=len(theirs) == len(sources))


@click.command()
@click.argument("files", metavar="FILE FILE [FILE ...]", nargs=-1, required=True)
@showing_options
@failing_option
@reading_options
@rules_option
def compare(
    files: tuple[str, ...],
    form: str,
    explain: bool,
    output: str | None,
    fail_on: str,
    encoding: str | None,
    limit: int,
    packs: tuple[Path, ...],
) -> int:
    """Compare texts among themselves: a row per fact, a column per text.

    Texts are plain text or Markdown (*.md); "-" reads standard input.
    """
    if len(files) == 1:
        raise click.UsageError("Comparing takes two files at least.")
    _sane(files, output)
    with Progress() as progress:
        checker = Checker(packs, watch=progress)
        documents = _read(files, encoding, limit)
        if len(documents) == 1:
            complain("only one text could be read: nothing to compare it with")
        if len(documents) <= 1:
            return BROKEN
        report = checker.compare(documents)
    _show(report, Showing(form, explain, output))
    return _code(report, fail_on, whole=len(documents) == len(files))


@click.command()
@click.argument("file")
@showing_options
@reading_options
@rules_option
def extract(
    file: str, form: str, explain: bool, output: str | None, encoding: str | None, limit: int, packs: tuple[Path, ...]
) -> int:
    """List the claims of one text: its figures, and what each is about.

    The text is plain text or Markdown (*.md); "-" reads standard input.
    """
    _sane((file,), output)
    with Progress() as progress:
        report = Checker(packs, watch=progress).extract(read_document(file, encoding, limit))
    _show(report, Showing(form, explain, output))
    return CLEAN


def _sane(files: Sequence[str], output: str | None) -> None:
    if list(files).count(STDIN) > 1:
        raise click.UsageError("Standard input can be read once only.")
    for file in files:
        if output is not None and file != STDIN and os.path.realpath(output) == os.path.realpath(file):
            raise click.UsageError(f"--output would overwrite {file!r}.")


def _read(files: Sequence[str], encoding: str | None, limit: int) -> list[Document]:
    """Return the files that can be read; of the others, say why they cannot."""
    documents = []
    for file in files:
        try:
            documents.append(read_document(file, encoding, limit))
        except DocumentError as error:
            complain(str(error))
    return documents


def _show(report: Report, showing: Showing) -> None:
    shown = rows.build(report, showing.explain)
    write(_rendered(report, shown, showing), showing.output)


def _rendered(report: Report, shown: rows.Rows, showing: Showing) -> str:
    # Each format is loaded when it is asked for: start-up is part of every save.
    if showing.form == "markdown":
        from claimcheck.reports import to_markdown  # noqa: PLC0415

        return to_markdown.render(shown)
    if showing.form == "json":
        from claimcheck.reports import to_json  # noqa: PLC0415

        return to_json.render(report, shown)
    if showing.form == "csv":
        from claimcheck.reports import to_csv  # noqa: PLC0415

        return to_csv.render(shown)
    from claimcheck.reports import to_table  # noqa: PLC0415

    return to_table.render(shown, columns(), in_colour(to_file=showing.output is not None))


def _code(report: Report, fail_on: str, whole: bool) -> int:
    """Return the exit code: a file that failed never lets the run end in 0."""
    if not whole:
        return BROKEN
    if fail_on == "never":
        return CLEAN
    least = _SEVERITIES.index(fail_on)
    return FOUND if any(_SEVERITIES.index(f.severity) >= least for f in report.findings) else CLEAN
