"""The report as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimcheck.reports import flat
from claimcheck.reports.rows import Rows

if TYPE_CHECKING:
    import pandas as pd

Part = Literal["claims", "findings"]

_WHOLE = ("claim", "line", "start", "end", "fact", "counterpart", "counterpart_line", "finding")
_NUMBERS = ("value", "low", "high", "score")


def frame(rows: Rows, part: Part = "claims") -> pd.DataFrame:
    """Return a frame with the columns of ``flat.CLAIM_COLUMNS`` or ``flat.FINDING_COLUMNS``.

    Whole numbers are "Int64", values "Float64", truth values "boolean", the rest "string"; all of them
    know missing values.
    """
    import pandas as pd  # noqa: PLC0415 - takes longer to load than everything else together

    if part not in {"claims", "findings"}:
        raise ValueError(f"no part {part!r}; the parts are 'claims' and 'findings'")
    columns = flat.CLAIM_COLUMNS if part == "claims" else flat.FINDING_COLUMNS
    records = flat.claims(rows) if part == "claims" else flat.findings(rows)
    table = pd.DataFrame.from_records(list(records), columns=list(columns))
    return table.astype({column: _type(column) for column in columns})


def _type(column: str) -> str:
    if column in _WHOLE:
        return "Int64"
    if column in _NUMBERS:
        return "Float64"
    return "boolean" if column == "quoted" else "string"
