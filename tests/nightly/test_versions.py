"""Which stories are versions of one, and which is the latest."""

from itertools import permutations
from typing import Any

import pytest

from claimcheck.documents import Document
from claimcheck.nightly.events.assembling import leading_to, newest
from claimcheck.nightly.model import Revision, Story
from claimcheck.nightly.stories.versions import Key, by_source, by_title, latest

TEXT = "The ferry Skarne burned off Kalmen with many passengers on board."


def story(id_: str, *, text: str = TEXT, seen: str = "2026-11-22", **more: Any) -> Story:
    document = Document(id_, text, **{"outlet": "Post", "date": "2026-11-21", "story": id_, **more})
    return Story(document, digest=f"{id_}|{text}|{seen}|{more}", piece="", encoding="utf-8", seen=seen)


@pytest.mark.parametrize(
    ("key", "stories", "kept", "revised"),
    [
        # a later night's is the later version, then that with the higher number
        (by_source, [story("a", seen="2026-11-21"), story("a", text=TEXT + " It sank.")], ["a"], [("a", "a")]),
        (by_source, [story("v2", story="urn:1"), story("v10", story="urn:1"), story("v1", story="urn:1")], ["v10"], [("v1", "v2"), ("v2", "v10")]),
        (by_source, [story("a", story="urn:1", date="2026-11-22"), story("b", story="urn:1")], ["a"], [("b", "a")]),
        # an agency's story that another outlet hands on is none of its versions
        (by_source, [story("a", story="urn:1"), story("b", story="urn:1", outlet="Fjord")], ["a", "b"], []),
        # a place may be used for another story
        (by_source, [story("top", seen="2026-11-21"), story("top", text="Wheat yields fell again this autumn, farmers say.")], ["top", "top"], []),
        (by_title, [story("a", title="Ferry burns"), story("b", title="FERRY  burns")], ["b"], [("a", "b")]),
        (by_title, [story("a", title="Ferry burns"), story("b", title="Ferry burns", outlet="Fjord")], ["a", "b"], []),
        (by_title, [story("a"), story("b")], ["a", "b"], []),
    ],
)  # fmt: skip
def test_versions(key: Key, stories: list[Story], kept: list[str], revised: list[tuple[str, str]]) -> None:
    for order in permutations(stories):
        current, revisions = latest(order, key)
        assert sorted(each.document.id for each in current) == sorted(kept)
        assert [(each.before.document.id, each.after.document.id) for each in revisions] == revised


def test_what_led_to_the_newest_version_whatever_the_order_of_steps() -> None:
    ferry = [story(f"ferry {n}") for n in range(4)]
    wheat = [story(f"wheat {n}") for n in range(2)]
    steps = [*map(Revision, ferry, ferry[1:]), *map(Revision, wheat, wheat[1:])]
    for order in permutations(steps):
        last = {**{each.digest: ferry[-1].digest for each in ferry[:-1]}, wheat[0].digest: wheat[-1].digest}
        assert newest(order) == last
        assert leading_to(order) == {
            ferry[-1].digest: [each for each in order if each.after in ferry],
            wheat[-1].digest: [each for each in order if each.after in wheat],
        }
