"""The folder of a night's report: its pages and files, from the outcomes of its events, one at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

import msgspec
from markupsafe import Markup

from claimcheck.nightly.errors import NightError
from claimcheck.nightly.events.outcome import PLACED, Found, Listed, Outcome
from claimcheck.nightly.events.outcomes import Outcomes
from claimcheck.nightly.events.tally import Tally
from claimcheck.nightly.report import nightpage
from claimcheck.nightly.report.nightpage import Line
from claimcheck.nightly.report.record import NAME, Run, write
from claimcheck.nightly.stories.intake import Watch
from claimcheck.reports.counting import counted
from claimcheck.reports.text import safe
from claimcheck.reports.to_csv import defused
from claimcheck.reports.to_markdown import escaped

COLUMNS = ("key", "since", "event", "rule", "severity", "message", "accepted", "accepted_until", *PLACED)
"""The columns of findings.csv: a row per finding and claim that it names."""

FINDINGS = "findings.jsonl"
"""A finding a line, with the claims that it names."""

Since = Mapping[str, str]
"""By the key of a finding, the first night that had it."""


def write_report(folder: Path, run: Run, total: Tally, outcomes: Outcomes, since: Since, watch: Watch) -> None:
    """Write a night's report into ``folder``, which is empty. Raises OSError."""
    (folder / "events").mkdir()
    with (
        (folder / "findings.csv").open("w", encoding="utf-8", newline="") as table,
        (folder / FINDINGS).open("wb") as lines,
        (folder / "report.md").open("w", encoding="utf-8") as text,
    ):
        rows = csv.DictWriter(table, COLUMNS)
        rows.writeheader()
        text.write(_opening(run))
        listed: list[Line] = []
        glimpses: list[tuple[str, str, Markup]] = []
        for done, id_ in enumerate(total.ids, start=1):
            outcome, shown = outcomes.load(id_), outcomes.shown(id_)
            listed.append(_line(outcome, bool(shown.page), since, run.date))
            for found in outcome.found:
                rows.writerows(_rows(outcome, found, since))
                lines.write(msgspec.json.encode(_record(outcome, found, since)) + b"\n")
            if shown.page:
                (folder / "events" / f"{id_}.html").write_bytes(shown.page)
                text.write(f"\n{shown.section}")
            if shown.glimpse and len(glimpses) < nightpage.SHOWN:
                glimpses.append((id_, outcome.title, Markup(shown.glimpse)))  # noqa: S704 - a page's own piece
            watch("writing the report", done, len(total.ids))
        _errors(run, text)
    (folder / "index.html").write_text(nightpage.night_page(run, listed, glimpses), encoding="utf-8")
    with (folder / NAME).open("wb") as file:
        file.writelines(write(run, total.inputs))


def listed(folder: Path) -> Iterator[Listed]:
    """Yield the findings of the night whose report is in ``folder``. Raises NightError."""
    file = folder / FINDINGS
    try:
        lines = file.read_bytes().splitlines()
    except OSError as error:
        raise NightError(file, f"cannot be read: {error.strerror}", "run that night again") from error
    for number, line in enumerate(lines, start=1):
        try:
            yield _LISTED.decode(line)
        except msgspec.DecodeError as error:
            raise NightError(file, f"line {number}: no finding: {error}", "run that night again") from error


_LISTED = msgspec.json.Decoder(Listed)


def _line(outcome: Outcome, has_page: bool, since: Since, night: str) -> Line:
    return Line(
        title=outcome.title,
        href=f"events/{outcome.id}.html" if has_page else "",
        outlets=len(outcome.outlets),
        stories=len(outcome.told),
        facts=sum(outcome.verdicts.values()),
        disputed=outcome.verdicts["conflict"],
        moved=outcome.verdicts["update"],
        findings=len(outcome.found),
        new=sum(found.accepted is None and since.get(found.key, night) == night for found in outcome.found),
    )


def _rows(outcome: Outcome, found: Found, since: Since) -> Iterator[dict[str, object]]:
    head = {
        "key": found.key,
        "since": since[found.key],
        "event": outcome.id,
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "accepted": found.accepted.reason if found.accepted else None,
        "accepted_until": found.accepted.until if found.accepted else None,
    }
    for claim in found.claims:
        yield {name: defused(value) for name, value in {**head, **claim}.items()}


def _record(outcome: Outcome, found: Found, since: Since) -> dict[str, object]:
    return {
        "key": found.key,
        "since": since[found.key],
        "event": outcome.id,
        "title": outcome.title,
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "accepted": found.accepted,
        "claims": list(found.claims),
    }


def _opening(run: Run) -> str:
    counts = run.counts
    told = f"{counted(counts.stories, 'story')} of {counted(counts.outlets, 'outlet')}, {counts.alone} of them alone"
    return f"# Night of {run.date}\n\n{told}; {counts.said(counts.new)}\n"


def _errors(run: Run, text: TextIO) -> None:
    if run.errors:
        text.write("\n## Could not be read\n\n")
        text.writelines(f"- {escaped(safe(error.said))}\n" for error in run.errors)
