"""Fills the templates of this package, safe for any text: what is filled in is neither markup nor steers a browser."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from claimcheck.reports.text import UNSAFE

_UNSEEN = re.compile(f"[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|{UNSAFE}")
_LINE_END = re.compile("\r\n?")


def visible(text: str) -> str:
    """Return ``text`` with its control characters and marks of reading direction made visible.

    They show by their numbers, "[U+202E]": signs for them are missing from many a font. Line ends become line feeds.
    """
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", _LINE_END.sub("\n", text).replace("\t", "    "))


def text(value: str) -> Markup:
    """Return ``value`` as text of a page: visible, escaped, and apart from the reading direction around it."""
    return Markup("<bdi>{}</bdi>").format(visible(value))


def escaped(value: str) -> Markup:
    """Return ``value`` visible and escaped."""
    return escape(visible(value))


def fill(template: str, **values: Any) -> Markup:
    """Return ``template``, a file of this package's folder of templates, with ``values`` filled in."""
    return Markup(_environment().get_template(template).render(values))  # noqa: S704 - filled in escaped


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["bdi"] = text
    return environment
