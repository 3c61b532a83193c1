"""The shell of every page: head, policy, style, script, masthead, contents."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup

from claimcheck.reports.html.blocks import Link
from claimcheck.reports.html.filling import fill
from claimcheck.version import __version__


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a heading: ``id`` is a word, unique in the page, that links can name."""

    id: str
    title: str
    body: Markup


def page(
    title: str,
    sections: Sequence[Section],
    *,
    kicker: str = "",
    lead: Markup | str = "",
    home: Link | None = None,
) -> str:
    """Return a whole page with ``title`` as its heading, ended by a line end.

    ``kicker`` stands above the title and says what the page is; ``lead`` below it. ``home`` is a link to
    the page above this one. The page holds its style and its script, and its policy lets it load nothing
    else, send nothing, and run nothing but that script.
    """
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    filled = fill(
        "page.html",
        title=title,
        sections=sections,
        kicker=kicker,
        lead=lead,
        home=home,
        style=Markup(style),  # noqa: S704 - a file of this package
        script=Markup(script),  # noqa: S704 - a file of this package
        policy=Markup(policy),  # noqa: S704 - made of hashes
        version=__version__,
    )
    return f"{filled}\n"


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
