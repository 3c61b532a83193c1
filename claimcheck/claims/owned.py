"""Attributions without a verb: "the ministry's estimate was 40", "by the Herald's count"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claimcheck.claims.memory import Memory, Speaker
from claimcheck.claims.phrases import Grammar, Phrase
from claimcheck.claims.tokens import Tokens

_MARKS: Final = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Cue:
    """An attribution from ``start`` to ``end``; it reaches what stands ``forward`` or ``backward`` of it.

    ``limit`` is where the reach forward ends before the sentence does.
    """

    start: int
    end: int
    speaker: Speaker | None
    forward: bool
    backward: bool
    limit: int | None = None


def owned_cues(tokens: Tokens, grammar: Grammar, memory: Memory) -> list[Cue]:
    """Return the attributions of a sentence by whose estimate or figures something is, in order."""
    out = []
    for place in range(1, len(tokens)):
        if tokens.lower[place] in grammar.speech.owned and tokens.names[place] is None:
            owner = place - 1
            if owner and not tokens.lower[owner].endswith(_MARKS) and tokens.names[owner] is None:
                owner -= 1  # "the Herald's first estimate"
            speaker = _owner(tokens, owner, grammar, memory)
            if speaker is not None:
                start = max(0, owner - 2)
                by = "by" in tokens.lower[start:owner]
                out.append(Cue(tokens.starts[owner], tokens.ends[place], speaker, forward=True, backward=by))
    return out


def _owner(tokens: Tokens, place: int, grammar: Grammar, memory: Memory) -> Speaker | None:
    word, name = tokens.lower[place], tokens.names[place]
    if not word.endswith(_MARKS):
        return None
    word = word[: -len(_MARKS[0])]
    if name is None and word not in grammar.speech.bodies:
        return None
    return memory.resolve(Phrase(place, place, name, name.full if name else word), tokens, grammar)
