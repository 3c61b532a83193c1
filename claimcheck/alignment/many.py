"""Facts of many documents: what each pair of documents says, gathered, and the links that show it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from claimcheck.alignment.compare import AGREE, Relation
from claimcheck.alignment.contexts import Contexts, likeness, read_contexts
from claimcheck.alignment.features import Candidate
from claimcheck.alignment.gatherings import Pair, gather_claims, scaled
from claimcheck.alignment.labels import label_of
from claimcheck.alignment.later import may_change, went_past
from claimcheck.alignment.links import weigh
from claimcheck.alignment.model import BADNESS, Fact, Link, Verdict
from claimcheck.alignment.moments import other_time
from claimcheck.alignment.moved import at_other_moments
from claimcheck.alignment.rates import at_other_rates, converted
from claimcheck.alignment.settings import AlignmentSettings
from claimcheck.alignment.sizes import WIDE_GAP, gap, share_an_end
from claimcheck.alignment.slips import slip
from claimcheck.alignment.traits import traits_of
from claimcheck.alignment.values import Values
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.rules.packs import Packs

_SUREST = 4.0
"""Log-odds of a pair beyond which it counts as this: no single pair outvotes a gathering."""
_NEAREST = 6
_FAR = 3
"""Documents of an event that each is compared with, claim by claim: beyond, work would grow with their square."""
_VAGUE = 3.0
"""Ratio of the numbers that a figure admits from which it names none of them."""
_BESIDE = 0.8
"""Weight in a claim's window from which a word stands beside the figure."""

Pool = Mapping[Pair, tuple[Candidate, float]]
BothMayHold = Callable[[Claim, Claim], bool]
"""Whether two claims that differ may both be right, each at its moment."""


def align_many(
    claims: Sequence[Claim], settings: AlignmentSettings, packs: Packs, dates: Mapping[str, str | None]
) -> tuple[tuple[Link, ...], tuple[Fact, ...]]:
    """Return the facts that claims of several documents speak of, and links that hold each fact together.

    Links grow with the claims of a fact and not with their square. Both in reading order. ``dates`` are the ISO dates
    of documents by id: where those differ, so may their figures.
    """
    documents = _in_order(claims)
    ordered = [claim for mine in documents for claim in mine]
    contexts = read_contexts(ordered, packs)
    pool = _pool(documents, contexts, settings)
    values = Values(ordered)
    often = _often(ordered, values)
    evidence = {
        pair: _evidence(*found, max(often[values.of[claim]] for claim in pair), settings)
        for pair, found in pool.items()
    }
    traits = {claim.id: traits_of(claim, packs) for claim in ordered}
    by_id = {claim.id: claim for claim in claims}

    def both_may_hold(x: Claim, y: Claim) -> bool:
        return other_time(x.when, y.when) or may_change(x, y, dates) or at_other_moments(x.id, y.id, contexts)

    conversions = converted(ordered)

    def rates_explain(x: Claim, y: Claim) -> bool:
        return {x.id, y.id} <= conversions and at_other_rates(x, y)

    links: list[Link] = []
    facts: list[Fact] = []
    for ids in gather_claims(ordered, evidence, values, traits, settings.many):
        members = [by_id[each] for each in sorted(ids)]
        mine = [
            _link(one, two, pool, "approx" if verdict == "conflict" and rates_explain(one, two) else verdict, settings)
            for one, two, verdict in _shown(members, values, both_may_hold)
        ]
        if mine:
            links += mine
            worst = max((link.verdict for link in mine), key=BADNESS.__getitem__)
            facts.append(Fact(label_of(members, packs), tuple(claim.id for claim in members), worst))
    return tuple(sorted(links, key=lambda each: (each.left, each.right))), tuple(sorted(facts, key=lambda f: f.claims))


def _in_order(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims by document, in an order that does not depend on the one in which the documents came."""
    documents: dict[str, list[Claim]] = {}
    for claim in claims:
        documents.setdefault(claim.document, []).append(claim)
    return sorted(documents.values(), key=lambda mine: [(claim.figure.text, claim.near) for claim in mine])


def _pool(documents: Sequence[Sequence[Claim]], contexts: Contexts, settings: AlignmentSettings) -> Pool:
    pool = {}
    for left, right in _compared(documents):
        weighed = weigh(documents[left], documents[right], contexts, settings, checking=False)
        for pair, found in weighed.items():
            if found[0].relation != "unit":
                pool[min(pair), max(pair)] = found
    return pool


def _compared(documents: Sequence[Sequence[Claim]]) -> list[Pair]:
    """Return which documents are compared: all where they are few, else each with its nearest and some far ones.

    The far ones hold together what circles of outlets copy from each other.
    """
    size = len(documents)
    if size <= _NEAREST + _FAR + 1:
        return list(combinations(range(size), 2))
    words = [{word for claim in mine for word in claim.near} for mine in documents]
    known = Counter(word for each in words for word in each)
    chosen: set[Pair] = set()
    for one, mine in enumerate(words):
        shared = {
            two: math.fsum(1 / known[word] for word in mine & theirs) for two, theirs in enumerate(words) if two != one
        }
        nearest = sorted(shared, key=lambda two: (-shared[two], two))[:_NEAREST]
        far = [(one + size * step // (_FAR + 1)) % size for step in range(1, _FAR + 1)]
        chosen.update((min(one, two), max(one, two)) for two in (*nearest, *far))
    return sorted(chosen)


def _often(claims: Sequence[Claim], values: Values) -> dict[int, float]:
    """Return by value how often the texts that state it do so."""
    texts: dict[int, list[str]] = {}
    for claim in claims:
        texts.setdefault(values.of[claim.id], []).append(claim.document)
    return {value: len(stated) / len(set(stated)) for value, stated in texts.items()}


def _evidence(candidate: Candidate, odds: float, often: float, settings: AlignmentSettings) -> float:
    s = settings.many
    left, right = candidate.left, candidate.right
    slipped = slip(left.figure, right.figure) == "scale"
    far = 0.0 if left.figure.moment is not None or slipped else gap(left, right) / WIDE_GAP
    return (
        s.pairs * max(-_SUREST, min(_SUREST, odds))
        + s.beside * likeness(*(scaled(word for word in each.words if word[1] >= _BESIDE) for each in (left, right)))
        + {"approx": s.far, "conflict": s.gap}.get(candidate.relation, 0.0) * far
        + (s.often * math.log2(often) if candidate.relation == "match" else 0.0)
        + s.vague * (candidate.relation == "conflict" and (_is_vague(left.figure) or _is_vague(right.figure)))
        + s.shared_end * (candidate.relation == "conflict" and share_an_end(left.figure, right.figure))
        + s.other_kind * (_sort(left) != _sort(right))
        + s.other_date * (left.figure.moment is not None and candidate.relation == "conflict")
    )


def _is_vague(figure: Figure) -> bool:
    """Whether a figure admits numbers so far apart that it names none: "dozens", "hundreds of thousands"."""
    if figure.low is None or figure.high is None or figure.kind == "score" or figure.moment is not None:
        return False
    return 0 < figure.low * _VAGUE <= figure.high


def _sort(claim: Claim) -> str:
    """Return the kind of a claim's figure: what a count rose to is a count."""
    return "count" if claim.figure.kind == "level" else claim.figure.kind


def _shown(
    members: Sequence[Claim], values: Values, both_may_hold: BothMayHold
) -> Iterator[tuple[Claim, Claim, Verdict]]:
    """Yield the pairs of a fact's claims that are linked, so that each dispute is shown once.

    Each claim with another of its value; each value with the first that it agrees with, the most told first, or else
    with the first that it differs from, at one moment if there is any; and where that shows no two that differ, two
    that do, if there are any.
    """
    told: dict[int, list[Claim]] = {}
    for claim in members:
        told.setdefault(values.of[claim.id], []).append(claim)
    for same in told.values():
        for claim in same[1:]:
            other = next((each for each in same if each.document != claim.document), None)
            if other is not None:
                yield claim, other, "match"
    differing: list[tuple[Claim, Claim, Verdict]] = []
    shown = False
    order = sorted(told, key=lambda value: -len(told[value]))
    for place, value in enumerate(order):
        pairs = [
            found
            for other in order[:place]
            if (found := _between(told[other], told[value], values.relation(value, other), both_may_hold))
        ]
        agreeing = [pair for pair in pairs if pair[2] in AGREE]
        apart = sorted((pair for pair in pairs if pair[2] not in AGREE), key=lambda pair: -BADNESS[pair[2]])
        yield from (agreeing or apart)[:1]
        shown = shown or bool(apart and not agreeing)
        differing += apart
    if differing and not shown:
        yield max(differing, key=lambda pair: BADNESS[pair[2]])


def _between(
    ones: Sequence[Claim], twos: Sequence[Claim], relation: Relation | None, both_may_hold: BothMayHold
) -> tuple[Claim, Claim, Verdict] | None:
    """Return two claims of different documents that give the two values, and how these stand to each other.

    Values that differ are in conflict where two documents give them at one moment, unless one says that it is newer.
    """
    apart = [(x, y) for x in ones for y in twos if x.document != y.document]
    if not apart or relation is None:
        return None
    assert relation != "unit"
    if relation != "conflict":
        return *apart[0], relation
    still = [(x, y) for x, y in apart if not both_may_hold(x, y)]
    newer = next(((x, y) for x, y in apart if went_past(x, y)), None)
    return (*still[0], "conflict") if still and newer is None else (*(newer or apart[0]), "update")


def _link(left: Claim, right: Claim, pool: Pool, verdict: Verdict, settings: AlignmentSettings) -> Link:
    pair = min(left.id, right.id), max(left.id, right.id)
    found = pool.get(pair)
    odds = found[1] if found else 0.0
    reasons = settings.reasons(found[0].features) if found else ()
    return Link(*pair, verdict, round(1 / (1 + math.exp(-odds)), 4), reasons)
