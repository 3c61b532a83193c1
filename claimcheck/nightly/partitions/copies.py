"""Folds copies as ``grouping.copies.fold`` does, over parts: stories meet in the part of a passage they share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

from claimcheck.nightly.grouping.copies import copy_keys, is_copy
from claimcheck.nightly.grouping.model import Profile
from claimcheck.nightly.partitions.components import deal_edges, least_of
from claimcheck.nightly.partitions.steps import Asked, Order, Steps, number_key, story_key

PROFILES = "profiles"
"""The stage that holds, in each part's file, the profiles of the stories at home there, in one segment."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A story and one that it might be a copy of."""

    copy: Order
    original: Order


def fold_copies(steps: Steps) -> None:
    """Find the copies among the stories whose profiles are kept. Raises NightError, OSError, RulesError."""
    asked = steps.asked()
    steps.do(_deal_passages, asked)
    steps.do(_find_copies, asked)
    steps.do(_deal_copies, replace(asked, least=steps.connect("copy-edges")))
    steps.do(_fold, asked)


def originals(part: int, asked: Asked) -> list[Profile]:
    """Return the profiles of a part's stories that are no copies."""
    copies = {each.copy[-1] for each in asked.dealer.dealt("copies", part, Copied)}
    return [profile for profile in _profiles(part, asked) if profile.id not in copies]


def copies_of(part: int, asked: Asked) -> dict[bytes, list[bytes]]:
    """Return the keys of their copies by those of a part's stories."""
    copies: dict[bytes, list[bytes]] = {}
    for each in asked.dealer.dealt("copied", part, Copied):
        copies.setdefault(story_key(each.original), []).append(story_key(each.copy))
    return copies


# ---------------------------------------------------------------- on the workers


def _profiles(part: int, asked: Asked) -> list[Profile]:
    return asked.dealer.kept(PROFILES, part, 0, Profile)


def _deal_passages(part: int, asked: Asked) -> None:
    """Deal each story out by each of its passages by which copies are looked for."""
    rows: list[tuple[bytes, tuple[int, Profile]]] = []
    for profile in _profiles(part, asked):
        brief = replace(profile, terms=b"", counts=b"")
        rows += ((number_key(key), (key, brief)) for key in copy_keys(profile))
    asked.dealer.deal("passages", part, rows)


def _find_copies(part: int, asked: Asked) -> None:
    """Find, among the stories that share a passage, which may be copies of which."""
    holders: dict[int, list[Profile]] = {}
    for key, profile in asked.dealer.dealt("passages", part, tuple[int, Profile]):
        holders.setdefault(key, []).append(profile)
    found = []
    for key in sorted(holders):
        for original, copy in combinations(sorted(holders[key], key=lambda profile: profile.order), 2):
            shared = set(copy_keys(original)) & set(copy_keys(copy))
            if key == min(shared) and is_copy(copy, original, asked.settings):
                found.append(Copied(copy.order, original.order))
    deal_edges(asked.dealer, "copy-edges", part, ((story_key(each.copy), story_key(each.original)) for each in found))
    asked.dealer.deal("copies-found", part, ((story_key(each.copy), each) for each in found))


def _deal_copies(part: int, asked: Asked) -> None:
    """Bring together what may be copies of each other, over any number of steps."""
    least = least_of(asked.dealer, asked.least, part)
    found = asked.dealer.dealt("copies-found", part, Copied)
    asked.dealer.deal(
        "copies-together", part, ((least.get(story_key(each.copy), story_key(each.copy)), each) for each in found)
    )


def _fold(part: int, asked: Asked) -> None:
    """Say of each copy which is the first story, itself no copy, that it is one of: as ``copies.fold``."""
    of: dict[Order, set[Order]] = {}
    for found in asked.dealer.dealt("copies-together", part, Copied):
        of.setdefault(found.copy, set()).add(found.original)
    copies: dict[Order, Order] = {}
    for copy in sorted(of):
        original = next((order for order in sorted(of[copy]) if order not in copies), None)
        if original is not None:
            copies[copy] = original
    rows = [Copied(copy, original) for copy, original in copies.items()]
    asked.dealer.deal("copies", part, ((story_key(each.copy), each) for each in rows))
    asked.dealer.deal("copied", part, ((story_key(each.original), each) for each in rows))
