"""Figures that stand in a source, but as another's: ages of others, counts of other things, ends of no span."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import Case, ordered
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.stated import Stated

_BESIDE = 48
"""Characters between an age and the name of its person."""
_BEHIND = 30
"""Characters behind a number within which a noun may be what it counts ("13 fully loaded magazines")."""
_TOGETHER = 400
"""Characters within which a text tells of one span of years."""
_UNCOUNTED = frozenset({1, 2})
"""Numbers as often said of a thing in passing as counted."""
_NEW = re.compile(r"\b(?:a|an|another|one)\s*$", re.IGNORECASE)
_SPAN_OPENS = re.compile(r"\b(between|from)\s*$", re.IGNORECASE)
_SPAN_JOINS = re.compile(r"\s*(and|to|until|till)\s*", re.IGNORECASE)


def find_misplaced(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure of the draft that its source gives to another person or thing."""
    if case.draft is None:
        return
    yield from _ages(case)
    yield from _things(case)


def _ages(case: Case) -> Iterator[Finding]:
    """Ask whether the source gives the person of an age another one, and the age to somebody else."""
    asked = [(claim, person) for claim in _ages_in(case.of_draft) if (person := _person(case, claim)) is not None]
    if not asked:
        return
    ages, ours = Stated(_ages_in(case.of_sources)), Stated(_ages_in(case.of_draft))
    owners = {claim.id: _person(case, claim) for claim in _ages_in(case.of_sources)}
    owned: dict[str | None, list[Claim]] = {}
    for claim in _ages_in(case.of_sources):
        owned.setdefault(owners[claim.id], []).append(claim)
    for claim, person in asked:
        theirs, alike = owned.get(person, ()), ages.agreeing(claim.figure)
        if not theirs or any(owners[each.id] == person for each in alike):
            continue
        if alike and all(_somebody_else(case, each, owners[each.id], person) for each in alike):
            yield _age_finding(case, ours, (claim, person), theirs[0], alike[0])


def _ages_in(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.figure.kind == "age"]


def _age_finding(case: Case, ours: Stated, asked: tuple[Claim, str], right: Claim, alike: Claim) -> Finding:
    """Name an exchange where the draft gives the person's age to another, in the same sentence or elsewhere."""
    claim, person = asked
    ages = [each for each in ours.agreeing(right.figure) if each.id != claim.id]
    beside = (each for each in ages if each in case.beside(claim))
    other = next(beside, None) or next((each for each in ages if _person(case, each) != person), None)
    if other is None:
        return case.finding("value-mismatch", "plain", (claim, right), _sides(case, [claim], [right]))
    drafts, sources = sorted((claim, other), key=_id), sorted((right, alike), key=_id)
    concerned = ordered((*drafts, *sources), case.draft)
    return case.finding("swapped-values", "pair", concerned, _sides(case, drafts, sources))


def _person(case: Case, age: Claim) -> str | None:
    """Return the full name that stands nearest to an age with no other figure between, None for none."""
    start, end = age.sentence
    edges = [c.figure for c in case.beside(age)]
    first = max([start, age.figure.start - _BESIDE, *(f.end for f in edges if f.end <= age.figure.start)])
    last = min([end, age.figure.end + _BESIDE, *(f.start for f in edges if f.start >= age.figure.end)])
    text = case.documents[age.document].text
    before, after = text[first : age.figure.start].casefold(), text[age.figure.end : last].casefold()
    near = []
    for name in age.names:
        word = name.rpartition(" ")[2]
        if word in before:
            near.append((len(before) - before.rfind(word) - len(word), name))
        if word in after:
            near.append((after.find(word), name))
    nearest = min(near, default=(0, ""))[1]
    return nearest if " " in nearest else None


def _somebody_else(case: Case, age: Claim, owner: str | None, person: str) -> bool:
    """Return whether an age is another named person's, or that of somebody whom its sentence introduces."""
    text = case.documents[age.document].text
    introduced = _NEW.search(text, max(0, age.figure.start - len("another ")), age.figure.start)
    return (owner is not None and owner != person) or (introduced is not None and person not in age.names)


def _things(case: Case) -> Iterator[Finding]:
    """Ask whether a number counts one thing in the draft and another in the source, and both speak of both."""
    for claim in case.of_draft:
        sources = case.counterparts(claim)
        if sources and all(_other_thing(case, claim, source) for source in sources):
            fields = _sides(case, [claim], sources[:1])
            yield case.finding("swapped-attribution", "elsewhere", (claim, sources[0]), fields)


def _other_thing(case: Case, draft: Claim, source: Claim) -> bool:
    one, two = draft.figure, source.figure
    if not one.kind == two.kind == "count" or one.unit is None or two.unit is None or one.thing is None:
        return False
    if one.value != two.value or one.value in _UNCOUNTED or not isinstance(one.value, int | float) or one.value % 1:
        return False
    if _counted(case, draft, two.unit) or _counted(case, source, one.unit):
        return False
    if not _counted(case, source, two.unit):
        return False  # "15 matches, three behind": what the three count is guessed from what stands before them
    mine, theirs = ({*(each.thing or "").lower().split(), *(each.unit or "").lower().split()} for each in (one, two))
    if mine & theirs:
        return False
    return _speaks_of(case, draft, two.unit) and _speaks_of(case, source, one.unit)


def _counted(case: Case, claim: Claim, thing: str) -> bool:
    """Return whether the thing stands so close behind the number that it may be what is counted."""
    figure = claim.figure
    text = case.documents[claim.document].text
    return _noun(thing).search(text, figure.number_end, figure.number_end + _BEHIND) is not None


def _noun(thing: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(thing.rpartition(' ')[2])}(?:e?s)?\b", re.IGNORECASE)


def _speaks_of(case: Case, claim: Claim, thing: str) -> bool:
    """Return whether the sentence of ``claim`` has the thing beside what its figure counts."""
    text, (start, end) = case.documents[claim.document].text, claim.sentence
    noun = _noun(thing)
    return any(noun.search(text, *span) for span in ((start, claim.figure.start), (claim.figure.end, end)))


def find_spans(case: Case) -> Iterator[Finding]:
    """Yield a finding per span of years of the draft whose ends no source has together, but each alone."""
    if case.draft is None:
        return
    years: dict[int | None, list[Claim]] = {}
    for claim in case.of_sources:
        years.setdefault(_year(claim), []).append(claim)
    for one, two in pairwise(case.of_draft):
        text = case.documents[one.document].text
        joined = _SPAN_JOINS.fullmatch(text, one.figure.end, two.figure.start)
        opened = _SPAN_OPENS.search(text, max(0, one.figure.start - len("between ")), one.figure.start)
        if joined is None or opened is None:
            continue
        starts, ends = ([] if (year := _year(each)) is None else years.get(year, []) for each in (one, two))
        if starts and ends and not _together(starts, ends):
            fields = {"draft": f"{opened[1]} {one.figure.text} {joined[1]} {two.figure.text}"}
            yield case.finding("unsupported-figure", "span", (one, two), fields)


def _year(claim: Claim) -> int | None:
    return None if claim.figure.moment is None else claim.figure.moment.year


def _together(starts: Sequence[Claim], ends: Sequence[Claim]) -> bool:
    """Return whether a text has one of the years near one of the others."""
    places = sorted((claim.document, claim.figure.start) for claim in ends)
    for claim in starts:
        nearest = bisect_left(places, (claim.document, claim.figure.start - _TOGETHER))
        if nearest < len(places) and places[nearest] <= (claim.document, claim.figure.start + _TOGETHER):
            return True
    return False


def _sides(case: Case, drafts: Sequence[Claim], sources: Sequence[Claim]) -> dict[str, str]:
    shown = [case.show_all(side) for side in (drafts, sources)]
    return {"draft": shown[0], "source": shown[1], "drafts": shown[0], "sources": shown[1]}


def _id(claim: Claim) -> int:
    return claim.id
