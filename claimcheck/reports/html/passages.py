"""Figures quoted in their sentences, as the blocks of a report show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.documents.model import Document
from claimcheck.reports.naming import called_by_outlet
from claimcheck.reports.rows import Place, Rows
from claimcheck.reports.text import Piece, passage
from claimcheck.verdicts.model import Severity


@dataclass(frozen=True, slots=True)
class Quoted:
    """Figures of one sentence in it; ``place`` is the first of them, ``outlet`` whose text it is, if that says more."""

    place: Place
    pieces: Sequence[Piece]
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A finding that is referred to, and its tone: how severe it is, or that it is accepted."""

    number: int
    tone: Severity | Literal["accepted"]


def quoted(places: Sequence[Place], documents: Iterable[Document], width: int) -> Quoted:
    """Return ``places``, which stand in one sentence, with about ``width`` characters of it."""
    document = next(document for document in documents if document.id == places[0].document)
    return Quoted(places[0], passage(places, width), None if called_by_outlet(document) else document.outlet)


def named(numbers: Iterable[int], rows: Rows) -> Sequence[Named]:
    findings = {number: rows.findings[number - 1].finding for number in numbers}
    return [Named(number, "accepted" if each.accepted else each.severity) for number, each in findings.items()]
