"""The command of the night."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date as day
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.archive import archive_option
from claimcheck.cli.options import House, failing_option, file_options, gathered, house_options
from claimcheck.cli.output import BROKEN, CLEAN, FOUND, complain, write
from claimcheck.cli.progress import Stages
from claimcheck.documents.dates import iso_date
from claimcheck.documents.jsonlines import FIELDS
from claimcheck.documents.paths import path_of
from claimcheck.house.decisions import accepted, read_decisions, remarks
from claimcheck.nightly.model import Night
from claimcheck.reports.counting import counted
from claimcheck.verdicts.model import Level, reaches

if TYPE_CHECKING:
    from claimcheck.nightly.run import Result

_DAYS = re.compile(r"(\d{1,5})d?")


def _days(_context: click.Context, _option: click.Parameter, text: str) -> int:
    found = _DAYS.fullmatch(text.strip())
    if found is None or not int(found[1]):
        raise click.BadParameter(f"{text!r} is no number of days; write it like 3d")
    return int(found[1])


def _date(_context: click.Context, _option: click.Parameter, text: str | None) -> str:
    # A night is of the day on which it begins where the newsroom is.
    told = day.today().isoformat() if text is None else iso_date(text)  # noqa: DTZ011
    if told is None:
        raise click.BadParameter(f"{text!r} is not a date; write it like 2026-11-22")
    return told


def _fields(_context: click.Context, _option: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    fields = {}
    for pair in pairs:
        field, equals, key = pair.partition("=")
        if field not in FIELDS or not equals or not key:
            raise click.BadParameter(f"{pair!r}: write FIELD=KEY, with one of {', '.join(FIELDS)} for FIELD")
        fields[field] = key
    return fields


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@click.command(short_help="Compare what all outlets wrote last night.")
@click.argument("inboxes", metavar="INBOX [INBOX ...]", nargs=-1, required=True)
@click.option("--date", metavar="DATE", callback=_date, help="The night, as ISO date; today unless given.")
@click.option("--window", metavar="DAYS", default="3d", callback=_days, show_default=True,
              help="Stories up to so many days apart may be of one event.")  # fmt: skip
@archive_option
@click.option("--reports", metavar="DIR", type=path_of, default="reports", show_default=True,
              help="The folder that holds a folder of reports for each night.")  # fmt: skip
@click.option("--keep", metavar="DAYS", default="90d", callback=_days, show_default=True,
              help="Remove what is older from the archive and the reports.")  # fmt: skip
@click.option("--field", "fields", metavar="FIELD=KEY", multiple=True, callback=_fields,
              help="The key under which lines of JSON Lines have their id, text, html, title, outlet or date, "
                   "with dots into objects: --field text=content.body; may be repeated.")  # fmt: skip
@click.option("--jobs", metavar="N", type=click.IntRange(1), default=_cores, show_default="all cores",
              help="Work on so many events at a time; the results are the same.")  # fmt: skip
@click.option("--cluster", metavar="ADDRESS",
              help="Have the workers of a Dask cluster do the work, by the address of its scheduler: tcp://host:8786. "
                   "They must see the archive's folder under the same name.")  # fmt: skip
@click.option("--dry-run", "dry", is_flag=True, help="Do all but write anything.")
@failing_option
@file_options
@house_options
@gathered("night", Night)
def nightly(night: Night, dry: bool, house: House) -> int:
    """Read the new stories of all outlets, group them into events, and report on which facts they disagree.

    An INBOX is a folder, a pattern of names in quotes ("feeds/*/*.html"), or a file: plain text, Markdown, web pages,
    IPTC ninjs (*.json) and JSON Lines (*.jsonl). It may lie in a store, as archive and reports may: s3://bucket/inbox,
    gs://, or what else fsspec reaches. Stories that an earlier run read are known by their content. The
    report is written into a folder of the night's date. Exit code 1 says that a finding at or above --fail-on is new
    since the last run, 2 that a story could not be read, or that the run failed. A story that cannot be read is named,
    here and in the report, and the run goes on; where it fails, the last report is as it was.

    The configuration is the one for the folder in which the program is run, never one in an inbox: its rules,
    severities, tolerances and fail-on hold. Findings that editors let be (claimcheck accept REPORTS) are shown as
    accepted, and are not new.
    """
    from claimcheck.nightly.run import run  # noqa: PLC0415 - costs start-up

    settled = house.settled_in(Path())
    decisions, tonight = read_decisions(night.reports), day.fromisoformat(night.date)
    night = replace(night, packs=settled.packs, accepted=accepted(decisions, tonight))
    with Stages() as stages:
        result = run(night, stages, dry)
    _tell(result, dry)
    found = {each.key for each in result.found}
    for remark in remarks(decisions, tonight, found, found | result.earlier):
        complain(remark)
    return _code(result, settled.fail_on)


def _tell(result: Result, dry: bool) -> None:
    for error in result.run.errors:
        complain(error.said)
    read = f"{counted(result.read, 'story')} read, {result.again} known, {len(result.run.errors)} unreadable"
    where = "Nothing was written." if dry else str(result.page)
    write(f"Night of {result.run.date}: {read}.\n{result.run.counts.said(len(result.new))}\n{where}\n", None)


def _code(result: Result, fail_on: Level) -> int:
    if result.run.errors:
        if not result.read and not result.again:
            complain("no story could be read")
        return BROKEN
    return FOUND if any(reaches(found.severity, fail_on) for found in result.new) else CLEAN
