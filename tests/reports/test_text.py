"""Text made safe and short enough to show."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.documents import Document
from claimcheck.reports import rows
from claimcheck.reports.model import Report
from claimcheck.reports.text import stated
from tests.builders import claim


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"kind": "count", "value": 11000.0, "bound": ">"}, ">11,000"),
        ({"kind": "count", "value": (20.0, 30.0)}, "20 to 30"),
        ({"kind": "count", "value": None, "low": 24.0, "high": 99.0}, "24 to 99"),
        ({"kind": "count", "value": None}, ""),
        ({"kind": "percent", "value": 4.5, "trend": "up"}, "4.5 (up)"),
        ({"kind": "date", "value": 1991.0}, "1991"),
        ({"kind": "date", "value": (1991.0, 1993.0)}, "1991 to 1993"),
        ({"kind": "time", "value": 618.0}, "10:18"),
        ({"kind": "time", "value": 9.0, "bound": "~"}, "~00:09"),
    ],
)
def test_what_a_figure_states(fields: dict[str, Any], shown: str) -> None:
    document = Document("d.txt", "A figure.")
    whole = rows.build(Report((document,), (claim(0, document, "figure", **fields),), (), (), ()))
    assert stated(whole.places[0]) == shown
