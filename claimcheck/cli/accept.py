"""The command that keeps an editor's decision to let a finding be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

import click

from claimcheck.cli.checking import Asked, checked
from claimcheck.cli.options import dropped_option, gathered, house_options, reading_options, sources_option
from claimcheck.cli.output import BROKEN, CLEAN, OutputError, write
from claimcheck.cli.progress import Progress
from claimcheck.documents.paths import is_stored, path_of
from claimcheck.documents.reading import STDIN
from claimcheck.house.decisions import Decision, read_decisions, today, with_decision
from claimcheck.nightly.storage.files import replace_file
from claimcheck.reports.text import safe

_NAMED = 12
"""Findings that a message names, where the one that was meant is none of them."""


@click.command(short_help="Let a finding be, with a reason.")
@click.argument("draft")
@click.option(
    "--finding", "id_", metavar="ID", required=True, help="The finding: what stands in brackets behind its rule."
)
@click.option("--reason", metavar="TEXT", required=True, help="Why it may stand, for whoever reads the report next.")
@click.option("--until", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]),
              help="The last day that this holds, like 2026-11-22; for good unless given.")  # fmt: skip
@sources_option
@dropped_option
@reading_options
@house_options
@gathered("asked", Asked)
def accept(draft: str, id_: str, reason: str, until: datetime | None, asked: Asked) -> int:
    """Let a finding of DRAFT be: it is still shown, as accepted, but fails no check.

    The decision goes into DRAFT.decisions.jsonl, a line each; take the line out to take it back. DRAFT is checked
    as the command check does it, to know its findings; or it is the folder of the reports of nights, whose findings
    are accepted by their keys: the next run shows it.
    """
    if draft == STDIN:
        raise click.UsageError("Decisions stand beside a file; standard input is none.")
    words = " ".join(reason.split())
    if not words:
        raise click.UsageError("Give a reason: whoever reads the report next will ask for it.")
    day, last = today(), until.date() if until else None
    if last is not None and last < day:
        raise click.UsageError(f"--until {last} is past.")
    if path_of(draft).is_dir():
        findings = _of_nights(path_of(draft))
    else:
        with Progress() as progress:
            result = checked(draft, asked, progress)
        if result is None:
            return BROKEN
        findings = {finding.id: (finding.rule, finding.message) for finding in result.report.findings}
    rule, message = _found(id_, findings, draft)
    decision = Decision(
        finding=id_,
        rule=rule,
        reason=safe(words),
        on=day.isoformat(),
        message=safe(message),
        until=last.isoformat() if last else None,
    )
    decisions = read_decisions(draft)
    _keep(with_decision(decisions, decision), decisions.file)
    write(safe(f"{decisions.file}: accepted {rule} ({id_}): {message}") + "\n", None)
    return CLEAN


def _keep(text: str, file: Path) -> None:
    if not is_stored(file):
        write(text, str(file))
        return
    try:
        replace_file(file, text.encode())
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror or error}") from error


def _of_nights(reports: Path) -> dict[str, tuple[str, str]]:
    """Return rule and message of each finding of the nights in ``reports``, by their keys, the latest night's first."""
    from claimcheck.nightly.report.folder import listed  # noqa: PLC0415 - costs start-up
    from claimcheck.nightly.report.retention import reports_of  # noqa: PLC0415

    found: dict[str, tuple[str, str]] = {}
    for folder, _ in reversed(list(reports_of(reports))):
        for each in listed(folder):
            found.setdefault(each.key, (each.rule, each.message))
    return found


def _found(id_: str, findings: Mapping[str, tuple[str, str]], draft: str) -> tuple[str, str]:
    if id_ in findings:
        return findings[id_]
    if close := get_close_matches(id_, findings, n=1):
        hint = f"Did you mean {close[0]}?"
    elif findings:
        more = f" and {len(findings) - _NAMED:,} more" if len(findings) > _NAMED else ""
        hint = f"Its findings are {', '.join(islice(findings, _NAMED))}{more}."
    else:
        hint = "It has none."
    raise click.UsageError(f"{draft} has no finding {id_!r}. {hint}")
