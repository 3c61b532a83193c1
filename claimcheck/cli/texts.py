"""The commands that read texts: check, compare, extract."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from claimcheck.checker import Checker
from claimcheck.cli.checking import Asked, Checked, checked, readable
from claimcheck.cli.options import (
    House,
    Reading,
    Showing,
    dropped_option,
    failing_option,
    gathered,
    house_options,
    reading_options,
    showing_options,
    sources_option,
)
from claimcheck.cli.output import BROKEN, CLEAN, FOUND, columns, complain, in_colour, make_folder, write
from claimcheck.cli.progress import Progress
from claimcheck.documents import DocumentError, read_document
from claimcheck.documents.reading import STDIN
from claimcheck.house.errors import HouseError
from claimcheck.reports.formats import (
    Failed,
    Screen,
    render,
    render_folder,
    render_several,
    shows_folder,
    shows_several,
)
from claimcheck.reports.model import Report
from claimcheck.verdicts.model import Level

_FORM = "table"
"""The format of several drafts, where the one that is configured shows but one."""


@click.command(short_help="Check drafts against their sources.")
@click.argument("drafts", metavar="DRAFT [DRAFT ...]", nargs=-1, required=True)
@sources_option
@dropped_option
@showing_options
@failing_option
@reading_options
@house_options
@gathered("asked", Asked)
def check(drafts: tuple[str, ...], showing: Showing, asked: Asked) -> int:
    """Check the figures of DRAFT against its sources, before it is published.

    Of several drafts, each is checked for itself; with --format html, --output is the folder that gets a page for each,
    and index.html, which lists them. Texts are plain text, Markdown (*.md), web pages (*.html) or
    IPTC ninjs (*.json); "-" reads standard input.
    """
    _sane((*drafts, *asked.sources), showing.output)
    if len(drafts) > 1:
        _several(asked, showing)
    done: list[Checked] = []
    failed: list[Failed] = []
    with Progress() as progress:
        for draft in drafts:
            try:
                result = checked(draft, asked, progress)
            except (DocumentError, HouseError) as error:
                complain(str(error))
                failed.append((draft, str(error)))
            else:
                done += [result] if result else []
                failed += [] if result else [(draft, "none of its sources could be read")]
    if not done:
        return BROKEN
    form = done[0].settled.form
    reports = [(each.report, each.settled.fail_on) for each in done]
    if shows_folder(form) and _is_folder(showing.output, len(drafts)):
        code = _show_folder(reports, failed, form, showing)
    else:
        code = _show(reports, form if len(done) == 1 or shows_several(form) else _FORM, showing)
    return code if len(done) == len(drafts) and all(each.whole for each in done) else BROKEN


@click.command(short_help="Compare texts: a row per fact, a column per text.")
@click.argument("files", metavar="FILE FILE [FILE ...]", nargs=-1, required=True)
@showing_options
@failing_option
@reading_options
@house_options
def compare(files: tuple[str, ...], showing: Showing, reading: Reading, house: House) -> int:
    """Compare texts among themselves: a row per fact, a column per text.

    The configuration is the one for the first of them.
    Texts are plain text, Markdown (*.md), web pages (*.html) or IPTC ninjs (*.json); "-" reads standard input.
    """
    if len(files) == 1:
        raise click.UsageError("Comparing takes two files at least.")
    _sane(files, showing.output)
    settled = house.settled_for(files[0])
    with Progress() as progress:
        checker = Checker(settled.packs, watch=progress)
        documents = readable(files, reading)
        if len(documents) == 1:
            complain("only one text could be read: nothing to compare it with")
        if len(documents) <= 1:
            return BROKEN
        report = checker.compare(documents)
    code = _show([(report, settled.fail_on)], settled.form, showing)
    return code if len(documents) == len(files) else BROKEN


@click.command(short_help="List the claims of one text.")
@click.argument("file")
@showing_options
@reading_options
@house_options
def extract(file: str, showing: Showing, reading: Reading, house: House) -> int:
    """List the claims of one text: its figures, and what each is about.

    The text is plain text, Markdown (*.md), a web page (*.html) or IPTC ninjs (*.json); "-" reads standard input.
    """
    _sane((file,), showing.output)
    settled = house.settled_for(file)
    with Progress() as progress:
        report = Checker(settled.packs, watch=progress).extract(read_document(file, reading.encoding, reading.limit))
    return _show([(report, "never")], settled.form, showing)


def _several(asked: Asked, showing: Showing) -> None:
    """Refuse what cannot be done with several drafts."""
    form = asked.house.form
    if STDIN in asked.sources:
        raise click.UsageError("Standard input can be the source of one draft only.")
    if form is not None and not shows_several(form):
        if not shows_folder(form):
            raise click.UsageError(f"--format {form} shows one draft at a time.")
        if showing.output is None:
            raise click.UsageError(f"--format {form} shows several drafts in a folder: name it with --output.")


def _sane(files: Sequence[str], output: str | None) -> None:
    if list(files).count(STDIN) > 1:
        raise click.UsageError("Standard input can be read once only.")
    for file in files:
        if output is not None and file != STDIN and os.path.realpath(output) == os.path.realpath(file):
            raise click.UsageError(f"--output would overwrite {file!r}.")


def _show(reports: Sequence[tuple[Report, Level]], form: str, showing: Showing) -> int:
    """Write ``reports``, each with the severity that fails it, and return the exit code."""
    screen = Screen(columns(), in_colour(to_file=showing.output is not None))
    if len(reports) == 1:
        ((report, level),) = reports
        text = render(report, form, explained=showing.explain, screen=screen, fail_on=level)
    else:
        text = render_several(reports, form, explained=showing.explain, screen=screen)
    write(text, showing.output)
    return _code(reports)


def _is_folder(output: str | None, drafts: int) -> bool:
    """Return whether results of so many drafts go into files of the folder ``output``."""
    return output is not None and (drafts > 1 or output.endswith(("/", os.sep)) or Path(output).is_dir())


def _show_folder(reports: Sequence[tuple[Report, Level]], failed: Sequence[Failed], form: str, showing: Showing) -> int:
    """Write ``reports`` into the folder that was asked for, the page that lists them last; return the exit code."""
    folder = Path(showing.output or "")
    files = render_folder(reports, failed, form, explained=showing.explain)
    read = [*(document.id for report, _ in reports for document in report.documents), *(draft for draft, _ in failed)]
    for name in files:
        _sane(read, str(folder / name))
    make_folder(folder)
    for name, text in files.items():
        write(text, str(folder / name))
    return _code(reports)


def _code(reports: Sequence[tuple[Report, Level]]) -> int:
    failed = any(finding.fails(level) for report, level in reports for finding in report.findings)
    return FOUND if failed else CLEAN
