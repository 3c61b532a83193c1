"""Links to an event hold: its id stays when stories join it, leave it, or come in another order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.nightly.events.naming import heritage_of
from claimcheck.nightly.events.naming import named as name
from tests.nightly.nights import SATURDAY, SUNDAY, done, night

OWN = {story: story.upper() for story in "abcdefgh"}


def named(events: Sequence[Sequence[str]], own: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    return name(heritage_of(stories, own, before) for stories in events)


@pytest.mark.parametrize(
    ("events", "before", "expected"),
    [
        (["ab", "c"], {}, ["A", "C"]),
        (["abc"], dict.fromkeys("bc", "B"), ["B"]),  # an earlier story joins
        (["bcd"], dict.fromkeys("bc", "B"), ["B"]),  # a later one
        (["cd"], dict.fromkeys("abc", "A"), ["A"]),  # the first is too long ago
        (["abcde"], {"a": "A", "b": "A", **dict.fromkeys("cde", "C")}, ["C"]),  # two become one: the larger's
        (["abcd"], {"a": "A", "b": "A", "c": "C", "d": "C"}, ["A"]),
        (["ab", "cde"], dict.fromkeys("abcde", "A"), ["?", "A"]),  # one becomes two: the larger's
        (["ab", "cd"], dict.fromkeys("abcd", "C"), ["A", "C"]),  # as large: that of the story it is called by
        (["ab", "cd"], {"a": "C", "b": "A", "c": "A", "d": "C"}, ["A", "C"]),  # mixed
    ],
)
def test_an_event_takes_over_an_id(events: list[str], before: dict[str, str], expected: list[str]) -> None:
    ids = named(events, OWN, before)
    assert len(set(ids)) == len(ids)
    assert ["?" if id_ not in set(OWN.values()) else id_ for id_ in ids] == expected


@given(st.lists(st.integers(0, 3), min_size=8, max_size=8), st.lists(st.integers(0, 4), min_size=8, max_size=8))
def test_ids_are_unique_stay_and_do_not_depend_on_order(then: list[int], now: list[int]) -> None:
    def grouped(places: list[int]) -> list[list[str]]:
        return [[s for s, p in zip(OWN, places, strict=True) if p == place] for place in sorted(set(places))]

    first = named(grouped(then), OWN, {})
    before = {story: id_ for stories, id_ in zip(grouped(then), first, strict=True) for story in stories}
    assert named(grouped(then), OWN, before) == first
    events = grouped(now)
    ids = dict(zip(map(tuple, events), named(events, OWN, before), strict=True))
    assert len(set(ids.values())) == len(events)
    Random(0).shuffle(events)  # noqa: S311 - no secret
    assert dict(zip(map(tuple, events), named(events, OWN, before), strict=True)) == ids


def pages(folder: Path, date: str) -> set[str]:
    return {file.name for file in (folder / "reports" / date / "events").iterdir()}


def test_a_longer_or_earlier_story_that_joins_changes_no_link(tmp_path: Path) -> None:
    box = tmp_path / "inbox"
    box.mkdir()
    slide = "A landslide above Kalmen buried {} houses on Saturday, Mayor Ana Obel said."
    more = slide.format(44) + " Rescuers from Varn searched the slope above the Kalmen saw mill until midnight."
    for letter, text in (("b", slide.format(40)), ("c", slide.format(70))):
        (box / f"{letter}.txt").write_text(text)
    done(night(tmp_path, inboxes=(str(box),)))
    before = pages(tmp_path, SATURDAY)
    (box / "a.md").write_text(f"---\ndate: {SATURDAY}\n---\n{more}")  # longer, so the first of its day
    assert done(night(tmp_path, SUNDAY, inboxes=(str(box),))).read == 1
    assert pages(tmp_path, SUNDAY) == before
    (box / "d.md").write_text(f"---\ndate: 2026-11-20\n---\n{slide.format(41)} He was at the site.")
    assert done(night(tmp_path, SUNDAY, inboxes=(str(box),))).run.counts.events == 1
    assert pages(tmp_path, SUNDAY) == before
