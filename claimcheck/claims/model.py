"""What the third stage hands on: a figure with what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.documents.model import Span
from claimcheck.figures.model import Figure

Part = Literal["actor", "receiver", "place", "subject", "winner", "loser"]
"""The last two are the sides of a result, each beside the part that its clause gives it."""


@dataclass(frozen=True, slots=True)
class Participant:
    """A named party of a claim and the part it plays in it.

    ``name`` is the name as written, ``key`` its canonical form (aliases of rules/names.toml applied,
    case folded, "U.S." and "the United States" alike). ``noun`` is what the name only stands before ("star" in
    "the Orlau Nights star", canonical), None where the name itself has the part. ``deed`` is the canonical verb of
    the clause that the party is the subject of, None where it is none or says nothing ("has").
    """

    part: Part
    name: str
    key: str
    noun: str | None = None
    deed: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in its context.

    ``id`` is unique within a run and counts in reading order; ``document`` is the Document's id.
    ``what`` is the thing measured in the text's words ("containers of munitions"); ``words`` the
    context that alignment compares: canonical word and weight (0 to 1, nearer is heavier), each word
    once, sorted. ``names`` are the canonical names in the sentence. ``participants`` are who does,
    receives, and where. ``speaker`` is to whom the text attributes the figure (None: the writer),
    ``speaker_key`` its canonical form. ``when`` are the time expressions that date the figure,
    normalised ("monday", "2003-q1", "year earlier"). ``sentence`` is the span of the sentence;
    ``quotation`` that of the quotation marks around the figure, None outside of one. ``clause`` is the
    span of the clause within the sentence that holds the figure, and ``near`` its canonical words in the
    text's order, those kept that turn a statement round ("not", "down", "before").
    """

    id: int
    document: str
    figure: Figure
    what: str | None
    words: tuple[tuple[str, float], ...]
    names: tuple[str, ...]
    participants: tuple[Participant, ...]
    speaker: str | None
    speaker_key: str | None
    when: tuple[str, ...]
    sentence: Span
    quotation: Span | None
    clause: Span | None = None
    near: tuple[str, ...] = ()

    @property
    def quoted(self) -> bool:
        return self.quotation is not None

    @property
    def who(self) -> tuple[str, ...]:
        """The names of the participants, each once, in order of mention."""
        return tuple(dict.fromkeys(p.name for p in self.participants))

    def side(self, part: Part) -> str | None:
        """Return the canonical name of who plays ``part``, the first where there are several, None for nobody."""
        return next((party.key for party in self.participants if party.part == part), None)
