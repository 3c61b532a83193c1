"""Stories of different days: what may have changed meanwhile is an update, what cannot is a conflict still."""

import pytest

from claimcheck import Checker
from claimcheck.documents import Document

MONDAY = "2026-11-23"


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
