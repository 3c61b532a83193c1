"""A draft with several sources: what one bears out another does not accuse, and all accusers make one finding."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claimcheck import Checker

STRAIGHT = "The mill employs 70 welders and 90 fitters."
CROSSED = "The mill employs 90 welders and 70 fitters."
ALARM = "The alarm was raised just after 7 p.m. on Friday."
SEASON = "Under Coach Brandt, Lisle has won nine games this season."

CASES: list[tuple[str, Sequence[str], list[str]]] = [
    # A source that exchanges two figures is outvoted by one that tells both as the draft does.
    (STRAIGHT, [CROSSED], ["swapped-values"]),
    (STRAIGHT, [CROSSED, "It has 90 fitters and 70 welders, the mill said."], []),
    (STRAIGHT, [CROSSED, "The mill has 90 fitters."], ["swapped-values"]),
    (STRAIGHT, [CROSSED, "Its owner has another mill, with two presses."], ["swapped-values"]),
    # Just after seven is 7:01 of the one, whatever the other says; 6:20 it is not.
    (ALARM, ["The alarm was raised at about 7 p.m. on Friday."], ["hedge-changed"]),
    (ALARM, ["The alarm was raised at about 7 p.m. on Friday.", "The alarm was raised at 7:01 p.m. on Friday."], []),
    (
        ALARM,
        ["The alarm was raised at about 7 p.m. on Friday.", "The alarm was raised at 6:20 p.m. on Friday."],
        ["hedge-changed"],
    ),
    # A number like it in one source says little where another has the number itself, in whatever form.
    (SEASON, ["Brandt, in his eleventh season, has coached Lisle to 11 titles."], ["value-mismatch"]),
    (SEASON, ["Brandt, in his eleventh season, has coached Lisle to 11 titles.", "Lisle stands at 9-14."], []),
    (SEASON, ["Lisle has won 11 games this season under Brandt.", "Lisle stands at 9-14."], ["value-mismatch"]),
]


@pytest.mark.parametrize(("draft", "sources", "rules"), CASES)
def test_one_source_that_bears_a_figure_out_is_enough(draft: str, sources: Sequence[str], rules: list[str]) -> None:
    for given in (sources, sources[::-1]):
        assert [finding.rule for finding in Checker().check(draft, given).findings] == rules


def test_sources_that_say_the_same_against_a_figure_make_one_finding() -> None:
    sources = ["The quake killed 42 people.", "Forty-two people were killed by the quake.", "It rained in Lisle."]
    report = Checker().check("The quake killed 24 people.", sources)
    (finding,) = report.findings
    told = {claim.document for claim in report.claims if claim.id in finding.claims}
    assert (finding.rule, told) == ("value-mismatch", {"draft", "source 1", "source 2"})


def test_a_second_source_may_bear_the_draft_out() -> None:
    report = Checker().check(
        "The quake killed 240 people in Ardahan.",
        ["The quake killed 210 people in Ardahan.", "In Ardahan the quake killed 240 people."],
    )
    assert report.findings == ()
