from __future__ import annotations

import pytest

from tests.figures.reading import amounts

SHARES = [
    ("Two-thirds of the workers walked out.", 2 / 3),
    ("Three-quarters of the seats were empty.", 0.75),
    ("Half of the homes are empty.", 0.5),
    ("Half the homes are empty.", 0.5),
    ("A third of voters stayed away.", 1 / 3),
    ("A quarter of the harvest was lost.", 0.25),
    ("One in five children skips breakfast.", 0.2),
    ("About 1 in 10 patients relapsed.", 0.1),
    ("Three out of four drivers agreed.", 0.75),
    ("The note gained 17/32 in early trade.", 17 / 32),
    ("The odds are 10 to 1 against him.", 10),
    ("It is a 3-to-1 shot.", 3),
    ("They are 5-2 favourites.", 2.5),
    ("It ran at odds of 10-1.", 10),
    ("One-fifth of the fleet is grounded.", 0.2),
]


@pytest.mark.parametrize(("text", "value"), SHARES)
def test_shares(text: str, value: float) -> None:
    (figure,) = amounts(text)
    assert figure.kind == "ratio"
    assert figure.value == pytest.approx(value)


MULTIPLES = [
    ("Profit doubled.", 2, "up"),
    ("Costs have tripled since spring.", 3, "up"),
    ("The staff was halved.", 0.5, "down"),
    ("They want to halve the staff.", 0.5, "down"),
    ("It is twice as dear.", 2, None),
    ("Sales rose threefold.", 3, "up"),
    ("It is five times as large.", 5, None),
    ("Output grew 10-fold.", 10, "up"),
    ("It was a 20-fold rise.", 20, None),
    ("Costs grew by a factor of three.", 3, None),
]


@pytest.mark.parametrize(("text", "value", "trend"), MULTIPLES)
def test_multiples(text: str, value: float, trend: str | None) -> None:
    (figure,) = amounts(text)
    assert (figure.kind, figure.value, figure.trend) == ("multiple", value, trend)


@pytest.mark.parametrize(
    "text",
    [
        "His half-hearted defence failed.",
        "He flipped a quarter.",
        "The second half was dull.",
        "Her half-brother spoke.",
        "They won the doubles title.",
        "Once he left, she spoke.",
        "The attacks of 9/11 changed the law.",
    ],
)
def test_near_misses(text: str) -> None:
    assert amounts(text) == []


PARTS_OF = [
    ("Half the orchards were flooded.", "% orchard"),
    ("Two-thirds of the island's electorate lives in the capital.", "% island electorate"),
    ("A third of the fleet needs a refit.", "% fleet"),
    ("A quarter of the young trees died.", "% young tree"),
    ("One in five children skips breakfast.", "% child"),
    ("One in every 500 Linux users was hit.", "% linux user"),
    ("Nearly half were unpaid.", None),
    ("A third of those polled agreed.", None),
]


@pytest.mark.parametrize(("text", "unit"), PARTS_OF)
def test_what_a_share_is_of(text: str, unit: str | None) -> None:
    (figure,) = amounts(text)
    assert (figure.kind, figure.unit) == ("ratio", unit)


SHARES_OF_A_UNIT = [
    ("She won by a fifth of a second.", 0.2, "second"),
    ("It is one hundredth of a second.", 0.01, "second"),
    ("The bank cut by a quarter point.", 0.25, "point"),
    ("They backed a quarter-point cut.", 0.25, "point"),
    ("It fell a quarter of a percentage point.", 0.25, "percentage point"),
    ("The pipe is three-quarters of an inch wide.", 0.75, "inch"),
    ("He lives two-thirds mile east.", 2 / 3, "mile"),
    ("Joblessness rose 0.3 of a percentage point.", 0.3, "percentage point"),
    ("Sales slipped 0.4 of one percent.", 0.4, "percentage"),
    ("The index eased 0.37 of a point.", 0.37, "point"),
    ("The weir is 0.6 of a mile downstream.", 0.6, "mile"),
]


@pytest.mark.parametrize(("text", "value", "unit"), SHARES_OF_A_UNIT)
def test_a_share_of_a_unit_is_a_measure(text: str, value: float, unit: str) -> None:
    (figure,) = amounts(text)
    assert figure.value == pytest.approx(value)
    assert (figure.unit, figure.kind == "ratio") == (unit, False)
