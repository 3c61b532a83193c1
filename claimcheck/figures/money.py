"""Currencies before and behind a number."""

from __future__ import annotations

from claimcheck.figures.lexicon import Unit
from claimcheck.figures.numerals import SCALES
from claimcheck.figures.tokens import FILL, Tokens
from claimcheck.figures.units import Units
from claimcheck.figures.years import year_at

_LONGEST = 5  # tokens of "U.S. $"
# Codes that are read as words or names before small numbers, and how long a sum must be to tell otherwise.
_WORDS = frozenset(
    "all top cup cop bob ern nad pab mad pen gel bam sos mop mur try ron php std tnd ang dop kid vet".split()
)
_SUM = 4
_ISO = 3  # letters of a currency's code
_SPACED = frozenset(("rs", "rm", "rp", "sfr", "dm", "nis", "ksh", "kshs", "tk", "dhs", "euro"))


def prefix(t: Tokens, i: int, units: Units) -> tuple[Unit, int] | None:
    """Return the currency that stands before token ``i`` ("$", "US$", "HK $", "Rs") and its first token."""
    last = t.low[i - 1]
    if last == "." and t.glued(i - 1) and t.low[i - 2] in ("rs", "fr", "re"):
        return _named(t, i, i - 2, units)
    gap = t.start[i] - t.end[i - 1]
    if gap > 1 or last.isdecimal():
        return None
    best: tuple[Unit, int] | None = None
    for first in range(i - 1, i - _LONGEST, -1):
        if first < i - 1 and t.start[first + 1] - t.end[first] > 1:
            break
        form = t.norm[t.start[first] : t.end[i - 1]].lower() if t.low[first] else ""
        if t.filled:
            form = form.replace(FILL, "")
        if not form:
            break
        unit = units.prefixes.get(form)
        if unit is None and t.upper(first) and t.end[first] - t.start[first] > 1 and not form[-1].isalnum():
            unit = units.prefixes.get("".join(form.split()))  # "NT $53.8", and no "a $5 fine"
        if unit is None:
            continue
        if form.isalpha() and form.isascii():
            raw = t.norm[t.start[first] : t.end[i - 1]]
            if not raw[0].isupper() or (gap and len(form) != _ISO and form not in _SPACED):
                continue
            if first > 0 and t.glued(first) and (t.low[first - 1][-1:].isalnum() or t.low[first - 1] in "-_"):
                continue
            if form == "ps" and (raw != "PS" or gap):
                continue
            if len(form) == _ISO and form not in _SPACED and not raw.isupper():
                continue
            if form == "euro" and year_at(t, i):
                continue  # the championship of "Euro 2020"
            if form in _WORDS and len(t.low[i]) < _SUM and t.low[i + 1] not in SCALES:
                continue  # "COP26", "ALL 12 members"
        elif form[0].isalpha() and first > 0 and t.glued(first) and t.low[first - 1][-1:].isalnum():
            continue
        best = unit, first
    return best


def _named(t: Tokens, i: int, first: int, units: Units) -> tuple[Unit, int] | None:
    unit = units.prefixes.get(t.norm[t.start[first] : t.end[i - 1]].lower())
    return (unit, first) if unit else None


def country_behind(t: Tokens, j: int) -> int:
    """Return the token behind a country that qualifies a sum told in dollars ("$75 U.S.", "$5 US", "$8 USD")."""
    low = t.low
    if low[j] == "u" and low[j + 1] == "." and low[j + 2] == "s" and low[j + 3] == "." and t.glued(j + 1):
        return j + 4 if low[j + 4] in ("per", "a", "an", ",", "", ")", "and", "to") else j
    if t.raw(j) in ("US", "USD", "Cdn", "CAD", "AUD", "Canadian", "Australian") and low[j + 1] in (
        "",
        ".",
        ",",
        ")",
        "per",
        "a",
        "an",
    ):
        return j + 1
    return j


def sterling(scale: int, unit: Unit, units: Units) -> Unit:
    """Return the currency for "million pounds": no such mass is in the news."""
    return units.prefixes["£"] if unit.name == "pound-mass" and scale >= 10**6 else unit
