"""The rules on one link: another value, unit, direction, hedge or moment, in a quotation or out of it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from claimcheck.alignment.compare import relate, scale
from claimcheck.alignment.model import Link
from claimcheck.alignment.slips import Slip, slip
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Bound, Figure
from claimcheck.verdicts.case import AGREE, Case
from claimcheck.verdicts.direction import reversal
from claimcheck.verdicts.model import Finding

_SLIPS: dict[Slip, str] = {"transposed": "transposed", "digit": "digit", "scale": "scale", "sides": "order"}

_SAME_HEDGE: frozenset[frozenset[Bound]] = frozenset(
    {frozenset({"="}), frozenset({"~"}), frozenset({">"}), frozenset({"<"})}
)


def find_pairwise(case: Case) -> Iterator[Finding]:
    """Yield at most one finding per link, and none on a draft's claim that another source bears out."""
    for link in case.links:
        finding = _judge(case, link)
        if finding is not None:
            yield finding


def _judge(case: Case, link: Link) -> Finding | None:
    one, two = case.sides(link)
    checked = case.draft is not None
    if checked and link.verdict not in AGREE and case.borne_out(one):
        return None
    fields = _fields(case, one, two)
    turned = reversal(one, two)
    if turned and link.verdict in AGREE:
        words = {"draft_word": turned[0], "source_word": turned[1]}
        return case.finding("direction-reversed", "plain", (one, two), fields | words) if checked else None
    if link.verdict in AGREE:
        changed = checked and hedge_changed(one.figure, two.figure)
        return case.finding("hedge-changed", "plain", (one, two), fields) if changed else None
    if link.verdict == "update":
        return case.finding("superseded", "plain" if checked else "sources", (one, two), fields)
    if checked and same_number(one.figure, two.figure) and hedge_changed(one.figure, two.figure):
        return case.finding("hedge-changed", "plain", (one, two), fields)
    if one.quoted and two.quoted and checked:
        return case.finding("quoted-figure-altered", "plain", (one, two), fields)
    if relate(one.figure, two.figure) == "unit":
        return case.finding("unit-mismatch", "plain" if checked else "sources", (one, two), fields)
    kind = slip(one.figure, two.figure) if checked else None
    variant = ("plain" if checked else "sources") if kind is None else _SLIPS.get(kind, "plain")
    return case.finding("value-mismatch", variant, (one, two), fields)


def hedge_changed(draft: Figure, source: Figure) -> bool:
    """Return whether the draft is firmer than the source about the same number, or bounds it from another side.

    A draft that merely adds "about" promises less than its source, and no editor need look.
    """
    if draft.bound == source.bound or not same_number(draft, source):
        return False
    return (draft.bound, source.bound) != ("~", "=")


def same_number(one: Figure, two: Figure) -> bool:
    """Return whether the bare numbers are the same, hedges aside."""
    if one.value is None or two.value is None or isinstance(one.value, tuple) or isinstance(two.value, tuple):
        return one.value is not None and one.value == two.value
    left, right = scale(one), scale(two)
    if left.name != right.name:
        return one.value == two.value
    return math.isclose(left.base(one.value) or 0.0, right.base(two.value) or 0.0, rel_tol=1e-9)


def _fields(case: Case, one: Claim, two: Claim) -> dict[str, str]:
    fields = {
        "draft": case.show(one),
        "source": case.show(two),
        "left": case.show(one),
        "right": case.show(two),
        "left_name": case.name(one),
        "right_name": case.name(two),
        "draft_value": one.figure.text,
        "source_value": two.figure.text,
        "draft_unit": one.figure.unit or "no unit",
        "source_unit": two.figure.unit or "no unit",
        "draft_when": " ".join(one.when) or "no time given",
        "source_when": " ".join(two.when) or "no time given",
        "thing": one.what or two.what or "the figure",
        "factor": _factor(one.figure, two.figure),
    }
    return fields


def _factor(one: Figure, two: Figure) -> str:
    if isinstance(one.value, int | float) and isinstance(two.value, int | float) and one.value and two.value:
        small, large = sorted((abs(one.value), abs(two.value)))
        return f"a factor of {large / small:,.0f}"
    return "a factor"
