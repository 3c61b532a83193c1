"""Facts: all the claims of a run that speak of the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from claimcheck.alignment.model import Fact, Link, Verdict
from claimcheck.claims.model import Claim
from claimcheck.rules.packs import Packs

_WORST = {verdict: n for n, verdict in enumerate(get_args(Verdict))}


def gather(claims: Sequence[Claim], links: Sequence[Link], packs: Packs = ()) -> tuple[Fact, ...]:
    """Return the facts that the claims speak of, in reading order of their first claims."""
    del packs
    parent = {claim.id: claim.id for claim in claims}

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for each in links:
        one, two = sorted((root(each.left), root(each.right)))
        parent[two] = one
    verdicts: dict[int, Verdict] = {}
    for each in links:
        key = root(each.left)
        verdicts[key] = max(verdicts.get(key, "match"), each.verdict, key=_WORST.__getitem__)
    members: dict[int, list[Claim]] = {}
    for claim in claims:
        if root(claim.id) in verdicts:
            members.setdefault(root(claim.id), []).append(claim)
    return tuple(
        Fact(next((c.what for c in group if c.what), None), tuple(c.id for c in group), verdicts[key])
        for key, group in members.items()
    )
