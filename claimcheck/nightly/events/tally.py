"""What a night's events come to together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from claimcheck.nightly.events.outcome import Found, Outcome
from claimcheck.nightly.events.outcomes import Outcomes
from claimcheck.nightly.report.record import Counts, Inputs, inputs_of
from claimcheck.nightly.stories.intake import Watch


@dataclass(frozen=True, slots=True)
class Tally:
    """What a night comes to: its events, the most disputed first.

    ``found`` are findings with their events, but without the claims that they name: those stay in the outcomes.
    """

    ids: tuple[str, ...]
    counts: Counts
    inputs: Inputs
    found: tuple[tuple[str, Found], ...]


def tally(outcomes: Outcomes, since: Mapping[str, str], night: str, watch: Watch) -> Tally:
    """Return what all ``outcomes`` come to; ``since`` says which findings earlier nights had. Raises OSError."""
    ranks: list[tuple[tuple[int, ...], str]] = []
    inputs = Inputs()
    found: list[tuple[str, Found]] = []
    sums: Counter[str] = Counter()
    outlets: set[str] = set()
    for done, id_ in enumerate(outcomes.keys, start=1):
        outcome = outcomes.load(id_)
        ranks.append((outcome.rank, id_))
        inputs.add(inputs_of(id_, outcome.told))
        found += ((id_, msgspec.structs.replace(each, claims=())) for each in outcome.found)
        outlets.update(outcome.outlets)
        sums.update(_sums(outcome, since, night))
        watch("counting", done, len(outcomes.keys))
    ids = tuple(id_ for _, id_ in sorted(ranks))
    return Tally(ids, Counts(outlets=len(outlets), **sums), inputs, tuple(found))


def _sums(outcome: Outcome, since: Mapping[str, str], night: str) -> dict[str, int]:
    standing = [found for found in outcome.found if found.accepted is None]
    severities = Counter(found.severity for found in standing)
    alone = len(outcome.outlets) == 1 and len(outcome.told) == 1
    return {
        "stories": len(outcome.told),
        "alone": int(alone),
        "events": int(not alone),
        "figures": outcome.figures,
        "facts": sum(outcome.verdicts.values()),
        "disputed": outcome.verdicts["conflict"],
        "moved": outcome.verdicts["update"],
        "revised": sum(found.rule == "revised" for found in outcome.found),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "notices": severities["notice"],
        "accepted": len(outcome.found) - len(standing),
        "new": sum(since.get(found.key, night) == night for found in standing),
    }
