"""self-contradiction that a text shows by itself: it tells one thing twice, with numbers that a slip explains."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.alignment.compare import relate
from claimcheck.alignment.moments import other_time
from claimcheck.alignment.slips import slip
from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding

_NEXT = 12
"""Claims of one thing behind a claim that are compared with it; its first ones always are: a headline, a lead."""
_LEAD = 2
_KINDS = frozenset({"count", "money", "measure"})
_FEWEST = 3
_BACK = re.compile(r"\b(?:all|all of the|all the)\s+$", re.IGNORECASE)
"""Words by which a number goes back to a count before it."""
_LONGEST_BACK = 12
_SHARED = 2
"""Words beside the thing itself that both clauses must have."""


def find_retold(case: Case) -> Iterator[Finding]:
    """Yield a finding per pair of claims of the draft (of each text, where none is one) that tell one thing apart."""
    rows: dict[tuple[str, str, str | None], list[Claim]] = defaultdict(list)
    for claim in case.of_draft if case.draft is not None else case.claims.values():
        figure = claim.figure
        if figure.kind in _KINDS and figure.bound == "=" and not figure.role and not figure.trend:
            rows[claim.document, figure.kind, figure.unit].append(claim)
    counts: dict[str, list[Claim]] = defaultdict(list)
    for (document, kind, _), row in rows.items():
        counts[document] += row if kind == "count" else ()
    for row in counts.values():
        row.sort(key=_id)
    for (document, kind, unit), row in rows.items():
        if kind == "count" and unit is None:
            yield from _recounted(case, row, counts[document])
        # A headline counts people without saying so: "Fire kills 24".
        untold = (
            rows.get((document, "count", None), [])[:_LEAD] if kind == "count" and unit in case.reckoning.wholes else []
        )
        for n, two in enumerate(row if unit is not None else ()):
            first = max(0, n - _NEXT)
            for one in (*untold, *row[: min(first, _LEAD)], *row[first:n]):
                if _told_apart(case, one, two):
                    yield _contradiction(case, one, two)
                    break


def _recounted(case: Case, row: Sequence[Claim], counts: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a finding per number of ``row`` that goes back to one of the ``counts`` before it, with a slip in a digit.

    "Twenty-three sailors were missing; all 32 were saved".
    """
    for two in row:
        text = case.documents[two.document].text
        if not _BACK.search(text, max(0, two.figure.start - _LONGEST_BACK), two.figure.start):
            continue
        if any(each.document == two.document and each.id < two.id for each in case.by_number[two.figure.value]):
            continue
        place = bisect_left(counts, two.id, key=_id)
        for one in (*counts[: min(_LEAD, place)], *counts[max(_LEAD, place - _NEXT) : place]):
            if one.figure.unit is not None and slip(one.figure, two.figure) in {"transposed", "digit"}:
                yield _contradiction(case, one, two)
                break


def _id(claim: Claim) -> int:
    return claim.id


def _contradiction(case: Case, one: Claim, two: Claim) -> Finding:
    fields = {"name": case.name(two), "first": case.show(one), "second": case.show(two)}
    return case.finding("self-contradiction", "plain", (one, two), fields)


def _told_apart(case: Case, one: Claim, two: Claim) -> bool:
    if one.sentence >= two.sentence or slip(one.figure, two.figure) is None:
        return False
    if relate(one.figure, two.figure) != "conflict" or other_time(one.when, two.when) or _of_others(case, one, two):
        return False
    values = (one.figure.value, two.figure.value)
    if not all(isinstance(value, int | float) and value >= _FEWEST for value in values):
        return False
    if one.speaker_key is not None and two.speaker_key is not None and one.speaker_key != two.speaker_key:
        return False
    thing = {
        word for figure in (one.figure, two.figure) for word in (figure.thing or figure.unit or "").lower().split()
    }
    shared = {word for word in one.near if word in two.near and not any(word[:4] == each[:4] for each in thing)}
    return len(shared) >= _SHARED and not any(_leaves_room(case, claim) for claim in (one, two))


def _of_others(case: Case, one: Claim, two: Claim) -> bool:
    """Whether two claims are of different names, or of other people: "kills 10", "killing 10 people and hurting 80"."""
    mine, theirs = set(one.names), set(two.names)
    if mine and theirs and not (mine <= theirs or theirs <= mine):
        return True
    return one.figure.unit is None and any(
        each.document == two.document and each.figure.unit == two.figure.unit
        for each in case.by_number[one.figure.value]
    )


def _leaves_room(case: Case, claim: Claim) -> bool:
    return case.reckoning.room.search(case.documents[claim.document].text, *claim.sentence) is not None
