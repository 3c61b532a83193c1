"""Reads the rule packs: TOML files of one folder, and of another that extends or overrides it.

A stage asks for one file as one typed record, ``load("hedges", Hedges, packs)``; each stage keeps its
record types beside its own code, so that nothing here knows what a hedge is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)

Packs = tuple[Path, ...]
"""Folders of rule files; a later one extends or overrides an earlier one."""


class RulesError(Exception):
    """A rules file that cannot be used: names the file, the key in it and the reason."""

    def __init__(self, path: Path, key: str, reason: str) -> None:
        super().__init__(f"{path}: {key}: {reason}" if key else f"{path}: {reason}")
        self.path, self.key, self.reason = path, key, reason


def default_pack() -> Path:
    """Return the folder of the rules that come with claimcheck: in the wheel, or at the checkout's top."""
    inside = Path(__file__).parent / "pack"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "rules"


@lru_cache(maxsize=64)
def load(name: str, kind: type[T], packs: Packs = ()) -> T:
    """Return ``rules/<name>.toml`` of all packs, merged and validated as ``kind``.

    Tables are merged key by key, lists are joined, anything else is replaced by the later pack.
    Raises RulesError.
    """
    merged: dict[str, Any] = {}
    path = default_pack() / f"{name}.toml"
    for folder in (default_pack(), *packs):
        file = folder / f"{name}.toml"
        if file.is_file():
            path = file
            merged = _merge(merged, _read(file))
            try:
                record = msgspec.convert(merged, kind)
            except msgspec.ValidationError as error:
                reason, _, key = str(error).partition(" - at ")
                raise RulesError(file, key.strip("`").removeprefix("$."), reason) from error
    if not merged:
        raise RulesError(path, "", "no such rules file")
    return record


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
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
