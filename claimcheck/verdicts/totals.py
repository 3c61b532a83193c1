"""Parts and their total, a share of a whole, a span between years: what one sentence itself puts together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.alignment.compare import Scale
from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.interval import Interval, interval_of, shown
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.sums import admits

_MOST_PARTS = 6
_BESIDE = re.compile(r"\s*[,:(—–]\s*|\s+--\s+")
_YEARS = Scale("years")


def find_totals(case: Case) -> Iterator[Finding]:
    """Yield a finding per total, share or span of the draft (of every text, where none is a draft) that is none."""
    claims = case.of_draft if case.draft is not None else tuple(case.claims.values())
    for n, claim in enumerate(claims):
        row = [claim]
        for other in claims[n + 1 : n + 1 + _MOST_PARTS]:
            if (other.document, other.sentence) != (claim.document, claim.sentence):
                break
            row.append(other)
        if len(row) > 1:
            yield from _parts(case, row)
            yield from _share(case, row)
            yield from _span(case, row)


def _parts(case: Case, row: Sequence[Claim]) -> Iterator[Finding]:
    """Add up what stands behind a total: all of it ("27 people: 16 men and 11 women"), or some ("including")."""
    total = row[0]
    text, words = case.documents[total.document].text, case.reckoning
    if total.figure.kind != "count" or total.figure.unit is None:
        return
    parts = [row[1]]
    for one, two in pairwise(row[1:]):
        if two.figure.kind != "count" or not words.listed.fullmatch(text, one.figure.end, two.figure.start):
            break
        parts.append(two)
    if any(part.figure.kind != "count" for part in parts):
        return
    ends = [interval_of(claim.figure) for claim in (total, *parts)]
    if None in ends or not _people(case, total, parts):
        return
    whole, *pieces = (end for end in ends if end is not None)
    made = Interval(sum(piece.low for piece in pieces), sum(piece.high for piece in pieces))
    gap = total.figure.end, parts[0].figure.start
    if words.some.fullmatch(text, *gap):
        wrong = made.low > whole.high
    else:
        closed = words.closed.match(text, parts[-1].figure.end, total.sentence[1])
        wrong = len(parts) > 1 and closed is not None and bool(_BESIDE.fullmatch(text, *gap)) and not made.meets(whole)
    if wrong:
        listed = " and ".join(part.figure.text for part in parts)
        yield case.finding(
            "arithmetic",
            "parts",
            (total, *parts),
            {"name": case.name(total), "parts": listed, "total": total.figure.text, "sum": shown(made)},
        )


def _people(case: Case, total: Claim, parts: Sequence[Claim]) -> bool:
    """Return whether the parts may be of the total: people both, or the same thing."""
    wholes, kinds = case.reckoning.wholes, case.reckoning.parts
    units = {part.figure.unit for part in parts}
    return (total.figure.unit in wholes and units <= kinds) or (len(parts) == 1 and units == {total.figure.unit})


def _share(case: Case, row: Sequence[Claim]) -> Iterator[Finding]:
    """Compare "12 of the 48 schools, or 25 percent"."""
    if len(row) < 3:  # noqa: PLR2004 - part, whole, share
        return
    part, whole, share = row[:3]
    text, words = case.documents[part.document].text, case.reckoning
    if not part.figure.kind == whole.figure.kind == "count" or share.figure.kind != "percent":
        return
    if not words.part_of.fullmatch(text, part.figure.end, whole.figure.start):
        return
    if not words.or_share.fullmatch(text, whole.figure.end, share.figure.start):
        return
    some, every, stated = (interval_of(claim.figure) for claim in (part, whole, share))
    if some is None or every is None or stated is None or every.low <= 0:
        return
    real = Interval(100 * some.low / every.high, 100 * some.high / every.low)
    if not real.meets(stated):
        fields = {
            "name": case.name(part),
            "part": part.figure.text,
            "whole": whole.figure.text,
            "share": share.figure.text,
            "computed": shown(real),
        }
        yield case.finding("arithmetic", "whole", (part, whole, share), fields)


def _span(case: Case, row: Sequence[Claim]) -> Iterator[Finding]:
    """Compare "for 15 years, from 1980 to 1995"; the first and last year may count or not."""
    if len(row) < 3 or row[0].figure.kind != "duration" or row[0].figure.unit != "year":  # noqa: PLR2004
        return
    span, first, last = row[:3]
    text, words = case.documents[span.document].text, case.reckoning
    years = [claim.figure.moment.year if claim.figure.moment else None for claim in (first, last)]
    if not words.span_from.fullmatch(text, span.figure.end, first.figure.start) or years[0] is None or years[1] is None:
        return
    if not words.span_to.fullmatch(text, first.figure.end, last.figure.start):
        return
    length = years[1] - years[0]
    if length > 0 and not any(admits(span.figure, length + step, _YEARS) for step in (-1, 0, 1)):
        fields = {
            "name": case.name(span),
            "span": span.figure.text,
            "first": first.figure.text,
            "last": last.figure.text,
            "computed": str(length),
        }
        yield case.finding("arithmetic", "span", (span, first, last), fields)
