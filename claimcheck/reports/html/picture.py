"""A picture of one fact: what each text gives, with the interval that it admits, on one axis."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import svg
from markupsafe import Markup

from claimcheck.alignment.compare import Scale, scale
from claimcheck.documents.model import Document
from claimcheck.figures.model import Figure
from claimcheck.reports.html.axis import Axis, axis
from claimcheck.reports.html.filling import escaped
from claimcheck.reports.html.grouping import groups
from claimcheck.reports.rows import FactRow, Place

_WIDTH = 360
"""Units across. About as many pixels as a phone has, so that its letters are nowhere too small to read."""
_EDGE = 10
_ROW = 38
_LABEL_AT, _LINE_AT = 14, 27
_FOOT = 24
_ARROW = 7
_DOT = 4.5
_BAND = 3
_LABEL, _FIGURE = 30, 24
"""Letters of a label and of a figure that are shown; the whole is read out, and shown when pointed at."""
_UNPLOTTED = frozenset({"date", "time", "score"})
_GREATEST = 1e15
_NEAR_EDGE = 24


@dataclass(frozen=True, slots=True)
class _Line:
    """A claim as it is drawn: in units of the axis; None for no value, and for no bound."""

    place: Place
    label: str
    value: float | None
    low: float | None
    high: float | None
    group: int

    @property
    def placed(self) -> bool:
        return any(number is not None for number in (self.value, self.low, self.high))


def picture(row: FactRow, documents: Sequence[Document], key: str) -> Markup | None:
    """Return the claims of a fact as SVG, or None where fewer than two can be put on one axis.

    ``documents`` are those of the report, in the order of ``row.cells``; texts are drawn in the order of
    their dates, and those without one, in the order given, after them. A dot is the value stated, a bar
    the interval of values admitted, an arrow an interval without an end. Values of other units are
    converted to the unit of the first, or written beside an empty line where they cannot be. ``key`` is a
    word that no other picture of the page has.
    """
    lines = _lines(row, documents)
    numbers = [number for line in lines for number in (line.value, line.low, line.high) if number is not None]
    if sum(line.placed for line in lines) < 2:  # noqa: PLR2004 - one value is no picture
        return None
    across = axis(numbers, _EDGE, _WIDTH - 2 * _EDGE)
    height = _ROW * len(lines) + _FOOT
    title, detail = f"{key}-title", f"{key}-detail"
    drawing = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, _WIDTH, height),
        class_=["picture"],
        extra={"role": "img", "aria-labelledby": f"{title} {detail}"},
        elements=[
            svg.Title(id=title, text=escaped(f"Values of {row.fact.what or 'this fact'}")),
            svg.Desc(id=detail, text=escaped(_told(lines))),
            *_grid(across, height - _FOOT),
            *(element for n, line in enumerate(lines) for element in _drawn(line, across, n * _ROW)),
        ],
    )
    return Markup(drawing.as_str())  # noqa: S704 - its texts are escaped, the rest are numbers and words of ours


def _lines(row: FactRow, documents: Sequence[Document]) -> Sequence[_Line]:
    """Return the claims in the order of their documents' dates; those without a place on the axis have no values.

    The axis is that of the first claim that has one.
    """
    order = sorted(range(len(documents)), key=lambda n: (documents[n].date is None, documents[n].date or "", n))
    places = [place for n in order for place in row.cells[n]]
    ranked = dict(zip((place.claim.id for place in places), groups(places), strict=True))
    dated = len({document.date for document in documents}) > 1
    labels = {document.id: _label(document, dated) for document in documents}
    ground = next((scale(place.claim.figure) for place in places if _plottable(place.claim.figure)), None)
    lines: dict[tuple[object, ...], _Line] = {}
    for place in places:
        line = _line(place, ground, labels, ranked)
        lines.setdefault((place.document, line.value, line.low, line.high, line.placed or place.figure), line)
    return list(lines.values())


def _line(place: Place, ground: Scale | None, labels: Mapping[str, str], ranked: Mapping[int, int]) -> _Line:
    figure = place.claim.figure
    mine = scale(figure)
    label, group = labels[place.document], ranked[place.claim.id]
    if ground is None or mine.name != ground.name or not _plottable(figure):
        return _Line(place, label, None, None, None, group)

    def converted(number: float | None) -> float | None:
        base = mine.base(number)
        return number if base is None or mine == ground else (base - ground.offset) / ground.factor

    value = None if isinstance(figure.value, tuple) else converted(figure.value)
    ends = converted(figure.low), converted(figure.high)
    return _Line(place, label, value, *ends, group)


def _plottable(figure: Figure) -> bool:
    value = None if isinstance(figure.value, tuple) else figure.value
    numbers = [number for number in (value, figure.low, figure.high) if number is not None]
    whole = all(math.isfinite(number) and abs(number) <= _GREATEST for number in numbers)
    return bool(numbers) and whole and figure.kind not in _UNPLOTTED


def _label(document: Document, dated: bool) -> str:
    name = document.outlet or document.id
    return f"{name}, {document.date}" if dated and document.date else name


def _told(lines: Sequence[_Line]) -> str:
    return "; ".join(f"{line.label}: {line.place.figure}" for line in lines) + "."


def _grid(across: Axis, height: float) -> Sequence[svg.Element]:
    out: list[svg.Element] = []
    ticks = across.ticks()
    for at, written in ticks:
        anchor = "start" if at < _NEAR_EDGE else "end" if at > _WIDTH - _NEAR_EDGE else "middle"
        x = {"start": 0, "end": _WIDTH, "middle": at}[anchor]
        out.append(svg.Line(x1=at, x2=at, y1=0, y2=height + 4, class_=["grid"]))
        out.append(svg.Text(x=x, y=height + 17, text=written, class_=["tick", anchor]))
    return out


def _drawn(line: _Line, across: Axis, top: float) -> Sequence[svg.Element]:
    y = top + _LINE_AT
    tone = f"g{min(line.group, 2)}"
    whole = escaped(f"{line.label}: {line.place.figure}")
    elements: list[svg.Element] = [
        svg.Title(text=whole),
        svg.Text(x=0, y=top + _LABEL_AT, text=escaped(_cut(line.label, _LABEL)), class_=["label", "start"]),
        svg.Text(x=_WIDTH, y=top + _LABEL_AT, text=escaped(_cut(line.place.figure, _FIGURE)), class_=["value", "end"]),
        svg.Line(x1=0, x2=_WIDTH, y1=y, y2=y, class_=["track"]),
        *_interval(line, across, y),
    ]
    if line.value is not None:
        elements.append(_dot(across.at(line.value), y, line.group))
    return [svg.G(class_=["told", tone], elements=elements)]


def _interval(line: _Line, across: Axis, y: float) -> Sequence[svg.Element]:
    """Return the bar of values admitted, with an arrow for each end that is open."""
    if not line.placed or (line.low is not None and line.low == line.high):
        return ()
    left = across.at(line.low) if line.low is not None else _ARROW
    right = across.at(line.high) if line.high is not None else _WIDTH - _ARROW
    out: list[svg.Element] = [
        svg.Rect(x=left, y=y - _BAND, width=round(max(right - left, 1), 1), height=2 * _BAND, class_=["band"])
    ]
    if line.low is None:
        out.append(_arrow(_ARROW, -_ARROW, y))
    if line.high is None:
        out.append(_arrow(_WIDTH - _ARROW, _ARROW, y))
    return out


def _arrow(x: float, length: float, y: float) -> svg.Element:
    return _polygon("arrow", (x, y - _DOT - 1), (x + length, y), (x, y + _DOT + 1))


def _dot(x: float, y: float, group: int) -> svg.Element:
    """Return the sign of a value: round for what most say, a diamond for what fewer say."""
    if group == 0:
        return svg.Circle(cx=x, cy=y, r=_DOT, class_=["dot"])
    size = _DOT + 1.5
    return _polygon("dot", (x - size, y), (x, y - size), (x + size, y), (x, y + size))


def _polygon(name: str, *corners: tuple[float, float]) -> svg.Element:
    return svg.Polygon(points=[svg.Point(round(x, 1), round(y, 1)) for x, y in corners], class_=[name])


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
