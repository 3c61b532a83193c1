"""Who won a result and who lost it, and results that do not say so."""

import pytest

from claimcheck import Checker

RESULTS = [
    ("Lisle beat Dorn 3-1 on Sunday.", "Lisle", "Dorn"),
    ("Lisle defeated Dorn 21-7 on Sunday.", "Lisle", "Dorn"),
    ("Dorn were beaten 3-1 by Lisle.", "Lisle", "Dorn"),
    ("Dorn, beaten 3-1 by Lisle, are out of the cup.", "Lisle", "Dorn"),
    ("Dorn lost 3-1 to Lisle.", "Lisle", "Dorn"),
    ("Lisle's 3-1 win over Dorn sent them top.", "Lisle", "Dorn"),
    ("On Sunday Lisle 's 3 - 1 win over Dorn sent them top .", "Lisle", "Dorn"),
    ("Lisle's 1-0 defeat of Dorn was their third win.", "Lisle", "Dorn"),
    ("Dorn's 3-1 defeat by Lisle was their third in a row.", "Lisle", "Dorn"),
    ("Moreau scored twice in a 3-1 victory for Lisle against Dorn.", "Lisle", "Dorn"),
    ("Lisle, who won 2-0 at Dorn, are third.", "Lisle", None),
    ("Lisle beat Dorn 3-0 to reach the Orla Cup final.", "Lisle", "Dorn"),
    ("Lisle went on to win the game 4-1.", "Lisle", None),
    ("A 2-1 loss to Dorn sent them down.", "Dorn", None),
    ("Moreau was glad after their 3-1 win.", None, None),
    ("Lisle drew 2-2 with Dorn after losing 3-0 to Varna.", None, None),
    ("The 4-2 score means that Dorn are safe.", None, None),
]


@pytest.mark.parametrize(("text", "winner", "loser"), RESULTS)
def test_sides(text: str, winner: str | None, loser: str | None) -> None:
    result = next(claim for claim in Checker().extract(text).claims if claim.figure.kind == "score")
    sides = {party.part: party.name for party in result.participants if party.part in {"winner", "loser"}}
    assert (sides.get("winner"), sides.get("loser")) == (winner, loser)
