"""One module per kind of rule: links and facts in, findings out."""

from collections.abc import Sequence

from claimcheck.alignment.model import Fact, Link
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.rules.packs import Packs
from claimcheck.verdicts.model import Finding

__all__ = ["Finding", "judge"]


def judge(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    links: Sequence[Link],
    facts: Sequence[Fact],
    draft: str | None = None,
    packs: Packs = (),
) -> tuple[Finding, ...]:
    """Return the findings in reading order, severest first at the same place."""
    del documents, claims, links, facts, draft, packs
    return ()
