"""Figures that changed places: equal values pull two links the wrong way, and the contexts tell."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from claimcheck.alignment.compare import bare, relate, scale
from claimcheck.alignment.contexts import Bag, Contexts, likeness
from claimcheck.alignment.features import Candidate
from claimcheck.alignment.moments import same_grain
from claimcheck.alignment.sizes import telling
from claimcheck.claims.model import Claim
from claimcheck.claims.naming import related
from claimcheck.figures.model import Figure

_THROUGHOUT = 1 / (1 + math.log(4))
"""Rarity of a word that stands in four sentences with figures of one text."""
_KIN = 0.3
"""What a figure's thing, role or direction counts beside the words around it."""

_TIME = 0.5
"""What a time that both have in common counts beside that: often it dates the whole sentence."""

_UNCOUNTED = frozenset({1, 2})
_DOZENS = 24

_REACH = 24
"""Figures of one scale further on in the text that a figure may have changed places with."""

_OWN = 0.5
"""Weight of a word in a figure's window from which it is the figure's own, and not merely of its sentence."""
_JOINED = 12
"""Characters between two figures that one phrase ties together, at most ("three of the seven")."""
_TWO_DIGITS = 10
_REPEATS = 3
"""Places of one number in a text that are asked for the number that it traded with."""


def uncross(
    pairing: Mapping[int, int],
    pool: Mapping[tuple[int, int], Candidate],
    contexts: Contexts,
    margin: float,
) -> dict[int, int]:
    """Return ``pairing`` with two links crossed over wherever their contexts fit better that way by ``margin``.

    Only links of one number are tried: where numbers differ, the contexts had their say already.
    Strongest first, so that a longer cycle comes apart into exchanges of two.
    """
    out = dict(pairing)
    equals = _equals(pool)
    beside: dict[int, list[tuple[int, int]]] = {}
    for pair in _exchangeable(pairing, pool):
        straight = [pool[one, pairing[one]] for one in pair]
        for one in () if _told_together(straight, equals, contexts, margin) else pair:
            beside.setdefault(one, []).append(pair)
    gains: dict[tuple[int, int], float] = {}
    queue: list[tuple[float, tuple[int, int]]] = []

    def weigh(pairs: Iterable[tuple[int, int]]) -> None:
        for pair in pairs:
            gains[pair] = _gain(*pair, out, contexts)
            if gains[pair] > margin:
                heappush(queue, (-gains[pair], pair))

    weigh(dict.fromkeys(pair for pairs in beside.values() for pair in pairs))
    tried: set[tuple[int, int]] = set()
    while queue:
        gain, pair = heappop(queue)
        if pair not in tried and gains[pair] == -gain:  # else weighed anew since
            tried.add(pair)
            one, two = pair
            out[one], out[two] = out[two], out[one]
            weigh(dict.fromkeys((*beside[one], *beside[two])))
    return out


def _exchangeable(pairing: Mapping[int, int], pool: Mapping[tuple[int, int], Candidate]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of left claims on one scale whose equal figures may have changed places."""
    by_scale: dict[str, list[int]] = {}
    for one in sorted(pairing):
        chosen = pool[one, pairing[one]]
        if chosen.relation == "match" or chosen.same_value:
            # "12 years for fraud and four for perjury": the other side may tell the unit.
            figure = chosen.right.figure if bare(chosen.left.figure) else chosen.left.figure
            by_scale.setdefault(scale(figure).name, []).append(one)
    for ones in by_scale.values():
        for n, one in enumerate(ones):
            for two in ones[n + 1 : n + 1 + _REACH]:
                crossed = pool.get((one, pairing[two])), pool.get((two, pairing[one]))
                straight = pool[one, pairing[one]], pool[two, pairing[two]]
                if _may_have_crossed(*straight, crossed):
                    yield one, two


def _may_have_crossed(one: Candidate, two: Candidate, crossed: tuple[Candidate | None, ...]) -> bool:
    """Whether the figures of two links may have changed places, by what they themselves say."""
    if any(map(_wordless, (one.left, one.right, two.left, two.right))):
        return False
    figures = one.left.figure, one.right.figure, two.left.figure, two.right.figure
    if any(each is not None and (each.same_value or _of_others(each.left, each.right)) for each in crossed):
        return False
    alike = _same_grain(one.left.figure, two.left.figure) and not _moved_whole(*figures) and _of_one_rank(*figures)
    return alike and all(_apart_enough(each) for each in crossed)


def _of_one_rank(*figures: Figure) -> bool:
    """Whether no figure is a mere "one" or "two" where another runs to dozens: nobody types 178 for "one of them"."""
    numbers = [figure.value for figure in figures if isinstance(figure.value, int | float) and figure.moment is None]
    return not numbers or min(numbers) not in _UNCOUNTED or max(numbers) < _DOZENS


def _moved_whole(one: Figure, its_equal: Figure, two: Figure, the_equal: Figure) -> bool:
    """Whether two figures took along what they count or measure ("10 seconds", "a quarter of a century"), or the hedge.

    At a keyboard the numbers alone change places.
    """
    bounds = {one.bound, two.bound}
    if len(bounds) > 1 and "=" not in bounds and (one.bound, two.bound) == (its_equal.bound, the_equal.bound):
        return True  # "more than 300", "some 14,000"
    if one.kind != two.kind or one.unit == two.unit:
        return False
    if one.kind == "count" and _whole(one) == _whole(two):
        return None not in {one.unit, two.unit} and one.unit == its_equal.unit and two.unit == the_equal.unit
    if one.kind == "count":
        return True  # magnitude 2.0 and five more quakes
    if one.kind not in {"duration", "measure"}:
        return False
    units = [(figure.unit or "").partition(" per ")[0] for figure in (one, its_equal, two, the_equal)]
    return units[0] == units[1] != units[2] == units[3] or relate(one, its_equal) == relate(two, the_equal) == "match"


def _whole(figure: Figure) -> bool:
    """Whether a figure is written without a decimal point."""
    return "." not in figure.text.rstrip(".")


def _equals(pool: Mapping[tuple[int, int], Candidate]) -> dict[int, list[Claim]]:
    """Return the claims that state each claim's very figure."""
    out: dict[int, list[Claim]] = {}
    for each in pool.values():
        if each.relation == "match":
            out.setdefault(each.left.id, []).append(each.right)
            out.setdefault(each.right.id, []).append(each.left)
    return out


def _told_together(
    pair: Sequence[Candidate], equals: Mapping[int, Sequence[Claim]], contexts: Contexts, margin: float
) -> bool:
    """Whether a sentence of one text has the equals of both figures, not exchanged: the one elsewhere is a repeat."""
    for each, near in (pair, pair[::-1]):
        left, right, rest = each.left.id, each.right.id, {near.left.id: near.right.id}
        beside = [(left, equal.id, equal, near.right) for equal in equals.get(left, ()) if equal.id != right]
        beside += [(equal.id, right, equal, near.left) for equal in equals.get(right, ()) if equal.id != left]
        for one, other, equal, with_it in beside:
            together = equal.sentence == with_it.sentence
            if together and _gain(one, near.left.id, {one: other} | rest, contexts) <= margin:
                return True
    return False


def _wordless(claim: Claim) -> bool:
    """Whether a figure has neither unit nor words of its own to tell what it is of ("two more than on Sunday")."""
    return bare(claim.figure) and max((weight for _, weight in claim.words), default=0.0) < _OWN


def _of_others(left: Claim, right: Claim) -> bool:
    """Whether two figures are told of two people, each by full name or by a pronoun for it."""
    ours, theirs = _persons(left), _persons(right)
    return bool(ours and theirs) and not any(related(one, two) for one in ours for two in theirs)


def _persons(claim: Claim) -> list[str]:
    doing = (party for party in claim.participants if party.part in {"actor", "subject"})
    return [party.key for party in doing if " " in party.key and party.name.istitle()]


def _apart_enough(each: Candidate | None) -> bool:
    """Whether the two values are no rounding of each other; clock times are rounded by the quarter hour."""
    return each is None or each.relation == "conflict" or each.left.figure.kind == "time"


def trade(
    left: Sequence[Claim], right: Sequence[Claim], agreed: Collection[int], contexts: Contexts, margin: float
) -> dict[int, int]:
    """Return the links of figures that traded numbers, though no link of equals shows it: of two kinds, or far apart.

    "Moreau, 13, was stabbed 51 times" for the 51-year-old and his 13 wounds. Among the claims that are not
    ``agreed`` on, two of the left state the numbers of two of the right, and fit them better the other way round.
    """
    ours, theirs = _by_number(left, agreed), _by_number(right, agreed)
    traders = [claim for number, claims in sorted(ours.items()) if number in theirs for claim in claims]
    found = []
    for n, one in enumerate(traders):
        for two in traders[n + 1 : n + 1 + _REACH]:
            if one.figure.value == two.figure.value or not (_two_digits(one) and _two_digits(two)):
                continue
            for x in theirs[_number(one)]:
                for y in theirs[_number(two)]:
                    if (
                        _may_stand_for(one, y)
                        and _may_stand_for(two, x)
                        and not _moved_whole(one.figure, x.figure, two.figure, y.figure)
                    ):
                        gain = _gain(one.id, two.id, {one.id: x.id, two.id: y.id}, contexts)
                        found.append((gain, one.id, two.id, x.id, y.id))
    out: dict[int, int] = {}
    moved: set[int] = set()
    for gain, *ids in sorted(found, key=lambda each: (-each[0], *each[1:])):
        if gain > margin and moved.isdisjoint(ids):
            one_id, two_id, x_id, y_id = ids
            out |= {one_id: y_id, two_id: x_id}
            moved.update(ids)
    return out


def _by_number(claims: Sequence[Claim], agreed: Collection[int]) -> dict[float, list[Claim]]:
    out: dict[float, list[Claim]] = {}
    for claim in claims:
        told = claim.figure.moment is None or claim.figure.kind in {"date", "time"}
        if claim.id not in agreed and told and isinstance(claim.figure.value, float | int):
            same = out.setdefault(_number(claim), [])
            if len(same) < _REPEATS:
                same.append(claim)
    return out


def _two_digits(claim: Claim) -> bool:
    """Whether a number is no "two" or "three", which any text has."""
    return abs(_number(claim)) >= _TWO_DIGITS or telling(claim) > 0


def _number(claim: Claim) -> float:
    assert isinstance(claim.figure.value, float | int)
    return float(claim.figure.value)


_UNITED = frozenset({"money", "percent", "measure"})
"""Kinds whose unit nobody leaves to the reader: no bare number has changed places with one."""


def _may_stand_for(one: Claim, two: Claim) -> bool:
    """Whether two claims are of one scale, or of none that is told ("Moreau, 51, fell")."""
    if relate(one.figure, two.figure) == "conflict":
        return True
    kinds = one.figure.kind, two.figure.kind
    return (bare(one.figure) or bare(two.figure)) and _UNITED.isdisjoint(kinds)


def _same_grain(one: Figure, two: Figure) -> bool:
    first, second = one.moment, two.moment
    return first is None or second is None or same_grain(first, second)


def _gain(one: int, two: int, out: Mapping[int, int], contexts: Contexts) -> float:
    a, b, x, y = (_telling(contexts.near[each], contexts) for each in (one, two, out[one], out[two]))
    claims = contexts.claims
    mine, theirs = (claims[one], claims[two]), (claims[out[one]], claims[out[two]])
    # Of "three of the seven climbers" the noun tells the part from the whole.
    counted = {} if _side_by_side(*mine) and _side_by_side(*theirs) else contexts.units
    nothing: frozenset[str] = frozenset()
    a, b = _apart(a, b, counted.get(two, nothing)), _apart(b, a, counted.get(one, nothing))
    x, y = _apart(x, y, counted.get(out[two], nothing)), _apart(y, x, counted.get(out[one], nothing))
    kin = _kin(claims[one], claims[out[two]]) + _kin(claims[two], claims[out[one]])
    kin -= _kin(claims[one], claims[out[one]]) + _kin(claims[two], claims[out[two]])
    return likeness(a, y) + likeness(b, x) - likeness(a, x) - likeness(b, y) + _KIN * kin


def _telling(bag: Bag, contexts: Contexts) -> Bag:
    """Return ``bag`` without the words that go through the whole text: whom all of it is about tells no two apart."""
    return {word: weight for word, weight in bag.items() if contexts.rarity.get(word, 1.0) > _THROUGHOUT}


def _kin(left: Claim, right: Claim) -> float:
    """Return in how many ways the figures tell of the same beside their words: thing counted, role, direction, time."""
    one, two = left.figure, right.figure
    same = ((one.role, two.role), (one.trend, two.trend), (one.thing, two.thing))
    return sum(x is not None and x == y for x, y in same) + _TIME * (not set(left.when).isdisjoint(right.when))


def _side_by_side(one: Claim, two: Claim) -> bool:
    first, second = sorted((one.figure, two.figure), key=lambda figure: figure.start)
    return one.sentence == two.sentence and second.start - first.end <= _JOINED


def _apart(bag: Bag, other: Bag, counted: Collection[str]) -> Bag:
    """Return what of ``bag`` sets it apart from ``other``: the weight that a word has more in it.

    What the other one counts too (``counted``) does not, be it told there or not: "19 shots to Lisle's eight".
    """
    more = ((word, weight - other.get(word, 0.0)) for word, weight in bag.items() if word not in counted)
    return {word: weight for word, weight in more if weight > 0}
