"""Dates as files write them."""

from __future__ import annotations

from datetime import date

_ISO_DATE = len("2026-11-22")


def iso_date(text: str) -> str | None:
    """Return the date that ``text`` starts with, as ISO date; a time may follow. None where there is none."""
    day, rest = text.strip()[:_ISO_DATE], text.strip()[_ISO_DATE:]
    if rest and rest[0] not in "T ":
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None
