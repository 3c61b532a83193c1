"""swapped-attribution for results: a win given to the side that lost it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.alignment.compare import AGREE
from claimcheck.claims.model import Claim, Part
from claimcheck.claims.naming import related
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.names import Names

_OPPOSED = re.compile(r"\b(?:against|over|v|vs|versus|beat|beats|beating|defeated|by|face|faced|faces|hosts|hosted)\b")
_SIDES: tuple[Part, Part] = ("winner", "loser")
_REACH = 30
"""Characters behind such a word in which the other side is named."""


def find_won_by_another(case: Case) -> Iterator[Finding]:
    """Yield a finding per result that the draft says one side won and every source that says so the other side.

    A new name for the winner ("the Reds") is no other side: the source must set the two against each other.
    """
    if case.draft is None:
        return
    names = None
    for claim in case.of_draft:
        mine = claim.side("winner")
        if mine is None:
            continue
        equal = [case.other(link, claim) for link in case.linked.get(claim.id, ()) if link.verdict in AGREE]
        told = [c for c in case.by_number.get(claim.figure.value, ()) if c.document in {e.document for e in equal}]
        won = [(each, side) for each in told if (side := each.side("winner")) is not None]
        if not won or any(related(mine, side) for _, side in won):
            continue
        names = names or Names.of(case)
        source, theirs = won[0]
        if _same_loser(claim, told) or not _opposed(case, names, source.document, mine, theirs):
            continue
        yield case.finding(
            "swapped-attribution",
            "winner",
            (claim, source),
            {
                "draft": case.show(claim),
                "source": case.show(source),
                "draft_name": names.shown(mine, claim),
                "source_name": names.shown(theirs, source),
            },
        )


def _same_loser(draft: Claim, told: list[Claim]) -> bool:
    mine = draft.side("loser")
    theirs = (each.side("loser") for each in told)
    return mine is not None and any(side is not None and related(mine, side) for side in theirs)


def _opposed(case: Case, names: Names, document: str, mine: str, theirs: str) -> bool:
    """Return whether a sentence of the source has the one side against the other."""
    text = names.texts[document]
    one, two = (key.rpartition(" ")[2] for key in (mine, theirs))
    for claim in case.of_sources:
        sides = [side for part in _SIDES if (side := claim.side(part)) is not None]
        if all(any(related(side, key) for side in sides) for key in (mine, theirs)):
            return True
        sentence = text[slice(*claim.sentence)] if claim.document == document else ""
        if one in sentence and two in sentence:
            behind = (sentence[found.end() : found.end() + _REACH] for found in _OPPOSED.finditer(sentence))
            if any(one in each or two in each for each in behind):
                return True
    return False
