"""Which claims of two documents are worth comparing: by scale, equal numbers and rare words, never all by all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.alignment.compare import rough_scale
from claimcheck.alignment.contexts import Contexts
from claimcheck.claims.model import Claim

_FEW = 24
"""Claims of one scale up to which all are compared; and the most that one claim is compared with."""


def candidates(left: Sequence[Claim], right: Sequence[Claim], contexts: Contexts) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of a left and a right claim that may speak of one fact, in reading order.

    Claims of one scale are compared with all where they are few, else with those that share the rarest words
    of their sentences; claims of other scales only where the bare number is the same.
    """
    by_scale: dict[str, list[Claim]] = defaultdict(list)
    by_number: dict[object, list[Claim]] = defaultdict(list)
    by_word: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in right:
        name = rough_scale(claim.figure)
        by_scale[name].append(claim)
        if claim.figure.value is not None:
            by_number[claim.figure.value].append(claim)
        for word in contexts.wide[claim.id]:
            by_word[name, word].append(claim)
    for claim in left:
        name = rough_scale(claim.figure)
        near = by_scale[name]
        if len(near) > _FEW:
            near = _by_words(claim, name, by_word, contexts)
        same = by_number[claim.figure.value][:_FEW] if claim.figure.value is not None else []
        chosen = {other.id: other for other in (*near, *same)}
        for key in sorted(chosen):
            yield claim, chosen[key]


def _by_words(claim: Claim, name: str, by_word: dict[tuple[str, str], list[Claim]], contexts: Contexts) -> list[Claim]:
    votes: dict[int, float] = defaultdict(float)
    found: dict[int, Claim] = {}
    words = sorted(contexts.wide[claim.id], key=lambda word: (-contexts.rarity[word], word))
    for word in words:
        posting = by_word.get((name, word), [])
        if len(posting) > _FEW:
            continue
        for other in posting:
            votes[other.id] += contexts.rarity[word]
            found[other.id] = other
    best = sorted(votes, key=lambda key: (-votes[key], key))[:_FEW]
    return [found[key] for key in best]
