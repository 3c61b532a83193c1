"""Movements: the figures of one rise or fall, told in a chain ("rose 16.9 points, or 1.1 percent, to 1,507.8")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.alignment.compare import scale
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


def reckoned(claims: Sequence[Claim]) -> Mapping[int, float]:
    """Return for every claim of a movement, by id, what its rise or fall leaves of its level ("rose 2 to 22": 20).

    On the scale of the level. Movements that do not tell both are left out.
    """
    out: dict[int, float] = {}
    for chain in _chains(claims):
        by_role = {claim.figure.role: claim for claim in chain}
        start = _before(by_role["to"], by_role["change"]) if {"to", "change"} <= by_role.keys() else None
        if start is not None:
            out |= {claim.id: start for claim in chain}
    return out


def beginnings(claims: Sequence[Claim]) -> Mapping[int, float]:
    """Return for every claim of a movement, by id, where the thing stood before, on the scale of its level.

    That is told ("from 20"), or else reckoned.
    """
    out = dict(reckoned(claims))
    for chain in _chains(claims):
        start = next((told(claim) for claim in chain if claim.figure.role == "from"), None)
        if start is not None:
            out |= {claim.id: start for claim in chain}
    return out


def _before(level: Claim, change: Claim) -> float | None:
    stands, moved = told(level), told(change)
    on, by = scale(level.figure).name, scale(change.figure).name
    amount = (by == on and on != "share") or (on, by) == ("share", "points")
    if stands is None or moved is None or change.figure.trend is None or not amount:
        return None
    return stands - moved if change.figure.trend == "up" else stands + moved


def told(claim: Claim) -> float | None:
    """Return the number that ``claim`` states, in its scale's base unit; None for a range and where none is told."""
    value = claim.figure.value
    return None if value is None or isinstance(value, tuple) else scale(claim.figure).base(value)


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
