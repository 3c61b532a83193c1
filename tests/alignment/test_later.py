"""Stories of different days: what may have changed meanwhile is an update, what cannot is a conflict still."""

import pytest

from claimcheck import Checker
from claimcheck.documents import Document

MONDAY, TUESDAY = "2026-11-23", "2026-11-24"


def verdicts(left: str, right: str, days: tuple[str | None, str | None]) -> set[str]:
    documents = [Document(name, text, date=day) for name, text, day in zip("ab", (left, right), days, strict=True)]
    return {str(link.verdict) for link in Checker().compare(documents).links} - {"match", "approx"}


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("The fire in Orlau killed eight people, police said.", "The fire in Orlau killed 11 people, police said.", "update"),
        ("The mill in Lienz put the damage at 18 million euros.", "The mill in Lienz put the damage at 22 million euros.", "update"),
        ("Anna Brandt, 36, was elected mayor of Orlau.", "Anna Brandt, 63, was elected mayor of Orlau.", "conflict"),
        ("The quake of 1998 in Orlau killed 412 people.", "The quake of 1998 in Orlau killed 421 people.", "conflict"),
    ],
)  # fmt: skip
def test_what_differs_between_days(left: str, right: str, verdict: str) -> None:
    assert verdicts(left, right, (MONDAY, "2026-11-24")) == {verdict}
    assert verdicts(right, left, ("2026-11-24", MONDAY)) == {verdict}


@pytest.mark.parametrize("days", [(MONDAY, MONDAY), (MONDAY, None), (None, None)])
def test_what_differs_on_one_day_or_on_days_unknown(days: tuple[str | None, str | None]) -> None:
    texts = ("The fire in Orlau killed eight people, police said.", "The fire in Orlau killed 11 people, police said.")
    assert verdicts(*texts, days) == {"conflict"}


def test_a_draft_is_held_to_its_source_whatever_the_days() -> None:
    source = Document("s", "The fire in Orlau killed eight people, police said.", date=MONDAY)
    draft = Document("d", "The fire in Orlau killed 11 people, police said.", date="2026-11-24")
    assert [link.verdict for link in Checker().check(draft, [source]).links] == ["conflict"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # A toll that grew from day to day is no dispute.
        ([("12", MONDAY), ("12", MONDAY), ("15", TUESDAY), ("15", TUESDAY)], {("12", "15"): "update"}),
        # Two outlets that differ on one day are, whatever others said before.
        ([("12", MONDAY), ("12", MONDAY), ("15", TUESDAY), ("17", TUESDAY)], {("12", "15"): "update", ("15", "17"): "conflict"}),
        ([("12", MONDAY), ("12", TUESDAY), ("15", TUESDAY)], {("12", "15"): "conflict"}),
        ([("12", None), ("12", None), ("15", None)], {("12", "15"): "conflict"}),
    ],
)  # fmt: skip
def test_many_outlets_over_days(told: list[tuple[str, str | None]], expected: dict[tuple[str, str], str]) -> None:
    text = "The fire in the mill at Orlau killed {} people, police said."
    documents = [Document(str(n), text.format(dead), date=day) for n, (dead, day) in enumerate(told)]
    report = Checker().compare(documents)
    dead = {claim.id: claim.figure.text.split()[0] for claim in report.claims}
    found = {(dead[link.left], dead[link.right]): link.verdict for link in report.links if link.verdict != "match"}
    assert {tuple(sorted(pair)): verdict for pair, verdict in found.items()} == expected


def test_a_toll_that_is_said_to_have_risen_is_newer() -> None:
    texts = ["The fire in the mill at Orlau killed 12 people, police said."] * 2
    texts.append("The death toll of the fire in the mill at Orlau rose to 15, police said.")
    verdicts = [link.verdict for link in Checker().compare(texts).links]
    assert sorted(verdicts) == ["match", "update"]
