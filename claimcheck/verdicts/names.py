"""The names of a run: who is known where, and which names are of one kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import Case


@dataclass(frozen=True, slots=True)
class Names:
    """The canonical names of every document, of its sentences with figures, and how they are written."""

    documents: Mapping[str, frozenset[str]]
    proper: frozenset[str]
    written: Mapping[str, str]

    @classmethod
    def of(cls, case: Case) -> Names:
        documents: dict[str, set[str]] = {}
        written: dict[str, str] = {}
        proper: set[str] = set()
        for claim in case.claims.values():
            known = documents.setdefault(claim.document, set())
            known.update(claim.names)
            proper.update(claim.names)
            if claim.speaker is not None and claim.speaker_key is not None:
                known.add(claim.speaker_key)
                written.setdefault(claim.speaker_key, claim.speaker)
            for party in claim.participants:
                known.add(party.key)
                written.setdefault(party.key, party.name)
        return cls({name: frozenset(known) for name, known in documents.items()}, frozenset(proper), written)

    def in_document(self, document: str, key: str) -> bool:
        """Return whether ``document`` has the name, or a longer or shorter form of it."""
        return any(related(key, other) for other in self.documents.get(document, ()))

    def near(self, claim: Claim, key: str) -> bool:
        """Return whether the sentence of ``claim`` has the name: named, speaking or taking part."""
        keys = (*claim.names, *(party.key for party in claim.participants), claim.speaker_key or "")
        return any(related(key, other) for other in keys if other)

    def alike(self, one: str, two: str) -> bool:
        """Return whether two names are of one kind as far as their words tell: both of one word, or both longer."""
        return (" " in one) == (" " in two)

    def shown(self, key: str, claim: Claim) -> str:
        """Return the name as a text writes it, first as the text of ``claim`` does."""
        own = next((party.name for party in claim.participants if party.key == key), None)
        if own is None and claim.speaker_key == key:
            own = claim.speaker
        return own or self.written.get(key, key)


def related(one: str, two: str) -> bool:
    """Return whether two canonical names may be of one: the same, one within the other, or of one last word."""
    if one == two:
        return True
    first, second = one.split(), two.split()
    return set(first) <= set(second) or set(second) <= set(first) or first[-1:] == second[-1:]
