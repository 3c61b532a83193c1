"""Ids of findings that stay the same under edits that do not concern them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.verdicts.model import Finding

_DIGITS = 10


def stable_id(rule: str, claims: Sequence[Claim]) -> str:
    """Hash what the finding is about and nothing of where it stands, so that unrelated edits keep the id."""
    return _hash(rule, *sorted(f"{c.figure.text}|{c.what or ''}" for c in claims))


def told_apart(
    findings: Sequence[Finding], claims: Mapping[int, Claim], documents: Mapping[str, Document]
) -> Iterator[Finding]:
    """Yield ``findings`` with an id each: those that share one are told apart by their sentences, or counted.

    An editor who accepts one must not accept another that reads alike.
    """
    shared = Counter(finding.id for finding in findings)
    seen: Counter[str] = Counter()
    for finding in findings:
        id_ = finding.id
        if shared[id_] > 1:
            concerned = [claims[claim] for claim in finding.claims]
            sentences = [documents[claim.document].text[slice(*claim.sentence)] for claim in concerned]
            id_ = _hash(id_, *(" ".join(sentence.split()) for sentence in sentences))
        seen[id_] += 1
        yield replace(finding, id=id_ if seen[id_] == 1 else _hash(id_, str(seen[id_])))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
