"""The program ``claimcheck`` and its commands."""

from __future__ import annotations

import sys
from typing import BinaryIO

import click

from claimcheck import __version__, batch
from claimcheck.checker import Checker


@click.group()
@click.version_option(__version__, prog_name="claimcheck")
def main() -> None:
    """Check the figures of news text."""


@main.command("batch")
@click.argument("jobs_file", metavar="[JOBS.jsonl]", type=click.File("rb"), default="-")
@click.option("--jobs", "processes", type=click.IntRange(1), default=1, show_default=True)
def batch_command(jobs_file: BinaryIO, processes: int) -> None:
    """Answer jobs in JSON Lines with results in JSON Lines."""
    failed = batch.run(jobs_file, sys.stdout.buffer, Checker(), processes)
    sys.exit(2 if failed else 0)
