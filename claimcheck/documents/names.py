"""Names of documents, no two alike."""

from __future__ import annotations

from collections.abc import Iterable


def numbered(names: Iterable[str], form: str) -> list[str]:
    """Return ``names`` with those that stand before numbered as ``form`` has it, like "{} ({})"."""
    counts: dict[str, int] = {}
    told: dict[str, None] = {}
    for name in names:
        own, count = name, counts.get(name, 1)
        while own in told:
            count += 1
            own = form.format(name, count)
        counts[name] = count
        told[own] = None
    return list(told)
