"""The commands of the archive: ask it, look whether it is whole, put its files together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from claimcheck.cli.output import BROKEN, CLEAN, columns, complain, in_colour, write
from claimcheck.documents.paths import path_of
from claimcheck.reports.counting import counted
from claimcheck.reports.formats import Screen
from claimcheck.reports.listing import LISTINGS, listing

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT = "archive"
"""The folder of the archive unless another is named."""


@click.group("archive", short_help="Ask what earlier nights have read.")
def archives() -> None:
    """Ask what the nightly runs have read, and look after the files that hold it."""


def archive_option(command: F) -> F:
    """``--archive DIR``."""
    return click.option(
        "--archive", metavar="DIR", type=path_of, default=DEFAULT, show_default=True,
        help="The folder of the archive, or its address in a store: s3://bucket/archive.",
    )(command)  # fmt: skip


@archives.command(short_help="Ask a question in words or SQL.")
@click.argument("question")
@click.option("--sql", is_flag=True, help="QUESTION is SQL over the tables documents, claims, events and findings.")
@click.option("--format", "form", type=click.Choice(tuple(LISTINGS)), default="table", show_default=True,
              help="How to show the answer.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write there, whole or not at all.")
@archive_option
def query(question: str, sql: bool, form: str, output: str | None, archive: Path) -> int:
    """Answer QUESTION with a table: "what did outlets say about the ferry toll since 2026-11-20".

    Instead of "outlets", name one or several ("Northwire and the Harbour Post"). After the words come "since", "until",
    "before", "after" or "on" with a date, "yesterday" or "3 days ago". Words are found in what a figure is about,
    in its sentence and in its story's title.
    """
    from claimcheck.nightly.archive import query as asking  # noqa: PLC0415 - costs start-up
    from claimcheck.nightly.archive.question import parse  # noqa: PLC0415

    store = _opened(archive)
    if sql:
        heads, found = asking.select(store, question)
        rows = [["" if value is None else str(value) for value in row] for row in found]
    else:
        heads = asking.COLUMNS
        rows = [list(row) for row in asking.ask(store, parse(question, datetime.now(UTC).astimezone().date()))]
    if not rows:
        complain("nothing found")
    write(listing(heads, rows, form, Screen(columns(), in_colour(to_file=output is not None))), output)
    return CLEAN


@archives.command(short_help="Look whether every file is as it was written.")
@archive_option
def verify(archive: Path) -> int:
    """Look whether every file of the archive is there and as it was written; exit with 2 if not."""
    store = _opened(archive)
    wrong = store.verify()
    for line in wrong:
        complain(line)
    if not wrong:
        write(f"{counted(len(store.manifest.parts), 'file')}, all as they were written.\n", None)
    return BROKEN if wrong else CLEAN


@archives.command(short_help="Make one file a night and table.")
@archive_option
def compact(archive: Path) -> int:
    """Make one file a night and table of those that several runs of a night wrote, in today's schema."""
    from claimcheck.nightly.storage.lock import locked  # noqa: PLC0415 - costs start-up

    _opened(archive)
    with locked(archive):
        store = _opened(archive)
        fewer = store.compact()
        write(f"{counted(fewer, 'file')} fewer, {len(store.manifest.parts)} now.\n", None)
    return CLEAN


@archives.command(short_help="Show what the columns hold.")
@click.option("--format", "form", type=click.Choice(tuple(LISTINGS)), default="table", show_default=True,
              help="How to show it.")  # fmt: skip
def schema(form: str) -> int:
    """Show the columns of the archive's tables, with their types and what they hold."""
    from claimcheck.nightly.archive.schema import PARTITION, TABLES  # noqa: PLC0415 - costs start-up

    rows = [
        [table, name, kind, holds]
        for table, described in TABLES.items()
        for name, kind, holds in [
            (PARTITION, "date", "night that read or found it; in the name of the file's folder"),
            *((name, column.kind, column.holds) for name, column in described.items()),
        ]
    ]
    write(listing(("table", "column", "type", "holds"), rows, form, Screen(columns(), in_colour(to_file=False))), None)
    return CLEAN


def _opened(folder: Path) -> Any:
    from claimcheck.nightly.archive import Archive, ArchiveError  # noqa: PLC0415 - costs start-up
    from claimcheck.nightly.archive.manifest import NAME  # noqa: PLC0415

    if not (folder / NAME).is_file():
        raise ArchiveError(folder, "no archive", "claimcheck nightly makes one; name it with --archive")
    return Archive(folder)
