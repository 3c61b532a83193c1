"""Grouping over parts that no process holds all of: what comes out is what grouping in one place gives."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents import Document
from claimcheck.nightly.grouping import Profile, event_id, group_profiles, read_profile
from claimcheck.nightly.model import Night
from claimcheck.nightly.partitions import pools
from claimcheck.nightly.partitions.components import connect, deal_edges, least_of
from claimcheck.nightly.partitions.dealing import Dealer, key_of
from claimcheck.nightly.partitions.grouping import PLACES, PROFILES, Place, group_parts
from claimcheck.nightly.partitions.night import compare_over_parts
from tests.nightly import nights
from tests.nightly.nights import SATURDAY, SUNDAY, done, inbox, left, quiet

TOWNS = [
    f"{start}{end}" for start in ("Bre", "Kal", "Mor", "Tan", "Vil", "Os") for end in ("dal", "heim", "stad", "vik")
]
HARM = ("flood", "fire", "landslide", "collision", "strike", "outage")


def night(packs: tuple[Path, ...] = ()) -> Night:
    return Night((), "2026-03-04", Path("archive"), Path("reports"), packs=packs)


def dealer(folder: Path, parts: int) -> Dealer:
    return Dealer(folder / "dealt", parts)


# ---------------------------------------------------------------- connecting


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40), st.integers(1, 5))
def test_what_edges_connect_has_one_least_key(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[int, int]], parts: int
) -> None:
    keys = [hashlib.sha256(bytes([n])).digest()[:16] for n in range(31)]
    told = dealer(tmp_path_factory.mktemp("edges"), parts)
    edges = [(keys[one], keys[two]) for one, two in pairs if one != two]
    for part in range(parts):
        deal_edges(told, "edges", part, edges[part::parts])
    stage = connect(told, "edges", night())
    least = {key: root for part in range(parts) for key, root in least_of(told, stage, part).items()}
    expected = {key: key for key in keys}
    for _ in keys:
        for one, two in edges:
            expected[one] = expected[two] = min(expected[one], expected[two])
    assert {key: least.get(key, key) for key in keys} == expected


def test_a_long_chain_is_connected_in_few_rounds(tmp_path: Path) -> None:
    keys = [hashlib.sha256(f"{n}".encode()).digest()[:16] for n in range(500)]
    told = dealer(tmp_path, 3)
    for part in range(3):
        deal_edges(told, "edges", part, list(pairwise(keys))[part::3])
    rounds = int(connect(told, "edges", night()).rpartition("-")[2])
    assert rounds <= 12


# ---------------------------------------------------------------- grouping


def stories(seed: int, events: int) -> list[Document]:
    """News-like stories of ``events`` events: each told by some outlets, some of them copies, over some days."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    told = []
    for event in range(events):
        town, other, harm = chance.choice(TOWNS), chance.choice(TOWNS), chance.choice(HARM)
        hurt, houses, day = chance.randrange(3, 400), chance.randrange(2, 90), chance.randrange(1, 9)
        wire = (
            f"A {harm} in {town} has killed {hurt} people and damaged {houses} houses, the mayor of {other} said. Crews from "
            f"{other} reached {town} before dawn, and {hurt * 2} residents spent the night in a school near the harbour."
        )
        for outlet in range(chance.randrange(1, 6)):
            kind = chance.randrange(4)
            date = f"2026-03-{min(9, day + chance.randrange(3)):02}" if chance.randrange(6) else None
            if kind == 0:
                text = wire
            elif kind == 1:
                text = f"{town}: what we know\n{wire} Our reporter is on the way."
            else:
                text = (
                    f"In {town}, {hurt + chance.randrange(2)} people died in the {harm}. {chance.choice(TOWNS)} sent helpers; "
                    f"some {houses} houses are beyond repair, and schools near {other} stay closed on day {outlet}."
                )
            told.append(Document(f"{event}-{outlet}", text, f"outlet {outlet}", date))
    chance.shuffle(told)
    return told


def profiles_of(documents: Sequence[Document]) -> list[Profile]:
    return [replace(read_profile(each), id=hashlib.sha256(each.id.encode()).hexdigest()) for each in documents]


def over_parts(profiles: Sequence[Profile], told: Dealer, asked: Night) -> set[tuple[str, str, str, str | None]]:
    """For each story, its event's first story and id, and the story that it copies."""
    names = {key_of(each.id): each.id for each in profiles}
    for part in range(told.parts):
        told.keep(PROFILES, part, [[each for each in profiles if told.part_of(key_of(each.id)) == part]])
    group_parts(told, asked, quiet)
    places = [place for part in range(told.parts) for place in told.dealt(PLACES, part, Place)]
    assert len(places) == len(profiles)
    return {(names[each.story], names[each.first], each.event, each.copy_of) for each in places}


def in_one_place(profiles: Sequence[Profile], asked: Night) -> set[tuple[str, str, str, str | None]]:
    known = {each.id: each for each in profiles}
    return {
        (each, ids[0], event_id(known[ids[0]]), copies.get(each))
        for ids, copies in group_profiles(profiles, asked.window, asked.packs)
        for each in ids
    }


@pytest.mark.parametrize("parts", [1, 2, 7])
@pytest.mark.parametrize("seed", range(4))
def test_grouping_over_parts_is_grouping_in_one_place(tmp_path: Path, seed: int, parts: int) -> None:
    profiles = profiles_of(stories(seed, 40))
    expected = in_one_place(profiles, night())
    assert over_parts(profiles, dealer(tmp_path, parts), night()) == expected
    sizes = [sum(first == story for _, first, _, _ in expected) for story, *_ in expected]
    assert max(sizes) > 2  # there are events of several stories
    assert any(copy for *_, copy in expected)


@pytest.mark.parametrize("held", [1, 20, 100_000])
def test_what_is_connected_too_widely_is_cut_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    """Where pools are small, connected stories fall apart at a closer likeness, on one worker or on all."""
    monkeypatch.setattr(pools, "HELD", held)
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "grouping.toml").write_text("largest_pool = 4\nlinked = 0.02\n")
    profiles = profiles_of(stories(11, 60))
    asked = night((tmp_path / "packs",))
    expected = in_one_place(profiles, asked)
    assert expected != in_one_place(profiles, night())
    assert over_parts(profiles, dealer(tmp_path, 3), asked) == expected


# ---------------------------------------------------------------- nights


@pytest.fixture
def over_parts_here(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Compare over parts without a cluster: in this process."""
    monkeypatch.setattr("claimcheck.nightly.run.compare_here", compare_over_parts)
    return monkeypatch


def test_nights_over_parts_leave_the_same_bytes(tmp_path: Path, over_parts_here: pytest.MonkeyPatch) -> None:
    """Stories that come later in a night, later versions, what is known, and what is kept no longer."""
    box = inbox(tmp_path / "in", SATURDAY, SUNDAY)
    late = box / SUNDAY / "northwire" / "ferry.json"
    story = late.read_bytes()
    late.unlink()
    results: dict[str, list[object]] = {"there": [], "here": []}
    for name, told in results.items():
        late.unlink(missing_ok=True)
        for date, days, text in (
            (SATURDAY, SATURDAY, b""),
            (SUNDAY, SUNDAY, b""),
            (SUNDAY, "", story),
            ("2026-11-25", "", story),
        ):
            if text:
                late.write_bytes(text)
            found = done(nights.night(tmp_path / name, date, (str(box / days),), keep=3))
            told.append((found.read, found.again, found.new, found.run))
        over_parts_here.undo()
    assert results["there"] == results["here"]
    assert left(tmp_path / "there") == left(tmp_path / "here")
    assert not list((tmp_path / "there").rglob("dealt-*"))


def test_what_a_killed_run_dealt_out_is_cleared_away(tmp_path: Path, over_parts_here: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    over_parts_here.setattr("claimcheck.nightly.run.write_report", killed)
    with pytest.raises(KeyboardInterrupt):
        done(nights.night(tmp_path))
    assert list((tmp_path / "archive").rglob("dealt-*"))
    over_parts_here.undo()
    done(nights.night(tmp_path))
    assert not list((tmp_path / "archive").rglob("dealt-*"))
    done(nights.night(tmp_path / "whole"))
    assert left(tmp_path / "whole") == {
        name: data for name, data in left(tmp_path).items() if not name.startswith("whole")
    }
