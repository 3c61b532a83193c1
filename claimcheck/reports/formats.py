"""The formats by name. One has a module with a function ``render`` of type ``Render``, loaded when it is asked for.

A module that can show several reports as one has a function ``render_several`` of type ``RenderSeveral``, one that can
show them as files of a folder a function ``render_folder`` of type ``RenderFolder``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from claimcheck.reports import rows
from claimcheck.reports.model import Report
from claimcheck.verdicts.model import Level

FORMATS: Mapping[str, str] = {
    "table": "to_table",
    "markdown": "to_markdown",
    "json": "to_json",
    "jsonl": "to_jsonl",
    "csv": "to_csv",
    "html": "html",
    "sarif": "to_sarif",
    "junit": "to_junit",
    "github": "to_github",
}
"""Modules of this package."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What a report is shown on: so many columns of text, in colour or not."""

    columns: int = 80
    colour: bool = False


Render = Callable[[rows.Rows, Screen], str]
"""Returns all of a report's rows as text, ended by a line end."""

RenderSeveral = Callable[[Sequence[rows.Rows], Screen], str]
"""Returns the rows of several reports as one text, ended by a line end."""


Failed = tuple[str, str]
"""A draft that could not be checked, and why."""

RenderFolder = Callable[[Sequence[rows.Rows], Sequence[Failed]], Mapping[str, str]]
"""Returns the rows of several reports as files by their names, the one that lists them last."""


def render(
    report: Report, form: str, *, explained: bool = False, screen: Screen | None = None, fail_on: Level = "error"
) -> str:
    """Return ``report`` in the format ``form``, a key of ``FORMATS``, with its reading steps if ``explained``."""
    function: Render = _module(form).render
    return function(rows.build(report, explained, fail_on), screen or Screen())


def shows_several(form: str) -> bool:
    """Return whether several reports can be shown as one in the format ``form``."""
    return hasattr(_module(form), "render_several")


def render_several(
    reports: Sequence[tuple[Report, Level]], form: str, *, explained: bool = False, screen: Screen | None = None
) -> str:
    """Return ``reports``, each with what fails it, as one text in the format ``form``, one that ``shows_several``."""
    function: RenderSeveral = _module(form).render_several
    return function([rows.build(report, explained, fail_on) for report, fail_on in reports], screen or Screen())


def shows_folder(form: str) -> bool:
    """Return whether several reports can be shown as files of a folder in the format ``form``."""
    return hasattr(_module(form), "render_folder")


def render_folder(
    reports: Sequence[tuple[Report, Level]], failed: Sequence[Failed], form: str, *, explained: bool = False
) -> Mapping[str, str]:
    """Return ``reports``, each with what fails it, as files by their names, in a format that ``shows_folder``."""
    function: RenderFolder = _module(form).render_folder
    return function([rows.build(report, explained, fail_on) for report, fail_on in reports], failed)


def _module(form: str) -> ModuleType:
    # Start-up is part of every save: nothing is loaded for a format that nobody asked for.
    return import_module(f"claimcheck.reports.{FORMATS[form]}")
