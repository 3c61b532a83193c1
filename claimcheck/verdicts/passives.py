"""Who does and to whom, where the verb is a passive: "was paid 40,000 euros by the city"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.claims.model import Claim
from claimcheck.verdicts.names import actors_of, parties_of

_VERB = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?(\w{3,})")
_AGENT = re.compile(r"\bby\s+(?:(?:an?|the|his|her|its|their)\s+)?(\w[\w'’-]*(?:\s+\w[\w'’-]*){0,3})")
_FURTHEST = 300
"""Characters of a clause that are looked at."""


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive clause: its canonical verb, the words of who does it, the names it is done to."""

    verb: str
    agent: tuple[str, ...]
    done_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does and to whom, by canonical names; ``verb`` is that of a passive, None for an active clause."""

    doers: tuple[str, ...]
    done_to: tuple[str, ...]
    verb: str | None


def passive_of(claim: Claim, text: str, canonical: Mapping[str, tuple[str, ...]]) -> Passive | None:
    """Return the passive of the clause of ``claim`` in ``text``, the text of its document; None where it has none."""
    first, last = claim.clause or claim.sentence
    clause = text[first : min(last, first + _FURTHEST)].lower()
    for verb in _VERB.finditer(clause):
        words = canonical[verb[1]]
        found = _AGENT.search(clause, verb.end())
        if words and found:
            agent = []
            for word in found[1].split():
                if not canonical[word]:
                    break
                agent.append(word)
            before = clause[: verb.start()]
            subjects = (party.key for party in parties_of(claim) if party.part == "subject")
            done_to = tuple(key for key in subjects if key.split()[-1] in before)
            return Passive(words[0], tuple(agent), done_to)
    return None


def deed_of(claim: Claim, passive: Passive | None) -> Deed:
    """Return who does and to whom in the clause of ``claim``, whose passive is ``passive``, as far as names tell."""
    doers = actors_of(claim)
    if passive is None:
        return Deed(doers, tuple(party.key for party in parties_of(claim) if party.part == "receiver"), None)
    return Deed(tuple(key for key in doers if set(key.split()) & set(passive.agent)), passive.done_to, passive.verb)
