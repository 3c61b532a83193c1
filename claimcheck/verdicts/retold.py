"""self-contradiction that a text shows by itself: it tells one thing twice, with numbers that a slip explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

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
_SHARED = 2
"""Words beside the thing itself that both clauses must have."""


def find_retold(case: Case) -> Iterator[Finding]:
    """Yield a finding per pair of claims of the draft (of each text, where none is one) that tell one thing apart."""
    rows: dict[tuple[str, str, str | None], list[Claim]] = defaultdict(list)
    for claim in case.of_draft if case.draft is not None else case.claims.values():
        figure = claim.figure
        if figure.kind in _KINDS and figure.bound == "=" and not figure.role and not figure.trend:
            rows[claim.document, figure.kind, figure.unit].append(claim)
    for (document, kind, unit), row in rows.items():
        # A headline counts people without saying so: "Fire kills 24".
        untold = (
            rows.get((document, "count", None), [])[:_LEAD] if kind == "count" and unit in case.reckoning.wholes else []
        )
        for n, two in enumerate(row if unit is not None else ()):
            first = max(0, n - _NEXT)
            for one in (*untold, *row[: min(first, _LEAD)], *row[first:n]):
                if _told_apart(case, one, two):
                    fields = {"name": case.name(two), "first": case.show(one), "second": case.show(two)}
                    yield case.finding("self-contradiction", "plain", (one, two), fields)
                    break


def _told_apart(case: Case, one: Claim, two: Claim) -> bool:
    if one.sentence >= two.sentence or slip(one.figure, two.figure) is None:
        return False
    if relate(one.figure, two.figure) != "conflict" or other_time(one.when, two.when):
        return False
    values = (one.figure.value, two.figure.value)
    if not all(isinstance(value, int | float) and value >= _FEWEST for value in values):
        return False
    if one.speaker_key is not None and two.speaker_key is not None and one.speaker_key != two.speaker_key:
        return False
    mine, theirs = set(one.names), set(two.names)
    if mine and theirs and not mine & theirs:
        return False
    thing = {
        word for figure in (one.figure, two.figure) for word in (figure.thing or figure.unit or "").lower().split()
    }
    shared = {word for word in one.near if word in two.near and not any(word[:4] == each[:4] for each in thing)}
    return len(shared) >= _SHARED and not any(_leaves_room(case, claim) for claim in (one, two))


def _leaves_room(case: Case, claim: Claim) -> bool:
    return case.reckoning.room.search(case.documents[claim.document].text, *claim.sentence) is not None
