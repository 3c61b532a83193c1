"""What may be asked of the archive in words: "what did outlets say about the Kalmen toll since 2026-11-20"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from claimcheck.documents import iso_date
from claimcheck.nightly.errors import ArchiveError

FORM = "what did [OUTLETS or an outlet's name] say about WORDS [since DATE] [until DATE]"

_QUESTION = re.compile(
    r"\s*what\s+(?:did|do|does|has|have)\s+(?P<who>.+?)\s+(?:say|said|write|report)\s+(?:about|of|on)\s+(?P<rest>.+?)"
    r"\s*\??\s*",
    re.IGNORECASE | re.DOTALL,
)
_LIMIT = re.compile(r"\s+(since|from|after|until|till|before|on)\s+(\S+(?:\s+days?\s+ago)?)\s*$", re.IGNORECASE)
_AGO = re.compile(r"(\d{1,5})\s+days?\s+ago", re.IGNORECASE)
_EVERYONE = re.compile(
    r"(?:(?:all|the|any)\s+)*(?:outlets?|sources?|papers?|agencies|anyone|anybody|everyone|everybody|they|we)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*,\s*|\s+and\s+|\s+or\s+")
_QUOTES = "\"'“”‘’"
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*%?")
_LONGEST = 1000
"""Characters of a question: nobody asks for more."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: ``words`` that all must occur, ``outlets`` (none: any), first and last day, both included."""

    words: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


def parse(text: str, today: date) -> Question:
    """Return what ``text`` asks, "yesterday" and "3 days ago" counted from ``today``. Raises ArchiveError."""
    found = _QUESTION.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        raise ArchiveError("question", f"not understood: {text[:80]!r}", f"ask: {FORM}")
    rest, limits = found["rest"], {}
    while limit := _LIMIT.search(f" {rest}"):
        day = _day(limit[2], today)
        if day is None:
            break  # "since" may also be one of the words asked for
        limits.update(_between(limit[1].lower(), day))
        rest = f" {rest}"[: limit.start()].strip()
    words = tuple(word.casefold() for word in _WORD.findall(rest))
    if not words:
        raise ArchiveError("question", "about what?", f"ask: {FORM}")
    return Question(words, _outlets(found["who"]), limits.get("since"), limits.get("until"))


def _between(word: str, day: date) -> dict[str, str]:
    match word:
        case "since" | "from":
            return {"since": day.isoformat()}
        case "after":
            return {"since": (day + timedelta(days=1)).isoformat()}
        case "until" | "till":
            return {"until": day.isoformat()}
        case "before":
            return {"until": (day - timedelta(days=1)).isoformat()}
    return {"since": day.isoformat(), "until": day.isoformat()}


def _day(text: str, today: date) -> date | None:
    match text.casefold():
        case "today":
            return today
        case "yesterday":
            return today - timedelta(days=1)
    if ago := _AGO.fullmatch(text):
        return today - timedelta(days=int(ago[1]))
    day = iso_date(text)
    return date.fromisoformat(day) if day else None


def _outlets(who: str) -> tuple[str, ...]:
    if _EVERYONE.fullmatch(who.strip()):
        return ()
    names = (name.strip().strip(_QUOTES).strip() for name in _SEVERAL.split(who))
    return tuple(dict.fromkeys(name.casefold() for name in names if name))
