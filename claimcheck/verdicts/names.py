"""The names of a run: who is known where, and which names are of one kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.claims.model import Claim, Part
from claimcheck.claims.naming import SHORTEST_STEM, related
from claimcheck.documents.model import Span
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.standing import SEARCHED, Standing

_BEFORE = 250
"""Characters before a sentence in which a "he" or "the company" of it has its name."""


class Party(NamedTuple):
    """A proper name of a clause, its part, the noun that it only stands before, what it does: see ``Participant``."""

    part: Part
    key: str
    noun: str | None
    deed: str | None


@dataclass(frozen=True, slots=True)
class Names:
    """The proper names of a run, how they are written, and the texts to look for them in, case folded.

    ``endings`` are the last words of those of several words; ``openings`` is what is searched of the texts.
    ``sentences`` has the parts that proper names play in each sentence with figures; ``countries`` are the
    names that rules/names.toml knows: one of them is never another's nickname.
    """

    proper: frozenset[str]
    endings: frozenset[str]
    written: Mapping[str, frozenset[str]]
    texts: Mapping[str, str]
    openings: Mapping[str, str]
    countries: frozenset[str]
    sentences: Mapping[tuple[str, Span], tuple[Party, ...]]
    standing: Standing
    speakers: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, case: Case) -> Names:
        proper = {name for claim in case.claims.values() for name in claim.names}
        written: dict[str, set[str]] = {}
        for claim in case.claims.values():
            for party in claim.participants:
                written.setdefault(party.key, set()).add(party.name)
            if claim.speaker is not None and claim.speaker_key is not None:
                written.setdefault(claim.speaker_key, set()).add(claim.speaker)
        sentences: dict[tuple[str, Span], list[Party]] = {}
        for claim in case.claims.values():
            sentences.setdefault((claim.document, claim.sentence), []).extend(parties_of(claim))
        forms = {key: frozenset(each) for key, each in written.items()}
        texts = {name: document.text.casefold() for name, document in case.documents.items()}
        return cls(
            frozenset(proper),
            frozenset(name.rpartition(" ")[2] for name in proper if " " in name),
            forms,
            texts,
            {name: text[:SEARCHED] for name, text in texts.items()},
            case.countries,
            {place: tuple(dict.fromkeys(parties)) for place, parties in sentences.items()},
            Standing(
                [document.text for document in case.documents.values()], forms, case.posts, case.titles, case.bodies
            ),
            frozenset((c.document, c.speaker_key) for c in case.claims.values() if c.speaker_key is not None),
        )

    def parts(self, claim: Claim, *parts: Part) -> tuple[str, ...]:
        """Return the proper names that play one of ``parts`` anywhere in the claim's sentence."""
        return tuple(party.key for party in self.sentences[claim.document, claim.sentence] if party.part in parts)

    def speaks(self, document: str, key: str) -> bool:
        """Return whether ``document`` gives any figure in the words of the name."""
        return (document, key) in self.speakers

    def in_document(self, document: str, key: str) -> bool:
        """Return whether ``document`` has the name in any form."""
        return self._in_text(self.openings[document], key)

    def may_replace(self, document: str, mine: str, theirs: str) -> bool:
        """Return whether ``mine`` can be a slip for ``theirs`` and no new name for it."""
        return self.in_document(document, mine) or {mine, theirs} <= self.countries

    def named(self, claim: Claim) -> str | None:
        """Return the key of the claim's speaker if that is a proper name."""
        key, speaker = claim.speaker_key, claim.speaker
        if key is None or speaker is None or not speaker[:1].isupper():
            return None
        return key if key in self.proper or (speaker.rpartition(" ")[2][:1].isupper() and " " in speaker) else None

    def in_sentence(self, claim: Claim, key: str) -> bool:
        """Return whether the sentence of ``claim`` has the name: named, speaking or taking part."""
        keys = (*claim.names, *(party.key for party in claim.participants), claim.speaker_key or "")
        return any(related(key, other) for other in keys if other)

    def around(self, claim: Claim, key: str) -> bool:
        """Return whether the sentence of ``claim``, or what stands right before it, has the name."""
        start, end = claim.sentence
        return self.in_sentence(claim, key) or self._in_text(
            self.texts[claim.document][max(0, start - _BEFORE) : end], key
        )

    def beside(self, claim: Claim, mine: str, theirs: str) -> bool:
        """Return whether ``theirs`` stands beside ``mine`` in the draft, so that both may have a part.

        Countries are named in full in every sentence; a person or company may be "he" or "it" in the next.
        """
        return self.in_sentence(claim, theirs) if {mine, theirs} <= self.countries else self.around(claim, theirs)

    def _in_text(self, text: str, key: str) -> bool:
        forms = {key.rpartition(" ")[2], *(form.casefold() for form in self.written.get(key, ()))}
        return any(form in text for form in forms)

    def is_body(self, key: str) -> bool:
        """Return whether a name is a body's or place's: one word in full, or with a word or article of one."""
        last = key.rpartition(" ")[2]
        if not self.standing.bodies.isdisjoint(key.split()):
            return True
        if " " not in key and key not in self.endings:
            return True
        return any(f"the {last}" in text or f"the {key}" in text for text in self.openings.values())

    def alike(self, one: str, two: str) -> bool:
        """Return whether two names are of one kind as far as their words tell: both of one word, or both longer.

        Initials may stand for anybody.
        """
        initials = len(one) < SHORTEST_STEM or len(two) < SHORTEST_STEM
        return not related(one, two) and not initials and (" " in one) == (" " in two)

    def shown(self, key: str, claim: Claim) -> str:
        """Return the name as a text writes it, first as the text of ``claim`` does."""
        own = next((party.name for party in claim.participants if party.key == key), None)
        if own is None and claim.speaker_key == key:
            own = claim.speaker
        return own or min(self.written.get(key, ()), default=key.title())


def actors_of(claim: Claim) -> tuple[str, ...]:
    """Return the proper names of who does, in the claim's clause."""
    return tuple(party.key for party in parties_of(claim) if party.part == "actor")


def parties_of(claim: Claim) -> list[Party]:
    """Return the proper names in the claim's clause with the parts that they play; "China's help" is China's part."""
    out = []
    for party in claim.participants:
        key = party.key
        while key and key not in claim.names:
            key = key.rpartition(" ")[0]
        if key:
            out.append(Party(party.part, key, party.noun, party.deed))
    return out
