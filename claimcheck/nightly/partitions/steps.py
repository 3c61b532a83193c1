"""Steps of grouping: each is done for every part, and reads what earlier ones dealt out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar

from claimcheck.nightly import mapping
from claimcheck.nightly.grouping.settings import GroupingSettings, load_settings
from claimcheck.nightly.model import Night
from claimcheck.nightly.partitions.components import connect
from claimcheck.nightly.partitions.dealing import Dealer, key_of
from claimcheck.nightly.stories.intake import Watch

Answer = TypeVar("Answer")

Order = tuple[int, int, str, str]
"""``Profile.order``."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step is told; ``stories`` are counted over all parts, ``least`` is a stage of connected keys.

    ``links`` is the stage that holds links, ``floor`` the likeness that they need, ``pools`` the stages of pools.
    """

    dealer: Dealer
    settings: GroupingSettings
    window: int
    stories: int = 0
    least: str = ""
    links: str = ""
    floor: int = 0
    pools: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """Has steps done for all parts."""

    dealer: Dealer
    night: Night
    watch: Watch
    _done: count[int] = field(default_factory=lambda: count(1))

    def asked(self) -> Asked:
        """Return what the first step is told. Raises RulesError."""
        return Asked(self.dealer, load_settings(self.night.packs), self.night.window)

    def do(self, work: Callable[[int, Asked], Answer], told: Asked) -> list[Answer]:
        """Return what ``work`` gives for each part. Raises NightError, OSError."""
        self.watch("grouping stories: step", next(self._done), None)
        return list(mapping.each(range(self.dealer.parts), work, told, self.night, at_once=1))

    def connect(self, stage: str) -> str:
        """Return what ``components.connect`` does."""
        return connect(self.dealer, stage, self.night)


def story_key(order: Order) -> bytes:
    """Return the key of the story of that order."""
    return key_of(order[-1])


def number_key(number: int) -> bytes:
    """Return the key of a hash, as of a word or a passage."""
    return number.to_bytes(8, "little")
