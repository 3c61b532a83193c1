"""What is flagged, rule by rule: a source, and a draft that gives it otherwise."""

from __future__ import annotations

import pytest

from claimcheck import Checker

Pair = tuple[str, str]
"""A source, and a draft."""


def rules(source: str, draft: str) -> list[str]:
    return [finding.rule for finding in Checker().check(draft, [source]).findings]


FLAGGED: dict[str, list[Pair]] = {
    "value-mismatch": [
        ("He went to prison in February 1979 for theft.", "He first went to prison in February 1997."),
        ("Orsec is acquiring Maes Mills today for $334 million.", "Orsec is paying $343m for Maes Mills."),
        ("Ferries left at about 9:25 in the morning.", "Ferries left at about 9:52 a.m."),
        (
            "The storm has taken more than 600 lives. Hundreds of civilians fled.",
            "The storm has claimed over 900 lives.",
        ),
        ("Some 14,000 Peruvians are in shelters.", "About 1,400 people are in shelters."),
        (
            "The quake in Lienz killed 612 people and injured more than 1,400, leaving thousands of people homeless.",
            "The quake killed 612 people in Lienz and hurt over 1,040.",
        ),
        ("She was suspended for the first four games of 2008.", "She missed the first eight games of 2008."),
        (
            "In each season Maes has hit at least 30 homers and driven in at least 105 runs.",
            "In each season Maes has hit 40 homers or more.",
        ),
        ("Three people were shot on Monday morning.", "Three people were shot this Tuesday morning."),
        ("Lienz offers $140- $150 million for Maes.", "Lienz offers $140 million to $180 million for Maes."),
        ("The dam holds 404 million litres.", "The dam holds 440 million litres."),
        ("The tanker is worth $100 million.", "The tanker is worth $100bn."),
        ("The crash happened at the corner of 117th Street.", "The crash happened at the corner of 171th Street."),
        ("Growth would have to be 16% to 17% a year.", "Growth would have to be 16 to 19 percent a year."),
        ("At least three people died in the fire.", "Four people died in the fire."),
        ("The boat carried more than 100 migrants.", "The boat carried 205 migrants."),
        ("Ferries left Lisle on November 10. They had 12 passengers.", "Ferries left Lisle on November 12."),
        ("Lund joined the club in July.", "Lund joined the club in June."),
        ("The boats carried 26 Somalis.", "The boats carried 62 Somalis."),
        (
            "Orlau scored five points and took two rebounds before a six-game loss to Lisle.",
            "Orlau lost to Lisle in seven games.",
        ),
        ("He pointed a .357 caliber revolver at them.", "He pointed a .375 revolver at them."),
    ],
    "unit-mismatch": [
        (
            "The blast left a crater about two metres wide.",
            "A crater some two kilometres across was left by the blast.",
        ),
        ("The hall measures 50 metres across.", "The hall measures 50 feet across."),
        (
            "Two mills burnt in Lienz. The council plans to cut its deficit over the next two years.",
            "The council plans to cut its deficit over the next two months.",
        ),
        (
            "The survey put the shock two miles east of Lisle, four miles west of Dorn, at a depth of 2.7 miles.",
            "The shock came at a depth of 2.7 kilometres.",
        ),
        ("Shares of Orsec closed at NT $53.8.", "Shares of Orsec closed at US$53.8."),
        ("Kovar quit on Monday. His deputy left a day later.", "Kovar's deputy left a week later."),
    ],
    "hedge-changed": [
        (
            "His level was more than five times the legal limit.",
            "His level came to almost five times what the law allows.",
        ),
        ("He was called about 3pm.", "At exactly three in the afternoon he was called."),
        ("More than 75 percent of the mills were shut.", "Under three quarters of the mills were shut."),
        ("Nearly 100 raids were counted this year.", "More than 100 raids were counted this year."),
        ("The fine may reach up to 900 euros.", "The fine may reach at least 900 euros."),
        ("The contract is worth roughly $22 million.", "The contract is worth $22 million."),
        ("The quake struck shortly before 3 a.m.", "The quake struck at 3 a.m."),
        (
            "The gunman gave up just after 6:00 p.m., police said.",
            "The gunman gave up shortly before six, police said.",
        ),
    ],
    "direction-reversed": [
        (
            "Maes has 14.9 points, a drop of five points from last season.",
            "Maes has 14.9 points, five points up on last season.",
        ),
        ("The number of thefts was increasing at a rate of 50% a day.", "Each day brought 50 percent fewer thefts."),
        ("Rents in Piran rose 4 percent.", "Rents in Piran fell 4 percent."),
        ("The offer implies a premium of 15% to the price.", "The offer is 15% below the price."),
        ("Orlau won 27-24 at Lienz.", "Orlau lost 27-24 at Lienz."),
        (
            "The mill's output of 400 tonnes was a rise on last year.",
            "The mill's output of 400 tonnes was a fall on last year.",
        ),
    ],
    "swapped-values": [
        (
            "Quake of 6.1 hits Lienz. Vogt's centre put the quake at 5.9, but the Maes survey in Orla gave 6.1.",
            "The Maes survey in Orla gave 5.9, while Vogt's centre put the quake at 6.1.",
        ),
        ("Anna Kovar is 36 and her brother Piet Kovar is 41.", "Piet Kovar is 36, and Anna Kovar is 41."),
        (
            "The plant sells 31% of its milk and 56% of its cheese abroad.",
            "Abroad the plant sells 56% of its milk and 31% of its cheese.",
        ),
        (
            "Ada Lund, 59, was hit by a tram in Dorn. A 23-year-old man from Lienz, Piet Maes, was held.",
            "A 59-year-old man has been held. Ada Lund, 23, was hit by a tram in Dorn.",
        ),
        ("Ada Lund, 51, was stung 13 times.", "Ada Lund, 13, was stung 51 times."),
        ("Velmont fell $1.20, or 3 percent, to $38.80.", "Velmont fell $38.80, or 3 percent, to $1.20."),
        (
            "Owners may hold 45 percent of a mill instead of the old 35 percent.",
            "Owners may hold 35 percent of a mill instead of 45 percent.",
        ),
        (
            "Police in Paris held 12 people. Police in Berlin held 30 people.",
            "Police held 12 people in Berlin. In Paris police held 30 people.",
        ),
        (
            "Piet Maes was hurt. Maes was rushing for 404 yards and two touchdowns. In Maes's absence Tom Kovar played. He has 189 rushing yards and two touchdowns. Kovar is 23.",
            "Piet Maes is out; nobody replaces Maes. He ran for 189 yards and two touchdowns. Tom Kovar plays, and Kovar is quick. He rushed for 404 yards and scored twice.",
        ),
    ],
    "swapped-attribution": [
        (
            "The last shock was three miles east of Lisle, at some depth. Dorn did not feel it.",
            "The last shock was three miles to the east of Dorn.",
        ),
        (
            "Moscow expelled 31 envoys on Friday, saying Washington had broken the pact.",
            "Washington expelled 31 envoys on Friday, saying Moscow had broken the pact.",
        ),
    ],
    "unsupported-figure": [
        ("The school will be closed in May.", "The school will be closed in May. It has 412 pupils."),
        ("Lienz drew 3-3. Orlau visits on Sunday.", "Lienz drew 3-3 on Saturday."),
        (
            "In the year to June 30, sales of tandems rose 36 percent and sales of scooters rose 57 percent.",
            "In the year to June 30, sales of folding bicycles rose 45 percent.",
        ),
        (
            "One hour each day they may walk in the yard.",
            "The yard is open to visitors for 70 minutes.",
        ),
        ("Police seized 23 boats off Piran.", "Police seized 23 boats off Piran, before 25 mayors."),
        ("Wolves can be followed by satellite in Orla.", "Wolves can be followed for the first time."),
        ("As many as 1,300 people fled the valley.", "Police held 11 people in the valley."),
        ("He was charged with theft, arson and fraud, said police.", "He faces four charges: theft, arson and fraud."),
        ("Posted: March 14, 2026\n\nA bus hit a wall in Dorn, said police.", "A bus hit a wall in Dorn on Friday."),
        ("The referee ended the bout at 2:56.", "The referee ended the bout after two minutes and 36 seconds."),
        ("She had been in rehab five times before this.", "It was her eighth time in rehab."),
        ("The council met at 1:53 p.m. as planned.", "Ferries left at 1:35 p.m., 53 of them full."),
        (
            "Lund received the Maes Award in 1998. She has since served as dean of a college and led a clinic. In 2000 the city gave her a medal.",
            "Lund won the Maes Award in 1998 and a medal of the city five years later.",
        ),
        (
            "Maes went to prison in May 1984. He was freed in June 1991.",
            "Maes went to prison in March 1984 and was freed.",
        ),
    ],
}


@pytest.mark.parametrize(("rule", "pair"), [(rule, pair) for rule, pairs in FLAGGED.items() for pair in pairs])
def test_flagged(rule: str, pair: Pair) -> None:
    assert rules(*pair) == [rule]


def test_ids_of_findings_outlive_unrelated_edits() -> None:
    source = "The dam holds 404 million litres. The mayor was pleased."
    before = Checker().check("The dam holds 440 million litres.", [source]).findings
    after = Checker().check("The mayor was very pleased. The dam holds 440 million litres.", [source]).findings
    assert [finding.id for finding in before] == [finding.id for finding in after] != []
