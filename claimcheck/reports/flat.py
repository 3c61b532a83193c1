"""The report as flat records: the columns of the CSV file and of ``Report.to_frame``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.figures.model import Bound
from claimcheck.reports import record
from claimcheck.reports.rows import ClaimRow, Counterpart, FindingRow, Place, Rows

CLAIM_COLUMNS: dict[str, str] = {
    "claim": "id of the claim",
    "document": "id of its document",
    "line": "line of the figure, from 1",
    "start": "first code point of the figure in the document's text",
    "end": "code point after its last",
    "figure": "the figure as written",
    "sentence": "the sentence around it",
    "kind": "count, money, percent, ...",
    "value": "the number stated; empty for a range, which low and high hold",
    "low": "least value admitted; empty for no bound",
    "high": "greatest value admitted; empty for no bound",
    "unit": "canonical singular name of the unit; of a share told in words, % and what it is of",
    "bound": "exact, about, over (or at least) or under (or up to)",
    "trend": "up, down or empty",
    "what": "the thing measured",
    "who": "the parties named, joined by semicolons",
    "speaker": "to whom the figure is attributed; empty for the writer",
    "when": "the times that date it, joined by semicolons",
    "quoted": "whether it stands inside a quotation",
    "fact": "number of the fact, from 1; empty for a claim of its own",
    "verdict": "match, approx, update, conflict, derived or empty",
    "derivation": "how a figure without a counterpart follows from the sources",
    "findings": "numbers of the findings that name it, joined by semicolons",
    "counterpart": "id of the linked claim; a claim with several has a row for each",
    "counterpart_document": "",
    "counterpart_line": "",
    "counterpart_figure": "",
    "counterpart_sentence": "",
    "score": "score of the link, 0 to 1",
    "explain": "reading steps and reasons, where asked for",
}
"""The columns of a claim's row, and what they hold."""

FINDING_COLUMNS: dict[str, str] = {
    "finding": "number of the finding, from 1; one row for each claim that it names",
    "id": "its stable id",
    "rule": "id of its rule",
    "severity": "error, warning or notice",
    "message": "the sentence for the editor",
    "accepted": "why an editor has accepted it; empty where nobody has",
    "accepted_until": "the last day that this holds; empty for no end",
    **{key: CLAIM_COLUMNS[key] for key in ("claim", "document", "line", "start", "end", "figure", "sentence")},
}
"""The columns of a finding's row, and what they hold."""


_BOUNDS: Mapping[Bound, str] = {"=": "exact", "~": "about", ">": "over", "<": "under"}
"""Words, because a spreadsheet would take "=" for a formula."""


def claims(rows: Rows) -> Iterator[dict[str, Any]]:
    """Yield a record per claim and counterpart, with the keys of ``CLAIM_COLUMNS``."""
    for row in rows.claims:
        for counterpart in row.counterparts if rows.kind == "check" and row.counterparts else (None,):
            yield _claim(row, counterpart, rows.explained)


def findings(rows: Rows) -> Iterator[dict[str, Any]]:
    """Yield a record per finding and claim that it names, with the keys of ``FINDING_COLUMNS``."""
    for number, row in enumerate(rows.findings, start=1):
        for place in row.places:
            yield _finding(number, row, place)


def _finding(number: int, row: FindingRow, place: Place) -> dict[str, Any]:
    finding = row.finding
    head = {"finding": number, "id": finding.id, "rule": finding.rule}
    accepted = finding.accepted
    return {
        **head,
        "severity": finding.severity,
        "message": finding.message,
        "accepted": accepted.reason if accepted else None,
        "accepted_until": accepted.until if accepted else None,
        **_place(place),
    }


def _claim(row: ClaimRow, counterpart: Counterpart | None, explained: bool) -> dict[str, Any]:
    shown = record.claim_record(row.place.claim)
    value = shown["value"]
    other = counterpart.place if counterpart else None
    return {
        **_place(row.place),
        **{key: shown[key] for key in ("kind", "low", "high", "unit", "trend", "what", "speaker", "when")},
        "value": None if isinstance(value, list) else value,
        "bound": _BOUNDS[row.place.claim.figure.bound],
        "who": "; ".join(shown["who"]) or None,
        "quoted": shown["quoted"],
        "fact": row.fact,
        "verdict": "derived" if row.derivation else counterpart.link.verdict if counterpart else row.verdict,
        "derivation": row.derivation.way if row.derivation else None,
        "findings": "; ".join(map(str, row.findings)) or None,
        "counterpart": other.claim.id if other else None,
        "counterpart_document": other.document if other else None,
        "counterpart_line": other.line if other else None,
        "counterpart_figure": other.figure if other else None,
        "counterpart_sentence": other.sentence if other else None,
        "score": record.number(counterpart.link.score) if counterpart else None,
        "explain": _explained(row, counterpart) if explained else None,
    }


def _place(place: Place) -> dict[str, Any]:
    figure = place.claim.figure
    return {
        "claim": place.claim.id,
        "document": place.document,
        "line": place.line,
        "start": figure.start,
        "end": figure.end,
        "figure": place.figure,
        "sentence": place.sentence,
    }


def _explained(row: ClaimRow, counterpart: Counterpart | None) -> str:
    steps = [f"{step.rule}: {step.text}" for step in row.place.claim.figure.explain]
    reasons = [f"{reason.weight:+.2f} {reason.feature}" for reason in counterpart.link.reasons] if counterpart else []
    return "; ".join([*steps, *reasons])
