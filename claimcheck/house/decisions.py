"""Editors' decisions to let findings be: read, written, and applied to a report.

They stand in a file beside the draft, or beside the folder of the nights' reports, in JSON, one a line and in the
order of the findings' ids, so that an editor can read it, take a line out, and merge it with another's.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from claimcheck.documents.dates import iso_date
from claimcheck.documents.paths import path_of
from claimcheck.house.errors import HouseError
from claimcheck.reports.model import Report
from claimcheck.verdicts.model import Acceptance

ENDING = ".decisions.jsonl"
"""What a file of decisions has behind its draft's name."""


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """To let be what has the id ``finding``, made ``on`` a day, until the end of another; both are ISO dates.

    ``rule`` and ``message`` are the finding's, for whoever reads the file.
    """

    finding: str
    rule: str
    reason: str
    on: str
    message: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of ``file``, each with its line, from 1."""

    file: Path
    lines: tuple[tuple[int, Decision], ...] = ()


_LINES = msgspec.json.Decoder(Decision)


def today(environment: Mapping[str, str] = os.environ) -> date:
    """Return the date by which decisions expire: that of SOURCE_DATE_EPOCH where it is set, else today's.

    Raises HouseError where SOURCE_DATE_EPOCH is no time.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise HouseError("SOURCE_DATE_EPOCH", "", f"{epoch!r} is no number of seconds since 1970") from error


def read_decisions(draft: str | Path) -> Decisions:
    """Return the decisions beside ``draft``, a file or the folder of nights; none where nobody has made any.

    Raises HouseError.
    """
    file = path_of(f"{draft}{ENDING}")
    try:
        lines = file.read_bytes().splitlines()
    except FileNotFoundError:
        return Decisions(file)
    except (OSError, ValueError) as error:
        raise HouseError(file, "", f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return Decisions(
        file, tuple((n, _decision(file, n, line)) for n, line in enumerate(lines, start=1) if line.strip())
    )


def _decision(file: Path, number: int, line: bytes) -> Decision:
    place = f"line {number}"
    try:
        decision = _LINES.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if line.startswith((b"<<<<<<<", b"=======", b">>>>>>>")):
            raise HouseError(file, place, "a merge has stopped here; keep the lines of both sides") from error
        raise HouseError(file, place, f"no decision: {error}") from error
    for key, day in (("until", decision.until), ("on", decision.on)):
        if day is not None and iso_date(day) != day:
            raise HouseError(file, f"{place}: {key}", f"{day!r} is not a date; write it like 2026-11-22")
    return decision


def with_decision(decisions: Decisions, new: Decision) -> str:
    """Return the text of the file with ``new`` in it, in place of earlier decisions on the same finding."""
    kept = [decision for _, decision in decisions.lines if decision.finding != new.finding]
    lines = sorted(msgspec.json.encode(decision) for decision in (*kept, new))
    return b"\n".join([*lines, b""]).decode()


def apply(report: Report, decisions: Decisions, day: date) -> Report:
    """Return ``report`` with its accepted findings as such on the ``day``.

    What has expired, or is of no finding of the report, is remarked upon.
    """
    if not decisions.lines:
        return report
    holding = accepted(decisions, day)
    findings = tuple(replace(finding, accepted=holding.get(finding.id)) for finding in report.findings)
    found = {finding.id for finding in findings}
    return replace(report, findings=findings, remarks=(*report.remarks, *remarks(decisions, day, found, found)))


def accepted(decisions: Decisions, day: date) -> dict[str, Acceptance]:
    """Return what is accepted on the ``day``, by the ids of findings."""
    return {
        decision.finding: Acceptance(decision.reason, decision.until)
        for _, decision in decisions.lines
        if not _expired(decision, day)
    }


def remarks(decisions: Decisions, day: date, found: Collection[str], known: Collection[str]) -> Iterator[str]:
    """Yield what to say of decisions: those of no finding ``known``, and those on one ``found`` that have expired."""
    holding = accepted(decisions, day)
    for number, decision in decisions.lines:
        what = f"{decisions.file}: line {number}: the decision on {decision.rule} ({decision.finding})"
        if decision.finding not in known:
            yield f"{what} is of no finding any more; take the line out. It said: {decision.reason}"
        elif decision.finding in found and decision.finding not in holding:
            yield f"{what} has expired on {decision.until}. It said: {decision.reason}"


def _expired(decision: Decision, day: date) -> bool:
    return decision.until is not None and date.fromisoformat(decision.until) < day
