"""Several sources of one draft: when one of them tells a figure as the draft does, another cannot accuse it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.alignment.model import Link
from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import Case, ordered
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.numbers import numbers_of, same_number

_LIKELY = 0.75
"""Score of a link below which a draft's figure may be of another thing that only one of the sources speaks of."""


def told_straight(case: Case, drafts: Sequence[Claim], exchanged: str) -> bool:
    """Return whether a source other than ``exchanged`` bears out all of ``drafts``, which that one has exchanged."""
    sources = [{each.document for each in case.counterparts(draft)} for draft in drafts]
    return bool(set.intersection(*sources) - {exchanged})


def told_by_another(case: Case, link: Link, draft: Claim) -> bool:
    """Return whether a source other than that of a weak ``link`` has the draft's number, be it in a score or a rank.

    Each further source has figures of its own that look like the draft's.
    """
    source = case.other(link, draft)
    if link.score >= _LIKELY or same_number(draft.figure, source.figure):
        return False
    numbers = numbers_of(draft.figure)
    return any(numbers & told for document, told in case.numbers_by_source.items() if document != source.document)


def as_one(case: Case, findings: Iterable[Finding]) -> list[Finding]:
    """Return ``findings`` of one rule with those that accuse the same figures of the draft made one.

    It names the claims of all sources, and says what the surest of them says. Without a draft each stays alone.
    """
    if case.draft is None:
        return list(findings)
    alike: dict[tuple[int, ...], list[Finding]] = {}
    for each in findings:
        alike.setdefault(case.accused(each), []).append(each)
    return [
        replace(
            min(same, key=lambda each: (-_strength(case, each), each.message)),
            claims=tuple(c.id for c in ordered((case.claims[id_] for each in same for id_ in each.claims), case.draft)),
        )
        if len(same) > 1
        else same[0]
        for same in alike.values()
    ]


def _strength(case: Case, finding: Finding) -> float:
    """Return the score of the surest link between claims that a finding names."""
    named = set(finding.claims)
    links = (
        link for claim in finding.claims for link in case.linked.get(claim, ()) if {link.left, link.right} <= named
    )
    return max((link.score for link in links), default=0.0)
