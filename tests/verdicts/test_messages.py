"""What a message says: the slip is named, times are written as in print."""

import pytest

from claimcheck import Checker

MESSAGES = [
    ("The dam holds 404 million litres.", "The dam holds 440 million litres.", "The digits are transposed."),
    ("The dam holds 404 million litres.", "The dam holds 804 million litres.", "They differ in a single digit."),
    ("The tanker is worth $100 million.", "The tanker is worth $100bn.", "The draft has billion for million."),
    ("The dam cost 4,200,000 euros.", "The dam cost 420,000 euros.", "The draft is off by a factor of 10."),
    ("Orlau beat Lienz 27-24.", "Orlau beat Lienz 24-27.", "The two sides are exchanged."),
    (
        "The rate rose 2 percentage points in May.",
        "The rate rose 2 percent in May.",
        "Percent and percentage points are not the same.",
    ),
    ("The calf weighs 150 pounds.", "The calf weighs 150 kilograms.", "(kilogram for pound)."),
    (
        "The firm earned $1.20 a share, or $24 million.",
        "The firm earned $24 million a share.",
        "The draft counts in dollar per share, the source gives the whole sum.",
    ),
    ("Rents in Piran rose 4 percent.", "Rents in Piran fell 4 percent.", "The direction is reversed."),
    (
        "The toll stood at 110 dead on Monday.",
        "The toll stood at 150 dead on Tuesday.",
        "(Monday). They are of different moments.",
    ),
]


@pytest.mark.parametrize(("source", "draft", "end"), MESSAGES)
def test_the_slip_is_named(source: str, draft: str, end: str) -> None:
    (finding,) = Checker().check(draft, [source]).findings
    assert finding.message.endswith(end)
    assert finding.message.startswith("Draft: ")


def test_two_moments_of_one_movement_are_told_as_such() -> None:
    source = "Velmont shares gained 9 percent, or $3.44, to $42.19."
    findings = Checker().check("Shares of Velmont gained $3.10, or 8 percent, to $41.85.", [source]).findings
    assert {finding.rule for finding in findings} == {"superseded"}
    assert all(finding.message.endswith(". Each can be right at its moment.") for finding in findings)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The index fell 20.5 points to 971.2 from 1,011.7.", "the difference is 40.5."),
        ("Tolls rose dozens from 0 to 0.", "the difference is 0."),
    ],
)
def test_a_sum_is_shown_as_it_should_be(text: str, end: str) -> None:
    (finding,) = Checker().check(text, [text]).findings
    assert finding.message.endswith(end)


SHOWN = [
    (
        "The bridge closed at about 3 p.m. and the school around 5 p.m.",
        "The bridge closed around 5 p.m. and the school at about 3 p.m.",
        (
            "Draft: The bridge closed around 5 p.m., the school at about 3 p.m. Source: The bridge closed at about 3 p.m., "
            "the school around 5 p.m. The two figures are exchanged."
        ),
    ),
    (
        "The fire began around 5 p.m. The roof fell at about 3 p.m.",
        "The fire began at about 3 p.m. The roof fell around 5 p.m.",
        (
            "Draft: The fire began at about 3 p.m., The roof fell around 5 p.m. Source: The fire began around 5 p.m., "
            "The roof fell at about 3 p.m. The two figures are exchanged."
        ),
    ),
    (
        "Ada Weir, 61, taught Colm Lund, 52.",
        "Ada Weir, 52, taught Colm Lund, 61.",
        (
            "Draft: Ada Weir, 52; taught Colm Lund, 61. Source: Ada Weir, 61; taught Colm Lund, 52. "
            "The two figures are exchanged."
        ),
    ),
    (
        "The coach did 52mph in a 40mph zone.",
        "The coach did 40mph in a 52mph zone.",
        (
            "Draft: The coach did 40mph in a 52mph zone. Source: The coach did 52mph in a 40mph zone. "
            "The two figures are exchanged."
        ),
    ),
    (
        '"Give me 20 good minutes," Ada Weir said.',
        'Ada Weir said: "Give me 30 good minutes."',
        "Quoted in the draft: Give me 30 good minutes. Quoted in the source: Give me 20 good minutes.",
    ),
]


@pytest.mark.parametrize(("source", "draft", "message"), SHOWN)
def test_the_passages_are_whole_and_stand_once(source: str, draft: str, message: str) -> None:
    assert [finding.message for finding in Checker().check(draft, [source]).findings] == [message]
