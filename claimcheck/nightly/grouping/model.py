"""What grouping hands on, and what it keeps of a story meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from claimcheck.documents.model import Document

VALUE_BITS: Final = 32
"""Bits of a figure's hash that are of its value; those above are of what it measures."""


@dataclass(frozen=True, slots=True)
class Group:
    """The stories of one event.

    ``id`` names the event by the content of its first story, so that it stays when stories are added later.
    ``documents`` are in order of date, on one date the longest first. ``copies`` are pairs of ids, a wire copy
    and the story it is a copy of, in the order of ``documents``; an original is never itself a copy.
    """

    id: str
    documents: tuple[Document, ...]
    copies: tuple[tuple[str, str], ...] = ()

    @property
    def originals(self) -> tuple[Document, ...]:
        """The stories that are evidence of their own."""
        folded = {copy for copy, _ in self.copies}
        return tuple(document for document in self.documents if document.id not in folded)


@dataclass(frozen=True, slots=True)
class Profile:
    """What grouping needs of one story, a few kilobytes; made from that story alone.

    ``day`` is its date as a proleptic ordinal, None where it has none. ``terms`` are hashes of its words, an odd
    one for a name; ``counts`` how often each occurs. ``figures`` are hashes of what its figures state, the
    upper half of what they measure, the lower of the value. ``passages`` are the smallest hashes of its runs of
    words (a bottom-k sketch), headline and page furniture left out. All are packed arrays of unsigned integers
    of 64 bits (``counts``: 16), ``terms``, ``figures`` and ``passages`` ascending.
    """

    id: str
    digest: str
    day: int | None
    length: int
    terms: bytes
    counts: bytes
    figures: bytes
    passages: bytes

    @property
    def order(self) -> tuple[int, int, str, str]:
        """How stories are put in order: by date, the undated first, then the longer, then by content."""
        return self.day or 0, -self.length, self.digest, self.id


def unpack(packed: bytes, kind: Literal["Q", "H"] = "Q") -> memoryview[int]:
    return memoryview(packed).cast(kind)
