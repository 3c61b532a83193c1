"""The one-to-one assignment gains as much as the best of all possible ones."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.alignment.assign import assign

gains = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(-1, 3, allow_nan=False), min_size=1, max_size=16
)


def best_of_all(table: dict[tuple[int, int], float]) -> float:
    best = 0.0
    for rights in permutations(range(5)):
        best = max(best, sum(max(0.0, table.get((left, right), 0.0)) for left, right in enumerate(rights)))
    return best


@given(gains)
def test_nothing_gains_more(table: dict[tuple[int, int], float]) -> None:
    pairing = assign(table)
    assert len(set(pairing.values())) == len(pairing)
    assert abs(sum(table[pair] for pair in pairing.items()) - best_of_all(table)) < 1e-6


@given(gains)
def test_the_order_of_the_pairs_does_not_matter(table: dict[tuple[int, int], float]) -> None:
    assert assign(table) == assign(dict(reversed(table.items())))


def test_a_greedy_choice_is_undone() -> None:
    assert assign({(0, 0): 2.0, (0, 1): 1.9, (1, 0): 1.9}) == {0: 1, 1: 0}


def test_what_gains_nothing_stays_alone() -> None:
    assert assign({(0, 0): 0.0, (1, 1): -1.0}) == {}
