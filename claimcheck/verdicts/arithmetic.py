"""arithmetic: movements of one document that do not add up, rounding and hedges allowed for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.alignment.compare import scale
from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.interval import Interval, interval_of, shown
from claimcheck.verdicts.model import Finding


def find_arithmetic(case: Case) -> Iterator[Finding]:
    """Yield a finding per movement of the draft (of every document, where none is a draft) that does not add up."""
    sentences: dict[tuple[str, tuple[int, int]], list[Claim]] = {}
    for claim in case.of_draft if case.draft is not None else case.claims.values():
        if claim.figure.role is not None:
            sentences.setdefault((claim.document, claim.sentence), []).append(claim)
    for claims in sentences.values():
        for movement in movements(claims):
            yield from _judge(case, movement)


def movements(claims: Sequence[Claim]) -> list[Mapping[str, Claim]]:
    """Return the movements told by ``claims`` of one sentence: its roles, each once, in one run of figures.

    A role that comes again begins another movement ("rose 3 to 50 ... fell 2 to 40").
    """
    out: list[dict[str, Claim]] = []
    for claim in claims:
        role = claim.figure.role
        assert role is not None
        if not out or role in out[-1]:
            out.append({})
        out[-1][role] = claim
    return list(out)


def _judge(case: Case, movement: Mapping[str, Claim]) -> Iterator[Finding]:
    change, share, new, old = (movement.get(role) for role in ("change", "share", "to", "from"))
    ends = [interval_of(claim.figure) if claim else None for claim in (change, share, new, old)]
    moved, part, after, before = ends
    if change and new and old and moved and after and before and _commensurable(change, new, old):
        steps = _difference(after, before, new.figure.trend)
        if not steps.meets(moved):
            middle = abs(steps.low + steps.high) / 2
            yield case.finding(
                "arithmetic",
                "change",
                (change, new, old),
                {
                    "name": case.name(change),
                    "change": change.figure.text,
                    "old": old.figure.text,
                    "new": new.figure.text,
                    "difference": shown(Interval(middle, middle)),
                },
            )
            return
    trend = next((c.figure.trend for c in (share, change, new) if c and c.figure.trend), None)
    if share is None or new is None or part is None or after is None or trend is None:
        return
    if change and moved and _commensurable(change, new):
        sign = 1 if trend == "up" else -1
        start = (
            Interval(after.low - sign * moved.high, after.high - sign * moved.low)
            if sign > 0
            else Interval(after.low + moved.low, after.high + moved.high)
        )
        if start.low <= 0:
            return
        shares = Interval(100 * moved.low / start.high, 100 * moved.high / start.low)
        stated = change
    elif old and before and _commensurable(new, old) and before.low > 0:
        steps = _difference(after, before, trend)
        shares = Interval(100 * steps.low / before.high, 100 * steps.high / before.low)
        stated = old
    else:
        return
    if not shares.meets(part):
        yield case.finding(
            "arithmetic",
            "share",
            tuple(sorted((stated, share, new), key=lambda claim: claim.id)),
            {
                "name": case.name(share),
                "change": stated.figure.text,
                "share": share.figure.text,
                "new": new.figure.text,
                "computed": shown(shares),
            },
        )


def _difference(after: Interval, before: Interval, trend: str | None) -> Interval:
    """Return how far it is from ``before`` to ``after`` in the direction told, in either where none is."""
    rise = Interval(after.low - before.high, after.high - before.low)
    if trend is None:
        trend = "up" if rise.low + rise.high >= 0 else "down"
    return rise if trend == "up" else Interval(-rise.high, -rise.low)


def _commensurable(*claims: Claim) -> bool:
    """Return whether the figures count in one unit; a bare level after "20 points" does."""
    names = {scale(claim.figure).name for claim in claims}
    if len(names) == 1:
        return True
    loose = {claim.figure.kind for claim in claims} <= {"count", "level", "measure"}
    units = {claim.figure.unit for claim in claims if claim.figure.unit is not None}
    return loose and len(units) <= 1
