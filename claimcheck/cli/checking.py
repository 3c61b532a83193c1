"""One draft checked as its newsroom has it: by its configuration, against its sources, with its decisions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.checker import Checker
from claimcheck.cli.options import House, Reading
from claimcheck.cli.output import complain
from claimcheck.documents import Document, DocumentError, read_document
from claimcheck.documents.reading import STDIN
from claimcheck.house.decisions import apply, read_decisions, today
from claimcheck.house.settled import Settled
from claimcheck.house.sources import sources_of
from claimcheck.reports.model import Report


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of a check."""

    sources: Sequence[str]
    reading: Reading
    house: House


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, what is settled for its draft, and whether every source could be read."""

    report: Report
    settled: Settled
    whole: bool


def checked(draft: str, asked: Asked, watch: Callable[[str], None]) -> Checked | None:
    """Return the file ``draft`` checked; None where none of its sources can be read, which is complained of.

    Raises DocumentError, HouseError and RulesError for what cannot be used.
    """
    settled = asked.house.settled_for(draft)
    checker = Checker(settled.packs, dropped=settled.dropped, watch=watch)
    mine = read_document(draft, asked.reading.encoding, asked.reading.limit)
    sources = asked.sources or sources_of(mine, Path(draft), settled)
    theirs = readable(sources, asked.reading, of="" if asked.sources else f"{mine.id}: its source ")
    if not theirs:
        return None
    report = checker.check(mine, theirs)
    if draft != STDIN:
        report = apply(report, read_decisions(draft), today())
    return Checked(report, settled, whole=len(theirs) == len(sources))


def readable(files: Sequence[str], reading: Reading, of: str = "") -> list[Document]:
    """Return the files that can be read; of the others, say why they cannot, and ``of`` what they are."""
    documents = []
    for file in files:
        try:
            documents.append(read_document(file, reading.encoding, reading.limit))
        except DocumentError as error:
            complain(f"{of}{error}")
    return documents
