"""Text of documents made safe and short enough to show."""

from __future__ import annotations

import re

from claimcheck.figures.model import Figure
from claimcheck.reports.rows import Place

# Controls (C0 without the white space that is folded below, DEL, C1), marks that turn the reading direction,
# and halves of surrogate pairs: a terminal would obey the first two and choke on the third.
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SHOWN_INSTEAD = "\ufffd"

Marked = tuple[str, str, str]
"""Before, figure, after."""

_EXACT = 1e15
"""Up to here every digit of a number is shown."""

_SPACE = re.compile(r"\s+")


def safe(text: str) -> str:
    """Return ``text`` on one line, without characters that would steer a terminal."""
    return _SPACE.sub(" ", _UNSAFE.sub(_SHOWN_INSTEAD, text))


def passage(place: Place, width: int) -> Marked:
    """Return the figure with about ``width`` characters of its sentence around it, cut between words."""
    before, figure, after = safe(place.before).lstrip(), safe(place.figure), safe(place.after).rstrip()
    room = max(width - len(figure), 0)
    # What one side does not need, the other may have.
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    return _tail(before, left), figure, _head(after, right)


def stated(place: Place) -> str:
    """Return what the figure states, as a number with its bound and trend; an interval where it states no value."""
    figure = place.claim.figure
    value = _value(figure)
    return f"{value} ({figure.trend})".lstrip() if figure.trend else value


def _value(figure: Figure) -> str:
    sign = {"=": "", "~": "~", ">": ">", "<": "<"}[figure.bound]
    if isinstance(figure.value, tuple):
        return f"{sign}{_number(figure.value[0])} to {_number(figure.value[1])}"
    if figure.value is not None:
        return sign + _number(figure.value)
    if figure.low is None and figure.high is None:
        return ""
    return " to ".join("" if end is None else _number(end) for end in (figure.low, figure.high)).strip()


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.15g}" if abs(value) < _EXACT else f"{value:g}"


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
