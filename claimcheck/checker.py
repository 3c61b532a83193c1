"""The flow in one place: documents to a report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck.alignment import find_facts
from claimcheck.claims import Claim, read_claims
from claimcheck.claims.placed import placed
from claimcheck.documents import Document, Visible, visible
from claimcheck.documents.names import numbered
from claimcheck.figures import read_figures
from claimcheck.reports.model import Report
from claimcheck.rules.packs import Inline, inspect
from claimcheck.verdicts import judge, judge_versions
from claimcheck.verdicts.catalogue import load_rules

Watcher = Callable[[str], None]
"""Is told what is being worked on, in a few words."""


class Checker:
    """Checks figures by the rules that come with claimcheck, and by those in ``packs`` over them: folders, or inline.

    With ``dropped``, figures of the sources that a draft leaves out are findings too. ``watch`` is called
    with the name of each document before it is read, and with that of each later stage. Raises RulesError
    for a folder that cannot be used; a rule file in it is read, and may raise it, when it is first needed.
    """

    def __init__(
        self,
        packs: Iterable[str | os.PathLike[str] | Inline] = (),
        *,
        dropped: bool = False,
        watch: Watcher | None = None,
    ) -> None:
        self.packs = tuple(pack if isinstance(pack, Inline) else Path(pack) for pack in packs)
        self.dropped = dropped
        self.watch = watch
        inspect(self.packs)

    def check(self, draft: Document | str, sources: Sequence[Document | str]) -> Report:
        """Return how the figures of ``draft`` stand against those of ``sources``: texts, or documents.

        Ids that occur twice are numbered in the report. Raises ValueError without a source.
        """
        if not sources:
            raise ValueError("a draft is checked against at least one source")
        named = _named([draft, *sources], ["draft", *(f"source {n}" for n in range(1, len(sources) + 1))])
        return self._report(named, named[0].id)

    def compare(self, documents: Sequence[Document | str]) -> Report:
        """Return the facts that the ``documents`` speak of and where they differ."""
        return self._report(_named(documents, [f"text {n}" for n in range(1, len(documents) + 1)]), None)

    def extract(self, document: Document | str) -> Report:
        """Return the claims of one text; a report without links, facts and findings."""
        named = _named([document], ["text"])
        seen = tuple(map(visible, named))
        return Report(named, _written(self._claims(seen), seen), (), (), ())

    def revise(self, before: Document | str, after: Document | str) -> Report:
        """Return which figures of a story another version of it, published later, gives without saying so.

        The report is that of a check of ``after`` against ``before``, with findings of the rule "revised" only.
        """
        documents = _named([after, before], ["later version", "earlier version"])
        seen = tuple(map(visible, documents))
        claims = self._claims(seen)
        later = documents[0].id
        links, facts = find_facts(claims, later, self.packs)
        judged = judge_versions([each.document for each in seen], claims, links, later, self.packs)
        rules = load_rules(self.packs)
        return Report(documents, _written(claims, seen), links, facts, judged.findings, later, rules=rules)

    def _claims(self, documents: Sequence[Visible]) -> tuple[Claim, ...]:
        claims: list[Claim] = []
        for each in documents:
            self._tell(f"reading {each.document.id}")
            figures = read_figures(each.document, self.packs)
            claims += read_claims(each.document, figures, self.packs, first_id=len(claims))
        return tuple(claims)

    def _report(self, documents: tuple[Document, ...], draft: str | None) -> Report:
        seen = tuple(map(visible, documents))
        claims = self._claims(seen)
        self._tell(f"aligning {len(claims)} figures")
        dates = {document.id: document.date for document in documents}
        links, facts = find_facts(claims, draft, self.packs, dates)
        self._tell(f"judging {len(links)} links")
        shown = [each.document for each in seen]
        judged = judge(shown, claims, links, facts, draft, self.packs, self.dropped)
        return Report(
            documents,
            _written(claims, seen),
            links,
            facts,
            judged.findings,
            draft,
            judged.derivations,
            load_rules(self.packs),
        )

    def _tell(self, what: str) -> None:
        if self.watch is not None:
            self.watch(what)


def _written(claims: tuple[Claim, ...], documents: Sequence[Visible]) -> tuple[Claim, ...]:
    """Return ``claims`` of visible texts with their places in the texts as written."""
    marked = {each.document.id: each for each in documents if len(each.kept) > 1 or each.kept[0] != (0, 0)}
    return tuple(placed(claim, marked[claim.document]) if claim.document in marked else claim for claim in claims)


def _named(texts: Sequence[Document | str], names: Sequence[str]) -> tuple[Document, ...]:
    """Return documents with an id each: those that occur before are numbered."""
    documents = tuple(
        text if isinstance(text, Document) else Document(id=name, text=text)
        for text, name in zip(texts, names, strict=True)
    )
    ids = numbered((document.id for document in documents), "{} ({})")
    return tuple(replace(document, id=id_) for document, id_ in zip(documents, ids, strict=True))
