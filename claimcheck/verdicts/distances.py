"""swapped-attribution for distances: so many miles from another place than the source says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.alignment.compare import AGREE, relate
from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding

_POINTS = r"(?:north|south|east|west)(?:[- ]?(?:north|south)?[- ]?(?:east|west))?"
_FROM = re.compile(
    rf"[\s-]*(?:\([^)]*\)\s*)?(?:away\s+)?(?:(?:to\s+the\s+)?{_POINTS}\s+of|from|off)\s+(?:the\s+)?(?:city\s+of\s+)?"
    r"((?-i:[A-Z])[\w’'-]*(?:\s(?-i:[A-Z])[\w’'-]*){0,3})",
    re.IGNORECASE,
)


def find_moved_distances(case: Case) -> Iterator[Finding]:
    """Yield a finding per distance of the draft that every source with its number counts from another place.

    The place must be one that such a source names, too: a rewrite may say where a place lies in words of its own.
    """
    if case.draft is None:
        return
    for claim in case.of_draft:
        mine = _start(case, claim)
        if mine is None:
            continue
        told = [
            (each, start)
            for each in case.by_number[claim.figure.value]
            if each.document != case.draft
            and relate(claim.figure, each.figure) in AGREE
            and (start := _start(case, each)) is not None
        ]
        if not told or any(_same(mine, start) for _, start in told):
            continue
        source, theirs = told[0]
        if mine in case.documents[source.document].text:
            fields = {"draft": case.show(claim), "source": case.show(source), "draft_name": mine, "source_name": theirs}
            yield case.finding("swapped-attribution", "place", (claim, source), fields)


def _start(case: Case, claim: Claim) -> str | None:
    """Return the place that a distance is counted from, None for anything else."""
    if claim.figure.dimension != "length":
        return None
    found = _FROM.match(case.documents[claim.document].text, claim.figure.end, claim.sentence[1])
    return None if found is None else found[1]


def _same(one: str, two: str) -> bool:
    """Return whether two names share a word: "the Geysers", "Geysers field"."""
    return not set(one.split()).isdisjoint(two.split())
