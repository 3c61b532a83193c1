"""Options that several commands share, and the records that commands get them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from claimcheck.documents.reading import LIMIT, STDIN
from claimcheck.house.config import Found, find, read, root_of
from claimcheck.house.settled import Settled, settle
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
    """How a result is shown: whether it explains itself, and where it goes."""

    explain: bool
    output: str | None


@dataclass(frozen=True, slots=True)
class House:
    """What a newsroom has agreed on, and what the command line says over it, None where it says nothing.

    Its configuration is in ``config``, or in a file that is found; it has none if that is ``ignored``.
    """

    config: Path | None
    ignored: bool
    packs: tuple[Path, ...]
    form: str | None = None
    fail_on: Level | None = None
    dropped: bool | None = None

    def settled_for(self, file: str) -> Settled:
        """Return what holds for ``file``; for standard input, in the folder we are in. Raises HouseError."""
        return self.settled_in(Path() if file == STDIN else Path(file).parent)

    def settled_in(self, folder: Path) -> Settled:
        """Return what holds for texts in ``folder``. Raises HouseError."""
        settled = settle(self._found(folder), folder, self.packs)
        return replace(
            settled,
            form=self.form or settled.form,
            fail_on=self.fail_on or settled.fail_on,
            dropped=settled.dropped if self.dropped is None else self.dropped,
        )

    def _found(self, folder: Path) -> Found:
        if self.config is not None:
            return read(self.config)
        return Found(root_of(folder)) if self.ignored else find(folder)


def gathered(name: str, kind: type) -> Callable[[F], F]:
    """Hand a command those of its options that are fields of ``kind`` as one record, called ``name``.

    What decorators further out have gathered counts as an option.
    """

    def decorate(command: F) -> F:
        @wraps(command)
        def called(**options: Any) -> Any:
            mine = {field.name: options.pop(field.name) for field in fields(kind) if field.name in options}
            return command(**options, **{name: kind(**mine)})

        return called  # type: ignore[return-value]  # what click calls takes any options

    return decorate


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


def file_options(command: F) -> F:
    """Let ``--encoding`` and ``--max-bytes`` say how files are read."""
    encoding = click.option(
        "--encoding", metavar="NAME", callback=_known_encoding,
        help="Encoding of the files; UTF-8, or what their byte order mark says, unless given.",
    )  # fmt: skip
    limit = click.option(
        "--max-bytes", "limit", metavar="N", type=click.IntRange(1), default=LIMIT, show_default=True,
        help="Refuse longer files.",
    )  # fmt: skip
    return encoding(limit(command))


def reading_options(command: F) -> F:
    """How files are read; the command gets a ``Reading`` called ``reading``."""
    return file_options(gathered("reading", Reading)(command))


def showing_options(command: F) -> F:
    """How and where results are shown; the command gets a ``Showing`` called ``showing``, its ``House`` the format."""
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
    return form(explain(output(gathered("showing", Showing)(command))))


def failing_option(command: F) -> F:
    """``--fail-on``: from which severity on findings give exit code 1."""
    return click.option(
        "--fail-on", type=click.Choice(LEVELS),
        help="Exit with 1 if there is a finding of this severity or a worse one; error unless configured.",
    )(command)  # fmt: skip


def house_options(command: F) -> F:
    """Where a newsroom's own ways come from; the command gets a ``House`` called ``house``.

    Of the other options, that takes what the configuration may say too.
    """
    file = click.option(
        "--config", metavar="FILE", type=click.Path(path_type=Path),
        help="The configuration, instead of the claimcheck.toml or pyproject.toml found in the folder or above.",
    )  # fmt: skip
    ignored = click.option("--no-config", "ignored", is_flag=True, help="Look for no configuration.")
    return file(ignored(rules_option(gathered("house", House)(command))))


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
