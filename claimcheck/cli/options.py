"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from claimcheck.documents.reading import LIMIT
from claimcheck.house.config import Found, find, read, root_of
from claimcheck.reports.formats import FORMATS
from claimcheck.verdicts.model import Level

F = TypeVar("F", bound=Callable[..., Any])

LEVELS = get_args(Level)


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: their encoding, None for what they themselves say, and how many bytes at most."""

    encoding: str | None
    limit: int


@dataclass(frozen=True, slots=True)
class Showing:
    """How a result is shown: its format (None: as configured), where it goes, and whether it explains itself."""

    form: str | None
    explain: bool
    output: str | None


@dataclass(frozen=True, slots=True)
class Configuring:
    """Where the configuration comes from: ``config``, or a file that is found; from nowhere if ``ignored``."""

    config: Path | None
    ignored: bool

    def found(self, folder: Path) -> Found:
        """Return the configuration for texts in ``folder``. Raises HouseError."""
        if self.config is not None:
            return read(self.config)
        return Found(root_of(folder)) if self.ignored else find(folder)


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
        "--format", "form", type=click.Choice(tuple(FORMATS)),
        help="How to show results; as a table unless the configuration says otherwise.",
    )  # fmt: skip
    explain = click.option(
        "--explain", is_flag=True, help="Show how each figure was read and why each pair was linked."
    )
    output = click.option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write there, whole or not at all, instead of to standard output.",
    )
    return form(explain(output(_gathered(command, "showing", Showing))))


def failing_option(command: F) -> F:
    """``--fail-on``: from which severity on findings give exit code 1."""
    return click.option(
        "--fail-on", type=click.Choice(LEVELS),
        help="Exit with 1 if there is a finding of this severity or a worse one; error unless configured.",
    )(command)  # fmt: skip


def config_options(command: F) -> F:
    """Where the configuration comes from; the command gets a ``Configuring`` called ``configuring``."""
    file = click.option(
        "--config", metavar="FILE", type=click.Path(path_type=Path),
        help="The configuration, instead of the claimcheck.toml or pyproject.toml found in the folder or above.",
    )  # fmt: skip
    ignored = click.option("--no-config", "ignored", is_flag=True, help="Look for no configuration.")
    return file(ignored(_gathered(command, "configuring", Configuring)))


def sources_option(command: F) -> F:
    """``--source``: what the draft was made from."""
    return click.option(
        "-s", "--source", "sources", metavar="FILE", multiple=True,
        help="A source of the draft; may be repeated. Otherwise its front matter or the configuration names them.",
    )(command)  # fmt: skip


def dropped_option(command: F) -> F:
    """Let ``--dropped`` say whether figures of the sources that are left out are findings too."""
    return click.option(
        "--dropped/--no-dropped", default=None, help="Also find figures of the sources that the draft leaves out."
    )(command)
