"""What a fact is called in tables: what its claims count, and what befell that: "people killed"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.alignment.traits import plain_fate
from claimcheck.claims.model import Claim
from claimcheck.rules.packs import Packs

_KINDS = {"age": "age", "date": "date", "time": "time of day", "score": "score"}
"""What a figure is of itself, whatever is measured by it."""
_OWNING = frozenset({"subject", "actor"})


def label_of(claims: Sequence[Claim], packs: Packs = ()) -> str | None:
    """Return what most claims of a fact, in reading order, say that it is of; None where none of them does."""
    kind = _KINDS.get(claims[0].figure.kind)
    if kind is not None:
        owner = _most(name for claim in claims for name in _owners(claim))
        return f"{kind} of {owner[0]}" if kind == "age" and owner and 2 * owner[1] > len(claims) else kind
    thing = (
        _most(claim.what for claim in claims if claim.what and claim.figure.thing)
        or _most(claim.figure.unit for claim in claims if claim.figure.unit and claim.figure.kind == "count")
        or _most(claim.what for claim in claims if claim.what)
    )
    fate = _most(fate for claim in claims if (fate := plain_fate(claim, packs)))
    told = fate is not None and 2 * fate[1] > len(claims)
    return " ".join([*(thing[:1] if thing else ()), *(fate[:1] if fate and told else ())]) or None


def _owners(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.name for party in claim.participants if party.part in _OWNING))


def _most(words: Iterable[str]) -> tuple[str, int] | None:
    """Return what is said most often, as it is mostly written, and how often; of several the first."""
    written = Counter(words)
    said: Counter[str] = Counter()
    for word, count in written.items():
        said[word.lower()] += count
    for key, count in said.most_common(1):
        return max((word for word in written if word.lower() == key), key=written.__getitem__), count
    return None
