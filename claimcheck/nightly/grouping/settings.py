"""What rules/grouping.toml says: when stories are of one event, and when one is a copy of another."""

from __future__ import annotations

from typing import Annotated

import msgspec

from claimcheck.rules.packs import Packs, load

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Weight = Annotated[float, msgspec.Meta(ge=0, le=100)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class GroupingSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The thresholds of rules/grouping.toml, where each is explained."""

    name_weight: Weight
    background: Count
    background_names: Share
    background_words: Share
    agree: Share
    disagree: Share
    alike: Share
    alike_pairs: Count
    joined: Share
    rare_terms: Count
    shared_terms: Count
    common_term: Count
    linked: Share
    largest_pool: Count
    copy: Share


def load_settings(packs: Packs = ()) -> GroupingSettings:
    """Return the settings of the packs. Raises RulesError."""
    settings: GroupingSettings = load("grouping", GroupingSettings, packs)
    return settings
