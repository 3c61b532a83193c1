"""The report as CSV: claims, findings and remarks in one table, told apart by the column ``record``."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from claimcheck.reports import flat
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import Rows

COLUMNS = tuple(dict.fromkeys(("record", *flat.FINDING_COLUMNS, *flat.CLAIM_COLUMNS)))

# A spreadsheet would run a cell that starts so as a formula; an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def render(rows: Rows, screen: Screen) -> str:
    """Return ``rows`` as CSV with a header, lines ended by CR and LF as RFC 4180 asks for."""
    return render_several([rows], screen)


def render_several(reports: Sequence[Rows], _screen: Screen) -> str:
    """Return ``reports`` as one table with one header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    for rows in reports:
        remarks = ({"document": rows.report.draft, "message": remark} for remark in rows.report.remarks)
        for name, records in (("claim", flat.claims(rows)), ("finding", flat.findings(rows)), ("remark", remarks)):
            writer.writerows({"record": name, **{key: defused(value) for key, value in row.items()}} for row in records)
    return out.getvalue()


def defused(value: Any) -> Any:
    """Return ``value`` as a cell that no spreadsheet runs."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return "'" + value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value
