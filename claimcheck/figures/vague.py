"""Amounts that name no number: "dozens", "hundreds of thousands", "a handful of"."""

from __future__ import annotations

import msgspec

from claimcheck.figures.draft import Draft
from claimcheck.figures.tokens import Tokens


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    low: float
    high: float | None = None
    stated: bool = False


class VagueRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    amounts: dict[str, Span]
    few: dict[str, Span]


_ONE = {
    "dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000, "lakhs": 10**5, "millions": 10**6,
    "crores": 10**7, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_MULTIPLIED = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "score": 20,
}


def read_vague(t: Tokens, i: int, rules: VagueRules) -> Draft | None:
    """Read a vague amount that begins at token ``i``.

    Its value is None, or for a power of ten ("thousands") the range from it to the next.
    """
    low = t.low
    word = low[i]
    if word in rules.amounts:
        if word in ("scores", "tens") and low[i + 1] != "of":
            return None
        if low[i - 1] in ("the", "their", "his", "her", "its", "in") and low[i + 1] != "of":
            return None
        span = rules.amounts[word]
        least: float = span.low
        most: float | None = span.high
        j = i + 1
        if low[j] == "of" and low[j + 1] in rules.amounts:
            times = _ONE.get(low[j + 1], 1)
            least, most, j = span.low * times, None if most is None else most * times, j + 2
            if word == "tens":
                least, most = 10 * times, 100 * times
        draft = _draft(i, j, least, most)
        if (span.stated or j > i + 1) and most is not None:
            draft.value = (float(least), float(most))
        return draft
    if word in rules.few:
        of = low[i + 1] == "of" and low[i + 2] in _MULTIPLIED and low[i + 3] != "the"
        factor = _MULTIPLIED.get(low[i + 2] if of else low[i + 1])
        span = rules.few[word]
        if factor is not None:
            first = i - 1 if low[i - 1] == "a" else i
            return _draft(
                first, i + 2 + of, span.low * factor, None if span.high is None else (span.high + 1) * factor - 1
            )
        if word in ("handful", "couple") and low[i - 1] == "a" and low[i + 1] in ("of", "more", "dozen"):
            return _draft(i - 1, i + 1, span.low, span.high)
    return None


def _draft(first: int, after: int, least: float, most: float | None) -> Draft:
    draft = Draft(first, after, "count", None, "vague amount")
    draft.low, draft.high = least, most
    return draft
