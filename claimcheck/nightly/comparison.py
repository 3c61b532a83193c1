"""What a night's stories come to, whoever compared them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence, Sized
from dataclasses import dataclass
from typing import Protocol

from claimcheck.documents import DocumentError
from claimcheck.nightly.events.outcomes import Outcomes
from claimcheck.nightly.model import Story

Lap = Callable[[str], None]
"""Is told the name of a stage that is done."""


class Digests(Container[str], Sized, Protocol):
    """A number of digests."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a night's stories come to, and what of them is new.

    ``stories`` are those that no earlier run read, in order of age, ``fresh`` their digests; ``again`` are digests of
    what was found in an inbox and read before, pieces or stories. ``worked`` are the keys of other results that the
    next run goes on from.
    """

    outcomes: Outcomes
    errors: Sequence[DocumentError]
    stories: Iterable[Story]
    fresh: Digests
    again: Digests
    worked: frozenset[str]
