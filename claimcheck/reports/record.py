"""The report as plain records: the one shape that batch results and JSON reports share.

Its schema is ``schema-1.json`` beside this module. Every function takes records of the flow and returns
what ``json`` can write: dicts, lists, strings, numbers, None.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.alignment.model import Fact, Link
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Value
from claimcheck.reports.model import Report
from claimcheck.reports.rows import Rows, summary
from claimcheck.verdicts.model import Derivation, Finding

Record = dict[str, Any]

VERSION = 1
"""Counts up when a key changes its meaning or goes away; a new key alone does not count it up."""

_WHOLE = 2.0**53
"""Up to here a float holds every whole number, so that 11000.0 may be written as 11000."""

_HALVES = re.compile("[\ud800-\udfff]")
"""Of surrogate pairs."""


def result(report: Report) -> Record:
    """Return claims, links, facts, findings and derivations of ``report`` as a batch result shows them."""
    return {
        "claims": [claim_record(claim) for claim in report.claims],
        "links": [link_record(link) for link in report.links],
        "facts": [fact_record(fact) for fact in report.facts],
        "findings": [finding_record(finding) for finding in report.findings],
        "derivations": [derivation_record(derivation) for derivation in report.derivations],
    }


def report(rows: Rows) -> Record:
    """Return all that ``rows`` show: a batch result with what a reader of a report sees besides."""
    whole = rows.report
    out: Record = {
        "version": VERSION,
        "kind": rows.kind,
        "draft": whole.draft,
        "documents": [
            {"id": d.id, "outlet": d.outlet, "date": d.date, "title": d.title, "length": len(d.text)}
            for d in whole.documents
        ],
        **result(whole),
        "remarks": list(whole.remarks),
        "summary": summary(rows),
    }
    for shown, claim in zip(out["claims"], whole.claims, strict=True):
        place = rows.places[claim.id]
        shown |= {"line": place.line, "column": place.column, "sentence": place.sentence}
        if rows.explained:
            shown["steps"] = [{"rule": step.rule, "text": step.text} for step in claim.figure.explain]
    if rows.explained:
        for shown, link in zip(out["links"], whole.links, strict=True):
            shown["reasons"] = [{"feature": r.feature, "weight": number(r.weight)} for r in link.reasons]
    for shown, finding in zip(out["findings"], whole.findings, strict=True):
        shown["accepted"] = finding.accepted and {"reason": finding.accepted.reason, "until": finding.accepted.until}
    return out


def encode(record: Record, indent: int = 0) -> str:
    """Return ``record`` as JSON, ended by a line end: in lines if indented, else in one."""
    try:
        data = msgspec.json.encode(record)
    except UnicodeEncodeError:  # a text made in Python may hold halves of surrogate pairs, and JSON may not
        data = _HALVES.sub("\ufffd", json.dumps(record, ensure_ascii=False)).encode()
    return (msgspec.json.format(data, indent=indent) if indent else data).decode() + "\n"


def schema() -> str:
    """Return the JSON Schema of jobs, results and reports."""
    return (Path(__file__).parent / f"schema-{VERSION}.json").read_text(encoding="utf-8")


def claim_record(claim: Claim) -> Record:
    """Return ``claim``; ``start`` and ``end`` are code points into its document's text."""
    figure = claim.figure
    return {
        "id": claim.id,
        "document": claim.document,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "kind": figure.kind,
        "value": _value(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit,
        "bound": figure.bound,
        "trend": figure.trend,
        "what": claim.what,
        "who": list(claim.who),
        "speaker": claim.speaker,
        "when": "; ".join(claim.when) or None,
        "quoted": claim.quoted,
    }


def link_record(link: Link) -> Record:
    return {"left": link.left, "right": link.right, "verdict": link.verdict, "score": number(link.score)}


def fact_record(fact: Fact) -> Record:
    return {"what": fact.what, "claims": list(fact.claims), "verdict": fact.verdict}


def finding_record(finding: Finding) -> Record:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "claims": list(finding.claims),
    }


def derivation_record(derivation: Derivation) -> Record:
    return {"claim": derivation.claim, "way": derivation.way, "claims": list(derivation.claims)}


def number(value: float | None) -> float | int | None:
    """Return ``value`` as JSON shows it: whole numbers without a point, nothing for what is not finite."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if abs(value) <= _WHOLE and value == int(value) else value


def _value(value: Value) -> float | int | list[float | int | None] | None:
    return [number(value[0]), number(value[1])] if isinstance(value, tuple) else number(value)
