"""Whether a source states a figure: the same answer as asking every figure, in less time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.alignment.compare import AGREE, relate
from claimcheck.claims import Claim, read_claims
from claimcheck.documents import Document
from claimcheck.figures import read_figures
from claimcheck.figures.model import Figure
from claimcheck.verdicts import stated
from claimcheck.verdicts.stated import Stated

UNITS = ("km", "miles", "metres", "kg", "percent", "percentage points", "ferries", "weeks", "days", "people", "")
HEDGES = ("", "about ", "over ", "up to ", "at least ", "nearly ")
MOMENTS = (
    "on Monday",
    "in 1987",
    "in the 1980s",
    "on 4 May 2019",
    "at 5:30 p.m.",
    "at about 9:25",
    "last week",
    "May 4",
)
LOOSE = ("dozens of boats", "20 to 30 boats", "won 3-1", "aged 42", "$9.50 a share", "$9.50", "half", "the third time")


def figures(text: str) -> tuple[Figure, ...]:
    return read_figures(Document("text", text))


def claims(*texts: str) -> list[Claim]:
    found: list[Claim] = []
    for n, text in enumerate(texts):
        found += read_claims(Document(f"text {n}", text), figures(text), first_id=len(found))
    return found


numbers = st.one_of(st.integers(0, 40), st.sampled_from((1987, 1000, 1609, 10000, 2.5, 68.0, 70.4)))
phrases = st.one_of(
    st.builds(
        lambda hedge, number, unit: f"It was {hedge}{number} {unit}",
        st.sampled_from(HEDGES),
        numbers,
        st.sampled_from(UNITS),
    ),
    st.sampled_from((*MOMENTS, *LOOSE)).map(lambda words: f"It came {words}"),
)


@given(st.lists(phrases, max_size=12), phrases)
def test_answers_as_asking_every_figure_does(told: list[str], asked: str) -> None:
    known = claims(*told)
    for wanted in figures(asked):
        agreeing = [each for each in known if relate(wanted, each.figure) in AGREE]
        assert Stated(known).has(wanted) == bool(agreeing)
        assert Stated(known).agreeing(wanted) == agreeing


@pytest.mark.parametrize("copies", [50, 400])
def test_asks_few_figures_of_a_long_text(copies: int, monkeypatch: pytest.MonkeyPatch) -> None:
    known = claims(
        ". ".join(
            f"The port took in {n * 17 + 300} crates, over {n * 31} of them on {n % 28 + 1} May {1700 + n}"
            for n in range(copies)
        )
    )
    asked = 0

    def counted(one: Figure, two: Figure) -> object:
        nonlocal asked
        asked += 1
        return relate(one, two)

    monkeypatch.setattr(stated, "relate", counted)
    text = Stated(known)
    for n in range(0, copies, 10):
        assert not text.has(figures(f"It weighed {n * 17 + 300}.25 tonnes")[0])
        assert text.has(figures(f"It held {n * 17 + 300} crates")[0])
    assert asked < 20 * copies / 10
