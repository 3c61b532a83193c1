"""What is found out about an event, as it is kept and as the night's files are made from it."""

from __future__ import annotations

from typing import Any

import msgspec

from claimcheck.nightly.model import Role
from claimcheck.verdicts.model import Acceptance, Severity

PLACED = ("outlet", "document", "line", "start", "end", "figure", "sentence")
"""What a night's files say of a claim that a finding names; but for the outlet as ``flat.FINDING_COLUMNS`` has it."""


class Told(msgspec.Struct, frozen=True):
    """A story of an event as the night's files list it; ``role`` and ``of`` are as ``Event.roles`` has them."""

    id: str
    digest: str
    outlet: str | None
    title: str | None
    date: str | None
    seen: str
    encoding: str
    role: Role
    of: str | None = None


class Found(msgspec.Struct, frozen=True):
    """A finding: ``key`` is the same on every night that has it, ``claims`` are rows of ``PLACED``."""

    key: str
    rule: str
    severity: Severity
    message: str
    documents: tuple[str, ...]
    claims: tuple[dict[str, Any], ...]
    accepted: Acceptance | None = None


class Listed(msgspec.Struct, frozen=True):
    """A finding as a night's report lists it."""

    key: str
    rule: str
    message: str


class Outcome(msgspec.Struct, frozen=True):
    """What is found out about one event, but for what its pages show; ``verdicts`` counts its facts by verdict."""

    id: str
    title: str
    told: tuple[Told, ...]
    verdicts: dict[str, int]
    figures: int
    found: tuple[Found, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(story.outlet or story.id for story in self.told if story.role == "story"))

    @property
    def rank(self) -> tuple[int, ...]:
        """What puts events in order, the most disputed first."""
        severities = [found.severity for found in self.found if found.accepted is None]
        disputed, moved = self.verdicts.get("conflict", 0), self.verdicts.get("update", 0)
        return -disputed, -severities.count("error"), -severities.count("warning"), -moved, -len(self.outlets)


class Shown(msgspec.Struct, frozen=True):
    """What the night's pages show of one event; all empty for a story that stands alone with nothing found.

    ``page`` is its page, in UTF-8, ``glimpse`` what the night's page shows of it, ``section`` its part of report.md.
    """

    page: bytes = b""
    glimpse: str = ""
    section: str = ""


ClaimRows = tuple[dict[str, Any], ...]
"""Rows of the archive's table of claims, for the stories of an event that this night saw first."""
