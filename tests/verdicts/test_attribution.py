"""Figures given to somebody else: when that is a mistake, and when two names are one voice or no rivals."""

import pytest

from claimcheck import Checker

SOURCE = (
    "Lisle Rovers will be away from home until spring. The Rovers have trained at a school since the Orla burst its "
    'banks. "It will come to 900,000 euros," chief executive Piet Maes told reporters. Councillor Ada Moreau said '
    "that 60 trees had been lost in the park. Ada Moreau and the city will plant new ones. "
    "Milan Kovar, 25, scored 11 goals last year, and the striker wants to stay."
)
TRADED = (
    "Dredging the port at Dorn would cost £90 million by 2035, Ada Moreau said. Colm Lund, an economist, said the cost "
    "for the harbour board was £140 million."
)
ANOTHER = [
    'The repairs will come to 900,000 euros, councillor Ada Moreau said. Piet Maes is "hopeful".',
    "Piet Maes said that 60 trees had been lost in the park. Councillor Ada Moreau was silent.",
]
SAME = [
    "The flood will cost 900,000 euros, Lisle Rovers say.",
    "The city said that 60 trees had been lost in the park.",
    "The 25-year-old Rovers striker Milan Kovar scored 11 goals last year.",
    "The 25-year-old Lisle Rovers striker scored 11 goals last year.",
]

MISTAKEN = [
    # another speaker
    (
        "Harbour master Ines Falk said 14 boats had sunk. Diver Tor Lie said the water was cold.",
        "The water was cold. Diver Tor Lie said 14 boats had sunk.",
    ),
    (
        "According to Brekke Ferries' Ines Falk initial checks point to 14 leaks. Lisle Rail chief Tor Lie said trains ran.",
        "Trains ran. Initial checks point to 14 leaks, said Tor Lie of Lisle Rail.",
    ),
    # whose estimate it is, though the source's sentence has both
    (
        "The Herald put the crowd at 70, and the Courier says a kiosk was robbed. The Courier says 3 people were hurt.",
        "The Courier's estimate of the crowd was 70. A kiosk was robbed.",
    ),
    # another doer, named before
    (
        "Orlau are left with Anna Kovar and Petra Maas, who has had only six starts this season.",
        "Orlau have Anna Kovar and Petra Maas left. Kovar has had only six starts this season.",
    ),
    (
        "Poacher Karel Brandt was held there. Ranger Ada Lund complained in letters in 2016 that the lamps were too bright.",
        "Another is Ada Lund, the ranger; it was Karel Brandt who in 2016 complained in letters that the lamps were too bright.",
    ),
]

RIGHT = [
    # a body and who leads it
    (
        "The Rovers trained on sand all week. Chief executive Ada Lund told Radio Lisle: “It will cost £1m in total.”",
        "Lisle Rovers say the new pitch will cost £1m in total.",
    ),
    (
        "Dorn Police Chief Karel Brandt said three of the guests had been asked to leave.",
        "Three of the guests had been asked to leave, Dorn Police said.",
    ),
    (
        "Ostrava Steel said 300 jobs would go.",
        "Ada Lund, who heads Ostrava Steel, said 300 jobs would go.",
    ),
    # a name that only describes a noun
    (
        "Ada Lund joined the choir of Orlau in 1990. She left the series River Days last year.",
        "The River Days star joined the choir of Orlau in 1990.",
    ),
]


@pytest.mark.parametrize(("source", "draft"), MISTAKEN)
def test_it_is_somebody_elses(source: str, draft: str) -> None:
    assert [finding.rule for finding in Checker().check(draft, [source]).findings] == ["swapped-attribution"]


@pytest.mark.parametrize(("source", "draft"), RIGHT)
def test_it_is_theirs(source: str, draft: str) -> None:
    assert Checker().check(draft, [source]).findings == ()


@pytest.mark.parametrize("draft", ANOTHER)
def test_another(draft: str) -> None:
    assert {finding.rule for finding in Checker().check(draft, [SOURCE]).findings} == {"swapped-attribution"}


@pytest.mark.parametrize("draft", SAME)
def test_same(draft: str) -> None:
    assert Checker().check(draft, [SOURCE]).findings == ()


def test_small_numbers_that_have_nothing_to_do_with_each_other() -> None:
    source = "Ada Moreau bought three paintings in Orla. Piet Maes sold his house and left Dorn."
    assert Checker().check("Piet Maes moved three times before he left Dorn.", [source]).findings == ()


def test_two_speakers_of_one_sentence_have_traded_their_figures() -> None:
    right = "The cost for the harbour board is £140 million, said Lund, and dredging the port would cost £90 million, said Moreau."
    assert Checker().check(right, [TRADED]).findings == ()
    wrong = "The cost for the harbour board is £140 million, said Moreau, and dredging the port would cost £90 million, said Lund."
    found = Checker().check(wrong, [TRADED]).findings
    assert {finding.rule for finding in found} == {"swapped-attribution"}


def test_who_says_it_is_who_it_is_according_to() -> None:
    text = "The firm has 40 boats, according to Colm Lund, who says 12 were sold."
    assert [claim.speaker for claim in Checker().extract(text).claims] == ["Colm Lund", "Colm Lund"]


def test_an_ampersand_joins_the_name_of_a_firm() -> None:
    (claim,) = Checker().extract("Calder & Rowe made 12 kitchens.").claims
    assert claim.who == ("Calder & Rowe",)
