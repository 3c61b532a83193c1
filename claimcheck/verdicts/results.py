"""swapped-attribution for results: a win given to the side that lost it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.claims.model import Claim, Part
from claimcheck.claims.naming import related
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.names import Names

_OPPOSED = re.compile(r"\b(?:against|over|v|vs|versus|beat|beats|beating|defeated|by|face|faced|faces|hosts|hosted)\b")
_SIDES: tuple[Part, Part] = ("winner", "loser")
_REACH = 30
"""Characters behind such a word in which the other side is named."""
_MOST = 24
"""Results of one number in the sources, of different sides, up to which a result is told by its number."""
_SEARCHED = 200
"""Claims on either side of a result that are asked whether two sides play each other."""

_Results = Mapping[tuple[str, object], Sequence[Claim]]


def find_won_by_another(case: Case) -> Iterator[Finding]:
    """Yield a finding per result that the draft says one side won and every source that says so the other side.

    A new name for the winner ("the Reds") is no other side: the source must set the two against each other.
    """
    if case.draft is None:
        return
    names = results = None
    for claim in case.of_draft:
        mine = claim.side("winner")
        if mine is None:
            continue
        if results is None:
            results = _results(case)
        documents = sorted({each.document for each in case.counterparts(claim)})
        told = [each for document in documents for each in results.get((document, claim.figure.value), ())]
        told.sort(key=lambda each: each.id)
        won = [(each, side) for each in told if (side := each.side("winner")) is not None]
        if not won or len(told) > _MOST or any(related(mine, side) for _, side in won):
            continue
        names = names or Names.of(case)
        source, theirs = won[0]
        if _same_loser(claim, told) or not _opposed(case, names, source, mine, theirs):
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


def _results(case: Case) -> _Results:
    """Return the sources' results by document and number, in reading order, those of the same sides once."""
    out: dict[tuple[str, object], dict[tuple[str | None, ...], Claim]] = defaultdict(dict)
    for claim in case.of_sources:
        sides = tuple(map(claim.side, _SIDES))
        if any(sides):
            out[claim.document, claim.figure.value].setdefault(sides, claim)
    return {place: tuple(results.values()) for place, results in out.items()}


def _same_loser(draft: Claim, told: list[Claim]) -> bool:
    mine = draft.side("loser")
    theirs = (each.side("loser") for each in told)
    return mine is not None and any(side is not None and related(mine, side) for side in theirs)


def _opposed(case: Case, names: Names, source: Claim, mine: str, theirs: str) -> bool:
    """Return whether a sentence of the sources, that of ``source`` or near it, has the one side against the other."""
    text = names.texts[source.document]
    one, two = (key.rpartition(" ")[2] for key in (mine, theirs))
    place = bisect_left(case.of_sources, source.id, key=lambda claim: claim.id)
    for claim in (source, *case.of_sources[max(0, place - _SEARCHED) : place + _SEARCHED]):
        sides = [side for part in _SIDES if (side := claim.side(part)) is not None]
        if all(any(related(side, key) for side in sides) for key in (mine, theirs)):
            return True
        sentence = text[slice(*claim.sentence)] if claim.document == source.document else ""
        if one in sentence and two in sentence:
            behind = (sentence[found.end() : found.end() + _REACH] for found in _OPPOSED.finditer(sentence))
            if any(one in each or two in each for each in behind):
                return True
    return False
