"""What every rule looks at: the documents, claims and links of a run, indexed; and how findings are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.alignment.compare import AGREE
from claimcheck.alignment.model import Fact, Link
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.verdicts.basis import Basis
from claimcheck.verdicts.catalogue import RuleEntry
from claimcheck.verdicts.derived import derive
from claimcheck.verdicts.direction import Sides
from claimcheck.verdicts.ids import stable_id
from claimcheck.verdicts.model import Derivation, Finding, Severity
from claimcheck.verdicts.numbers import numbers_in
from claimcheck.verdicts.passages import passage, passages
from claimcheck.verdicts.reckoning import Reckoning

_BESIDE = 3
"""Claims to both sides of one that are looked at: a sentence without an end must not cost the square of its length."""


@dataclass(frozen=True)
class Case:
    """A run before judgement: everything by id, links by claim."""

    documents: Mapping[str, Document]
    claims: Mapping[int, Claim]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    draft: str | None
    rules: Mapping[str, RuleEntry]
    directions: Sides
    reckoning: Reckoning
    countries: frozenset[str]
    posts: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    canonical: Mapping[str, tuple[str, ...]]

    @cached_property
    def linked(self) -> Mapping[int, tuple[Link, ...]]:
        """The links of every claim that has any, by claim id."""
        out: dict[int, list[Link]] = {}
        for link in self.links:
            out.setdefault(link.left, []).append(link)
            out.setdefault(link.right, []).append(link)
        return {claim: tuple(links) for claim, links in out.items()}

    @cached_property
    def agreeing(self) -> Mapping[int, tuple[Link, ...]]:
        """The links that agree of every claim that has any, by claim id."""
        found = {claim: tuple(link for link in links if link.verdict in AGREE) for claim, links in self.linked.items()}
        return {claim: links for claim, links in found.items() if links}

    @cached_property
    def of_draft(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims.values() if claim.document == self.draft)

    @cached_property
    def of_sources(self) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims.values() if claim.document != self.draft)

    @cached_property
    def by_source(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each source, by its id; of one without any, too."""
        claims: dict[str, list[Claim]] = {id_: [] for id_ in self.documents if id_ != self.draft}
        for claim in self.of_sources:
            claims[claim.document].append(claim)
        return claims

    @cached_property
    def by_number(self) -> Mapping[object, tuple[Claim, ...]]:
        """The claims by the number that they state, of every document."""
        out: dict[object, list[Claim]] = {}
        for claim in self.claims.values():
            out.setdefault(claim.figure.value, []).append(claim)
        return {number: tuple(claims) for number, claims in out.items()}

    def beside(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the nearest claims of the sentence of ``claim``, itself left out, in reading order."""
        steps = (step for step in range(-_BESIDE, _BESIDE + 1) if step)
        near = (self.claims.get(claim.id + step) for step in steps)
        return tuple(c for c in near if c is not None and (c.document, c.sentence) == (claim.document, claim.sentence))

    @cached_property
    def source_numbers(self) -> frozenset[float]:
        """Every bare number of the sources, read as a figure or not."""
        return frozenset().union(*self.numbers_by_source.values())

    @cached_property
    def numbers_by_source(self) -> Mapping[str, frozenset[float]]:
        """The same of each source, by its id."""
        return {id_: numbers_in(mine, [self.documents[id_].text]) for id_, mine in self.by_source.items()}

    @cached_property
    def loose_numbers(self) -> frozenset[float]:
        """The numbers of the sources that have no unit, or were typed but not read as figures."""
        bare = [c for c in self.of_sources if c.figure.kind == "count" and c.figure.unit is None]
        unread = []
        for id_, claims in self.by_source.items():
            text = self.documents[id_].text
            ends = [0, *(claim.figure.end for claim in claims)]
            starts = [*(claim.figure.start for claim in claims), len(text)]
            unread += [text[end:start] for end, start in zip(ends, starts, strict=True)]
        return numbers_in(bare, unread)

    @cached_property
    def derivations(self) -> Mapping[int, Derivation]:
        """How figures of the draft that no source states follow from the sources', by claim id."""
        if self.draft is None:
            return {}
        sources = {name: document for name, document in self.documents.items() if name != self.draft}
        basis = Basis(self.of_sources, sources, self.reckoning)
        derived = (
            derive(claim, basis, claim.id in self.linked, self.of_draft[max(0, place - _BESIDE) : place])
            for place, claim in enumerate(self.of_draft)
            if claim.id not in self.agreeing
        )
        return {each.claim: each for each in derived if each is not None}

    def sides(self, link: Link) -> tuple[Claim, Claim]:
        """Return the claims of ``link``, the draft's first where there is a draft."""
        left, right = self.claims[link.left], self.claims[link.right]
        return (right, left) if right.document == self.draft else (left, right)

    def other(self, link: Link, claim: Claim) -> Claim:
        return self.claims[link.right if link.left == claim.id else link.left]

    def counterparts(self, claim: Claim) -> list[Claim]:
        """Return the claims that agree with ``claim``."""
        return [self.other(link, claim) for link in self.agreeing.get(claim.id, ())]

    def accused(self, finding: Finding) -> tuple[int, ...]:
        """Return the claims that a finding puts in doubt: the draft's, or all where there is no draft among them."""
        of_draft = tuple(claim for claim in finding.claims if self.claims[claim].document == self.draft)
        return of_draft or finding.claims

    def dates_an_update(self, claim: Claim) -> bool:
        """Return whether a date tells when another figure of its sentence was true, which has since changed."""
        return claim.figure.moment is not None and any(
            link.verdict == "update" for near in self.beside(claim) for link in self.linked.get(near.id, ())
        )

    def show(self, claim: Claim) -> str:
        """Return the figure with a few words around it, as an editor would quote it."""
        return passage(self.documents[claim.document].text, claim)

    def show_all(self, claims: Iterable[Claim]) -> str:
        """Return the same of several figures, a passage that has two of them once."""
        return passages(map(self.show, claims))

    def name(self, claim: Claim) -> str:
        """Return what a message calls the document of ``claim``."""
        if claim.document == self.draft:
            return "The draft"
        document = self.documents[claim.document]
        return document.outlet or document.id

    def finding(self, rule: str, variant: str, claims: Sequence[Claim], fields: Mapping[str, str]) -> Finding:
        """Return the finding of ``rule`` on ``claims``, its message from the rule's ``variant``."""
        entry = self.rules[rule]
        severity: Severity = "notice" if entry.severity == "off" else entry.severity
        return Finding(
            stable_id(rule, claims), rule, severity, entry.message(variant, fields), tuple(c.id for c in claims)
        )


def ordered(claims: Iterable[Claim], draft: str | None) -> tuple[Claim, ...]:
    """Return ``claims`` each once, the draft's first, each document's in reading order."""
    return tuple(sorted({c.id: c for c in claims}.values(), key=lambda c: (c.document != draft, c.id)))
