"""Text of documents made safe and short enough to show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimcheck.figures.model import Figure, Kind
from claimcheck.reports.rows import Place

# Controls (C0 without the white space that is folded below, DEL, C1), marks that turn the reading direction,
# and halves of surrogate pairs: a terminal would obey the first two and choke on the third.
UNSAFE = "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
"""A character class for ``re``: what would steer what shows it, and what XML cannot hold."""

_STEERING = re.compile(UNSAFE)
_SHOWN_INSTEAD = "\ufffd"

Piece = tuple[str, bool]
"""A piece of a passage, and whether it is a figure."""

_AROUND = 3
"""The part of a passage that is kept for what stands around its figures: a third."""

_EXACT = 1e15
"""Up to here every digit of a number is shown."""
_SHARE_DIGITS = 3
"""Digits of a share told in words: a third is 33.3 percent."""

_SPACE = re.compile(r"\s+")


def safe(text: str) -> str:
    """Return ``text`` on one line, without characters that would steer a terminal."""
    return _SPACE.sub(" ", _STEERING.sub(_SHOWN_INSTEAD, text))


def passage(places: Sequence[Place], width: int) -> list[Piece]:
    """Return figures of one sentence, in its order, with about ``width`` characters of it; it is cut between words."""
    figures = [safe(place.figure) for place in places]
    gaps = [safe(text) for text in _gaps(places)]
    gaps[0], gaps[-1] = gaps[0].lstrip(), gaps[-1].rstrip()
    room = max(width - sum(map(len, figures)), 0)
    # What stands between the figures tells them apart, and comes before what stands around them.
    around = [len(gaps[0]), len(gaps[-1])]
    inner = _rooms([len(gap) for gap in gaps[1:-1]], room - min(sum(around), room // _AROUND))
    left, right = _rooms(around, room - sum(inner))
    between = [_middle(gap, share) for gap, share in zip(gaps[1:-1], inner, strict=True)] + [_head(gaps[-1], right)]
    pieces: list[Piece] = [(_tail(gaps[0], left), False)]
    for figure, gap in zip(figures, between, strict=True):
        pieces += [(figure, True), (gap, False)]
    return pieces


def _gaps(places: Sequence[Place]) -> Iterator[str]:
    """Yield the text before, between and after the figures."""
    yield places[0].before
    for place, following in pairwise(places):
        yield following.before[len(place.before) + len(place.figure) :]
    yield places[-1].after


def _rooms(lengths: Sequence[int], room: int) -> list[int]:
    """Share ``room`` between texts of ``lengths``: alike, and what one does not need, others may have."""
    rooms = [0] * len(lengths)
    for left, n in zip(range(len(lengths), 0, -1), sorted(range(len(lengths)), key=lambda n: lengths[n]), strict=True):
        rooms[n] = min(lengths[n], room // left)
        room -= rooms[n]
    return rooms


def stated(place: Place) -> str:
    """Return what the figure states, as a number with its bound and trend; an interval where it states no value."""
    figure = place.claim.figure
    value = _value(figure)
    return f"{value} ({figure.trend})".lstrip() if figure.trend else value


def _value(figure: Figure) -> str:
    if figure.kind == "ratio" and (figure.unit or "").startswith("% ") and isinstance(figure.value, float):
        figure = replace(figure, value=float(f"{100 * figure.value:.{_SHARE_DIGITS}g}"))
    sign = {"=": "", "~": "~", ">": ">", "<": "<"}[figure.bound]
    if isinstance(figure.value, tuple):
        return f"{sign}{_number(figure.value[0], figure.kind)} to {_number(figure.value[1], figure.kind)}"
    if figure.value is not None:
        return sign + _number(figure.value, figure.kind)
    if figure.low is None and figure.high is None:
        return ""
    return " to ".join(_number(end, figure.kind) for end in (figure.low, figure.high)).strip()


def _number(value: float | None, kind: Kind) -> str:
    if value is not None and kind == "date":
        return f"{value:.0f}"  # a year
    if value is not None and kind == "time":
        return f"{int(value) // 60:02}:{int(value) % 60:02}"  # minutes after midnight
    return "" if value is None else f"{value:,.15g}" if abs(value) < _EXACT else f"{value:g}"


def _middle(text: str, length: int) -> str:
    return text if len(text) <= length else f"{_head(text, length // 2)} {_tail(text, length // 2).removeprefix('… ')}"


def _head(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[: length + 1]
    cut = cut[: cut.rfind(" ")] if " " in cut else ""
    return f"{cut} …" if cut else "…"


def _tail(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[len(text) - length - 1 :]
    cut = cut[cut.find(" ") + 1 :] if " " in cut else ""
    return f"… {cut}" if cut else "…"
