"""The flow in one place: documents to a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.alignment import align, gather
from claimcheck.claims import Claim, read_claims
from claimcheck.documents import Document
from claimcheck.figures import read_figures
from claimcheck.reports.model import Report
from claimcheck.rules.packs import Packs
from claimcheck.verdicts import judge


class Checker:
    """Checks figures by the rules that come with claimcheck, and by those of ``packs`` over them."""

    def __init__(self, packs: Packs = ()) -> None:
        self.packs = packs

    def check(self, draft: Document | str, sources: Sequence[Document | str]) -> Report:
        """Return how the figures of ``draft`` stand against those of ``sources``."""
        named = _named([draft, *sources], ["draft", *(f"source {n}" for n in range(1, len(sources) + 1))])
        return self._report(named, named[0].id)

    def compare(self, documents: Sequence[Document | str]) -> Report:
        """Return the facts that the ``documents`` speak of and where they differ."""
        return self._report(_named(documents, [f"text {n}" for n in range(1, len(documents) + 1)]), None)

    def extract(self, document: Document | str) -> Report:
        """Return the claims of one text; a report without links, facts and findings."""
        named = _named([document], ["text"])
        return Report(named, self._claims(named), (), (), ())

    def _claims(self, documents: Sequence[Document]) -> tuple[Claim, ...]:
        claims: list[Claim] = []
        for document in documents:
            figures = read_figures(document, self.packs)
            claims += read_claims(document, figures, self.packs, first_id=len(claims))
        return tuple(claims)

    def _report(self, documents: tuple[Document, ...], draft: str | None) -> Report:
        claims = self._claims(documents)
        links = align(claims, draft, self.packs)
        facts = gather(claims, links, self.packs)
        findings = judge(documents, claims, links, facts, draft, self.packs)
        return Report(documents, claims, links, facts, findings, draft)


def _named(texts: Sequence[Document | str], names: Sequence[str]) -> tuple[Document, ...]:
    documents = tuple(
        text if isinstance(text, Document) else Document(id=name, text=text)
        for text, name in zip(texts, names, strict=True)
    )
    seen: dict[str, int] = {}
    unique = []
    for document in documents:
        count = seen[document.id] = seen.get(document.id, 0) + 1
        unique.append(document if count == 1 else replace(document, id=f"{document.id} ({count})"))
    return tuple(unique)
