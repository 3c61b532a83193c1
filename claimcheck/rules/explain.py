"""Turns a validation error of a rules file into the key that is wrong and the mend.

msgspec says where a record is wrong but leaves out the names of a table's free keys, and what would be
right; both are found here, only when there is an error to explain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import inspect

Step = str | int
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]|(\[\.\.\.\])")
_ANY = ""
"""A step through a table whose key msgspec does not name."""

_WORDS = {
    "`object`": "a table",
    "`array`": "a list",
    "`str`": "text in quotes",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
}
"""msgspec's words for kinds of values, and TOML's."""

_FIELD = re.compile(r"Object (?:contains unknown|missing required) field `(.*)`\Z", re.DOTALL)


def explain(data: Mapping[str, Any], kind: type[msgspec.Struct], error: msgspec.ValidationError) -> tuple[str, str]:
    """Return the key of ``data`` that ``error`` is about, and the reason in words."""
    reason, _, place = str(error).partition(" - at ")
    place = place.strip("`")
    on_key = place.startswith("key in ")
    steps = _steps(place.removeprefix("key in ").removeprefix("$"))
    steps = _named(data, kind, steps, str(error))
    expected = _type_at(inspect.type_info(kind), steps)
    if found := _FIELD.match(reason):
        missing = "missing" in reason.split("`")[0]
        fields = [f.encode_name for f in expected.fields] if isinstance(expected, inspect.StructType) else []
        reason = "the key is missing" if missing else "no such key" + hint(found[1], fields)
        steps = (*steps, found[1])
    elif on_key:
        reason = f"a key of this table is wrong: {reason}"
    elif isinstance(expected, inspect.LiteralType):
        reason = f"{reason}; it may be {', '.join(map(str, expected.values))}"
    reason = reason.replace(" | null`", "`")  # TOML has no such thing
    for theirs, ours in _WORDS.items():
        reason = reason.replace(theirs, ours)
    return _shown(steps), reason


def _steps(path: str) -> tuple[Step, ...]:
    return tuple(name or (int(index) if index else _ANY) for name, index, _ in _STEP.findall(path))


def _named(data: Any, kind: type[msgspec.Struct], steps: tuple[Step, ...], message: str) -> tuple[Step, ...]:
    """Return ``steps`` with the table keys that, alone in their table, bring the same error about."""
    for place, step in enumerate(steps):
        if step != _ANY:
            continue
        table = _at(data, steps[:place])
        for key in table if isinstance(table, Mapping) else ():
            alone = _put(data, steps[:place], {key: table[key]})
            if _message(alone, kind) == message:
                data, steps = alone, (*steps[:place], key, *steps[place + 1 :])
                break
    return steps


def _message(data: Any, kind: type[msgspec.Struct]) -> str:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def _at(data: Any, steps: Sequence[Step]) -> Any:
    for step in steps:
        data = data[step]
    return data


def _put(data: Any, steps: Sequence[Step], new: Any) -> Any:
    """Return a copy of ``data`` with ``new`` at the place that ``steps`` lead to."""
    if not steps:
        return new
    inner = _put(data[steps[0]], steps[1:], new)
    if isinstance(data, list):
        return [inner if n == steps[0] else item for n, item in enumerate(data)]
    return {**data, steps[0]: inner}


def _type_at(kind: inspect.Type, steps: Sequence[Step]) -> inspect.Type | None:
    for step in steps:
        if isinstance(kind, inspect.StructType):
            found = next((field.type for field in kind.fields if field.encode_name == step), None)
        elif isinstance(kind, inspect.DictType):
            found = kind.value_type
        elif isinstance(kind, inspect.CollectionType):
            found = kind.item_type
        else:
            found = None
        if found is None:
            return None
        kind = _without_none(found)
    return kind


def _without_none(kind: inspect.Type) -> inspect.Type:
    """Return the one type that a value of ``kind`` has where it is there at all."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    solid = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    return solid[0] if len(solid) == 1 else kind


def hint(name: str, known: Sequence[str], what: str = "keys here") -> str:
    """Return what to add to a message on an unknown ``name``: the known one that is like it, or all."""
    close = get_close_matches(name, known, n=1)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; the {what} are {', '.join(known)}" if known else ""


def _shown(steps: Sequence[Step]) -> str:
    parts = (f"[{step}]" if isinstance(step, int) else f".{step or '*'}" for step in steps)
    return "".join(parts).removeprefix(".")
