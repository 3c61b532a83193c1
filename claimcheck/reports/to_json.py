"""The report as JSON, by the schema of ``record``: a batch result with what a reader of the report sees besides."""

from __future__ import annotations

import msgspec

from claimcheck.reports import record
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import Rows, summary


def render(rows: Rows, _screen: Screen) -> str:
    """Return ``rows`` as JSON in lines, ended by a line end."""
    report = rows.report
    out: record.Record = {
        "version": record.VERSION,
        "kind": rows.kind,
        "draft": report.draft,
        "documents": [
            {"id": d.id, "outlet": d.outlet, "date": d.date, "title": d.title, "length": len(d.text)}
            for d in report.documents
        ],
        **record.result(report),
        "summary": summary(rows),
    }
    for shown, claim in zip(out["claims"], report.claims, strict=True):
        place = rows.places[claim.id]
        shown |= {"line": place.line, "sentence": place.sentence}
        if rows.explained:
            shown["steps"] = [{"rule": step.rule, "text": step.text} for step in claim.figure.explain]
    if rows.explained:
        for shown, link in zip(out["links"], report.links, strict=True):
            shown["reasons"] = [{"feature": r.feature, "weight": record.number(r.weight)} for r in link.reasons]
    return msgspec.json.format(msgspec.json.encode(out), indent=2).decode() + "\n"
