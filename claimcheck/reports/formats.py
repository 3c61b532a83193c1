"""The formats by name. One has a module with a function ``render`` of type ``Render``, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from claimcheck.reports import rows
from claimcheck.reports.model import Report

FORMATS: Mapping[str, str] = {
    "table": "to_table",
    "markdown": "to_markdown",
    "json": "to_json",
    "csv": "to_csv",
    "html": "html",
}
"""Modules of this package."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What a report is shown on: so many columns of text, in colour or not."""

    columns: int = 80
    colour: bool = False


Render = Callable[[rows.Rows, Screen], str]
"""Returns all of a report's rows as text, ended by a line end."""


def render(report: Report, form: str, *, explained: bool = False, screen: Screen | None = None) -> str:
    """Return ``report`` in the format ``form``, a key of ``FORMATS``, with its reading steps if ``explained``."""
    # Start-up is part of every save: nothing is loaded for a format that nobody asked for.
    function: Render = import_module(f"claimcheck.reports.{FORMATS[form]}").render
    return function(rows.build(report, explained), screen or Screen())
