"""The examples of the rules, held against what the rules do: a newsroom's own pack is tested by its own examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.checker import Checker
from claimcheck.reports.model import Report
from claimcheck.verdicts.catalogue import Example, RuleEntry, load_rules


@dataclass(frozen=True, slots=True)
class Tried:
    """An example of ``rule``: whether it should be found, and the messages on it that the rule and others give."""

    rule: str
    example: Example
    wanted: bool
    said: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def good(self) -> bool:
        return bool(self.said) == self.wanted


def judged(entry: RuleEntry, example: Example, checker: Checker) -> Report:
    """Return what ``checker`` says of an example of a rule: a draft and its source, or two versions of a story."""
    if entry.between == "versions":
        return checker.revise(example.source, example.draft)
    return checker.check(example.draft, [example.source])


def tried(packs: tuple[Path, ...]) -> Iterator[Tried]:
    """Yield both examples of every rule that is not off, as ``packs`` judge them. Raises RulesError."""
    checker = Checker(packs, dropped=True)
    for rule, entry in load_rules(checker.packs).items():
        if entry.severity == "off":
            continue
        for example, wanted in ((entry.trips, True), (entry.passes, False)):
            findings = judged(entry, example, checker).findings
            said = tuple(f.message for f in findings if f.rule == rule)
            others = tuple(f"{f.rule}: {f.message}" for f in findings if f.rule != rule)
            yield Tried(rule, example, wanted, said, others)
