"""What the fourth stage hands on: which claims speak of the same fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Verdict = Literal["match", "approx", "update", "conflict"]
"""From best to worst; a fact's verdict is the worst of its pairs."""

BADNESS: Mapping[Verdict, int] = {verdict: n for n, verdict in enumerate(get_args(Verdict))}
"""How bad each verdict is."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature that spoke for (positive) or against a link, and how much."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims of different documents that speak of the same fact; ids of claims, ``left`` first read."""

    left: int
    right: int
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """All claims of a run that speak of one fact; ids of claims in reading order."""

    what: str | None
    claims: tuple[int, ...]
    verdict: Verdict
