"""Clock times: "5 p.m. EDT", "07:37", "1018 GMT", "half past six", "noon"."""

from __future__ import annotations

from claimcheck.figures.draft import Draft
from claimcheck.figures.model import Moment
from claimcheck.figures.numerals import ONES
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.words import WEEKDAYS

_ZONES = frozenset(
    "gmt utc bst cet cest eet eest est edt et cst cdt ct mst mdt mt pst pdt pt akst hst ist jst kst aest "
    "aedt acst awst nzst nzdt msk sgt hkt wib wat cat eat sast".split()
)
_HOUR_BEFORE = frozenset("at after before by until till".split())
_NEARLY = frozenset("about around roughly approximately nearly almost".split())
_SHARPLY = frozenset("exactly precisely".split())
_SHORTLY = frozenset("shortly just soon right".split())
_CLOSES = frozenset((",", ".", ";", ")", ""))
_ROUND_MINUTES = {"5": 5, "10": 10, "20": 20, "25": 25, "five": 5, "ten": 10, "twenty": 20}
_HOUR_ENDS = frozenset("on in and when as while this that yesterday today tomorrow local to but before after".split())
_DAY_PARTS = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p", "tonight": "p"}
_MINUTES, _HOURS, _NOON = 60, 24, 12
_TIMED = frozenset("in of ran run clocked clocking timed time mark record took".split())


def _meridiem(t: Tokens, j: int) -> tuple[str, int] | None:
    """Return "a" or "p" of "a.m.", "pm" at token ``j`` and the token behind it."""
    low = t.low
    word = low[j]
    if word in ("am", "pm"):
        return word[0], j + 1
    if word in ("a", "p") and low[j + 1] == "." and low[j + 2] == "m" and t.glued(j + 1):
        return word, j + 4 if low[j + 3] == "." and t.glued(j + 3) else j + 3
    return None


def _day_part(t: Tokens, j: int) -> tuple[str, int] | None:
    """Return "a" or "p" of "in the morning" at token ``j`` and the token behind it: that tells the half of the day."""
    low = t.low
    k = j + 1 + (low[j + 1] == "the")
    part = _DAY_PARTS.get(low[k]) if low[j] in ("in", "this", "that") else None
    return (part, k + 1) if part else None


def _zone(t: Tokens, j: int) -> tuple[str | None, int]:
    k = j + 1 if t.low[j] == "(" else j
    if t.low[k] in _ZONES and t.upper(k):
        return t.raw(k).upper(), k + 1 if k == j else j
    if t.low[k] in ("eastern", "central", "pacific", "local") and t.low[k + 1] == "time":
        return f"{t.low[k]} time".upper(), k + 2 if k == j else j
    return None, j


def _make(first: int, after: int, rule: str, moment: Moment) -> Draft:
    assert moment.hour is not None
    minutes = float(moment.hour * _MINUTES + (moment.minute or 0))
    draft = Draft(first, after, "time", minutes, rule)
    draft.low = draft.high = minutes
    draft.moment = moment
    return draft


def _run(t: Tokens, i: int, after: int) -> Draft | None:
    """Read the time that a race took, "2:03:45", in seconds; None where its parts run over."""
    hours, minutes, seconds = (int(t.low[k]) if len(t.low[k]) <= 3 else _MINUTES for k in (i, i + 2, i + 4))
    if minutes >= _MINUTES or seconds >= _MINUTES or len(t.low[i + 4]) != 2:
        return None
    draft = Draft(i, after, "duration", float((hours * _MINUTES + minutes) * _MINUTES + seconds), "race time")
    draft.unit, draft.dimension, draft.factor = "second", "time", 1.0
    return draft


def _settle(hour: int, meridiem: str | None) -> int:
    if meridiem is None:
        return hour
    return hour % _NOON + (_NOON if meridiem == "p" else 0)


def read_clock(t: Tokens, i: int) -> Draft | None:
    """Read the clock time that begins with the number at token ``i``."""
    low = t.low
    word = low[i]
    minute: int | None = None
    after = i + 1
    if word.isdecimal():
        hour = int(word) if len(word) <= 4 else -1
        if low[i + 1] == ":" and t.glued(i + 1) and t.glued(i + 2) and low[i + 2].isdecimal() and len(low[i + 2]) == 2:
            minute, after = int(low[i + 2]), i + 3
            if low[after] == ":" and t.glued(after) and low[after + 1].isdecimal():
                after += 2
                if low[i - 1] in _TIMED and _meridiem(t, after) is None and _zone(t, after)[0] is None:
                    return _run(t, i, after)
    elif word in ONES and ONES[word] <= _NOON:
        hour = ONES[word]
    else:
        whole, _, rest = word.partition(".")
        if not (whole.isdecimal() and rest.isdecimal() and len(rest) == 2 and len(whole) <= 2):
            return None
        hour, minute = int(whole), int(rest)
        if not _meridiem(t, after) and t.low[after] not in _ZONES:
            return None
    if minute is None:
        told = _by_day(t, i, hour) or _minutes_past(t, i)
        if told is not None:
            return told
    mark = _meridiem(t, after) or (_day_part(t, after) if minute is not None else None)
    if mark is None and low[after] == "-" and t.glued(after):
        mark = _meridiem(t, after + 1)
    if mark and 1 <= hour <= _NOON and (minute or 0) < _MINUTES:
        zone, end = _zone(t, mark[1])
        return _make(i, end, "clock time", Moment(hour=_settle(hour, mark[0]), minute=minute, meridiem=True, zone=zone))
    zone, end = _zone(t, after)
    if len(word) == 4 and low[i - 1] == "at" and low[after] == "(" and _zone(t, after + 2)[0]:
        hour, minute = divmod(hour, 100)  # "at 1353 (1023 GMT)"
    elif minute is None and len(word) == 4 and zone and word.isdecimal():
        hour, minute = divmod(hour, 100)
    elif minute is None and low[after] == "o" and low[after + 1] == "'" and low[after + 2] == "clock":
        part = _day_part(t, after + 3)
        hour = _settle(hour % _NOON, part[0] if part else None)
        return _make(i, after + 3, "o'clock", Moment(hour=hour, minute=0, meridiem=part is not None))
    elif minute is None and low[after] == "hours" and len(word) == 4 and word[0] in "012" and word.isdecimal():
        hour, minute = divmod(hour, 100)
        zone, end = _zone(t, after + 1)
        if hour >= _HOURS or minute >= _MINUTES or not (word.endswith("00") or zone or word[0] == "0"):
            return None
    elif minute is None:
        return None
    if not (0 <= hour < _HOURS and minute < _MINUTES) or (
        low[i + 1] == ":"
        and low[after] in ("-", "minutes", "seconds")
        and zone is None
        and hour < 10
        and low[after] != "-"
    ):
        return None
    settled = zone is not None or hour >= _NOON or hour == 0 or word[0] == "0"
    return _make(i, end, "clock time", Moment(hour=hour, minute=minute, meridiem=settled, zone=zone))


def _minutes_past(t: Tokens, i: int) -> Draft | None:
    """Read "20 past four", "at ten to nine", "nine minutes past two"."""
    low, j = t.low, i + 1
    minutes, told = _ROUND_MINUTES.get(low[i], 0), low[j] in ("minute", "minutes")
    if told:
        minutes = ONES.get(low[i], int(low[i]) if low[i].isdecimal() and len(low[i]) < 3 else 0)
        j += 1
    side = low[j]
    if not 0 < minutes < _MINUTES or side not in ("past", "to"):
        return None
    if side == "to" and not told and low[i - 1] not in _HOUR_BEFORE:
        return None
    word, after = low[j + 1], j + 2
    hour = ONES.get(word, int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not 1 <= hour <= _NOON or (low[after][:1].isalpha() and low[after] not in _HOUR_ENDS):
        return None
    total = (hour % _NOON) * _MINUTES + (minutes if side == "past" else -minutes)
    moment = Moment(hour=total // _MINUTES % _NOON, minute=total % _MINUTES)
    return _make(i, after, "minutes past or to", moment)


def _by_day(t: Tokens, i: int, hour: int) -> Draft | None:
    """Read the hour of "after 10 on Sunday", "at nine this morning": a time of day must follow."""
    low, k = t.low, i + 1
    before = i - 2 if low[i - 1] in _NEARLY | _SHARPLY else i - 1
    if low[before] not in _HOUR_BEFORE or not 1 <= hour <= _NOON:
        return None
    part = None
    if low[k] in ("this", "that", "yesterday", "tomorrow", "every", "in"):
        k += 1 + (low[k] == "in" and low[k + 1] == "the")
        part = _DAY_PARTS.get(low[k])
    elif low[k] == "at" and low[k + 1] == "night":
        part = "p"
    elif low[k] in ("tonight", "yesterday", "tomorrow"):
        part = _DAY_PARTS.get(low[k], "")
    elif low[k] == "on" and low[k + 1] in WEEKDAYS and t.upper(k + 1):
        part = _DAY_PARTS.get(low[k + 2], "")
    elif low[before - 1] in _SHORTLY and low[before] in ("after", "before") and low[k] in _CLOSES:
        part = ""  # "shortly after six, police said"
    if part is None or (low[before] == "by" and not part):
        return None  # "lost by 7 on Friday"
    moment = Moment(hour=_settle(hour, part or None) % (_HOURS if part else _NOON), minute=0, meridiem=bool(part))
    return _make(i, i + 1, "hour of a day", moment)


def read_noon(t: Tokens, i: int) -> Draft:
    """Read "noon" and "midnight" at token ``i``."""
    hour = _NOON if t.low[i] == "noon" else 0
    zone, end = _zone(t, i + 1)
    return _make(i, end, "named hour", Moment(hour=hour, minute=0, meridiem=True, zone=zone))


def read_past(t: Tokens, i: int) -> Draft | None:
    """Read "half past six", "quarter to nine" at token ``i``."""
    low = t.low
    part = {"half": 30, "quarter": 15}.get(low[i])
    if part is None or low[i + 1] not in ("past", "to") or (low[i + 1] == "to" and part != 15):
        return None
    word = low[i + 2]
    hour = ONES.get(word, int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not 1 <= hour <= _NOON or (low[i + 1] == "to" and low[i - 1] not in ("a", "at", "about", "around", "by")):
        return None
    minutes = hour * _MINUTES + (part if low[i + 1] == "past" else -part)
    mark = _meridiem(t, i + 3) or _day_part(t, i + 3)
    whole = _settle(minutes // _MINUTES, mark[0] if mark else None) % (_HOURS if mark else _NOON)
    first = i - 1 if low[i - 1] == "a" else i
    return _make(
        first,
        mark[1] if mark else i + 3,
        "part of an hour",
        Moment(hour=whole, minute=minutes % _MINUTES, meridiem=bool(mark)),
    )
