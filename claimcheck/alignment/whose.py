"""Whose figures two claims tell: the names and things that they share, and those that set them apart."""

from __future__ import annotations

from claimcheck.alignment.contexts import Contexts
from claimcheck.claims.model import Claim


def names_shared(left: Claim, right: Claim) -> float:
    """Return the share of the sentences' names that they have in common."""
    if not left.names or not right.names:
        return 0.0
    return len(set(left.names).intersection(right.names)) / min(len(left.names), len(right.names))


def owners_apart(left: Claim, right: Claim, contexts: Contexts) -> bool:
    """Return whether the two figures belong to proper names that have no word in common."""
    mine, theirs = contexts.owners[left.id], contexts.owners[right.id]
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def owners_strange(left: Claim, right: Claim, contexts: Contexts) -> bool:
    """Return whether neither sentence has a word of the names to which the other's figure belongs."""
    mine, theirs = contexts.owners[left.id], contexts.owners[right.id]
    return mine.isdisjoint(contexts.wide[right.id]) and theirs.isdisjoint(contexts.wide[left.id])


def countries_apart(left: Claim, right: Claim, contexts: Contexts) -> bool:
    """Return whether each figure is of a country, index or body known to the rules that the other sentence lacks."""
    one, two = contexts.known[left.id], contexts.known[right.id]
    return bool(one and two) and one.isdisjoint(right.names) and two.isdisjoint(left.names)


def has_stranger(left: Claim, right: Claim, contexts: Contexts) -> bool:
    """Return whether a name that plays a part in the clause of ``left`` is unheard of in the sentence of ``right``."""
    there = contexts.wide[right.id]
    return any(words.isdisjoint(there) for words in contexts.parties[left.id])


def things_shared(left: Claim, right: Claim, contexts: Contexts) -> float:
    """Return the share of the words for what is measured that both have."""
    one, two = contexts.things[left.id], contexts.things[right.id]
    return len(one & two) / max(1, min(len(one), len(two)))


def things_apart(left: Claim, right: Claim, contexts: Contexts) -> bool:
    """Return whether each measures what it says with a word that the other's sentence lacks."""
    return _foreign(left, right, contexts) and _foreign(right, left, contexts)


def _foreign(left: Claim, right: Claim, contexts: Contexts) -> bool:
    return not contexts.things[left.id] <= contexts.wide[right.id].keys()


def cover(left: Claim, right: Claim, contexts: Contexts) -> float:
    """Return the share of the words around ``left``, as weighed, that stand anywhere in the sentence of ``right``."""
    there, words = contexts.wide[right.id], contexts.near[left.id]
    total = sum(words.values())
    return sum([weight for word, weight in words.items() if word in there]) / total if total else 1.0
