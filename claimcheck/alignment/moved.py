"""Linked movements that differ as a whole: another movement, or the same thing at another moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.alignment.contexts import Contexts
from claimcheck.alignment.features import Candidate
from claimcheck.alignment.model import Verdict
from claimcheck.alignment.movements import told

_MISSED = 0.2
"""Share of what lies between two levels by which what is reckoned back from one may miss: all are rounded."""


def moved(
    chosen: Iterable[tuple[int, int]], pool: Mapping[tuple[int, int], Candidate], contexts: Contexts
) -> dict[tuple[int, int], Verdict]:
    """Return the verdicts on the links between two movements that differ by half their figures or more.

    No rounding explains such a difference: a price of $66.89 is none of $66.73, and a fall of 3.6 percent to the
    one no fall of about 4 to the other.
    """
    movements: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for pair in sorted(chosen):
        levels = [contexts.levels.get(claim) for claim in pair]
        if levels[0] is not None and levels[1] is not None:
            movements.setdefault((levels[0].id, levels[1].id), []).append(pair)
    out: dict[tuple[int, int], Verdict] = {}
    for pairs in movements.values():
        differing = [pair for pair in pairs if pool[pair].relation == "conflict"]
        if differing and 2 * len(differing) >= len(pairs):
            verdict: Verdict = "update" if at_other_moments(*differing[0], contexts) else "conflict"
            out |= {pair: verdict for pair in pairs if not pool[pair].same_value}
    return out


def at_other_moments(left: int, right: int, contexts: Contexts) -> bool:
    """Return whether two claims, by id, are of movements of one thing at two moments: no slips agree so.

    Both led from one level, as "up 34 points to 9,107" and "up 17 points to 9,090", or one led to where the other
    began.
    """
    levels = [contexts.levels.get(claim) for claim in (left, right)]
    if levels[0] is None or levels[1] is None:
        return False
    one, two = told(levels[0]), told(levels[1])
    before_one, before_two = (contexts.reckoned.get(claim) for claim in (left, right))
    if one is None or two is None or before_one is None or before_two is None:
        return False
    missed = min(abs(before_one - before_two), abs(before_one - two), abs(one - before_two))
    return missed <= _MISSED * abs(one - two) > 0
