"""Which claims of two documents are worth comparing: by scale, equal numbers and rare words, never all by all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
    for claim in right:
        by_scale[rough_scale(claim.figure)].append(claim)
        if claim.figure.value is not None:
            by_number[claim.figure.value].append(claim)
    by_word = {name: _postings(near, contexts) for name, near in by_scale.items() if len(near) > _FEW}
    for claim in left:
        name = rough_scale(claim.figure)
        near = _by_words(claim, by_word[name], contexts) if name in by_word else by_scale.get(name, ())
        same = by_number.get(claim.figure.value, ())[:_FEW]
        chosen = {other.id: other for other in (*near, *same)}
        for key in sorted(chosen):
            yield claim, chosen[key]


def _postings(claims: Sequence[Claim], contexts: Contexts) -> Mapping[str, Sequence[Claim]]:
    """Return the claims by the words of their sentences."""
    out: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for word in contexts.wide[claim.id]:
            out[word].append(claim)
    return out


def _by_words(claim: Claim, by_word: Mapping[str, Sequence[Claim]], contexts: Contexts) -> list[Claim]:
    votes: dict[int, float] = defaultdict(float)
    found: dict[int, Claim] = {}
    words = sorted(contexts.wide[claim.id], key=lambda word: (-contexts.rarity[word], word))
    for word in words:
        posting = by_word.get(word, ())
        if len(posting) > _FEW:
            continue
        for other in posting:
            votes[other.id] += contexts.rarity[word]
            found[other.id] = other
    best = sorted(votes, key=lambda key: (-votes[key], key))[:_FEW]
    return [found[key] for key in best]
