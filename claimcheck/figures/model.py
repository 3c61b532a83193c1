"""What the second stage hands on: a figure as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "count",
    "money",
    "percent",
    "measure",
    "duration",
    "age",
    "ratio",
    "multiple",
    "score",
    "level",
    "date",
    "time",
    "ordinal",
]
Bound = Literal["=", "~", ">", "<"]
Trend = Literal["up", "down"]
Role = Literal["change", "share", "to", "from"]
"""Place in a movement: "rose 16 (change), or 1.1 percent (share), to 1,507 (to) from 1,491 (from)"."""

Value = float | tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Moment:
    """What a date or clock time states, field by field; a field that the words leave open is None.

    ``month`` and ``quarter`` count from 1, ``weekday`` from 1 for Monday; ``hour`` is 0 to 23 where
    ``meridiem`` says that the words settle morning or afternoon ("5 p.m.", "17:00", "1018 GMT"), else
    0 to 11 ("half past six"). ``zone`` is as written, upper case. ``decade`` is its first year.
    ``relative`` is a time told from the writing's own ("yesterday", "last week", "a year earlier"),
    lower case.
    """

    year: int | None = None
    decade: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    meridiem: bool = False
    zone: str | None = None
    relative: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One reading step: which rule read what part of the text."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its exact place, what it states and which values it admits.

    ``start``/``end`` span the whole figure, hedge, currency sign and unit or counted noun included
    ("over 11,000 containers"); ``number_start``/``number_end`` the bare number with its magnitude.
    ``value`` is what the words state: a number, a pair for a stated range, None where there is only
    an interval ("dozens"). ``low``/``high`` bound the values admitted, None for no bound, and are in
    the figure's own ``unit``. ``unit`` is the canonical singular name ("dollar", "year of age",
    "container"), None where there is none; of a share told in words it is "% " and what it is a share of
    ("half the condos": 0.5, "% condo"). ``dimension`` names what the unit measures ("length",
    "currency"), and ``factor``/``offset`` take a value to that dimension's base unit
    (base = value * factor + offset); both are None for counts, percentages and currencies.
    ``trend`` is which way a verb or particle says that the figure went ("rose 3%", "up to 40"); None where a
    noun names the movement ("a rise of 3%") and behind a change ("rose 3% to 40").
    ``hedge`` is the id of the hedge in rules/hedges.toml, None for a plain figure. ``thing`` is the
    counted noun phrase as written ("ballistic missiles"), without modifiers behind it. ``moment`` is
    set for kinds "date" and "time" only: a year's ``value`` is the year, a clock time's is minutes after
    midnight with its hedge in ``low`` and ``high``, any other date's is None.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    text: str
    kind: Kind
    value: Value
    low: float | None
    high: float | None
    unit: str | None = None
    dimension: str | None = None
    factor: float | None = None
    offset: float = 0.0
    bound: Bound = "="
    hedge: str | None = None
    trend: Trend | None = None
    role: Role | None = None
    thing: str | None = None
    moment: Moment | None = None
    explain: tuple[Step, ...] = ()
