"""What stands between the commas before a verb: which of it only adds to the noun before."""

from __future__ import annotations

from typing import Final

from claimcheck.claims.lexicon import Words
from claimcheck.claims.naming import Name
from claimcheck.claims.tokens import DETERMINERS, QUOTE_MARKS, Tokens

BREAKS: Final = frozenset((";", ":", "—", "–", "--", "(", ")", "[", "]", "…", "?", "!"))
RELATIVES: Final = frozenset(("who", "which", "whose", "that", "where", "whom"))
PREPOSITIONS: Final = frozenset(
    ("in", "on", "at", "of", "from", "for", "with", "near", "to", "by", "off", "outside", "after", "during", "under",
     "before", "into", "about", "against", "over", "through", "among", "between", "within", "since", "until", "despite",
     "as", "like", "around", "across", "via", "aboard", "inside", "following")
)  # fmt: skip
_MOST_SEGMENTS: Final = 6
_FURTHEST: Final = 40
"""Tokens from its end that what stands between two commas may begin."""


def segments_before(tokens: Tokens, comma: int) -> list[tuple[int, int]]:
    """Return what stands between the commas before ``comma``, nearest first, as token ranges, ends included."""
    segments: list[tuple[int, int]] = []
    end = comma
    while end > 0 and len(segments) < _MOST_SEGMENTS:
        start = end - 1
        while start >= max(0, end - _FURTHEST) and tokens.lower[start] != "," and not _walls(tokens, start):
            start -= 1
        last = end - 1
        while last > start and tokens.lower[last] == ".":
            last -= 1
        if last > start:
            segments.append((start + 1, last))
        if start < 0 or _walls(tokens, start):
            break
        end = start
    return segments


def just_name(tokens: Tokens, segment: tuple[int, int]) -> Name | None:
    """Return the name that a segment consists of, but for an article."""
    first, last = segment
    if first < last and tokens.lower[first] in DETERMINERS:
        first += 1
    name = tokens.names[first]
    return name if name is not None and tokens.names[last] is name else None


def serves_another(tokens: Tokens, first: int, name: Name) -> bool:
    """Whether a name at a segment's end only serves another noun ("brother of Ada Moreau")."""
    place = first
    while tokens.names[place] is not name:
        place += 1
    while place > first and tokens.lower[place - 1] in DETERMINERS:
        place -= 1
    return place > first and (tokens.lower[place - 1] in PREPOSITIONS or tokens.lower[place - 1] in ("and", "or"))


def _walls(tokens: Tokens, place: int) -> bool:
    return tokens.names[place] is None and (tokens.lower[place] in BREAKS or tokens.lower[place] in QUOTE_MARKS)


def is_apposition(tokens: Tokens, segment: tuple[int, int], earlier: tuple[int, int], words: Words) -> bool:
    """Whether a segment between commas adds to the noun at the end of the ``earlier`` one."""
    first, last = segment
    opening = tokens.lower[first]
    if tokens.names[first] is not None:
        if just_name(tokens, segment) is None:
            return just_name(tokens, earlier) is not None
        # A lone name: a place behind a place, or the name of the noun before.
        return True
    if opening in ("and", "but", "or"):
        return False
    if opening in DETERMINERS or opening in RELATIVES or opening in PREPOSITIONS or opening[0].isdigit():
        return True
    if opening in words.subordinators:
        return False
    return opening.endswith(("ed", "ing")) or not any(tokens.verbs[n] for n in range(first, last + 1))
