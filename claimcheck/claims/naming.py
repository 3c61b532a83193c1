"""What a mention of a proper name is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a proper name: ``full`` is its fullest form in the text, ``key`` the canonical form of that.

    ``titled`` says that a title stands before it ("President Ada Moreau"), which people have.
    """

    start: int
    end: int
    text: str
    full: str
    key: str
    titled: bool = False
