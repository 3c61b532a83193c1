"""What is flagged and what is not, rule by rule, on sentences of a newsroom's kind."""

import pytest

from claimcheck import Checker


def rules(source: str, draft: str) -> list[str]:
    return [finding.rule for finding in Checker().check(draft, [source]).findings]


FLAGGED = [
    # slips of the keyboard
    ("The dam holds 404 million litres.", "The dam holds 440 million litres.", "value-mismatch"),
    ("The tanker is worth $100 million.", "The tanker is worth $100bn.", "value-mismatch"),
    # hedges turned round, dropped
    ("Nearly 100 raids were counted this year.", "More than 100 raids were counted this year.", "hedge-changed"),
    ("The fine may reach up to 900 euros.", "The fine may reach at least 900 euros.", "hedge-changed"),
    ("The contract is worth roughly $22 million.", "The contract is worth $22 million.", "hedge-changed"),
    # units
    ("The hall measures 50 metres across.", "The hall measures 50 feet across.", "unit-mismatch"),
    # directions
    ("Rents in Piran rose 4 percent.", "Rents in Piran fell 4 percent.", "direction-reversed"),
    ("Orlau won 27-24 at Lienz.", "Orlau lost 27-24 at Lienz.", "direction-reversed"),
    # exchanges
    ("Anna Kovar is 36 and her brother Piet Kovar is 41.", "Piet Kovar is 36, and Anna Kovar is 41.", "swapped-values"),
    (
        "The plant sells 31% of its milk and 56% of its cheese abroad.",
        "Abroad the plant sells 56% of its milk and 31% of its cheese.",
        "swapped-values",
    ),
    (
        "Ada Lund, 59, was hit by a tram in Dorn. A 23-year-old man from Lienz, Piet Maes, was held.",
        "A 59-year-old man has been held. Ada Lund, 23, was hit by a tram in Dorn.",
        "swapped-values",
    ),
    ("Ada Lund, 51, was stung 13 times.", "Ada Lund, 13, was stung 51 times.", "swapped-values"),
    (
        "Velmont fell $1.20, or 3 percent, to $38.80.",
        "Velmont fell $38.80, or 3 percent, to $1.20.",
        "swapped-values",
    ),
    (
        "Owners may hold 45 percent of a mill instead of the old 35 percent.",
        "Owners may hold 35 percent of a mill instead of 45 percent.",
        "swapped-values",
    ),
    (
        "Police in Paris held 12 people. Police in Berlin held 30 people.",
        "Police held 12 people in Berlin. In Paris police held 30 people.",
        "swapped-values",
    ),
    (
        "Moscow expelled 31 envoys on Friday, saying Washington had broken the pact.",
        "Washington expelled 31 envoys on Friday, saying Moscow had broken the pact.",
        "swapped-attribution",
    ),
    # nothing of the kind in the source
    ("The school will be closed in May.", "The school will be closed in May. It has 412 pupils.", "unsupported-figure"),
    ("Lienz drew 3-3. Orlau visits on Sunday.", "Lienz drew 3-3 on Saturday.", "unsupported-figure"),
    # a share of a third thing
    (
        "In the year to June 30, sales of tandems rose 36 percent and sales of scooters rose 57 percent.",
        "In the year to June 30, sales of folding bicycles rose 45 percent.",
        "unsupported-figure",
    ),
    # a digit apart, but of two things
    ("Police seized 23 boats off Piran.", "Police seized 23 boats off Piran, before 25 mayors.", "unsupported-figure"),
    (
        "Wolves can be followed by satellite in Orla.",
        "Wolves can be followed for the first time.",
        "unsupported-figure",
    ),
    # a bound from afar bears nothing out
    ("As many as 1,300 people fled the valley.", "Police held 11 people in the valley.", "unsupported-figure"),
    (
        "He was charged with theft, arson and fraud, said police.",
        "He faces four charges: theft, arson and fraud.",
        "unsupported-figure",
    ),
    (
        "Posted: March 14, 2026\n\nA bus hit a wall in Dorn, said police.",
        "A bus hit a wall in Dorn on Friday.",
        "unsupported-figure",
    ),
    (
        "The referee ended the bout at 2:56.",
        "The referee ended the bout after two minutes and 36 seconds.",
        "unsupported-figure",
    ),
    (
        "The crash happened at the corner of 117th Street.",
        "The crash happened at the corner of 171th Street.",
        "value-mismatch",
    ),
    (
        "Growth would have to be 16% to 17% a year.",
        "Growth would have to be 16 to 19 percent a year.",
        "value-mismatch",
    ),
    ("She had been in rehab five times before this.", "It was her eighth time in rehab.", "unsupported-figure"),
    ("The council met at 1:53 p.m. as planned.", "Ferries left at 1:35 p.m., 53 of them full.", "unsupported-figure"),
    ("At least three people died in the fire.", "Four people died in the fire.", "value-mismatch"),
    ("The boat carried more than 100 migrants.", "The boat carried 205 migrants.", "value-mismatch"),
    (
        "The survey put the shock two miles east of Lisle, four miles west of Dorn, at a depth of 2.7 miles.",
        "The shock came at a depth of 2.7 kilometres.",
        "unit-mismatch",
    ),
    ("The quake struck shortly before 3 a.m.", "The quake struck at 3 a.m.", "hedge-changed"),
    ("Shares of Orsec closed at NT $53.8.", "Shares of Orsec closed at US$53.8.", "unit-mismatch"),
    (
        "Lund received the Maes Award in 1998. She has since served as dean of a college and led a clinic. In 2000 the city gave her a medal.",
        "Lund won the Maes Award in 1998 and a medal of the city five years later.",
        "unsupported-figure",
    ),
    (
        "Ferries left Lisle on November 10. They had 12 passengers.",
        "Ferries left Lisle on November 12.",
        "value-mismatch",
    ),
    ("Lund joined the club in July.", "Lund joined the club in June.", "value-mismatch"),
    (
        "Maes went to prison in May 1984. He was freed in June 1991.",
        "Maes went to prison in March 1984 and was freed.",
        "unsupported-figure",
    ),
    ("The boats carried 26 Somalis.", "The boats carried 62 Somalis.", "value-mismatch"),
    ("Ferries left at about 9:25 in the morning.", "Ferries left at about 9:52 a.m.", "unsupported-figure"),
    (
        "Orlau scored five points and took two rebounds before a six-game loss to Lisle.",
        "Orlau lost to Lisle in seven games.",
        "value-mismatch",
    ),
    (
        "The gunman gave up just after 6:00 p.m., police said.",
        "The gunman gave up shortly before six, police said.",
        "hedge-changed",
    ),
    ("He pointed a .357 caliber revolver at them.", "He pointed a .375 revolver at them.", "value-mismatch"),
    (
        "The mill's output of 400 tonnes was a rise on last year.",
        "The mill's output of 400 tonnes was a fall on last year.",
        "direction-reversed",
    ),
    (
        "Piet Maes was hurt. Maes was rushing for 404 yards and two touchdowns. In Maes's absence Tom Kovar played. He has 189 rushing yards and two touchdowns. Kovar is 23.",
        "Piet Maes is out; nobody replaces Maes. He ran for 189 yards and two touchdowns. Tom Kovar plays, and Kovar is quick. He rushed for 404 yards and scored twice.",
        "swapped-values",
    ),
]

CLEAN = [
    ("Wolves had never been followed in Orla.", "Wolves are being followed for the first time in Orla."),
    ("Kovar made his first journey to Orla since the war.", "For the first time since the war Kovar went to Orla."),
    ("Ada Lund beat all the others to the summit.", "Ada Lund was the first climber to reach the summit."),
    ("The dam holds 404 million litres.", "Some 404m litres are held by the dam."),
    ("Nearly 100 raids were counted this year.", "Close to 100 raids were counted this year."),
    ("The hall measures 50 metres across.", "Across, the hall measures 164 feet."),
    ("Rents in Piran rose 4 percent.", "Rents in Piran were up by four percent."),
    ("Anna Kovar is 36 and her brother Piet Kovar is 41.", "Piet Kovar is 41, his sister Anna Kovar 36."),
    ("Sixteen men and nine women were on board.", "There were 25 people on board, 16 men and nine women."),
    ("The mill ran from 1980 to 1995.", "The mill ran for 15 years, from 1980 to 1995."),
    (
        "British police held 21 people over an African boy's death.",
        "Police held 21 people over a Nigerian boy's death.",
    ),
    (
        "Moscow expelled 31 envoys on Friday, saying Washington had broken the pact.",
        "On Friday 31 envoys were expelled by Moscow, which said that Washington had broken the pact.",
    ),
    ("About one in 2,000 lambs is black.", "One in 2,000 lambs is black."),
    ("Ten people were hurt in Dorn. The quake lasted just over 10 seconds.", "In Dorn ten people were hurt."),
    ("Ferries carried 4.6 percent more.", "Ferries carried 4.6 percent more, with 4.6 percent more seats."),
    ("A storm closed two roads near Dorn.", "Near Dorn a storm closed a pair of roads."),
    ("Oil cost $24 on Friday.", "On Friday oil cost $24 a barrel."),
    ("Lienz drew 3-3 yesterday. Orlau visits on Sunday.", "Lienz drew 3-3 on Saturday."),
    ("Lienz drew 3-3 on 14 March 2015.", "On Saturday Lienz drew 3-3."),
    ("As many as 1,300 people fled the valley.", "Some 900 people fled the valley."),
    ("The toll stood at 7 on Monday.", "The toll, seven on Monday, had not changed."),
    # told in other words, counted by the draft itself, dated by the masthead
    (
        "Moreau stopped Lund in the 11th of their first bout; it took five rounds less on Friday.",
        "Moreau needed 11 rounds for Lund in their first bout.",
    ),
    (
        "Moreau, 58-3, had stopped Lund in the 11th round of their first bout.",
        "It was Moreau's 58th victory. He had beaten Lund before.",
    ),
    ("Growth would have to be somewhere around 16% to 17% a year.", "Growth would have to be 16 to 17 percent a year."),
    ("The fault slips by some 9 mm / yr.", "The fault slips by some 9 millimetres a year."),
    (
        "Our price for Velmont is $9.21, a premium of little under 15% to the market.",
        "Our price for Velmont is $9.21, a little less than 15 percent above the market's.",
    ),
    ("He was charged with theft, arson and fraud, said police.", "He faces three charges: theft, arson and fraud."),
    (
        "Posted: March 14, 2026\n\nA bus hit a wall in Dorn, said police, and 31 people were hurt.",
        "A bus hit a wall in Dorn on Saturday, and 31 people were hurt.",
    ),
    ("The referee ended the bout at 2:56.", "The referee ended the bout after two minutes and 56 seconds."),
    (
        "A first shock came at noon, and a second shock five seconds later. Five more small quakes followed.",
        "A second shock came five seconds after the first. Five more quakes followed.",
    ),
    (
        "Velmont shelled out $334 million for Orsec. It wants to win market share in servers back from Dorn.",
        "Velmont paid $334 million for Orsec, to win back market share in servers from Dorn.",
    ),
    ("She had been in rehab five times before this.", "It was her sixth time in rehab."),
    ("The mill, which is about 30 years old, burned.", "The mill, which has stood for some 30 years, burned."),
    (
        "Published: November 28, 2005\n\nA quake hit Orlau. Another killed 310 people in Lisle in 2003.",
        "A quake hit Orlau. Two years ago another killed 310 people in Lisle.",
    ),
    ("Police stopped him shortly after 2 a.m. on Friday.", "Police stopped him soon after 2 a.m. on Friday."),
    ("Lund was elected before the age of 40.", "Lund was elected when she was under 40."),
    ("More than 6 percent fell ill.", "They found that 6.4 percent fell ill."),
    (
        "At least three people died in the fire; it was clear later that there were four.",
        "Four people died in the fire.",
    ),
    ("Shares of Orsec closed at NT $53.8, up NT $0.9.", "Shares of Orsec gained NT$0.9 and closed at NT$53.8."),
    ("The quake struck shortly after 2:09 a.m.", "The quake struck at 2:09 a.m."),
    ("She was the first member under age 40.", "She was the first member younger than 40."),
    ("Time named the 50 leaders age 40 and under.", "Time named 50 leaders who were no older than 40."),
    ("The quake hit Lisle at 1353 (1023 GMT).", "The quake hit Lisle at 1353 local time, 1023 GMT."),
    (
        "Lund received the Maes Award in 1998. She has since served as dean of a college and led a clinic. In 2000 the city gave her a medal.",
        "Lund won the Maes Award in 1998 and a medal of the city two years later.",
    ),
    ("The mill closed in July after a strike.", "In July the mill closed."),
    ("Posted: 12 May 2026\n\nThe mill closed last month.", "The mill closed in April."),
    ("Three foreign and three local officers work in the camp.", "Six officers work in the camp."),
    (
        "The gunman came at about 4:00 p.m. and gave up just after 6:00 p.m.",
        "The gunman came at about four in the afternoon and gave up shortly after six, police said.",
    ),
    ("Crews worked in minus-20 degree cold.", "Crews worked at 20 degrees below zero."),
    ("The fire did an estimated $1 million of damage.", "The damage is put at $1 million."),
    ("He pointed a .357 caliber revolver at them.", "He pointed a .357 revolver at them."),
    ("There were four in the climbing party when Lund died.", "Lund, one of a party of four, died in a fall."),
    ("Police stopped him just past 2:30 a.m.", "Police stopped him shortly after 2:30 a.m."),
    (
        "Piet Maes was hurt. Maes was rushing for 404 yards and two touchdowns. In Maes's absence Tom Kovar played. He has 189 rushing yards and two touchdowns. Kovar is 23.",
        "Piet Maes is out; nobody replaces Maes. He ran for 404 yards and two touchdowns. Tom Kovar plays, and Kovar is quick. He rushed for 189 yards and scored twice.",
    ),
]


@pytest.mark.parametrize(("source", "draft", "rule"), FLAGGED)
def test_flagged(source: str, draft: str, rule: str) -> None:
    assert rules(source, draft) == [rule]


@pytest.mark.parametrize(("source", "draft"), CLEAN)
def test_not_flagged(source: str, draft: str) -> None:
    assert rules(source, draft) == []


def test_a_second_source_may_bear_the_draft_out() -> None:
    report = Checker().check(
        "The quake killed 240 people in Ardahan.",
        ["The quake killed 210 people in Ardahan.", "In Ardahan the quake killed 240 people."],
    )
    assert report.findings == ()


def test_ids_of_findings_outlive_unrelated_edits() -> None:
    source = "The dam holds 404 million litres. The mayor was pleased."
    before = Checker().check("The dam holds 440 million litres.", [source]).findings
    after = Checker().check("The mayor was very pleased. The dam holds 440 million litres.", [source]).findings
    assert [finding.id for finding in before] == [finding.id for finding in after]
