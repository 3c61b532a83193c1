"""Every rule has a text that trips it and one that must not, and does what they say."""

import pytest

from claimcheck import Checker
from claimcheck.verdicts.catalogue import RULE_IDS, Example, load_rules


def found(rule: str, example: Example) -> list[str]:
    if load_rules()[rule].between == "versions":
        return [finding.rule for finding in Checker().revise(example.source, example.draft).findings]
    return [finding.rule for finding in Checker(dropped=True).check(example.draft, [example.source]).findings]


@pytest.mark.parametrize("rule", RULE_IDS)
def test_the_tripping_example_trips_its_rule_only(rule: str) -> None:
    assert set(found(rule, load_rules()[rule].trips)) == {rule}


@pytest.mark.parametrize("rule", RULE_IDS)
def test_the_passing_example_finds_nothing(rule: str) -> None:
    assert found(rule, load_rules()[rule].passes) == []
