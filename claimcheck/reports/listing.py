"""Any table in the formats that show no more than a table: what an archive answers, for one."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence

import msgspec

from claimcheck.reports.cells import Table
from claimcheck.reports.formats import Screen
from claimcheck.reports.text import safe

Row = Sequence[str]

Listing = Callable[[Row, Sequence[Row], Screen], str]


def listing(heads: Row, rows: Sequence[Row], form: str, screen: Screen) -> str:
    """Return ``rows`` in the format ``form``, a key of ``LISTINGS``, ended by a line end."""
    return LISTINGS[form](heads, rows, screen)


def _table(heads: Row, rows: Sequence[Row], screen: Screen) -> str:
    from claimcheck.reports.to_table import grid, records  # noqa: PLC0415 - each format is loaded when it is asked for

    cells = _cells(heads, rows)
    return (
        grid(cells, screen.columns, screen.colour, whole=True) or records(cells, screen.columns, screen.colour)
    ) + "\n"


def _markdown(heads: Row, rows: Sequence[Row], _screen: Screen) -> str:
    from claimcheck.reports.to_markdown import grid  # noqa: PLC0415

    return grid(_cells(heads, rows)) + "\n"


def _json(heads: Row, rows: Sequence[Row], _screen: Screen) -> str:
    records = [dict(zip(heads, row, strict=True)) for row in rows]
    return msgspec.json.format(msgspec.json.encode(records), indent=2).decode() + "\n"


def _csv(heads: Row, rows: Sequence[Row], _screen: Screen) -> str:
    from claimcheck.reports.to_csv import defused  # noqa: PLC0415

    out = io.StringIO()
    csv.writer(out).writerows([heads, *([defused(value) for value in row] for row in rows)])
    return out.getvalue()


def _cells(heads: Row, rows: Sequence[Row]) -> Table:
    return Table(tuple(map(safe, heads)), tuple(tuple([(safe(value), "")] for value in row) for row in rows))


LISTINGS: Mapping[str, Listing] = {"table": _table, "markdown": _markdown, "json": _json, "csv": _csv}
"""The formats by name."""
