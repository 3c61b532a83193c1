"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from claimcheck.documents.reading import LIMIT

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("table", "markdown", "json", "csv")
LEVELS = ("error", "warning", "notice", "never")


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
    """How files are read."""
    encoding = click.option(
        "--encoding", metavar="NAME", callback=_known_encoding,
        help="Encoding of the files; UTF-8, or what their byte order mark says, unless given.",
    )  # fmt: skip
    limit = click.option(
        "--max-bytes", "limit", metavar="N", type=click.IntRange(1), default=LIMIT, show_default=True,
        help="Refuse longer files.",
    )  # fmt: skip
    return encoding(limit(command))


def showing_options(command: F) -> F:
    """How and where results are shown."""
    form = click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to show results."
    )
    explain = click.option(
        "--explain", is_flag=True, help="Show how each figure was read and why each pair was linked."
    )
    output = click.option(
        "-o", "--output", metavar="FILE", help="Write there, whole or not at all, instead of to standard output."
    )
    return form(explain(output(command)))


def failing_option(command: F) -> F:
    """``--fail-on``: from which severity on findings give exit code 1."""
    return click.option(
        "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True,
        help="Exit with 1 if there is a finding of this severity or a worse one.",
    )(command)  # fmt: skip
