"""The report as SARIF 2.1.0, for code scanning and for editors that show such files.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimcheck.reports import record, rule_text
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import FindingRow, Place, Rows, summary
from claimcheck.reports.text import safe
from claimcheck.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

FINGERPRINT = "claimcheckFinding/v1"
"""The version counts up when the ids of findings are made in another way."""

_LEVELS = {"error": "error", "warning": "warning", "notice": "note", "off": "none"}


def render(rows: Rows, screen: Screen) -> str:
    """Return ``rows`` as a SARIF log of one run, ended by a line end."""
    return render_several([rows], screen)


def render_several(reports: Sequence[Rows], _screen: Screen) -> str:
    """Return a SARIF log with a run for each of ``reports``."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(rows) for rows in reports]}
    return record.encode(log, indent=2)


def _run(rows: Rows) -> record.Record:
    numbers = {rule: number for number, rule in enumerate(rows.report.rules)}
    remarks = [{"level": "warning", "message": {"text": safe(remark)}} for remark in rows.report.remarks]
    driver = {"name": "claimcheck", "version": __version__, "rules": [*_rules(rows)]}
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": remarks}],
        "artifacts": [
            {
                "location": _uri(d.id),
                "roles": ["analysisTarget"] if d.id == rows.report.draft else ["referencedOnCommandLine"],
            }
            for d in rows.documents
        ],
        "results": [_result(row, numbers, rows.report.draft) for row in rows.findings],
        "properties": {"kind": rows.kind, "summary": summary(rows)},
    }


def _rules(rows: Rows) -> list[record.Record]:
    return [
        {
            "id": rule,
            "shortDescription": {"text": entry.summary},
            "fullDescription": {"text": " ".join(rule_text.paragraphs(entry))},
            "help": {"text": rule_text.plain(entry), "markdown": rule_text.markdown(entry)},
            "defaultConfiguration": {"level": _LEVELS[entry.severity], "enabled": entry.severity != "off"},
        }
        for rule, entry in rows.report.rules.items()
    ]


def _result(row: FindingRow, numbers: Mapping[str, int], draft: str | None) -> record.Record:
    finding = row.finding
    first, *others = row.places
    # What has to be changed is the draft's; without a draft, one place stands for all.
    mine = [place for place in row.places if place.document == draft] or [first]
    theirs = [place for place in others if place not in mine]
    related = [
        _location(place) | {"id": n, "message": {"text": safe(place.sentence)}} for n, place in enumerate(theirs)
    ]
    out: record.Record = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": safe(finding.message)},
        "locations": [_location(place) for place in mine],
        "relatedLocations": related,
        "partialFingerprints": {FINGERPRINT: finding.id},
    }
    if finding.rule in numbers:
        out["ruleIndex"] = numbers[finding.rule]
    if finding.accepted:
        until = {"properties": {"until": finding.accepted.until}} if finding.accepted.until else {}
        out["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": safe(finding.accepted.reason), **until}
        ]
    return out


def _location(place: Place) -> record.Record:
    line, column = place.end
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": line,
        "endColumn": column,
    }
    region["snippet"] = {"text": place.claim.figure.text}
    return {"physicalLocation": {"artifactLocation": _uri(place.document), "region": region}}


def _uri(name: str) -> record.Record:
    """Return where the document ``name`` is: a path is relative to whatever the reader takes as the sources' root."""
    path = PurePath(name)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix(), errors="replace"), "uriBaseId": "%SRCROOT%"}
