"""A figure while it is being read: places are tokens, and later passes may still fill it in."""

from __future__ import annotations

from claimcheck.figures.lexicon import Unit
from claimcheck.figures.model import Bound, Kind, Moment, Role, Trend, Value


class Draft:
    """Tokens ``first`` to before ``next`` are the whole figure, ``number`` to before ``number_next`` the number.

    ``step`` is the place value of the last significant digit, 0 where the number is exact; ``low`` and
    ``high`` are set only for what is no plain number (vague amounts).
    """

    __slots__ = (
        "bare",
        "bound",
        "digits",
        "dimension",
        "factor",
        "first",
        "hedge",
        "high",
        "kind",
        "low",
        "moment",
        "next",
        "number",
        "number_next",
        "offset",
        "role",
        "scale",
        "step",
        "steps",
        "thing",
        "trend",
        "unit",
        "value",
    )

    def __init__(self, first: int, after: int, kind: Kind, value: Value, rule: str) -> None:
        self.first = self.number = first
        self.next = self.number_next = after
        self.kind: Kind = kind
        self.value = value
        self.step = 0.0
        self.scale = 1
        self.low: float | None = None
        self.high: float | None = None
        self.unit: str | None = None
        self.dimension: str | None = None
        self.factor: float | None = None
        self.offset = 0.0
        self.bound: Bound = "="
        self.hedge: str | None = None
        self.trend: Trend | None = None
        self.role: Role | None = None
        self.thing: tuple[int, int] | None = None
        self.moment: Moment | None = None
        self.bare = False
        self.digits = False
        self.steps: list[tuple[str, int, int]] = [(rule, first, after)]

    def measure(self, unit: Unit, after: int, rule: str) -> None:
        """Take on ``unit``, read up to token ``after``."""
        self.unit, self.dimension, self.factor, self.offset = unit.name, unit.dimension, unit.factor, unit.offset
        self.kind = KINDS.get(unit.dimension, "measure")
        if self.kind == "money":
            self.factor = None
        if after > self.next:
            self.steps.append((rule, self.next, after))
            self.next = after

    def note(self, rule: str, first: int, after: int) -> None:
        self.steps.append((rule, first, after))


KINDS: dict[str, Kind] = {"currency": "money", "time": "duration", "points": "count", "scoring": "count"}
