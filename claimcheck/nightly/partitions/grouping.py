"""Groups stories into events as ``grouping.group_profiles`` does, over parts that no one process holds all of.

A story is at home in the part of its key. What may be alike meets by blocking keys (passages, rare words) in the parts
of those; what is alike is connected over edges; a connected lot is cut into events by the worker that its part falls
to. Each step reads what an earlier one dealt out, and gives this process a few numbers.
"""

from __future__ import annotations

from claimcheck.nightly.model import Night
from claimcheck.nightly.partitions.copies import PROFILES, fold_copies
from claimcheck.nightly.partitions.dealing import Dealer
from claimcheck.nightly.partitions.likeness import link_stories
from claimcheck.nightly.partitions.pools import PLACES, Place, place_stories
from claimcheck.nightly.partitions.steps import Steps
from claimcheck.nightly.stories.intake import Watch

__all__ = ["PLACES", "PROFILES", "Place", "group_parts"]


def group_parts(dealer: Dealer, night: Night, watch: Watch) -> None:
    """Deal out to the part of each story its place: in ``PLACES``, of those whose profiles are kept in ``PROFILES``.

    Raises NightError, OSError, RulesError.
    """
    steps = Steps(dealer, night, watch)
    fold_copies(steps)
    place_stories(steps, link_stories(steps))
