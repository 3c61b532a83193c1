"""The command for pipelines: jobs in, results out, a line each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from claimcheck.checker import Checker
from claimcheck.cli.options import House, dropped_option, house_options
from claimcheck.cli.output import BROKEN, CLEAN, complain, to_stdout, write
from claimcheck.cli.progress import Progress
from claimcheck.documents import DocumentError
from claimcheck.documents.reading import STDIN


@click.command(short_help="Answer jobs in JSON Lines with results in JSON Lines.")
@click.argument("jobs_file", metavar="[JOBS.jsonl]", default=STDIN)
@click.option("--jobs", "processes", metavar="N", type=click.IntRange(1), default=1, show_default=True,
              help="Work on so many jobs at a time; the results are the same.")  # fmt: skip
@dropped_option
@click.option("--schema", is_flag=True, help="Print the JSON Schema of jobs, results and reports, and exit.")
@house_options
def batch(jobs_file: str, processes: int, schema: bool, house: House) -> int:
    """Answer jobs in JSON Lines with results in JSON Lines, each written when its job is done.

    A job that cannot be done gets a result with an error; the others go on, and the exit code is 2. The configuration
    is the one for the folder in which the program is run: its rules, severities, tolerances and "dropped" hold.
    """
    if schema:
        from claimcheck.reports import record  # noqa: PLC0415

        write(record.schema(), None)
        return CLEAN
    settled = house.settled_in(Path())
    checker = Checker(settled.packs, dropped=settled.dropped)
    if jobs_file == STDIN:
        return _run(sys.stdin.buffer, checker, processes)
    try:
        with Path(jobs_file).open("rb") as file:
            return _run(file, checker, processes)
    except (OSError, ValueError) as error:
        raise DocumentError(jobs_file, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _run(lines: BinaryIO, checker: Checker, processes: int) -> int:
    from claimcheck.batch import run  # noqa: PLC0415 - its queues and processes are no part of a check's start-up

    done = failed = 0
    with Progress() as progress:
        for data, good in run(lines, checker, processes):
            to_stdout(data)
            done += 1
            failed += not good
            progress(f"{done} jobs done, {failed} failed")
    if failed:
        complain(f"{failed} of {done} jobs could not be done")
    return BROKEN if failed else CLEAN
