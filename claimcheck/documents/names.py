"""Names of documents, no two alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def numbered(names: Iterable[str], form: str, alike: Callable[[str], str] = str) -> list[str]:
    """Return ``names`` with those that stand before numbered as ``form`` has it, like "{} ({})".

    Two are the same if ``alike`` makes the same of them.
    """
    counts: dict[str, int] = {}
    told: dict[str, str] = {}
    for name in names:
        own, count = name, counts.get(name, 1)
        while alike(own) in told:
            count += 1
            own = form.format(name, count)
        counts[name] = count
        told[alike(own)] = own
    return list(told.values())
