"""Movements: the figures of one rise or fall, told in a chain ("rose 16.9 points, or 1.1 percent, to 1,507.8")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.claims.model import Claim

_LEVELS = ("to", "from")
"""Roles of a chain that say where a thing stands, the newest first."""


def levels(claims: Sequence[Claim]) -> Mapping[int, Claim]:
    """Return for every claim of a movement, by id, the claim of that movement that says where the thing stands now.

    ``claims`` are in reading order. Movements of which no level is told are left out.
    """
    out: dict[int, Claim] = {}
    for chain in _chains(claims):
        by_role = {claim.figure.role: claim for claim in chain}
        level = next((by_role[role] for role in _LEVELS if role in by_role), None)
        if level is not None:
            out |= {claim.id: level for claim in chain}
    return out


def _chains(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the runs of claims with a role in one sentence, each role once: a second one begins the next movement."""
    chain: list[Claim] = []
    for claim in claims:
        same = bool(chain) and (claim.document, claim.sentence) == (chain[0].document, chain[0].sentence)
        if claim.figure.role is None:
            if same and claim.figure.moment is not None:
                continue
            if chain:
                yield chain
            chain = []
        elif not same or claim.figure.role in {each.figure.role for each in chain}:
            if chain:
                yield chain
            chain = [claim]
        else:
            chain.append(claim)
    if chain:
        yield chain
