"""Which slip of the keyboard makes one number another."""

import pytest

from claimcheck.alignment.slips import slip
from claimcheck.documents import Document
from claimcheck.figures import read_figures

TABLE = [
    ("24 years", "42 years", "transposed"),
    ("404 yards", "440 yards", "transposed"),
    ("9:25 a.m.", "9.52 a.m.", "transposed"),
    ("at 3:33 a.m.", "at 2:33 a.m.", "digit"),
    ("5:30 p.m.", "half past five in the afternoon", None),
    ("magnitude 6.1", "magnitude 1.6", "transposed"),
    ("1,752 people", "1,782 people", "digit"),
    ("over 11,000 crates", "over 1,100 crates", "scale"),
    ("$100 million", "$100 billion", "scale"),
    ("a 7-2 win", "a 2-7 win", "sides"),
    ("24 years", "57 years", None),
    ("3 goats", "4 goats", None),
    ("24 years", "24 years", None),
]


@pytest.mark.parametrize(("left", "right", "expected"), TABLE)
def test_slips(left: str, right: str, expected: str | None) -> None:
    one, two = (read_figures(Document("text", text))[0] for text in (left, right))
    assert slip(one, two) == slip(two, one) == expected
