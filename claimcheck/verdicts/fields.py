"""What the messages on two figures are made of, and which of a rule's messages says most."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from claimcheck.alignment.slips import slip
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.verdicts.case import Case

_MAGNITUDES = {
    "thousand": "thousand", "k": "thousand", "million": "million", "m": "million", "mn": "million",
    "billion": "billion", "bn": "billion", "b": "billion", "trillion": "trillion", "tn": "trillion",
}  # fmt: skip
_MAGNITUDE = re.compile(rf"(?:\d|\b)({'|'.join(sorted(_MAGNITUDES, key=len, reverse=True))})\b", re.IGNORECASE)
_DATE = re.compile(r"(\d{4}|-)-(\d{2})(?:-(\d{2}))?")
_QUARTER = re.compile(r"(?:(\d{4})-)?q(\d)")


def fields_of(case: Case, one: Claim, two: Claim) -> dict[str, str]:
    """Return the fields that rules/findings.toml may put into a message about two figures."""
    first, second = case.show(one), case.show(two)
    return {
        "draft": first,
        "source": second,
        "left": first,
        "right": second,
        "left_name": case.name(one),
        "right_name": case.name(two),
        "draft_value": one.figure.text,
        "source_value": two.figure.text,
        "draft_unit": _unit(one.figure),
        "source_unit": _unit(two.figure),
        "draft_when": when(one.when),
        "source_when": when(two.when),
        "draft_magnitude": _magnitude(one.figure) or "none",
        "source_magnitude": _magnitude(two.figure) or "none",
        "thing": one.what or two.what or "the figure",
        "factor": _factor(one.figure, two.figure),
    }


def value_variant(draft: Figure, source: Figure) -> str:
    """Return which message of value-mismatch names the slip that explains the difference; "plain" for none."""
    kind = slip(draft, source)
    if kind == "scale" and None not in (words := {_magnitude(draft), _magnitude(source)}) and len(words) > 1:
        return "magnitude"
    return {"sides": "order", None: "plain"}.get(kind, kind or "plain")


def unit_variant(draft: Figure, source: Figure) -> str:
    """Return which message of unit-mismatch fits: that on percent and percentage points, or the "plain" one."""
    points = ["point" in (figure.unit or "") for figure in (draft, source)]
    return "points" if draft.kind == source.kind == "percent" and points[0] != points[1] else "plain"


def when(times: Sequence[str]) -> str:
    """Return the times that date a claim (``Claim.when``) as an editor writes them."""
    return ", ".join(map(_told, times)) or "no time given"


def _told(time: str) -> str:
    if time.capitalize() in calendar.day_name:
        return time.capitalize()
    if found := _QUARTER.fullmatch(time):
        return f"Q{found[2]} {found[1] or ''}".rstrip()
    if (found := _DATE.fullmatch(time)) and 1 <= int(found[2]) <= 12:  # noqa: PLR2004 - months
        day = str(int(found[3])) if found[3] else ""
        year = found[1].strip("-")
        return " ".join(part for part in (day, calendar.month_name[int(found[2])], year) if part)
    return time.rstrip("?")


def _unit(figure: Figure) -> str:
    return (figure.unit or "no unit").removesuffix("-mass")


def _magnitude(figure: Figure) -> str | None:
    found = _MAGNITUDE.search(figure.text)
    return _MAGNITUDES[found[1].lower()] if found else None


def _factor(one: Figure, two: Figure) -> str:
    if isinstance(one.value, int | float) and isinstance(two.value, int | float) and one.value and two.value:
        small, large = sorted((abs(one.value), abs(two.value)))
        return f"a factor of {large / small:,.0f}"
    return "a factor"
