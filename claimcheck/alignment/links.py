"""The links between the claims of two documents."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from claimcheck.alignment.assign import assign
from claimcheck.alignment.candidates import candidates
from claimcheck.alignment.compare import AGREE
from claimcheck.alignment.contexts import Contexts
from claimcheck.alignment.exchange import trade, uncross
from claimcheck.alignment.features import Candidate, measure
from claimcheck.alignment.model import Link, Verdict
from claimcheck.alignment.moments import other_moment, other_time
from claimcheck.alignment.moved import moved
from claimcheck.alignment.settings import AlignmentSettings, log_odds
from claimcheck.alignment.thirds import disputed, of_a_third, undecided
from claimcheck.claims.model import Claim

Pairing = Mapping[tuple[int, int], Candidate]


def link(
    left: Sequence[Claim], right: Sequence[Claim], contexts: Contexts, settings: AlignmentSettings, checking: bool
) -> list[Link]:
    """Return the links between the claims of two documents, one to one first, then repeats of what is linked.

    ``checking`` says that one of the two is a draft and the other its source.
    """
    weighed = weigh(left, right, contexts, settings, checking)
    pool = {pair: candidate for pair, (candidate, _) in weighed.items()}
    odds = {pair: weight for pair, (_, weight) in weighed.items()}
    floor = log_odds(settings.threshold)
    strict = log_odds(settings.differing_in_draft_threshold if checking else settings.differing_threshold)
    differs = {pair for pair, each in pool.items() if each.relation in {"conflict", "unit"}}
    doubted = differs | {pair for pair, each in pool.items() if checking and _lets_in_anything(each)}
    pairing = assign({pair: value - (strict if pair in doubted else floor) for pair, value in odds.items()})
    unsure = undecided(pairing, pool, odds, settings) if checking else frozenset()
    pairing = dict(pairing.items() - unsure)
    straight = set(pairing.items())
    margin = settings.exchange_in_draft_margin if checking else settings.exchange_margin
    pairing = uncross(pairing, pool, contexts, margin)
    if checking:
        agreed = {claim for pair in pairing.items() & pool.keys() - differs if odds[pair] > strict for claim in pair}
        traded = trade(left, right, agreed, contexts, margin)
        theirs = {claim for pair in traded.items() for claim in pair}
        pairing = {one: two for one, two in pairing.items() if one not in theirs and two not in theirs} | traded
    chosen = set(pairing.items())
    exchanged = chosen - straight
    told = _told(chosen, pool)
    chosen |= _repeats(
        chosen, {pair: odds[pair] for pair in odds if pair not in told}, pool, log_odds(settings.repeat_threshold)
    )
    if checking:
        told |= unsure
        chosen |= _slips(chosen, {pair: each for pair, each in pool.items() if pair not in told}, settings)
    claims = {claim.id: claim for claim in (*left, *right)}
    for pair in chosen - pool.keys():
        pool[pair] = Candidate(claims[pair[0]], claims[pair[1]], "conflict", {})
    for pair in exchanged:
        odds[pair] = max(odds.get(pair, floor), floor)
    judged = moved(chosen, pool, contexts) | dict.fromkeys(exchanged, "conflict")
    return [_link(pool[pair], odds[pair], settings, checking, judged.get(pair)) for pair in sorted(chosen)]


def _lets_in_anything(each: Candidate) -> bool:
    """Return whether a figure of another thing merely lets the other in: "hundreds of civilians", over 900 lives."""
    vague = each.left.figure.value is None or each.right.figure.value is None
    bounds = {each.left.figure.bound, each.right.figure.bound}
    loose = vague or (not each.same_value and not bounds.isdisjoint("<>"))
    return each.relation == "approx" and loose and bool(each.features["other thing counted"])


def _told(chosen: set[tuple[int, int]], pool: Pairing) -> set[tuple[int, int]]:
    """Return the pairs that differ though the sentence of the one has the equal of the other.

    No sentence tells one fact rightly and wrongly.
    """
    agreed = [pool[pair] for pair in chosen if pair in pool and pool[pair].relation in AGREE]
    told = {(each.left.id, each.right.sentence) for each in agreed}
    told |= {(each.right.id, each.left.sentence) for each in agreed}
    return {
        pair
        for pair, each in pool.items()
        if each.relation not in AGREE
        and ((pair[0], each.right.sentence) in told or (pair[1], each.left.sentence) in told)
    }


def weigh(
    left: Sequence[Claim], right: Sequence[Claim], contexts: Contexts, settings: AlignmentSettings, checking: bool
) -> dict[tuple[int, int], tuple[Candidate, float]]:
    """Return the pairs of claims of two documents that can be compared, with the log-odds that they are of one fact."""
    measured = measure(list(candidates(left, right, contexts)), contexts, checking)
    return {(each.left.id, each.right.id): (each, settings.evidence(each.features)) for each in measured}


def _repeats(
    chosen: set[tuple[int, int]], odds: Mapping[tuple[int, int], float], pool: Pairing, floor: float
) -> set[tuple[int, int]]:
    """Return for each claim left over its best link to a claim that is linked already.

    What differs from both sides of a link that differs repeats neither: it is of a third thing.
    """
    lefts, rights = {left for left, _ in chosen}, {right for _, right in chosen}
    differing = disputed(chosen, pool)
    best: dict[tuple[str, int], tuple[float, tuple[int, int]]] = {}
    for pair in sorted(odds):
        if odds[pair] < floor or pool[pair].relation == "unit" or of_a_third(pool[pair], differing):
            continue
        if pair[0] not in lefts and pair[1] in rights:
            key = ("left", pair[0])
        elif pair[1] not in rights and pair[0] in lefts:
            key = ("right", pair[1])
        else:
            continue
        if key not in best or odds[pair] > best[key][0]:
            best[key] = (odds[pair], pair)
    return {pair for _, pair in best.values()}


def _slips(chosen: set[tuple[int, int]], pool: Pairing, settings: AlignmentSettings) -> set[tuple[int, int]]:
    """Return for each claim left over that has no equal the link that a slip of keyboard or unit explains."""
    floor = log_odds(settings.slip_threshold)
    linked = {claim for pair in chosen for claim in pair}
    equal = {claim for pair, each in pool.items() if each.relation in AGREE for claim in pair}
    differing = disputed(chosen, pool)
    best: dict[int, tuple[float, tuple[int, int]]] = {}
    for pair, each in sorted(pool.items(), key=lambda item: item[0]):
        alone = [claim for claim in pair if claim not in linked and claim not in equal]
        if not alone or not (_other_unit(each) or each.features["draft, slip"]) or of_a_third(each, differing):
            continue
        # That the other claim has its equal elsewhere speaks not against a slip: the text then contradicts itself.
        # Two short numbers differ in a digit too easily to leave out what else they could be.
        clear = _other_unit(each) or each.features["draft, slip"] == 1
        odds = settings.evidence(each.features | ({"equal elsewhere": 0.0} if clear else {}))
        if odds >= floor:
            for claim in alone:
                best[claim] = max(best.get(claim, (floor, pair)), (odds, pair))
    return {pair for _, pair in best.values()}


def _other_unit(candidate: Candidate) -> bool:
    """Return whether the same number stands with another unit, be it of the same dimension."""
    same = candidate.same_value and candidate.left.figure.unit != candidate.right.figure.unit
    return candidate.relation == "unit" or (candidate.relation == "conflict" and same)


def _link(
    candidate: Candidate, odds: float, settings: AlignmentSettings, checking: bool, judged: Verdict | None
) -> Link:
    relation = candidate.relation
    verdict: Verdict = judged or ("conflict" if relation == "unit" else relation)
    trends = {candidate.left.figure.trend, candidate.right.figure.trend}
    if trends == {"up", "down"} and judged is None:
        verdict = "conflict"
    moved_on = other_moment if checking else other_time
    if verdict == "conflict" and moved_on(candidate.left.when, candidate.right.when):
        verdict = "update"
    left, right = sorted((candidate.left.id, candidate.right.id))
    return Link(
        left,
        right,
        verdict,
        round(1 / (1 + math.exp(-odds)), 4),
        settings.reasons(candidate.features),
    )
