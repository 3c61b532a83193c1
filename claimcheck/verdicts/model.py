"""What the fifth stage hands on: what an editor should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: ``rule`` of rules/findings.toml, ids of the claims concerned, draft's first.

    ``id`` is stable under unrelated edits of the texts. ``message`` is one sentence with the figures
    in it.
    """

    id: str
    rule: str
    severity: Severity
    message: str
    claims: tuple[int, ...]
