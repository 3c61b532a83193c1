"""Which figures of a sentence tell of one rise or fall, and where it led."""

import pytest

from claimcheck.alignment.movements import beginnings, levels
from claimcheck.claims import read_claims
from claimcheck.documents import Document
from claimcheck.figures import read_figures

MOVEMENTS = [
    ("Velmont rose $1.20, or 3 percent, to $41.20.", {"$1.20": "$41.20", "3 percent": "$41.20", "$41.20": "$41.20"}),
    ("Velmont rose to $41.20 from $40.", {"$41.20": "$41.20", "$40": "$41.20"}),
    (
        "Orlau fell 2 percent to 98, while Piran gained 1 percent to 55.",
        {"2 percent": "98", "98": "98", "1 percent": "55", "55": "55"},
    ),
    ("Velmont rose 3 percent. It employs 41 people.", {}),
    ("The bus carried 31 pupils.", {}),
]


@pytest.mark.parametrize(("text", "expected"), MOVEMENTS)
def test_where_a_movement_led(text: str, expected: dict[str, str]) -> None:
    document = Document("text", text)
    claims = read_claims(document, read_figures(document))
    shown = {claim.id: claim.figure.text for claim in claims}
    assert {shown[id_]: level.figure.text for id_, level in levels(claims).items()} == expected


BEGINNINGS = [
    ("Velmont rose $1.20, or 3 percent, to $41.20.", 40.0),
    ("Velmont fell 80 cents to $39.20.", 40.0),
    ("Velmont rose to $41.20 from $40.", 40.0),
    ("The rate rose 0.4 percentage points to 4.4 percent.", 4.0),
    ("Velmont rose 3 percent to $41.20.", None),
]


@pytest.mark.parametrize(("text", "expected"), BEGINNINGS)
def test_where_a_movement_began(text: str, expected: float | None) -> None:
    document = Document("text", text)
    claims = read_claims(document, read_figures(document))
    started = beginnings(claims)
    assert [round(started[claim.id], 2) for claim in claims if claim.id in started] == (
        [] if expected is None else [expected] * len(claims)
    )
