"""The one record that every format shows."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.alignment.model import Fact, Link
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.verdicts.model import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """A run's result: documents in the order given, claims by id, links, facts and findings in reading order.

    ``draft`` is the id of the document that was checked against the others, None when none was.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    draft: str | None = None
