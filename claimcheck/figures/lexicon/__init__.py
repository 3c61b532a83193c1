"""The unit lexicon: compiled once by compile.py, read from units.json at first use."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from claimcheck.figures.lexicon.data import Unit

__all__ = ["Lexicon", "Unit", "lexicon"]


class _Compiled(msgspec.Struct):
    source: str
    units: dict[str, tuple[str, float | None, float]]
    words: dict[str, str]
    symbols: dict[str, str]
    prefixes: dict[str, str]


class Lexicon:
    """Units by written form: ``words`` in lower case, ``symbols`` as cased, ``prefixes`` of sums in lower case.

    ``signs`` are those of currencies: prefixes of one character that is no letter.
    """

    def __init__(self, compiled: _Compiled) -> None:
        units = {name: Unit(name, *row) for name, row in compiled.units.items()}
        self.units = units
        self.words = {form: units[name] for form, name in compiled.words.items()}
        self.symbols = {form: units[name] for form, name in compiled.symbols.items()}
        self.prefixes = {form: units[name] for form, name in compiled.prefixes.items()}
        self.signs = frozenset(form for form in self.prefixes if len(form) == 1 and not form.isalnum())


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the compiled lexicon."""
    raw = (Path(__file__).parent / "units.json").read_bytes()
    return Lexicon(msgspec.json.decode(raw, type=_Compiled))
