"""A newsroom's configuration: ``claimcheck.toml``, or the table ``tool.claimcheck`` of ``pyproject.toml``.

It is looked for in the folder of the draft and in those above it, up to the repository's root; the first one
found holds. Its schema for editors of such files is ``config-schema.json`` beside this module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Literal

import msgspec

from claimcheck.house.errors import HouseError
from claimcheck.reports.formats import FORMATS
from claimcheck.verdicts.catalogue import RULE_IDS
from claimcheck.verdicts.model import Level

FILE = "claimcheck.toml"
PROJECT_FILE = "pyproject.toml"

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How far a hedge lets values reach below and above the stated one, as a share of it; "open" for no end."""

    low: Share | Literal["open"] | None = None
    high: Share | Literal["open"] | None = None


class Tolerances(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """The keys of rules/rounding.toml, and ``hedges``: those of rules/hedges.toml by their names."""

    exact_below: Count | None = None
    zeros: Count | None = None
    most: Share | None = None
    clock: Count | None = None
    hedges: dict[str, Reach] = {}


class Folder(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """What holds in a folder, and in those inside of it that do not say otherwise."""

    sources: tuple[str, ...] | None = None
    rules: tuple[str, ...] | None = None
    severities: dict[str, Literal["error", "warning", "notice", "off"]] = {}
    tolerances: Tolerances = Tolerances()
    format: str | None = None
    fail_on: Level | None = None
    dropped: bool | None = None


class Config(Folder, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """What holds everywhere, and by folder, named from that of the file."""

    folders: dict[str, Folder] = {}


_EMPTY = Config()


@dataclass(frozen=True, slots=True)
class Found:
    """A configuration, the ``file`` that holds it and the key before its own there; without a file, an empty one.

    No path in it leads out of the folder ``root``: the file's, else the repository's, else where the search began.
    """

    root: Path
    file: Path | None = None
    prefix: str = ""
    config: Config = _EMPTY

    def levels(self, folder: Path) -> Iterator[tuple[str, Folder]]:
        """Yield what holds in ``folder``, the most general first, each with the key under which it stands."""
        yield self.prefix, self.config
        try:
            inside = PurePosixPath(folder.resolve().relative_to(self.root).as_posix())
        except ValueError:
            return
        named = sorted(self.config.folders, key=lambda name: (len(PurePosixPath(name).parts), name))
        for name in named:
            if inside.is_relative_to(PurePosixPath(name)):
                yield f'{self.prefix}folders."{name}".', self.config.folders[name]


def find(folder: Path) -> Found:
    """Return the configuration for texts in ``folder``. Raises HouseError."""
    root = root_of(folder)
    start = folder.resolve()
    for each in (start, *start.parents):
        for name in (FILE, PROJECT_FILE):
            found = _read(each / name)
            if found is not None:
                return found
        if (each / ".git").exists():
            break
    return Found(root)


def root_of(folder: Path) -> Path:
    """Return the root of the repository that ``folder`` is in; the folder itself where there is none."""
    start = folder.resolve()
    return next((each for each in (start, *start.parents) if (each / ".git").exists()), start)


def read(file: Path) -> Found:
    """Return the configuration in ``file``. Raises HouseError, also where there is none."""
    found = _read(file.resolve())
    if found is None:
        missing = f"no table [{_PREFIX.strip('.')}]" if file.is_file() else "no such file"
        raise HouseError(file, "", missing)
    return found


_PREFIX = "tool.claimcheck."


def _read(file: Path) -> Found | None:
    if not file.is_file():
        return None
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise HouseError(file, "", f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise HouseError(file, f"line {line}", "not UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise HouseError(file, "", str(error)) from error
    prefix = ""
    if file.name == PROJECT_FILE:
        prefix = _PREFIX
        tables = tables.get("tool", {}).get("claimcheck")
        if tables is None:
            return None
    return Found(file.parent, file, prefix, _config(file, prefix, tables))


def _config(file: Path, prefix: str, tables: Mapping[str, Any]) -> Config:
    try:
        config = msgspec.convert(tables, Config)
    except msgspec.ValidationError as error:
        from claimcheck.rules.explain import explain  # noqa: PLC0415 - needed only when something is wrong

        key, reason = explain(tables, Config, error)
        raise HouseError(file, prefix + key, reason) from error
    _sane(file, prefix, config)
    for name, folder in config.folders.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise HouseError(
                file, f'{prefix}folders."{name}"', "name a folder inside this one, like sport or news/city"
            )
        _sane(file, f'{prefix}folders."{name}".', folder)
    return config


def _sane(file: Path, prefix: str, folder: Folder) -> None:
    for rule in folder.severities:
        known(file, f"{prefix}severities.{rule}", "rule", rule, RULE_IDS)
    if folder.format is not None:
        known(file, f"{prefix}format", "format", folder.format, tuple(FORMATS))


def known(file: Path, key: str, what: str, name: str, names: Sequence[str]) -> None:
    """Raise HouseError where ``name`` is none of ``names``."""
    if name not in names:
        from claimcheck.rules.explain import hint  # noqa: PLC0415 - needed only when something is wrong

        raise HouseError(file, key, f"no such {what}: {name!r}{hint(name, names, f'{what}s')}")
