"""The quantity parser: the figures of a text, found, read, bounded and typed."""

from claimcheck.documents.model import Document
from claimcheck.figures import reader
from claimcheck.figures.model import Figure
from claimcheck.rules.packs import Packs

__all__ = ["Figure", "read_figures"]


def read_figures(document: Document, packs: Packs = ()) -> tuple[Figure, ...]:
    """Return the figures of ``document.text`` in reading order, apart from each other.

    Figures that touch ``document.markup`` are left out. Raises RulesError for rules that cannot be used.
    """
    return reader.read(document, packs)
