"""Whether a figure counts people, and what befell those it counts."""

from __future__ import annotations

import pytest

from claimcheck.alignment.traits import Traits, traits_of
from claimcheck.claims import read_claims
from claimcheck.documents import Document
from claimcheck.figures import read_figures


def traits(text: str) -> dict[str, Traits]:
    document = Document(id="a", text=text)
    return {claim.figure.text: traits_of(claim) for claim in read_claims(document, read_figures(document))}


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("The landslide killed 14 villagers and injured 32.", {"14 villagers": "killed", "32": "injured"}),
        ("Fourteen people died and 32 others were hurt.", {"Fourteen people": "killed", "32": "injured"}),
        ("The death toll rose to 41 on Friday.", {"41": "killed"}),
        ("Nine sailors are missing, 30 were rescued.", {"Nine sailors": "missing", "30": "rescued"}),
        ("The flood left 12,000 people homeless.", {"12,000 people": "displaced"}),
        ("Police arrested 17 protesters in Izmir.", {"17 protesters": "arrested"}),
        ("The storm destroyed 60 houses.", {"60 houses": "destroyed"}),
        ("The ferry carried 212 passengers.", {"212 passengers": None}),
    ],
)
def test_what_befell_those_counted(text: str, fates: dict[str, str | None]) -> None:
    found = traits(text)
    assert {figure: found[figure].fate for figure in fates} == fates


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Two villagers were hurt.", True),
        ("Two villages were hit.", False),
        ("Some 40 Tunisians were on board.", True),
        ("It hit three schools.", False),
        ("It killed seven.", None),
        ("The quake had a magnitude of 5.9.", False),
        ("Prices rose 3 percent.", None),
    ],
)
def test_whether_people_are_counted(text: str, people: bool | None) -> None:
    assert next(iter(traits(text).values())).people is people


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Two women were hurt.", {"woman"}),
        ("Four Chilean soldiers died.", {"chile", "soldier"}),
        ("Nine crew were saved.", {"crew"}),
        ("Seven people died.", set()),
        ("Three Peruvian ships sank.", {"peru"}),
    ],
)
def test_of_what_kind_those_counted_are(text: str, kinds: set[str]) -> None:
    assert {kind for _, kind in next(iter(traits(text).values())).kinds} == kinds


def test_a_value_held_no_longer() -> None:
    found = traits("The survey, which initially put it at magnitude 5.4, says 5.1. It lasted 9 seconds.")
    assert [figure for figure, each in found.items() if each.former] == ["5.4"]


def test_what_is_counted() -> None:
    found = traits("The blast hurt 14 villagers and five soldiers, wrecked 60 houses and lasted 9 seconds.")
    assert {figure: each.thing for figure, each in found.items()} == {
        "14 villagers": "person",
        "five soldiers": "person",
        "60 houses": "house",
        "9 seconds": None,
    }
