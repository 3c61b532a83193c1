"""The archive's tables: their columns and what those hold, their version, and the way to it from older ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.nightly.archive.engines import Table, arrow

VERSION = 1
"""Counts up when a column changes its meaning or goes away, or comes without a value for older rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Arrow type as ``_type`` spells it, and what it holds."""

    kind: str
    holds: str


PARTITION = "date"
"""In the name of each file's folder, ``date=2026-11-22``: the night that read or found what the file holds."""

TABLES: Mapping[str, Mapping[str, Column]] = {
    "documents": {
        "digest": Column("string", "SHA-256 of the story: outlet, title, date and text; the key of this table"),
        "piece": Column("string", "SHA-256 of the place and the bytes that it was read from"),
        "id": Column("string", "its place in the inbox"),
        "story": Column("string", "what it shares with its other versions: a URI, an address, or its place"),
        "outlet": Column("string", "who published it, where that is known"),
        "title": Column("string", "its headline, where it has one"),
        "published": Column("string", "ISO date that it gives itself; the night's where it gives none"),
        "encoding": Column("string", "encoding that its bytes were read in"),
        "markup": Column("spans", "spans of the text, in code points, that no reader sees"),
        "text": Column("string", "the text as it was read; all offsets are code points into it"),
    },
    "claims": {
        "document": Column("string", "digest of its document"),
        "number": Column("int32", "place among its document's claims, from 0"),
        "outlet": Column("string", "as its document's"),
        "published": Column("string", "as its document's"),
        "start_at": Column("int32", "first code point of the figure in the text"),
        "end_at": Column("int32", "code point after its last"),
        "line": Column("int32", "line of the figure, from 1"),
        "figure": Column("string", "the figure as written"),
        "sentence": Column("string", "the sentence around it"),
        "kind": Column("string", "count, money, percent, ..."),
        "value": Column("double", "the number stated; empty for a range, which low and high hold"),
        "low": Column("double", "least value admitted; empty for no bound"),
        "high": Column("double", "greatest value admitted; empty for no bound"),
        "unit": Column("string", "canonical singular name of the unit"),
        "bound": Column("string", "exact, about, over (or at least) or under (or up to)"),
        "trend": Column("string", "up, down or empty"),
        "what": Column("string", "the thing measured"),
        "who": Column("strings", "the parties named"),
        "speaker": Column("string", "to whom the figure is attributed; empty for the writer"),
        "times": Column("strings", "the times that date it"),
        "quoted": Column("bool", "whether it stands inside a quotation"),
    },
    "events": {
        "event": Column("string", "id of the event, stable from night to night"),
        "document": Column("string", "digest of a story that reports it"),
        "copy_of": Column("string", "digest of the story whose text it repeats, where it is a wire copy"),
        "superseded_by": Column("string", "digest of the later version of the same story, where there is one"),
    },
    "findings": {
        "key": Column("string", "the same for a finding of the same rule, figures and stories on every night"),
        "event": Column("string", "id of its event"),
        "rule": Column("string", "id of its rule"),
        "severity": Column("string", "error, warning or notice"),
        "message": Column("string", "the sentence for the editor"),
        "documents": Column("strings", "digests of the stories concerned"),
        "since": Column("string", "ISO date of the first night that found it"),
    },
    "seen": {
        "digest": Column("string", "digest of a story that is kept no longer, and still lies in an inbox"),
        "piece": Column("string", "as its document's"),
    },
}
"""The columns of each table; a night's files hold what that night read or found for the first time."""

Upgrade = Callable[[Table], Table]

MIGRATIONS: dict[tuple[str, int], Upgrade] = {}
"""By table and version, what makes its rows those of the next version; none has been needed yet.

Files stay as they were written: rows are taken forward when they are read, and for good by ``compact``.
"""


def arrow_schema(table: str) -> Any:
    """Return the Arrow schema of ``table`` as it is written today."""
    return arrow().schema([(name, _type(column.kind)) for name, column in TABLES[table].items()])


def upgraded(table: str, rows: Table, version: int) -> Table:
    """Return ``rows``, written under schema ``version``, as those of today."""
    for step in range(version, VERSION):
        change = MIGRATIONS.get((table, step))
        rows = rows if change is None else change(rows)
    return rows.select(list(TABLES[table])).cast(arrow_schema(table))


def _type(kind: str) -> Any:
    pa = arrow()
    span = pa.struct([("start", pa.int32()), ("end", pa.int32())])
    kinds: Mapping[str, Any] = {
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "spans": pa.list_(span),
        "int32": pa.int32(),
        "double": pa.float64(),
        "bool": pa.bool_(),
    }
    return kinds[kind]
