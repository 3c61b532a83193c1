"""What the fifth stage hands on: what an editor should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]
Level = Literal["error", "warning", "notice", "never"]
"""From which severity on findings fail a run."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")
"""The severest first."""


def reaches(severity: Severity, level: Level) -> bool:
    """Whether ``severity`` is as severe as ``level``."""
    return level != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(level)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An editor's decision to let a finding be: the reason, and the ISO date of the last day that it holds."""

    reason: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: ``rule`` of rules/findings.toml, ids of the claims concerned, draft's first.

    ``id`` is stable under unrelated edits of the texts. ``message`` is one sentence with the figures
    in it. A finding that an editor has ``accepted`` is shown, but fails no run.
    """

    id: str
    rule: str
    severity: Severity
    message: str
    claims: tuple[int, ...]
    accepted: Acceptance | None = None

    def fails(self, level: Level) -> bool:
        """Return whether it fails a run: nobody has accepted it, and it is as severe as ``level``."""
        return not self.accepted and reaches(self.severity, level)


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a draft's figure that no source states follows from what they state.

    ``claim`` is the draft's claim; ``way`` says how in the sources' words ("16 men + nine women"), ``claims``
    are the ids of the sources' claims that it follows from.
    """

    claim: int
    way: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules have found, and how the draft's figures without a counterpart follow from the sources'."""

    findings: tuple[Finding, ...]
    derivations: tuple[Derivation, ...]
