"""Small drawings of plain numbers: a line over time, a bar of shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import svg
from markupsafe import Markup

from claimcheck.reports.html.filling import escaped

_WIDTH, _HEIGHT, _EDGE, _DOT = 120, 28, 4, 2.5
_ACROSS, _THICK = 1000, 10


def sparkline(values: Sequence[float | None], label: str) -> Markup:
    """Return ``values``, oldest first, as a line of a word's size; the last has a dot. None leaves a gap.

    ``label`` is read out, so it should say what the line shows: "findings per night, 14 nights, last 3".
    """
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    step = (_WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)

    def point(n: int, value: float) -> tuple[float, float]:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(_EDGE + n * step, 1), round(_HEIGHT - _EDGE - share * (_HEIGHT - 2 * _EDGE), 1)

    runs: list[list[tuple[float, float]]] = [[]]
    for n, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(point(n, value))
    lines = [svg.Polyline(points=[svg.Point(*xy) for xy in run], class_=["run"]) for run in runs if len(run) > 1]
    alone = [xy for run in runs if len(run) == 1 for xy in run]
    last = [run[-1] for run in runs if run][-1:]
    dots = [svg.Circle(cx=x, cy=y, r=_DOT, class_=["dot"]) for x, y in dict.fromkeys([*alone, *last])]
    return _drawing("sparkline", _WIDTH, _HEIGHT, label, [*lines, *dots])


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: how many, of what, and its tone (good, near, moved, bad or plain)."""

    number: int
    label: str
    tone: str


def shares(parts: Sequence[Share]) -> Markup:
    """Return ``parts`` as one bar, each as long as its share of the whole; nothing for a whole of nothing."""
    whole = sum(part.number for part in parts)
    if not whole:
        return Markup()
    bars: list[svg.Element] = []
    at = 0
    for part in parts:
        start, at = at, at + part.number
        left, right = (round(_ACROSS * n / whole, 1) for n in (start, at))
        if part.number:
            bars.append(svg.Rect(x=left, y=0, width=round(right - left, 1), height=_THICK, class_=["bar", part.tone]))
    label = ", ".join(f"{part.number} {part.label}" for part in parts if part.number)
    return _drawing("shares", _ACROSS, _THICK, label, bars, stretched=True)


def _drawing(
    name: str, width: float, height: float, label: str, elements: Sequence[svg.Element], stretched: bool = False
) -> Markup:
    drawing = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        preserveAspectRatio=svg.PreserveAspectRatio("none") if stretched else None,
        class_=[name],
        extra={"role": "img", "aria-label": escaped(label)},
        elements=list(elements),
    )
    return Markup(drawing.as_str())  # noqa: S704 - its label is escaped, the rest are numbers and words of ours
