"""Stories of one event come together, similar events stay apart, copies are folded; whatever the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents import Document
from claimcheck.nightly.grouping import Group, group
from claimcheck.nightly.grouping.beside import Beside
from claimcheck.nightly.grouping.matrix import likenesses
from claimcheck.nightly.grouping.model import VALUE_BITS, unpack
from claimcheck.nightly.grouping.pools import STEP, bounded, candidates
from claimcheck.nightly.grouping.profiles import read_profile
from claimcheck.nightly.grouping.settings import GroupingSettings, load_settings
from claimcheck.nightly.grouping.weighing import Weighed, count_terms, weigh
from claimcheck.rules.packs import RulesError
from tests.grouping_bench import CORPUS, bcubed, measure

OSTRAVA = (
    (
        "A fire in a paint warehouse in Ostrava killed four workers on Tuesday, the Moravian fire service said.\n"
        "Flames spread through the Lakovna depot within minutes, spokeswoman Petra Novotna said. Eleven people were hurt.\n"
    ),
    (
        "Four dead in Ostrava blaze\n"
        "Four employees died when fire swept through the Lakovna paint depot in Ostrava. Petra Novotna of the Moravian fire "
        "service said eleven were injured in Tuesday's blaze.\n"
    ),
    (
        "The Lakovna company said it would help the families of the four men killed in Tuesday's fire at its Ostrava "
        "warehouse. Moravian investigators, led by Petra Novotna, were sifting the ruins of the depot for the cause.\n"
    ),
)
TURKU = (
    (
        "A fire in a timber warehouse in Turku killed two workers on Friday, the Finnish rescue service said.\n"
        "Flames spread through the Puuvaja depot within minutes, spokesman Aki Rantanen said. Nineteen people were hurt.\n"
    ),
    (
        "Two dead in Turku blaze\n"
        "Two employees died when fire swept through the Puuvaja timber depot in Turku. Aki Rantanen of the Finnish rescue "
        "service said nineteen were injured in Friday's blaze.\n"
    ),
)
CHESS = "Leila Haddad won the Sousse chess open with nine points from eleven games, a point ahead of Bram de Wit.\n"
STORIES = [Document(id=f"s{n}", text=text) for n, text in enumerate((*OSTRAVA, *TURKU, CHESS))]


def ids(groups: tuple[Group, ...]) -> list[list[str]]:
    return sorted(sorted(document.id for document in each.documents) for each in groups)


def test_two_fires_are_two_events() -> None:
    assert ids(group(STORIES, 3)) == [["s0", "s1", "s2"], ["s3", "s4"], ["s5"]]


def test_a_run_with_one_event_only_finds_it() -> None:
    assert ids(group(STORIES[:3], 3)) == [["s0", "s1", "s2"]]


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        ("Deadly depot fire\n" + OSTRAVA[0], True),
        ("OSTRAVA, Czech Republic (NWS) - " + OSTRAVA[0], True),
        (OSTRAVA[0].removesuffix(" Eleven people were hurt.\n"), True),
        (OSTRAVA[0].replace("four", "five"), False),  # an update
        (OSTRAVA[1], False),
        (
            OSTRAVA[0] + "The mayor, Jiri Dolezal, asked all schools of the city to fly their flags at half mast.\n",
            False,
        ),
    ],
)
def test_a_copy_has_the_same_text_and_no_figure_of_its_own(text: str, is_copy: bool) -> None:
    (found,) = group([STORIES[0], Document(id="other", text=text)], 3)
    assert bool(found.copies) is is_copy
    assert len(found.originals) == (1 if is_copy else 2)


def test_the_first_published_is_the_original() -> None:
    late = replace(STORIES[0], date="2026-03-05")
    early = Document(id="early", text="Deadly fire\n" + OSTRAVA[0], date="2026-03-04")
    (found,) = group([late, early], 3)
    assert [document.id for document in found.documents] == ["early", "s0"]
    assert found.copies == (("s0", "early"),)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2026-03-04", "2026-03-06"), [["s0", "s1"]]),
        (("2026-03-04", None), [["s0", "s1"]]),
        (("2026-03-04", "2026-03-08"), [["s0"], ["s1"]]),
    ],
)
def test_stories_beyond_the_window_are_of_two_events(
    dates: tuple[str | None, str | None], expected: list[list[str]]
) -> None:
    stories = [replace(story, date=date) for story, date in zip(STORIES, dates, strict=False)]
    assert ids(group(stories, 3)) == expected


@given(st.permutations(STORIES))
@settings(max_examples=25, deadline=None)
def test_the_order_of_stories_changes_nothing(stories: list[Document]) -> None:
    assert group(stories, 3) == group(STORIES, 3)


def test_an_event_keeps_its_id_when_stories_join_it() -> None:
    first = [replace(story, date="2026-03-04") for story in STORIES[:2]]
    then = [*first, replace(STORIES[2], date="2026-03-05")]
    assert [each.id for each in group(first, 3)] == [each.id for each in group(then, 3)]


@given(st.lists(st.text(max_size=60), max_size=6))
@settings(max_examples=50, deadline=None)
def test_any_texts_are_grouped_each_once(texts: list[str]) -> None:
    documents = [Document(id=str(n), text=text) for n, text in enumerate(texts)]
    found = group(documents, 3)
    assert sorted(each.id for one in found for each in one.documents) == sorted(each.id for each in documents)
    assert len({each.id for each in found}) == len(found)


def test_two_documents_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        group([STORIES[0], STORIES[0]], 3)


def test_the_work_for_a_story_is_bounded() -> None:
    """The same few words in ever more stories bring none of them together."""
    rules = load_settings()
    profiles = [read_profile(Document(id=str(n), text=f"Rain fell on harbour number {n}.")) for n in range(300)]
    counts = count_terms(profiles)
    stories = [weigh(each, counts, len(profiles), rules) for each in profiles]
    assert len(list(candidates(stories, 3, rules))) < rules.common_term * len(stories)


def test_a_bad_threshold_is_named(tmp_path: Path) -> None:
    (tmp_path / "grouping.toml").write_text("copy = 2.0\n", encoding="utf-8")
    with pytest.raises(RulesError, match="copy"):
        group(STORIES, 3, (tmp_path,))


def test_bcubed_is_as_published() -> None:
    truth = {"a": "1", "b": "1", "c": "2"}
    assert bcubed(truth, truth) == (1.0, 1.0, 1.0)
    precision, recall, _ = bcubed({"a": "x", "b": "x", "c": "x"}, truth)
    assert (round(precision, 3), recall) == (0.556, 1.0)


@pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus is not beside the checkout")
def test_grouping_reaches_its_bar() -> None:
    assert measure()["B-cubed F1"] >= 85


# ---------------------------------------------------------------- likeness


def weighed(texts: Sequence[str], rules: GroupingSettings) -> list[Weighed]:
    profiles = [read_profile(Document(id=str(n), text=text)) for n, text in enumerate(texts)]
    counts = count_terms(profiles)
    return [weigh(each, counts, len(profiles), rules) for each in profiles]


def by_hand(left: Weighed, right: Weighed, rules: GroupingSettings) -> int:
    """How alike two stories are, word by word and figure by figure."""
    ours, theirs = (
        dict(zip(unpack(each.profile.terms), unpack(each.weights, "H"), strict=True)) for each in (left, right)
    )
    cosine = sum(weight * theirs.get(word, 0) for word, weight in ours.items())
    one, two = (set(unpack(each.profile.figures)) for each in (left, right))
    agree = {figure >> VALUE_BITS for figure in one & two}
    both = {figure >> VALUE_BITS for figure in one} & {figure >> VALUE_BITS for figure in two}
    moved = rules.agree * min(len(agree), 6) - rules.disagree * min(len(both - agree), 7)
    return max(0, round(cosine * (1 + moved)))


def test_likeness_is_hurt_by_figures_that_disagree() -> None:
    rules = load_settings()
    stories = weighed([*OSTRAVA[:2], OSTRAVA[1].replace("Tuesday", "Sunday").replace("Four", "Nine")], rules)
    _, same, other = Beside(stories, rules).likenesses(stories[0], range(3)).tolist()
    assert same > other > 0


def test_stories_are_as_alike_in_a_matrix_and_beside_many_as_by_hand() -> None:
    rules = load_settings()
    texts = [document.text for document in STORIES]
    texts += [text.replace("four", "five").replace("Eleven", "Twelve") for text in texts[:2]]
    texts += ["", "Four, eleven, Tuesday.", "On 4 May 2026, on 5 May 2026, in 2025: 4 workers, 11 workers, 12 workers."]
    stories = weighed(texts, rules)
    expected = [[by_hand(left, right, rules) for right in stories] for left in stories]
    assert len({alike for row in expected for alike in row}) > len(stories)
    matrix = likenesses(stories, rules).tolist()
    for place in range(len(stories)):
        matrix[place][place] = expected[place][place]  # of a story and itself nothing is said
    assert matrix == expected
    for some in (range(len(stories)), range(4), range(4, len(stories)), range(0)):  # those beside it, or others
        beside = Beside([stories[place] for place in some], rules)
        found = [beside.likenesses(story, range(len(some))).tolist() for story in stories]
        assert found == [[row[place] for place in some] for row in expected]


# ---------------------------------------------------------------- pools


PLACES = 12


@given(
    st.dictionaries(st.tuples(st.integers(0, PLACES - 1), st.integers(0, PLACES - 1)), st.integers(0, 9), max_size=30),
    st.integers(1, 6),
)
@settings(max_examples=100, deadline=None)
def test_no_pool_is_too_large_or_smaller_than_it_must_be(alike: dict[tuple[int, int], int], largest: int) -> None:
    links = {(left, right): 1000 + each * STEP for (left, right), each in alike.items() if left < right}
    found = sorted(bounded(range(PLACES), ((*pair, each) for pair, each in links.items()), 1000, largest))
    assert sorted(place for pool in found for place in pool) == list(range(PLACES))

    def connected(floor: int) -> set[tuple[int, ...]]:
        sets = [{place} for place in range(PLACES)]
        for pair in (pair for pair, each in links.items() if each >= floor):
            together = set().union(*(each for each in sets if not each.isdisjoint(pair)))
            sets = [*(each for each in sets if each.isdisjoint(pair)), together]
        return {tuple(sorted(each)) for each in sets}

    expected: set[tuple[int, ...]] = set()
    for step in range(11):
        taken = {place for pool in expected for place in pool}
        expected |= {each for each in connected(1000 + step * STEP) if len(each) <= largest and taken.isdisjoint(each)}
    assert found == sorted(expected)
