"""Numbers of things, in words."""

from __future__ import annotations


def plural(count: int, noun: str) -> str:
    """Return ``noun`` for one, its plural for any other number."""
    if count == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def counted(count: int, noun: str) -> str:
    """Return how many: "1 story", "3 stories"."""
    return f"{count} {plural(count, noun)}"
