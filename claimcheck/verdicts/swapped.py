"""swapped-values: figures that changed places between the things they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.alignment.compare import relate, scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.verdicts.case import Case, ordered
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.numbers import numbers_of, same_number
from claimcheck.verdicts.several import told_straight


def find_swapped(case: Case) -> Iterator[Finding]:
    """Yield one finding per cycle: each draft's figure equals the counterpart of the next one in the cycle."""
    for pairs in _cycles(case):
        drafts = [draft for draft, _ in pairs]
        sources = [source for _, source in pairs]
        if case.draft is not None and told_straight(case, drafts, sources[0].document):
            continue
        variant = "pair" if len(pairs) == 2 else "cycle"  # noqa: PLR2004 - two make a pair
        yield case.finding(
            "swapped-values",
            variant if case.draft is not None else f"{variant}_sources",
            ordered((*drafts, *sources), case.draft),
            {
                "drafts": case.show_all(drafts),
                "sources": case.show_all(sources),
                "count": str(len(pairs)),
                "left_name": case.name(drafts[0]),
                "right_name": case.name(sources[0]),
            },
        )


def _exchanged(draft: Figure, source: Figure) -> bool:
    """Return whether the draft states the source's number, hedged or not, and of whatever kind: 12 years for an age."""
    relation = relate(draft, source)
    if relation == "match" or (relation == "approx" and draft.value is not None and draft.value == source.value):
        return True
    return draft.value is not None and draft.value == source.value and draft.moment is None is source.moment


def _only_unit_differs(draft: Figure, source: Figure) -> bool:
    """Return whether both are written with one number: 50 feet for 50 metres are exchanged with nothing."""
    return draft.value is not None and draft.value == source.value and draft.unit != source.unit


def _numbers(figure: Figure) -> frozenset[float]:
    """Return what the figure may be looked up by: its numbers as typed, and in its base unit."""
    base = scale(figure).base(figure.value) if isinstance(figure.value, int | float) else None
    weekday = figure.moment.weekday if figure.moment else None
    vague = (figure.low, figure.high) if figure.value is None and figure.moment is None else ()
    return numbers_of(figure) | {float(f"{n:.9g}") for n in (base, weekday, *vague) if n is not None}


def _cycles(case: Case) -> Iterator[list[tuple[Claim, Claim]]]:
    """Yield the cycles among the conflicting links of two documents, each once, in reading order."""
    by_documents: dict[tuple[str, str], list[tuple[Claim, Claim]]] = {}
    for link in case.links:
        sides = case.sides(link)
        one, two = sides[0].figure, sides[1].figure
        if link.verdict in {"conflict", "update"} and not same_number(one, two) and not _only_unit_differs(one, two):
            by_documents.setdefault((sides[0].document, sides[1].document), []).append(sides)
    for pairs in by_documents.values():
        after: dict[int, int] = {}
        by_number: dict[float, list[int]] = {}
        for n, (_, right) in enumerate(pairs):
            for number in _numbers(right.figure):
                by_number.setdefault(number, []).append(n)
        for n, (left, _) in enumerate(pairs):
            alike = sorted({m for number in _numbers(left.figure) for m in by_number.get(number, ())})
            equal = (m for m in alike if m != n and _exchanged(left.figure, pairs[m][1].figure))
            after[n] = next(equal, -1)
        seen: set[int] = set()
        for start in range(len(pairs)):
            path, node = [], start
            while node not in seen and node != -1:
                seen.add(node)
                path.append(node)
                node = after[node]
            if node in path and len(path) - path.index(node) > 1:
                yield [pairs[n] for n in path[path.index(node) :]]
