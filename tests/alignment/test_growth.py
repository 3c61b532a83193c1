"""The work of aligning grows with the length of the texts, not with its square: counted, not timed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from claimcheck import Checker
from claimcheck.alignment import align, exchange, facts, links
from claimcheck.alignment import assign as assignment
from claimcheck.claims import Claim, read_claims
from claimcheck.documents import Document
from claimcheck.figures import read_figures
from claimcheck.verdicts.case import Case

THINGS = ("crates", "ferries", "pupils", "beds", "trees", "letters", "tonnes of salt", "engines", "seats", "lamps")
VERBS = ("took in", "sold", "counted", "lost", "repaired", "sent off", "bought", "found", "stored", "lent")
SYLLABLES = ("ka", "lo", "ri", "men", "tas", "ul", "vo", "ders", "pi", "on")
LENGTHS = (150, 600)


def texts(sentences: int) -> tuple[str, str]:
    """Return a source and a draft that tells the same in another order, every third number moved to its neighbour."""
    chance = random.Random(sentences)  # noqa: S311 - texts, not secrets
    rows = []
    for _ in range(sentences):
        place = "".join(chance.choices(SYLLABLES, k=3)).title()
        rows.append((place, chance.choice(VERBS), chance.randrange(3, 9000), chance.choice(THINGS)))
    source = " ".join(f"The harbour of {place} {verb} {number} {thing}." for place, verb, number, thing in rows)
    for n in range(0, sentences - 1, 3):
        (a, b, x, c), (d, e, y, f) = rows[n : n + 2]
        rows[n : n + 2] = [(a, b, y, c), (d, e, x, f)]
    chance.shuffle(rows)
    draft = " ".join(f"In all, {number} {thing}: that is what {place} {verb}." for place, verb, number, thing in rows)
    return source, draft


def claims_of(sentences: int) -> list[Claim]:
    claims: list[Claim] = []
    for name, text in zip(("source", "draft"), texts(sentences), strict=True):
        document = Document(name, text)
        claims += read_claims(document, read_figures(document), first_id=len(claims))
    return claims


def counted(monkeypatch: pytest.MonkeyPatch, module: object, name: str, size: Callable[[Any], int]) -> list[int]:
    """Let each call of a function of ``module`` put the size of its first argument into the list returned."""
    function, sizes = getattr(module, name), []

    def note(*given: object) -> object:
        sizes.append(size(given[0]))
        return function(*given)

    monkeypatch.setattr(module, name, note)
    return sizes


def test_pairs_measured_and_exchanges_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    work = []
    for sentences in LENGTHS:
        claims = claims_of(sentences)
        with monkeypatch.context() as patch:
            pairs = counted(patch, links, "measure", len)
            weighed = counted(patch, exchange, "_gain", lambda _: 1)
            assert align(claims, draft="draft")
        work.append((sum(pairs), sum(weighed)))
    assert_in_step(LENGTHS, *work)


def test_steps_to_the_best_assignment(monkeypatch: pytest.MonkeyPatch) -> None:
    work = []
    for nodes in LENGTHS:
        chance = random.Random(nodes)  # noqa: S311
        tangle = {(n, max(0, n + step)): chance.uniform(0.1, 3) for n in range(nodes) for step in (-2, -1, 0, 1, 2)}
        with monkeypatch.context() as patch:
            steps = counted(patch, assignment, "heappop", len)
            assert len(assignment.assign(tangle)) > nodes / 2
        work.append((len(steps),))
    assert_in_step(LENGTHS, *work)


@pytest.mark.parametrize(
    "sentence", ["The town won 2-1, then 3-1.", "Ada Lund, 34, met Jon Moe, 43.", "It paid $5 million."]
)
def test_equal_figures_are_gathered_by_their_values(sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    work = []
    for copies in LENGTHS:
        text = " ".join([sentence] * copies)
        with monkeypatch.context() as patch:
            pairs = counted(patch, facts, "product", len)
            assert Checker().check(text, [f"{text} Nobody spoke."]).facts
        work.append((sum(pairs),))
    assert_in_step(LENGTHS, *work)


def test_results_of_one_number_are_asked_for_their_sides_once(monkeypatch: pytest.MonkeyPatch) -> None:
    work = []
    for copies in LENGTHS:
        text = " ".join(["Lisle beat Dorn 3-1."] * copies)
        with monkeypatch.context() as patch:
            asked = counted(patch, Claim, "side", lambda _: 1)
            assert not Checker().check(text, [f"{text} Nobody spoke."]).findings
        work.append((len(asked),))
    assert_in_step(LENGTHS, *work)


def test_what_bears_out_a_figure_is_found_once_for_all_its_links(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence, work = "Ada Moreau met 51 men.", []
    for copies in LENGTHS:
        with monkeypatch.context() as patch:
            asked = counted(patch, Case, "other", lambda _: 1)
            assert not Checker().check(f"At last. {sentence}", [" ".join([sentence] * copies)]).findings
        work.append((len(asked),))
    assert_in_step(LENGTHS, *work)


def assert_in_step(lengths: Sequence[int], short: Sequence[int], long: Sequence[int]) -> None:
    """The work has grown by little more than the lengths."""
    for before, after in zip(short, long, strict=True):
        assert 0 < after < 1.5 * before * lengths[1] / lengths[0]
