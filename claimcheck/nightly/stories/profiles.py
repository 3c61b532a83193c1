"""The profiles that stories are grouped by: read once, kept as long as their stories are compared."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from claimcheck.documents import DocumentError
from claimcheck.nightly import mapping
from claimcheck.nightly.grouping import Profile, read_profile
from claimcheck.nightly.model import Night, Story
from claimcheck.nightly.storage.fingerprint import program_digest
from claimcheck.nightly.storage.work import Work
from claimcheck.nightly.stories.intake import Watch
from claimcheck.rules.packs import Packs, RulesError

_DECODER = msgspec.msgpack.Decoder(list[Profile])


def kept_as(rules: str) -> str:
    """Return the key of the profiles in a run's work; ``rules`` is the digest of all rules."""
    return f"profiles-{hashlib.sha256(f'{program_digest()}{rules}'.encode()).hexdigest()}"


def profiles_of(
    stories: Sequence[Story], night: Night, rules: str, work: Work, watch: Watch
) -> tuple[list[Profile], list[DocumentError]]:
    """Return the profiles of ``stories``, with their digests as ids, and an error for each that has none.

    Raises RulesError, and OSError where they cannot be kept.
    """
    key = kept_as(rules)
    wanted = {story.digest for story in stories}
    profiles = {each.id: each for each in _kept(work, key) if each.id in wanted}
    missing = [story for story in stories if story.digest not in profiles]
    errors = []
    for done, each in enumerate(mapping.each(missing, profile_of, night.packs, night), start=1):
        watch("reading what stories are about", done, len(missing))
        if isinstance(each, Profile):
            profiles[each.id] = each
        else:
            errors.append(each)
    if missing:
        work.put(key, msgspec.msgpack.encode(list(profiles.values())))
    return list(profiles.values()), errors


def _kept(work: Work, key: str) -> list[Profile]:
    data = work.get(key)
    return _DECODER.decode(data) if data else []


def profile_of(story: Story, packs: Packs) -> Profile | DocumentError:
    """Return the profile of ``story`` with its digest as id, or what is wrong with it. Raises RulesError."""
    try:
        # What a text is called must not matter for what it is grouped with.
        return read_profile(replace(story.document, id=story.digest), packs)
    except RulesError:  # no story can be grouped
        raise
    except Exception as error:  # noqa: BLE001 - one story must not end the night, whatever it hit
        return DocumentError.internal(story.document.id, error)
