"""Facts: all the claims of a run that speak of the same."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from claimcheck.alignment.compare import AGREE, relate
from claimcheck.alignment.labels import label_of
from claimcheck.alignment.model import Fact, Link, Verdict
from claimcheck.alignment.settings import load_settings
from claimcheck.claims.model import Claim
from claimcheck.rules.packs import Packs

_WORST = {verdict: n for n, verdict in enumerate(get_args(Verdict))}
_SUREST = 0.999
"""Probabilities of links beyond this count as this: no single link outvotes a gathering."""


def gather(claims: Sequence[Claim], links: Sequence[Link], packs: Packs = ()) -> tuple[Fact, ...]:
    """Return the facts that the claims speak of, in reading order of their first claims.

    In two phases: agreeing links first gather equal values, then differing ones join such gatherings by what all
    their members say of each other on average. Gatherings stay apart where a document would contradict itself.
    """
    gathering = _Gathering(claims, links, load_settings(packs).apart)
    for agreeing in (True, False):
        phase = [link for link in links if (link.verdict in AGREE) is agreeing]
        for link in sorted(phase, key=lambda each: (-each.score, each.left, each.right)):
            gathering.join(link)
    facts = []
    for members in gathering.groups():
        verdict = gathering.verdict(members)
        if verdict is not None:
            facts.append(Fact(label_of(members, packs), tuple(claim.id for claim in members), verdict))
    return tuple(facts)


class _Gathering:
    """The claims in groups that grow together; ``apart`` is what a missing link between two members counts."""

    def __init__(self, claims: Sequence[Claim], links: Sequence[Link], apart: float) -> None:
        self._group = {claim.id: [claim] for claim in claims}
        self._links: Mapping[tuple[int, int], Link] = {(link.left, link.right): link for link in links}
        self._apart = apart

    def join(self, link: Link) -> None:
        """Join the groups of a link's claims if they fit on average, and contradict no document."""
        one, two = self._group[link.left], self._group[link.right]
        if one is two or self._worth(one, two) <= 0 or _contradict(one, two):
            return
        one.extend(two)
        for claim in two:
            self._group[claim.id] = one

    def groups(self) -> Iterable[list[Claim]]:
        """Yield the groups of several claims, members in reading order."""
        for first, group in sorted(self._group.items()):
            group.sort(key=lambda claim: claim.id)
            if len(group) > 1 and group[0].id == first:
                yield group

    def verdict(self, members: Sequence[Claim]) -> Verdict | None:
        """Return the worst verdict among the members' links."""
        found = [
            self._links[one.id, two.id].verdict
            for n, one in enumerate(members)
            for two in members[n + 1 :]
            if (one.id, two.id) in self._links
        ]
        return max(found, key=_WORST.__getitem__, default=None)

    def _worth(self, one: Sequence[Claim], two: Sequence[Claim]) -> float:
        total, count = 0.0, 0
        for x in one:
            for y in two:
                if x.document != y.document:
                    link = self._links.get((min(x.id, y.id), max(x.id, y.id)))
                    if link is None and relate(x.figure, y.figure) in AGREE:
                        continue  # a repeated figure has one link, and none to the other repetition
                    count += 1
                    total += self._apart if link is None else _log_odds(link.score)
        return total / count if count else 0.0


def _log_odds(score: float) -> float:
    score = min(score, _SUREST)
    return math.log(score / (1 - score))


def _contradict(one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    return any(x.document == y.document and relate(x.figure, y.figure) == "conflict" for x in one for y in two)
