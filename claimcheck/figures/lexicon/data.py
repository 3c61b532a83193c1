"""A unit as the lexicon knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """``factor`` and ``offset`` take a value to the base unit of ``dimension``; None where there is no conversion."""

    name: str
    dimension: str
    factor: float | None = None
    offset: float = 0.0
