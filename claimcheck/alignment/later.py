"""Stories of different moments: what differs between them may have changed meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimcheck.alignment.compare import relate
from claimcheck.alignment.model import Link
from claimcheck.claims.model import Claim

_STEADY = frozenset({"date", "time", "ordinal", "age", "score"})
"""Kinds of figures that are not other ones on the next day."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def moved_on(links: Iterable[Link], claims: Sequence[Claim], dates: Mapping[str, str | None]) -> tuple[Link, ...]:
    """Return ``links`` with the verdict "update" for figures that two stories of different days may both be right on.

    ``dates`` are ISO dates of documents by id. A figure that both stories give for one year before theirs does
    not change any more.
    """
    by_id = {claim.id: claim for claim in claims}
    return tuple(
        replace(link, verdict="update")
        if link.verdict == "conflict" and may_change(by_id[link.left], by_id[link.right], dates)
        else link
        for link in links
    )


def may_change(left: Claim, right: Claim, dates: Mapping[str, str | None]) -> bool:
    """Return whether what two claims differ in may have changed between their stories, by the days of these."""
    one, two = dates.get(left.document), dates.get(right.document)
    if one is None or two is None or one == two or {left.figure.kind, right.figure.kind} & _STEADY:
        return False
    if {left.figure.trend, right.figure.trend} == {"up", "down"} or relate(left.figure, right.figure) != "conflict":
        return False
    past = _years(left) & _years(right) - {one[:4], two[:4]}
    return not past


def went_past(left: Claim, right: Claim) -> bool:
    """Return whether the words of one claim say that the thing went on past the other's value: "rose to 45", "41"."""
    one, two = left.figure, right.figure
    if not isinstance(one.value, float | int) or not isinstance(two.value, float | int) or one.value == two.value:
        return False
    less, more = (one, two) if one.value < two.value else (two, one)
    risen = more.role == "to" and more.trend == "up" and less.trend != "up"
    fallen = less.role == "to" and less.trend == "down" and more.trend != "down"
    return risen or fallen


def _years(claim: Claim) -> set[str]:
    return {year for time in claim.when for year in _YEAR.findall(time)}
