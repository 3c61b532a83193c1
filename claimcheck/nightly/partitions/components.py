"""Which keys are connected, over edges that no one process holds.

In each round every part holds all edges at its keys, and puts in their place a star: each key that it knows to be
connected, with the least of them. Stars are dealt to the parts of both ends. When no part changes any more, each key
has one edge, to the least of all that it is connected with. The number of rounds grows with the logarithm of the
longest way between two keys (as "hash-to-min", Rastogi and others 2013).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from claimcheck.nightly import mapping
from claimcheck.nightly.grouping.connected import least_of_each
from claimcheck.nightly.model import Night
from claimcheck.nightly.partitions.dealing import Dealer


class Edge(NamedTuple):
    """Two keys that are connected; of a star, the second is the least."""

    key: bytes
    least: bytes


def deal_edges(dealer: Dealer, stage: str, source: int, edges: Iterable[tuple[bytes, bytes]]) -> None:
    """Deal edges out to the parts of both their ends, as ``connect`` wants them. Raises OSError."""
    stars = star(edges)
    dealer.deal(stage, source, ((end, edge) for edge in stars.items() for end in edge))


def star(edges: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Return for each key but the least of those that ``edges`` connect that least one."""
    return {key: least for key, least in least_of_each(edges).items() if key != least}


@dataclass(frozen=True, slots=True)
class _Round:
    dealer: Dealer
    stage: str
    following: str


def connect(dealer: Dealer, stage: str, night: Night) -> str:
    """Return the stage whose edges lead from each key that those of ``stage`` connect to the least of them.

    The edges were dealt by ``deal_edges``, a source a part; so are those that come out. Raises OSError.
    """
    for number in count(1):
        asked = _Round(dealer, f"{stage}-{number - 1}" if number > 1 else stage, f"{stage}-{number}")
        if not any(list(mapping.each(range(dealer.parts), _step, asked, night, at_once=1))):
            return asked.following
    raise AssertionError


def least_of(dealer: Dealer, stage: str, part: int) -> dict[bytes, bytes]:
    """Return, when all are connected, the least key of each key of a part; a key without one is the least itself."""
    return {key: least for key, least in dealer.dealt(stage, part, Edge) if dealer.part_of(key) == part}


def _step(part: int, asked: _Round) -> bool:
    """Deal out the stars of a part's edges; say whether they are others than those it was dealt."""
    held = set(asked.dealer.dealt(asked.stage, part, Edge))
    stars = star(sorted(held))
    asked.dealer.deal(asked.following, part, ((end, edge) for edge in stars.items() for end in edge))
    return held != set(stars.items())
