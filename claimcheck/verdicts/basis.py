"""What a draft's figures may follow from: the claims of its sources, by what can be reckoned from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.alignment.compare import scale
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.figures.model import Figure, Value
from claimcheck.verdicts.compared import Compared, compare
from claimcheck.verdicts.elapsed import Span, elapsed
from claimcheck.verdicts.reckoning import Reckoning
from claimcheck.verdicts.steps import Step, Steps
from claimcheck.verdicts.sums import Sums

_NEAR = 400
"""Characters to both sides of a list of names that tell what they are."""
_FEWEST_NAMED = 3
"""Nobody needs to be told how two names were counted."""
_NAME = r"[A-Z][\w’'-]*(?: (?:of|the|de|van|von|al|bin) [A-Z][\w’'-]*| [A-Z][\w’'-]*){0,4}"
_LIST = re.compile(rf"{_NAME}(?:, {_NAME}){{1,20}},? and {_NAME}")
_PLAYED = ("year", "season")
"""Spans that sports pages tell in each other's words: what is paid over eight years is paid by the season."""


@dataclass(frozen=True)
class Basis:
    """What a draft's figures may follow from: the sources' claims, with the texts that they stand in."""

    claims: Sequence[Claim]
    documents: Mapping[str, Document]
    words: Reckoning

    @cached_property
    def sums(self) -> Sums:
        return Sums(self.claims, {name: document.text for name, document in self.documents.items()}, self.words)

    @cached_property
    def lists(self) -> Mapping[float, list[tuple[str, str]]]:
        """The lists of names in the texts, by how many they name: the list, and the words around it, case folded."""
        found: dict[float, list[tuple[str, str]]] = {}
        for document in self.documents.values():
            for each in _LIST.finditer(document.text):
                names = each[0].count(", ") + 1 + (", and " not in each[0])
                if names >= _FEWEST_NAMED:
                    around = document.text[max(0, each.start() - _NEAR) : each.end() + _NEAR]
                    found.setdefault(names, []).append((each[0], around.casefold()))
        return found

    @cached_property
    def pairs(self) -> tuple[tuple[Claim, Claim], ...]:
        """Every two figures of one sentence that follow upon each other, and the new and old level of a movement."""
        out = []
        for one, two in zip(self.claims, self.claims[1:], strict=False):
            if (one.document, one.sentence) == (two.document, two.sentence):
                out.append((one, two))
        return tuple(out)

    @cached_property
    def movements(self) -> tuple[tuple[Claim, Claim], ...]:
        """The pairs that tell an old and a new level of one scale."""
        return tuple(
            (one, two)
            for one, two in self.pairs
            if {one.figure.role, two.figure.role} == {"from", "to"} and scale(one.figure).name == scale(two.figure).name
        )

    @cached_property
    def changes(self) -> tuple[tuple[Claim, Claim], ...]:
        """The pairs that tell by how much a level moved, and the old or the new one."""
        out = []
        for pair in self.pairs:
            change, end = pair if pair[0].figure.role == "change" else pair[::-1]
            units = {each.figure.unit for each in pair} - {None, "point"}
            level = end.figure.role in {"to", "from"} or end.figure.kind == "level"
            if change.figure.role == "change" and level and len(units) <= 1:
                out.append((change, end))
        return tuple(out)

    @cached_property
    def shares(self) -> Steps:
        """The parts of a whole in percent: "12 of the 48 schools"."""
        return Steps(_shares(self.pairs))

    @cached_property
    def rates(self) -> Mapping[str, Steps]:
        """What a sum comes to by the year or month of the span that it is told for, by scale."""
        found: dict[str, list[tuple[float, Step]]] = {}
        for pair in self.pairs:
            total, span = pair if pair[0].figure.kind == "money" else pair[::-1]
            if total.figure.kind == "money" and span.figure.kind == "duration" and number(span.figure) > 1:
                on = scale(total.figure)
                rate = (on.base(number(total.figure)) or 0.0) / number(span.figure)
                step = f"{total.figure.text} over {span.figure.text}", pair
                for unit in _PLAYED if span.figure.unit in _PLAYED else (span.figure.unit,):
                    found.setdefault(f"{on.name} per {unit}", []).append((rate, step))
        return {name: Steps(steps) for name, steps in found.items()}

    @cached_property
    def compared(self) -> Compared:
        return compare(self.claims)

    @cached_property
    def spans(self) -> Mapping[Span, Steps]:
        """What lies between two moments told near each other, or between one and its text's date."""
        return {span: Steps(steps) for span, steps in elapsed(self.claims, self.documents).items()}

    @cached_property
    def years(self) -> Mapping[float, Claim]:
        """The first claim of each year told."""
        told = (c for c in reversed(self.claims) if c.figure.moment is not None and c.figure.moment.year is not None)
        return {float(year(claim)): claim for claim in told}

    @cached_property
    def percentages(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.figure.kind == "percent")

    @cached_property
    def records(self) -> tuple[Claim, ...]:
        """Wins and losses, which are told as results are."""
        return tuple(c for c in self.claims if c.figure.kind == "score" and isinstance(c.figure.value, tuple))

    @cached_property
    def ordinals(self) -> Mapping[tuple[Value, str | None], Claim]:
        """The first claim of each place in a row, by the place and what is counted, and by the place alone."""
        out: dict[tuple[Value, str | None], Claim] = {}
        for claim in self.claims:
            if claim.figure.kind == "ordinal":
                out.setdefault((claim.figure.value, claim.figure.unit), claim)
                out.setdefault((claim.figure.value, None), claim)
        return out


def _shares(pairs: Iterable[tuple[Claim, Claim]]) -> Iterator[tuple[float, Step]]:
    for one, two in pairs:
        units = {one.figure.unit, two.figure.unit} - {None}
        if not one.figure.kind == two.figure.kind == "count" or len(units) > 1:
            continue
        part, whole = sorted((one, two), key=lambda c: number(c.figure))
        if 0 < number(part.figure) < number(whole.figure):
            share = 100 * number(part.figure) / number(whole.figure)
            yield share, (f"{part.figure.text} of {whole.figure.text}", (one, two))


def number(figure: Figure) -> float:
    """Return the number that a figure states, 0 for a range or none."""
    return float(figure.value) if isinstance(figure.value, int | float) else 0.0


def year(claim: Claim) -> int:
    """Return the year of a claim that tells one."""
    moment = claim.figure.moment
    assert moment is not None
    assert moment.year is not None
    return moment.year
