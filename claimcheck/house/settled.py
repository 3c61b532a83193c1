"""What a newsroom's configuration comes to for one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.figures.hedges import HedgeRules
from claimcheck.house.config import Folder, Found, Tolerances, known
from claimcheck.house.errors import HouseError
from claimcheck.rules.packs import Inline, Packs, load
from claimcheck.verdicts.model import Level


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds for the texts of one folder.

    ``sources`` are patterns (see ``claimcheck.house.sources``); ``root`` is the folder that no file leads out of.
    """

    root: Path
    file: Path | None = None
    sources: tuple[str, ...] = ()
    packs: Packs = ()
    form: str = "table"
    fail_on: Level = "error"
    dropped: bool = False


def settle(found: Found, folder: Path, packs: tuple[Path, ...] = ()) -> Settled:
    """Return what ``found`` says of texts in ``folder``; rules in ``packs`` are over its own. Raises HouseError."""
    levels = list(found.levels(folder))
    rules: list[Path | Inline] = []
    for key, level in levels:
        if level.rules is not None:
            rules = [_inside(found, name, f"{key}rules") for name in level.rules]
    for key, level in levels:
        tables = tuple(_tables(key, level))
        if tables:
            assert found.file is not None
            _known(found.file, key, level.tolerances, tuple(rules))
            rules.append(Inline(found.file, tables))

    settled = Settled(found.root, found.file, packs=(*rules, *packs))
    for _, level in levels:
        settled = replace(settled, **_said(level))
    return settled


def _said(level: Folder) -> dict[str, Any]:
    """Return what a level says itself of what is not laid over what others say."""
    said = {"sources": level.sources, "form": level.format, "fail_on": level.fail_on, "dropped": level.dropped}
    return {field: value for field, value in said.items() if value is not None}


def _inside(found: Found, name: str, key: str) -> Path:
    assert found.file is not None
    path = found.root / name
    if not path.resolve().is_relative_to(found.root):
        raise HouseError(found.file, key, f"{name!r} leads out of the folder of this file")
    return path


def _tables(key: str, level: Folder) -> Iterator[tuple[str, str, str]]:
    """Yield the tables of rules that a level changes."""
    if level.severities:
        rules = {rule: {"severity": severity} for rule, severity in level.severities.items()}
        yield "findings", f"{key}severities", msgspec.json.encode({"rules": rules}).decode()
    rounding = {
        name: value
        for name in ("exact_below", "zeros", "most", "clock")
        if (value := getattr(level.tolerances, name)) is not None
    }
    if rounding:
        yield "rounding", f"{key}tolerances", msgspec.json.encode(rounding).decode()
    if level.tolerances.hedges:
        hedges = msgspec.json.encode({"hedges": level.tolerances.hedges}).decode()
        yield "hedges", f"{key}tolerances.hedges", hedges


def _known(file: Path, key: str, tolerances: Tolerances, packs: Packs) -> None:
    names = tuple(load("hedges", HedgeRules, packs).hedges) if tolerances.hedges else ()
    for name in tolerances.hedges:
        known(file, f"{key}tolerances.hedges.{name}", "hedge", name, names)
