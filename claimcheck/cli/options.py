"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from claimcheck.documents.reading import LIMIT
from claimcheck.reports.formats import FORMATS, Level

F = TypeVar("F", bound=Callable[..., Any])

LEVELS = get_args(Level)


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: their encoding, None for what they themselves say, and how many bytes at most."""

    encoding: str | None
    limit: int


@dataclass(frozen=True, slots=True)
class Showing:
    """How a result is shown: its format, where it goes, and whether it explains itself."""

    form: str
    explain: bool
    output: str | None


def _gathered(command: F, name: str, kind: type) -> F:
    """Return ``command`` with the options that are fields of ``kind`` handed on as one record called ``name``."""

    @wraps(command)
    def called(**options: Any) -> Any:
        record = kind(**{field.name: options.pop(field.name) for field in fields(kind)})
        return command(**options, **{name: record})

    return called  # type: ignore[return-value]  # what click calls takes any options


def _known_encoding(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        b"0".decode(name, "replace")  # refuses codecs that make no text, as a look-up does not
    except (LookupError, UnicodeError) as error:
        raise click.BadParameter(f"no text encoding is called {name!r}") from error
    return name


def rules_option(command: F) -> F:
    """``--rules DIR``: folders of rules over those that come with claimcheck."""
    return click.option(
        "--rules", "packs", metavar="DIR", multiple=True, type=click.Path(path_type=Path),
        help="A folder of rule files that extend or override the built-in ones; may be repeated.",
    )(command)  # fmt: skip


def reading_options(command: F) -> F:
    """How files are read; the command gets a ``Reading`` called ``reading``."""
    encoding = click.option(
        "--encoding", metavar="NAME", callback=_known_encoding,
        help="Encoding of the files; UTF-8, or what their byte order mark says, unless given.",
    )  # fmt: skip
    limit = click.option(
        "--max-bytes", "limit", metavar="N", type=click.IntRange(1), default=LIMIT, show_default=True,
        help="Refuse longer files.",
    )  # fmt: skip
    return encoding(limit(_gathered(command, "reading", Reading)))


def showing_options(command: F) -> F:
    """How and where results are shown; the command gets a ``Showing`` called ``showing``."""
    form = click.option(
        "--format", "form", type=click.Choice(tuple(FORMATS)), default="table", show_default=True,
        help="How to show results.",
    )  # fmt: skip
    explain = click.option(
        "--explain", is_flag=True, help="Show how each figure was read and why each pair was linked."
    )
    output = click.option(
        "-o", "--output", metavar="FILE", help="Write there, whole or not at all, instead of to standard output."
    )
    return form(explain(output(_gathered(command, "showing", Showing))))


def failing_option(command: F) -> F:
    """``--fail-on``: from which severity on findings give exit code 1."""
    return click.option(
        "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True,
        help="Exit with 1 if there is a finding of this severity or a worse one.",
    )(command)  # fmt: skip
