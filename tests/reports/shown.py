"""Reports of every kind, and what shows them, in every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimcheck.reports import formats, rows, to_notebook
from claimcheck.reports.formats import Screen, render
from claimcheck.reports.model import Report
from tests.builders import report

Render = Callable[[Report, bool], str]


def shown_as(form: str, columns: int = 80) -> Render:
    return lambda report, explained: render(report, form, explained=explained, screen=Screen(columns))


FORMATS: dict[str, Render] = {
    **{form: shown_as(form) for form in formats.FORMATS},
    "wide table": shown_as("table", 160),
    "notebook": lambda report, explained: to_notebook.render(rows.build(report, explained)),
}


def compared() -> Report:
    return replace(report(), draft=None)


def extracted() -> Report:
    whole = report()
    return replace(
        whole, documents=whole.documents[:1], claims=whole.claims[:3], links=(), facts=(), findings=(), draft=None
    )


KINDS: dict[str, Callable[[], Report]] = {"check": report, "compare": compared, "extract": extracted}
