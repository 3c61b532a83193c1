"""To whom the text attributes a figure."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.reading import Reading
from claimcheck.figures.model import Figure
from claimcheck.rules.packs import Packs

Speaker = tuple[str, str]
"""Name as an editor would say it, and its canonical form."""


def read_speakers(reading: Reading, figures: Sequence[Figure], packs: Packs) -> tuple[Speaker | None, ...]:
    """Return for each of ``figures`` to whom the text attributes it, None where the writer speaks."""
    del reading, packs
    return (None,) * len(figures)
