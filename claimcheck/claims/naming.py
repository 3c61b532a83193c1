"""What a mention of a proper name is."""

from __future__ import annotations

from typing import Final, NamedTuple

SHORTEST_STEM: Final = 4
"""Letters that a name and its short form begin with alike."""


class Name(NamedTuple):
    """A mention of a proper name: ``full`` is its fullest form in the text, ``key`` the canonical form of that.

    ``titled`` says that a title stands before it ("President Ada Moreau"), which people have.
    """

    start: int
    end: int
    text: str
    full: str
    key: str
    titled: bool = False


def related(one: str, two: str) -> bool:
    """Return whether two canonical names may be of one: the same, one within the other, or of one last word.

    A name that another begins with is its short form ("Barca", "Barcelona").
    """
    first, second = one.split(), two.split()
    if set(first) <= set(second) or set(second) <= set(first) or first[-1:] == second[-1:]:
        return True
    return one[:SHORTEST_STEM] == two[:SHORTEST_STEM] and len(min(one, two, key=len)) >= SHORTEST_STEM
