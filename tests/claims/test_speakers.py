"""To whom a text attributes a figure, and where it speaks for itself."""

from __future__ import annotations

import pytest

from claimcheck.claims import Claim, read_claims
from claimcheck.documents import Document
from claimcheck.figures import read_figures


def claim_of(text: str, figure: str) -> Claim:
    document = Document("text", text)
    claims = read_claims(document, read_figures(document))
    return next(c for c in claims if figure in text[c.figure.start : c.figure.end])


ATTRIBUTED = [
    # a verb of saying behind its speaker
    ("Harbour master Ines Falk said 14 boats had sunk.", "14", "Ines Falk"),
    ("Ines Falk, the harbour master of Brekke, said 14 boats had sunk.", "14", "Ines Falk"),
    ("The harbour master of Brekke, Ines Falk, said 14 boats had sunk.", "14", "Ines Falk"),
    ("Ines Falk, 52, a former diver who lives in Brekke, told reporters 14 boats had sunk.", "14", "Ines Falk"),
    ("Falk spoke on Monday. Harbour master Ines Falk said 14 boats had sunk.", "14", "Ines Falk"),
    ("A spokesman called Tor Lie said 14 boats had sunk.", "14", "Tor Lie"),
    ("The survey found that 61 percent of tenants wanted to leave.", "61", "survey"),
    ("The Coast Institute put the number of seals at 3,100.", "3,100", "Coast Institute"),
    ("The Coast Institute on Friday reported 3,100 seals in the bay.", "3,100", "Coast Institute"),
    ("Norway has accused Ostland of selling 40 rifles to the rebels.", "40", "Norway"),
    # behind what is said
    ("At least 14 boats sank and three people drowned, rescuers said.", "14", "rescuers"),
    ("At least 14 boats sank in the storm, said Ines Falk, the harbour master.", "14", "Ines Falk"),
    ("At least 14 boats sank, doctors and a coastguard officer said on Sunday.", "14", "doctors and a coastguard officer"),
    ("At least 14 boats sank, according to Ines Falk.", "14", "Ines Falk"),
    ("According to Brekke Port's Ines Falk first counts point to 14 boats sunk.", "14", "Ines Falk"),
    ("The Herald's first estimate of the loss was 14 boats.", "14", "Herald"),
    ("Some 14 boats sank, by the ministry's count.", "14", "ministry"),
    ("According to police, 14 boats sank in the storm.", "14", "police"),
    ("Some 40 rifles are alleged by Norway to have reached the rebels.", "40", "Norway"),
    # each clause its own
    ("The port authority put the loss at $5 million, but the Ship Owners Union in Brekke said it was $9 million.", "$5", "port authority"),
    ("The port authority put the loss at $5 million, but the Ship Owners Union in Brekke said it was $9 million.", "$9", "Ship Owners Union"),
    ("Governor Pia Holm said 40 homes were lost, the Herald reported.", "40", "Pia Holm"),
    # quotations
    ('"We counted 14 boats on the bottom," said Ines Falk.', "14", "Ines Falk"),
    ('Ines Falk said: "We counted 14 boats on the bottom."', "14", "Ines Falk"),
    ("“We counted 14 boats,” Ines Falk said. “Another 30 are missing.”", "30", "Ines Falk"),
    ('" We counted 14 boats , " Ines Falk said .', "14", "Ines Falk"),
    ("``We counted 14 boats,'' Ines Falk said.", "14", "Ines Falk"),
    ('Ines Falk did not hide her anger:\n"We counted 14 boats on the bottom."', "14", "Ines Falk"),
    ('"We were asleep," Ines Falk said.\n\n"Then 14 boats broke loose.\n\n"They took 3 days to find."', "3 days", "Ines Falk"),
    # who "he", "she" and "the mayor" are
    ("Ines Falk said the storm was the worst she had seen. She added that 14 boats had sunk.", "14", "Ines Falk"),
    ("Ines Falk, the mayor of Brekke, said help had come. In all 14 boats were lost, the mayor said.", "14", "Ines Falk"),
    ("The Defence Ministry gave no names. In a statement, the Defence Ministry said 14 boats had sunk. The statement said 3 crews were safe.", "3 crews", "Defence Ministry"),
    ("The UN warned of a famine. It said 14 wells had run dry.", "14", "UN"),
    ("Ines Falk (known as the Pilot) said many were safe, adding that 14 boats had sunk.", "14", "Ines Falk"),
    ("The radio quoted the harbour master, Ines Falk, as saying 14 boats had sunk.", "14", "Ines Falk"),
    ("Ines Falk was quoted by the radio as saying 14 boats had sunk.", "14", "Ines Falk"),
]  # fmt: skip

THE_WRITERS = [
    # nobody is known to have said it
    ("It is unclear whether the coastguard claimed 14 boats had sunk.", "14"),
    # what is worth something does not speak
    ("My ten cents' worth says 14 boats sank.", "14"),
    ("Some 14 boats sank in the storm.", "14"),
    # an attribution reaches its own sentence only
    ("Rescuers said the storm had passed. Some 14 boats sank.", "14"),
    ("Some 14 boats sank. Rescuers said the storm had passed.", "14"),
    # the person's age, the town's size
    ("The storm came at night, said Ines Falk, 52, the harbour master.", "52"),
    ("The storm hit Brekke, home to 8,000 people, rescuers said.", "8,000"),
    # no saying at all
    ("The storm claimed 14 lives.", "14"),
    ("There were no reported injuries among the 14 crews.", "14"),
    ("The 14 crews are said to be safe.", "14"),
    ("Tens of boats were found 14 miles away.", "14"),
    # behind the verb, when it was said
    ("The harbour is open, Ines Falk said on Monday as 14 boats set out.", "14"),
    # before a quotation of its own
    ('After 14 hours at sea Ines Falk was tired. "We are lucky to be here," she said.', "14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "speaker"), ATTRIBUTED)
def test_the_speaker_is_named(text: str, figure: str, speaker: str) -> None:
    assert claim_of(text, figure).speaker == speaker


@pytest.mark.parametrize(("text", "figure"), THE_WRITERS)
def test_the_writer_is_no_speaker(text: str, figure: str) -> None:
    assert claim_of(text, figure).speaker is None


@pytest.mark.parametrize("form", ["the United States", "the U.S.", "Washington", "America"])
def test_the_key_is_one_for_all_names_of_a_speaker(form: str) -> None:
    assert claim_of(f"The talks went on, and {form} said 14 boats had sunk.", "14").speaker_key == "united states"
