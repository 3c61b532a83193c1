"""Reads the rule packs: TOML files of one folder, and of another that extends or overrides it.

A stage asks for one file as one typed record, ``load("hedges", Hedges, packs)``; each stage keeps its
record types beside its own code, so that nothing here knows what a hedge is. The record types forbid
unknown fields, so that a misspelt key is an error and not a rule without effect.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Inline:
    """Rules that stand in another ``file``.

    ``tables`` holds, for each rules file that they change, its name, the key under which they stand, and them as JSON.
    """

    file: Path
    tables: tuple[tuple[str, str, str], ...]


Packs = tuple[Path | Inline, ...]
"""Folders of rule files, or inline ones; a later one extends or overrides an earlier one."""


class RulesError(Exception):
    """A rules file that cannot be used: names the file, the key in it and the reason."""

    def __init__(self, path: Path, key: str, reason: str) -> None:
        super().__init__(f"{path}: {key}: {reason}" if key else f"{path}: {reason}")
        self.path, self.key, self.reason = path, key, reason

    def __reduce__(self) -> tuple[type[RulesError], tuple[Path, str, str]]:
        """Let it cross from one process to another."""
        return type(self), (self.path, self.key, self.reason)


def default_pack() -> Path:
    """Return the folder of the rules that come with claimcheck: in the wheel, or at the checkout's top."""
    inside = Path(__file__).parent / "pack"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "rules"


def inspect(packs: Packs) -> None:
    """Raise RulesError where a folder of ``packs`` is none, or holds a file that no stage would read."""
    known = sorted(file.name for file in default_pack().glob("*.toml"))
    for folder in packs:
        if isinstance(folder, Inline):
            continue
        try:
            names = sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))
        except OSError as error:
            raise RulesError(folder, "", f"no folder of rules: {error.strerror}") from error
        rules = [name for name in names if name.endswith(".toml")]
        if not rules:
            raise RulesError(folder, "", f"no rules in this folder; it may hold any of {', '.join(known)}")
        for name in rules:
            if name not in known:
                raise RulesError(folder / name, "", f"no such rules file{_hint(name, known)}")


@lru_cache(maxsize=64)
def load(name: str, kind: type[T], packs: Packs = ()) -> T:
    """Return ``rules/<name>.toml`` of all packs, merged and validated as ``kind``.

    Tables are merged key by key, lists are joined, anything else is replaced by the later pack.
    Raises RulesError.
    """
    merged: dict[str, Any] = {}
    record: T | None = None
    for pack in (default_pack(), *packs):
        for file, key, table in _tables(pack, name):
            merged = _merge(merged, table)
            record = _convert(merged, kind, file, key)
    if record is None:
        raise RulesError(default_pack() / f"{name}.toml", "", "no such rules file")
    return record


def file_of(name: str, packs: Packs) -> Path:
    """Return the file that has the last word on ``rules/<name>.toml``."""
    return [file for pack in (default_pack(), *packs) for file, _, _ in _tables(pack, name)][-1]


def _tables(pack: Path | Inline, name: str) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    """Yield what ``pack`` holds of one rules file, with the file and the key where it stands."""
    if isinstance(pack, Inline):
        yield from ((pack.file, key, msgspec.json.decode(table)) for of, key, table in pack.tables if of == name)
    elif (file := pack / f"{name}.toml").is_file():
        yield file, "", _read(file)


def _convert(merged: Mapping[str, Any], kind: type[T], file: Path, key: str) -> T:
    try:
        return msgspec.convert(merged, kind)
    except msgspec.ValidationError as error:
        from claimcheck.rules.explain import explain  # noqa: PLC0415 - needed only when something is wrong

        place, reason = explain(merged, kind, error)
        raise RulesError(file, f"{key}: {place}" if key else place, reason) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RulesError(path, "", f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise RulesError(path, f"line {line}", "not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise RulesError(path, "", str(error)) from error


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, new in over.items():
        old = out.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            out[key] = _merge(old, new)
        elif isinstance(old, list) and isinstance(new, list):
            out[key] = old + [item for item in new if item not in old]
        else:
            out[key] = new
    return out


def _hint(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]}?" if close else f"; the files are {', '.join(known)}"
