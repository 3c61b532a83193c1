"""The report as JSON Lines: a record a line, for programs that read one at a time.

The first record, "report", says what was read; those of claims, links, facts, findings and derivations follow, with the
keys that the JSON report gives them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.reports import record
from claimcheck.reports.formats import Screen
from claimcheck.reports.rows import Rows

PARTS = {"claims": "claim", "links": "link", "facts": "fact", "findings": "finding", "derivations": "derivation"}
"""The lists of a JSON report, and what a record of each is called."""


def render(rows: Rows, screen: Screen) -> str:
    """Return ``rows`` as JSON objects, a line each, every one told by its key ``record``."""
    return render_several([rows], screen)


def render_several(reports: Sequence[Rows], _screen: Screen) -> str:
    """Return the records of one report after the other; ids of claims are those of the report before them."""
    return "".join(record.encode(each) for rows in reports for each in _records(rows))


def _records(rows: Rows) -> Iterator[record.Record]:
    whole = record.report(rows)
    yield {"record": "report", **{key: whole[key] for key in whole if key not in PARTS}}
    for key, name in PARTS.items():
        for each in whole[key]:
            yield {"record": name, **each}
