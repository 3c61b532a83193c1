"""The front matter of a Markdown text: YAML between lines of dashes, or TOML between lines of plus signs."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n(?=\s*[\w\"'\[#])")
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\w\"'-]+\s*[:=\[]|\s*\[")


class FrontMatterError(ValueError):
    """Front matter that cannot be read: ``line`` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


def front_matter(text: str) -> tuple[dict[str, Any], int]:
    """Return the values, by keys in small letters, of the front matter, and where the text after it starts.

    Raises FrontMatterError.
    """
    found = _FRONT.match(text)
    if not found or not _KEY.match(text, found.end()):
        return {}, 0
    end = re.compile(rf"^{re.escape(found[1])}[ \t]*\r?$\n?", re.MULTILINE).search(text, found.end())
    if not end:
        return {}, 0
    inside = text[found.end() : end.start()]
    values = _toml(inside) if found[1] == "+++" else _yaml(inside)
    if not isinstance(values, dict):
        return {}, end.end()
    return {str(key).lower(): value for key, value in values.items()}, end.end()


def listed(value: object) -> tuple[str, ...]:
    """Return a list of texts, or one text as such a list; anything else is none of ours."""
    if isinstance(value, str):
        return (value,) if value else ()
    whole = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if whole and isinstance(value, list) else ()


def _yaml(text: str) -> object:
    import yaml  # noqa: PLC0415 - most texts have no front matter

    try:
        # BaseLoader makes strings, lists and dicts only: no objects, no dates read as it likes.
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise FrontMatterError(line, f"front matter: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise FrontMatterError(1, f"front matter: {error}") from error
    except RecursionError as error:
        raise FrontMatterError(1, "front matter: nested too deeply") from error


def _toml(text: str) -> dict[str, Any]:
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise FrontMatterError(1, f"front matter: {error}") from error
    except RecursionError as error:
        raise FrontMatterError(1, "front matter: nested too deeply") from error
    return {key: value if isinstance(value, dict | list) else str(value) for key, value in values.items()}
