"""Facts of three or more texts: gathered by value first and by what they are about then."""

from __future__ import annotations

from itertools import permutations

import pytest

from claimcheck import Checker
from claimcheck.reports.model import Report

FERRY = (
    (
        "The ferry Halcyon capsized off Port Sorell on Tuesday with 212 passengers on board, the coast guard said.\n"
        "Rescuers pulled 37 bodies from the water by nightfall. The captain was 58.\n"
    ),
    (
        "Coast guard boats pulled 37 bodies from the water after the ferry capsized off Port Sorell.\n"
        "It had left with 212 passengers on board. Waves were 3 metres high.\n"
    ),
    (
        "At least 41 bodies were pulled from the water off Port Sorell, where the ferry Halcyon capsized.\n"
        "The ferry had 212 passengers on board, and waves were 3 metres high.\n"
    ),
    "The ferry capsized with 230 passengers on board, the coast guard said. Its captain was 58.\n",
)


def facts(report: Report) -> dict[frozenset[str], str]:
    text = {claim.id: claim.figure.text for claim in report.claims}
    return {frozenset(text[claim] for claim in fact.claims): fact.verdict for fact in report.facts}


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ({"37 bodies", "At least 41 bodies"}, "conflict"),
        ({"212 passengers", "230 passengers"}, "conflict"),
        ({"3 metres"}, "match"),
        ({"58"}, "match"),
    ],
)
def test_what_outlets_say_of_one_thing_is_one_fact(words: set[str], verdict: str) -> None:
    assert facts(Checker().compare(FERRY))[frozenset(words)] == verdict


def test_a_fact_is_held_together_by_links_and_judged_by_them() -> None:
    report = Checker().compare(FERRY)
    verdicts = ("match", "approx", "update", "conflict")
    assert len(report.facts) == 4
    for fact in report.facts:
        mine = [link for link in report.links if {link.left, link.right} <= set(fact.claims)]
        assert {claim for link in mine for claim in (link.left, link.right)} == set(fact.claims)
        assert max((link.verdict for link in mine), key=verdicts.index) == fact.verdict
        assert len(mine) < 2 * len(fact.claims)
    document = {claim.id: claim.document for claim in report.claims}
    assert all(document[link.left] != document[link.right] for link in report.links)


def test_one_finding_for_a_dispute() -> None:
    found = Checker().compare(FERRY).findings
    assert [finding.rule for finding in found] == ["value-mismatch", "value-mismatch"]


@pytest.mark.parametrize(
    ("dead", "expected"),
    [
        (("31", "31", "31"), []),
        (("31", "31", "52", "52"), [{"31", "52"}]),
        (("31", "31", "52", "about 52", "52"), [{"31", "52"}]),
        (("31", "31", "52", "77"), [{"31", "52"}, {"31", "77"}]),
    ],
)
def test_what_most_say_is_held_against_each_other_value_once(dead: tuple[str, ...], expected: list[set[str]]) -> None:
    stories = [f"The avalanche above Selva killed {number} skiers, the rescue service said.\n" for number in dead]
    report = Checker().compare(stories)
    number = {claim.id: claim.figure.text.split()[-2] for claim in report.claims}
    assert [{number[claim] for claim in finding.claims} for finding in report.findings] == expected


def test_the_order_of_documents_does_not_matter() -> None:
    expected = facts(Checker().compare(FERRY))
    assert len(expected) == 4
    assert all(facts(Checker().compare(order)) == expected for order in permutations(FERRY))


def test_values_that_each_document_tells_both_are_two_facts() -> None:
    stories = [
        "The north gate let in 310 visitors an hour, the south gate let in 480 visitors an hour.\n",
        "The north gate let 310 visitors through an hour and the south gate let 480 visitors through.\n",
        "An hour saw 310 visitors at the north gate and 480 visitors at the south gate.\n",
    ]
    found = facts(Checker().compare(stories))
    assert sorted({word.split()[0] for word in words} for words in found) == [{"310"}, {"480"}]


def test_many_documents_take_time_by_their_number_only() -> None:
    """Beyond some, a document is compared with some others, and facts still hold together across all."""
    stories = [f"Reporter {n} counts: the flood at Ilmen drove 5,400 families from their homes.\n" for n in range(40)]
    fact = max(Checker().compare(stories).facts, key=lambda each: len(each.claims))
    assert len(fact.claims) >= 40


def test_what_befell_people_tells_facts_apart() -> None:
    stories = [
        "A fire in a dye works in Sialkot killed 26 people and injured 40, police said.\n",
        "Police said 26 people were killed and 40 hurt when a fire broke out in a dye works in Sialkot.\n",
        "A fire in a dye works in Sialkot killed 31 people and injured 40, police said.\n",
    ]
    assert set(facts(Checker().compare(stories))) == {
        frozenset({"26 people", "31 people"}),
        frozenset({"40"}),
    }


@pytest.mark.parametrize(
    ("stories", "agreed"),
    [
        (
            [
                "Police said 12 people were hurt in the clashes in Valmora.\n",
                "Police said as many as 20,000 people marched through Valmora.\n",
                "Police in Valmora spoke of clashes on the fringes of the march.\n",
            ],
            [],
        ),
        (
            [
                "The crowd of 22,000 sang for the coach, who turned 68 on Sunday.\n",
                "The crowd of 22,000 sang for the coach, who turned 68 on Sunday, and he wept.\n",
                "On Sunday the crowd sang for the coach of Valmora.\n",
            ],
            ["22,000", "68", "Sunday"],
        ),
        (
            [
                "Torva won 18 of its next 23 games under the new coach.\n",
                "Under the new coach Torva went on to win 18 of its next 23 games.\n",
                "Torva has a new coach, and it shows.\n",
            ],
            ["18", "23 games"],
        ),
        (
            [
                "Police in Valmora arrested 240 people over the weekend, the mayor said.\n",
                "Police in Valmora arrested dozens of people on the campus over the weekend.\n",
                "The mayor of Valmora said that police had arrested 240 people.\n",
            ],
            ["240 people"],
        ),
    ],
)
def test_what_nobody_disputes(stories: list[str], agreed: list[str]) -> None:
    assert facts(Checker().compare(stories)) == {frozenset({said}): "match" for said in agreed}


def test_a_text_may_tell_of_a_dispute_itself() -> None:
    stories = [
        "The observatory in Lund put the quake's magnitude at 5.1, but the survey in Hilo said it was 5.4.\n",
        "A quake of magnitude 5.1 shook the coast, said the observatory in Lund.\n",
        "A quake of magnitude 5.4 shook the coast, the survey in Hilo said.\n",
        "The quake off the coast had a magnitude of 5.1, the observatory in Lund said.\n",
    ]
    assert facts(Checker().compare(stories)) == {frozenset({"5.1", "5.4"}): "conflict"}


def test_kinds_of_people_are_counted_apart() -> None:
    stories = [
        "The dead in the raid on Valmora were three women and three men, the mayor said.\n",
        "Three women were killed in the raid on Valmora.\n",
        "Three men died in the raid on Valmora, said the mayor.\n",
    ]
    assert set(facts(Checker().compare(stories))) == {
        frozenset({"three women", "Three women"}),
        frozenset({"three men", "Three men"}),
    }


def test_a_value_that_a_text_no_longer_holds_contradicts_nothing() -> None:
    stories = [
        "A quake of magnitude 5.1 shook Valmora on Sunday. The survey originally rated the quake as 5.4.\n",
        "The quake that shook Valmora on Sunday had a magnitude of 5.4, the survey said.\n",
        "The survey rated the quake that shook Valmora as 5.1 in magnitude.\n",
    ]
    assert facts(Checker().compare(stories))[frozenset({"5.1", "5.4"})] == "conflict"


@pytest.mark.parametrize(
    ("share", "expected"), [("30 percent to 50 percent", ["conflict"]), ("45 percent to 50 percent", [])]
)
def test_ranges_that_share_an_end_are_of_one_fact(share: str, expected: list[str]) -> None:
    stories = [
        "Villages north of Lisle sustained between 30 and 60 percent damage, aid workers estimate.\n",
        f"The governor said that {share} of the barns in the villages around Lisle were damaged.\n",
        "Aid workers in Lisle are short of tents.\n",
    ]
    assert [fact.verdict for fact in Checker().compare(stories).facts] == expected


@pytest.mark.parametrize(("dollars", "verdict"), [(144, "approx"), (158, "conflict")])
def test_rates_of_exchange_explain_what_a_sum_comes_to(dollars: int, verdict: str) -> None:
    stories = [
        "Valmora is to get a rescue loan of 110 billion euros ($141 billion) from the fund, the minister said.\n",
        f"The minister said that the fund gives Valmora a rescue loan of 110 billion euros (${dollars} billion).\n",
        "Valmora is to get a rescue loan of 110 billion euros from the fund.\n",
    ]
    found = facts(Checker().compare(stories))
    assert found[frozenset({"$141 billion", f"${dollars} billion"})] == verdict
    assert found[frozenset({"110 billion euros"})] == "match"


def test_equal_counts_of_two_things_in_one_sentence_are_two_facts() -> None:
    stories = [
        "The customs boat seized 300 crates of tobacco, three pistols and three outboard motors.\n",
        "Customs officers seized three pistols and 300 crates of tobacco off Valmora.\n",
        "Three outboard motors and 300 crates of tobacco were seized off Valmora by the customs boat.\n",
    ]
    assert set(facts(Checker().compare(stories))) == {
        frozenset({"300 crates"}),
        frozenset({"three pistols"}),
        frozenset({"three outboard motors", "Three outboard motors"}),
    }


def test_a_measure_told_in_two_units_is_one() -> None:
    stories = [
        "The quake struck 58 km (36 miles) west of Valmora.\n",
        "It was centred 36 miles west of Valmora, the survey said.\n",
        "The quake was 58 km west of Valmora.\n",
    ]
    assert set(facts(Checker().compare(stories))) == {frozenset({"58 km", "36 miles"})}
