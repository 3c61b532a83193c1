"""Which of a fact's claims say the same, and which differ from what most say."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.alignment.compare import AGREE, relate
from claimcheck.reports.rows import Place


def groups(places: Sequence[Place]) -> Sequence[int]:
    """Return the group of each of ``places``, which are claims of one fact.

    0 is what most documents say, in these or other words, and whatever may be right beside it ("over 2,400"
    where most have 2,400); 1 is what differs from that and most others say, and so on. Of groups alike in
    size the first read comes first.
    """
    same: list[list[int]] = []
    for n, place in enumerate(places):
        for group in same:
            if relate(places[group[0]].claim.figure, place.claim.figure) == "match":
                group.append(n)
                break
        else:
            same.append([n])
    same.sort(key=lambda group: -len({places[n].document for n in group}))
    rank: dict[int, int] = {}
    differing = 0
    for group in same:
        beside = relate(places[same[0][0]].claim.figure, places[group[0]].claim.figure) in AGREE
        differing += not beside
        rank |= dict.fromkeys(group, 0 if beside else differing)
    return [rank[n] for n in range(len(places))]
