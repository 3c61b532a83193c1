"""Facts by texts: what each says of each fact, and a closer look at those on which they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimcheck.alignment.model import Verdict
from claimcheck.reports.html.blocks import Link
from claimcheck.reports.html.filling import fill
from claimcheck.reports.html.grouping import groups
from claimcheck.reports.html.marks import SIGNS, WORST_FIRST
from claimcheck.reports.html.passages import Named, Quoted, named, quoted
from claimcheck.reports.html.picture import picture
from claimcheck.reports.naming import names
from claimcheck.reports.rows import FactRow, Place, Rows

_DISPUTED: Sequence[Verdict] = ("conflict", "update")
_WIDTH = 110
"""Characters of a sentence that stand around a figure."""
_UNNAMED = "(unnamed)"
_CAPTION = "Each fact, text by text"


@dataclass(frozen=True, slots=True)
class _Told:
    place: Place
    group: int

    @property
    def id(self) -> int:
        return self.place.claim.id


@dataclass(frozen=True, slots=True)
class _Line:
    what: str
    verdict: Verdict
    sign: str
    rank: int
    findings: Sequence[Named]
    cells: Sequence[Sequence[_Told]]


@dataclass(frozen=True, slots=True)
class _Fact:
    key: str
    what: str
    verdict: Verdict
    sign: str
    findings: Sequence[Named]
    picture: Markup | None
    told: Sequence[Quoted]


def matrix(
    rows: Rows, *, page: str = "", key: str = "fact-list", most: int | None = None, caption: str = _CAPTION
) -> Markup:
    """Return the table of the facts of ``rows`` by its documents, sortable, and with a filter by verdict.

    A figure that differs from what most texts say is set off. With ``most``, it is a glimpse: so many facts, the most
    disputed first, without filter and sorting. ``page`` is the address of the page with the texts, to which the
    figures link; empty where they stand in this one (``sections`` has them). ``key`` is the id of the table's body,
    ``caption`` what it is called to those who do not see it.
    """
    facts = rows.facts
    if most is not None:
        facts = tuple(sorted(facts, key=lambda row: WORST_FIRST.index(row.fact.verdict))[:most])
    verdicts = [row.fact.verdict for row in facts if most is None]
    return fill(
        "matrix.html",
        page=Link(page, "").href,
        key=key,
        caption=caption,
        sortable=most is None,
        documents=rows.documents,
        names=names(rows.documents),
        labels=_labels(rows),
        lines=[_line(row, rows) for row in facts],
        verdicts=[(name, verdicts.count(name)) for name in WORST_FIRST if name in verdicts],
    )


def disputed(rows: Rows, *, page: str = "", key: str = "fact", most: int | None = None) -> Markup:
    """Return the facts on which the texts differ, each with its picture and what every text says; or nothing.

    Conflicts come first, then what has moved on; ``most`` limits how many there are. ``page`` is the address
    of the page with the texts, to which the figures link; empty where they stand in this one. ``key`` is a
    word that tells these facts from those of other reports in the same page.
    """
    numbered = [(n, row) for n, row in enumerate(rows.facts, start=1) if row.fact.verdict in _DISPUTED]
    numbered.sort(key=lambda each: _DISPUTED.index(each[1].fact.verdict))
    shown = [
        _Fact(
            key=f"{key}-{number}",
            what=row.fact.what or _UNNAMED,
            verdict=row.fact.verdict,
            sign=SIGNS[row.fact.verdict],
            findings=named(row.findings, rows),
            picture=picture(row, rows.documents, f"{key}-{number}"),
            told=[quoted([place], rows.documents, _WIDTH) for cell in row.cells for place in cell],
        )
        for number, row in numbered[:most]
    ]
    return fill("disputed.html", facts=shown, page=Link(page, "").href) if shown else Markup()


def _labels(rows: Rows) -> Sequence[str]:
    """Return what each document is called by itself: by its outlet, where that has no other here."""
    called = names(rows.documents)
    outlets = Counter(document.outlet for document in rows.documents)
    return [
        document.outlet if document.outlet and outlets[document.outlet] == 1 else called[document.id]
        for document in rows.documents
    ]


def _line(row: FactRow, rows: Rows) -> _Line:
    places = [place for cell in row.cells for place in cell]
    ranked = {place.claim.id: rank for place, rank in zip(places, groups(places), strict=True)}
    verdict = row.fact.verdict
    return _Line(
        what=row.fact.what or _UNNAMED,
        verdict=verdict,
        sign=SIGNS[verdict],
        rank=WORST_FIRST.index(verdict),
        findings=named(row.findings, rows),
        cells=[[_Told(place, min(ranked[place.claim.id], 2)) for place in cell] for cell in row.cells],
    )
