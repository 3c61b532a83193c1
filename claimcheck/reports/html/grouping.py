"""Which of a fact's claims say the same."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.alignment.compare import relate
from claimcheck.reports.rows import Place


def groups(places: Sequence[Place]) -> Sequence[int]:
    """Return the group of each of ``places``: 0 is what most documents say, 1 what fewer say, and so on.

    Claims are of one group that match its first one; of groups alike in size the first read comes first.
    """
    gathered: list[list[int]] = []
    for n, place in enumerate(places):
        for group in gathered:
            if relate(places[group[0]].claim.figure, place.claim.figure) == "match":
                group.append(n)
                break
        else:
            gathered.append([n])
    gathered.sort(key=lambda group: -len({places[n].document for n in group}))
    rank = {n: number for number, group in enumerate(gathered) for n in group}
    return [rank[n] for n in range(len(places))]
