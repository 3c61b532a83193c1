"""The report as JSON, by the schema of ``record``."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reports import record
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import Rows


def render(rows: Rows, _screen: Screen) -> str:
    """Return ``rows`` as JSON in lines, ended by a line end."""
    return record.encode(record.report(rows), indent=2)


def render_several(reports: Sequence[Rows], _screen: Screen) -> str:
    """Return ``reports`` as one JSON object that lists them."""
    whole = {"version": record.VERSION, "reports": [record.report(rows) for rows in reports]}
    return record.encode(whole, indent=2)
