"""What a mention of a proper name is, and the canonical form of a name."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.lexicon import Names


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


def key_of(name: str, rules: Names) -> str:
    """Return the canonical form of a name as written: its alias group's first, else itself in small letters."""
    folded = " ".join(name.casefold().replace("’", "'").split())
    return rules.canon.get(folded) or rules.canon.get(folded.rstrip("."), folded)
