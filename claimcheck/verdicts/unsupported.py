"""unsupported-figure: what no source has; dropped-figure: what the draft leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.alignment.compare import relate
from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import AGREE, Case
from claimcheck.verdicts.model import Finding


def find_unsupported(case: Case) -> Iterator[Finding]:
    """Yield a finding per claim of the draft that has no link and whose figure stands in no source."""
    if case.draft is None:
        return
    for claim in case.of_draft:
        if claim.id not in case.linked and not _stands_somewhere(case, claim):
            yield case.finding("unsupported-figure", "plain", (claim,), {"draft": case.show(claim)})


def find_dropped(case: Case) -> Iterator[Finding]:
    """Yield a finding per claim of a source that has no counterpart in the draft."""
    if case.draft is None:
        return
    for claim in case.of_sources:
        if claim.id not in case.linked:
            yield case.finding("dropped-figure", "plain", (claim,), {"source": case.show(claim)})


def _stands_somewhere(case: Case, claim: Claim) -> bool:
    return any(relate(claim.figure, other.figure) in AGREE for other in case.of_sources)
