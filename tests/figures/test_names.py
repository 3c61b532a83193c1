from __future__ import annotations

import pytest

from tests.figures.reading import amounts

NAMES = [
    "The Boeing 747 landed.",
    "An F-16 crashed.",
    "The S&P 500 was flat.",
    "A Formula 1 driver spoke.",
    "Covid-19 spread.",
    "The G20 met.",
    "Route 7 is closed.",
    "Channel 4 aired it.",
    "He left 10 Downing Street.",
    "Call 555-0134-22 now.",
    "See www.example.org/2024/15 for more.",
    "Write to desk42@example.org today.",
    "It runs version 10.0.1 now.",
    "See page 7.",
    "He lives at 221B Baker Street.",
    "Ring 020 7946 0018 today.",
    "Both use version 5.2 now.",
    "Read section 12 first.",
    "His 401(k) shrank.",
    "The book is ISBN 9783161484100.",
    "An F -16 crashed.",
    "Wards took in COVID -19 patients.",
]


@pytest.mark.parametrize("text", NAMES)
def test_numbers_in_names(text: str) -> None:
    assert amounts(text) == []
