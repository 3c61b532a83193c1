"""What rules/alignment.toml says: weights and thresholds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import repeat
from operator import mul

import msgspec

from claimcheck.alignment.model import Reason
from claimcheck.rules.packs import Packs, load


class ManySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What counts when the claims of several documents are gathered; rules/alignment.toml explains each."""

    pairs: float
    windows: float
    own: float
    sentences: float
    beside: float
    far: float
    gap: float
    often: float
    other_kind: float
    other_date: float
    vague: float
    shared_end: float
    contradiction: float
    enumeration: float
    repetition: float
    same_fate: float
    other_fate: float
    other_group: float
    other_kinds: float
    other_thing: float
    agreeing: float
    differing: float


class AlignmentSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of the features by name, and the probabilities from which claims are linked."""

    threshold: float
    differing_threshold: float
    differing_in_draft_threshold: float
    repeat_threshold: float
    slip_threshold: float
    exchange_margin: float
    exchange_in_draft_margin: float
    apart: float
    many: ManySettings
    weights: dict[str, float]

    def evidence(self, features: Mapping[str, float]) -> float:
        """Return the log-odds that the features speak for one fact."""
        spoken: float = sum(map(mul, map(self.weights.get, features, repeat(0.0)), features.values()))
        return self.weights["bias"] + spoken

    def reasons(self, features: Mapping[str, float]) -> tuple[Reason, ...]:
        """Return what each feature added to the log-odds, the strongest first."""
        parts = [(name, self.weights.get(name, 0.0) * value) for name, value in features.items() if value]
        parts.sort(key=lambda part: (-abs(part[1]), part[0]))
        return tuple(Reason(name, round(weight, 4)) for name, weight in parts if weight)


def load_settings(packs: Packs = ()) -> AlignmentSettings:
    """Return the settings of the packs. Raises RulesError."""
    settings: AlignmentSettings = load("alignment", AlignmentSettings, packs)
    return settings


def log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))
