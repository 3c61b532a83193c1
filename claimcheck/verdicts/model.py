"""What the fifth stage hands on: what an editor should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: ``rule`` of rules/findings.toml, ids of the claims concerned, draft's first.

    ``id`` is stable under unrelated edits of the texts. ``message`` is one sentence with the figures
    in it.
    """

    id: str
    rule: str
    severity: Severity
    message: str
    claims: tuple[int, ...]


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
