"""Compiles quantulum3's unit lexicon and additions.toml into units.json.

Run as ``python -m claimcheck.figures.lexicon.compile``.

The lexicon's names, surfaces, symbols and dimensions come from quantulum3 0.10.0 (a development
dependency, MIT licence, (c) 2016 Marco Lagi and contributors). quantulum3 knows no conversion factors,
few currencies and many words that news text means otherwise; additions.toml says so.
"""

from __future__ import annotations

import json
import math
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TARGET = HERE / "units.json"
PREFIXES = {
    "exa": 1e18,
    "peta": 1e15,
    "tera": 1e12,
    "giga": 1e9,
    "mega": 1e6,
    "kilo": 1e3,
    "hecto": 1e2,
    "centi": 1e-2,
    "milli": 1e-3,
    "micro": 1e-6,
    "nano": 1e-9,
    "pico": 1e-12,
    "femto": 1e-15,
    "atto": 1e-18,
}
_DIGITS = 12  # of a product of factors: keeps the file free of binary noise


def compile_lexicon() -> str:
    """Return the text of units.json; the same inputs give the same bytes."""
    from quantulum3 import load  # type: ignore[import-untyped]  # noqa: PLC0415  (a development dependency, absent where only figures are read)

    extra = tomllib.loads((HERE / "additions.toml").read_text(encoding="utf-8"))
    known = load.units("en_US")
    rename: dict[str, str] = extra["rename"]
    factors = _factors(known, extra)
    units: dict[str, list[Any]] = {}
    words: dict[str, str] = {}
    symbols: dict[str, str] = {}
    dropped_words, dropped_symbols = set(extra["drop_words"]), set(extra["drop_symbols"])
    for name, unit in sorted(known.names.items()):
        dimension = unit.entity.name
        if dimension == "currency" or name == "unk":
            continue
        called = rename.get(name, name)
        units[called] = [dimension, *factors.get(name, [None, 0])]
        for surface in unit.surfaces:
            if surface.lower() not in dropped_words:
                words.setdefault(surface.lower(), called)
                words.setdefault(load.pluralize(surface).lower(), called)
        for symbol in unit.symbols:
            if symbol not in dropped_symbols:
                symbols.setdefault(symbol, called)
    for name, dimension in extra["dimensions"].items():
        units[name] = [dimension, *factors.get(name, [None, 0])]
    words |= extra["names"]
    symbols |= extra["symbols"]
    prefixes = _currencies(extra, units, words, symbols)
    unknown = sorted({*words.values(), *symbols.values(), *prefixes.values()} - units.keys())
    if unknown:
        raise SystemExit(f"additions.toml: units without a dimension: {', '.join(unknown)}")
    lexicon = {
        "source": "names, surfaces, symbols, dimensions: quantulum3 0.10.0 (MIT, (c) 2016 Marco Lagi and contributors)",
        "units": dict(sorted(units.items())),
        "words": dict(sorted(words.items())),
        "symbols": dict(sorted(symbols.items())),
        "prefixes": dict(sorted(prefixes.items())),
    }
    return json.dumps(lexicon, ensure_ascii=False, indent=0, sort_keys=False) + "\n"


def _factors(known: Any, extra: dict[str, Any]) -> dict[str, list[float]]:
    """Return factor and offset to the base unit by quantulum3's names: stated, by prefix, or by dimensions."""
    plain: dict[str, float] = dict(extra["factors"])
    for name in known.names:
        for prefix, times in PREFIXES.items():
            root = name.removeprefix(prefix)
            if name not in plain and root != name and root in plain:
                plain[name] = _round(plain[root] * times)
    out = {name: [factor, 0.0] for name, factor in plain.items()}
    for name, unit in known.names.items():
        parts = [(part["base"], part["power"]) for part in unit.dimensions]
        if name not in out and parts and all(base in plain and base != name for base, _ in parts):
            out[name] = [_round(math.prod(plain[base] ** power for base, power in parts)), 0.0]
    out |= extra["temperatures"]
    return out


def _currencies(
    extra: dict[str, Any], units: dict[str, list[Any]], words: dict[str, str], symbols: dict[str, str]
) -> dict[str, str]:
    """Add the currencies to ``units``, ``words`` and ``symbols``; return what stands before a sum."""
    prefixes: dict[str, str] = {}
    for code, (name, names, before) in extra["currencies"].items():
        units[name] = ["currency", None, 0]
        for called in names:
            words[called] = name
            words[_plural(called)] = name
        for symbol in before:
            prefixes[symbol] = name
        symbols[code] = name
    for name, (names, behind) in extra["cents"].items():
        units[name] = ["currency", None, 0]
        for called in names:
            words[called] = name
            words[_plural(called)] = name
        for symbol in behind:
            symbols[symbol] = name
    symbols |= extra["currency_symbols_behind"]
    return prefixes


def _plural(word: str) -> str:
    if word.endswith(("s", "yen", "won", "yuan", "baht", "rand", "sen", "reais", "kronor", "kroner", "pence", "paise")):
        return word
    return word.removesuffix("y") + "ies" if word.endswith("ny") else word + "s"


def _round(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")


if __name__ == "__main__":
    TARGET.write_text(compile_lexicon(), encoding="utf-8")
