"""Words before and behind a figure that loosen or bound it."""

from __future__ import annotations

from typing import Literal

import msgspec

from claimcheck.figures.lexicon import lexicon
from claimcheck.figures.model import Bound
from claimcheck.figures.tokens import PAD, Tokens


class Hedge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``low`` and ``high``: how far the admitted values reach, as a share of the stated one."""

    bound: Bound
    low: float | Literal["open"]
    high: float | Literal["open"]
    before: list[str] = []
    after: list[str] = []


class HedgeRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hedges: dict[str, Hedge]


UPWARD = frozenset(
    "edged edges edging inched crept went goes going go moved ticked shot climbed rose risen jumped bumped stepped "
    "creeping inching pushed pushing nudged came rounded".split()
)
"""Verbs that "up to" goes with: no bound."""

Forms = dict[str, list[tuple[tuple[str, ...], str]]]


class Hedges:
    """The rules, indexed by the word that stands next to the figure."""

    def __init__(self, rules: HedgeRules) -> None:
        self.by_id = rules.hedges
        self.before: Forms = {}
        self.after: Forms = {}
        for name, hedge in rules.hedges.items():
            for form in hedge.before:
                words = _cut(form)
                self.before.setdefault(words[-1], []).append((words, name))
            for form in hedge.after:
                words = _cut(form)
                self.after.setdefault(words[0], []).append((words, name))
        for forms in (self.before, self.after):
            for row in forms.values():
                row.sort(key=lambda entry: -len(entry[0]))

    def find_before(self, t: Tokens, i: int) -> tuple[str, int] | None:
        """Return the hedge that ends before token ``i`` and its first token."""
        rows = self.before.get(t.low[i - 1])
        if rows is None:
            return None
        for words, name in rows:
            first = i - len(words)
            if words == ("up", "to") and t.low[first - 1] in UPWARD:
                return None  # "edged up to 4.1%"
            if tuple(t.low[first:i]) == words and not any(t.breaks(k) for k in range(first + 1, i + 1)):
                return name, first
        return None

    def find_after(self, t: Tokens, j: int) -> tuple[str, int] | None:
        """Return the hedge that begins at token ``j`` and the token behind it."""
        rows = self.after.get(t.low[j])
        if rows is None:
            return None
        for words, name in rows:
            after = j + len(words)
            if t.low[after : after + 2] == ["or", "minus"]:
                continue  # "48% plus or minus 3 points"
            if tuple(t.low[j:after]) == words and not t.breaks(j) and (words[0] not in "+-" or t.glued(j)):
                if words[0] in ("or", "and", "at", "plus") and (t.low[after] == "than" or _begins_number(t.low[after])):
                    continue  # "dozens of shells and more than 11,000 crates": it belongs to the next figure
                return name, after
        return None


def _begins_number(word: str) -> bool:
    return word[:1].isdecimal() or word[:1] in lexicon().signs


def _cut(form: str) -> tuple[str, ...]:
    tokens = Tokens(form)
    return tuple(tokens.low[PAD : tokens.stop])
