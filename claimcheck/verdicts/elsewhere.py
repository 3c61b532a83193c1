"""Figures that stand in a source, but beside another event than in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.alignment.compare import AGREE, relate
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Span
from claimcheck.figures.model import Moment
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.whereabouts import TOKEN, Passage, Whereabouts, Words

_BESIDE = 100
"""Characters to both sides of a figure, within its sentence, in which its event is told."""
_AROUND = 250
"""Characters to both sides of a figure in which "it" and "there" have their words."""
_LEAD = 250
"""Characters of a text that date all of it."""
_FEWEST = 2
_LEAST = 1.4
"""Rarity that the words of the draft's event which stand elsewhere must have in sum, over that of words beside it."""
_MOST = 0.5
"""Rarity of the words beside the figure that tell of the draft's event, at most: one that is rare binds the two."""
_WITHIN = 0.15
"""Weight of a word around a figure from which it is taken to tell of it."""
_KINDS = frozenset({"money", "percent", "measure"})
_OWN = frozenset(("year", "month", "day", "time", "since", "after", "before", "during", "until", "later", "first"))
"""Words that go with any date."""

_MOST_PLACES = 24
"""Passages of the sources with a figure; one that stands in more goes with no single event."""

_GOES_ON = re.compile(r",\s+(?:(?:in order )?to\s+[a-z]|(?:and|but|while)\s)")
"""Where a clause goes on to another thing, or to what something was done for."""

_CLOSES = re.compile(r"[,)—–]\s+(?:in|on|of|since|from|for|by|at)?\s*$")
"""What ends an insertion before a figure that goes with the words before that: "a prize, often called an Oscar, in"."""

_OPENS = re.compile(r"\b(?:and|but|then)\s+(?:\w+\s+){0,2}$")


def find_told_elsewhere(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure of the draft whose event a source tells of, but in no passage that has the figure.

    A rewrite that is true tells the event in the words of that passage or in words of its own; one that has mixed
    up two events takes words that the source has elsewhere. Asked of years and months, sums of money, percentages
    and measures: an age goes with all that its person does, and a count or weekday with too much.
    """
    if case.draft is None:
        return
    places: dict[object, list[Claim]] = {}
    for claim in case.of_sources:
        for key in _keys(claim):
            places.setdefault(key, []).append(claim)
    where = None
    for claim in case.of_draft:
        if not _asked(claim) or (claim.id in case.linked and claim.id not in case.agreeing):
            continue
        stated = _stated(case, claim, places)
        if not stated or any(each.figure.start < _LEAD for each in stated):
            continue
        if where is None:
            texts = {name: document.text for name, document in case.documents.items() if name != case.draft}
            where = Whereabouts(texts, case.canonical)
        if _elsewhere(where, _told(case, claim), stated):
            fields = {"draft": case.show(claim), "source": case.show(stated[0])}
            variant = "date" if claim.figure.moment is not None else "elsewhere"
            yield case.finding("swapped-attribution", variant, (claim, stated[0]), fields)


def _asked(claim: Claim) -> bool:
    """Return whether a figure is one that goes with one event: a date without a day, a sum, a share, a measure."""
    moment = claim.figure.moment
    if moment is None:
        return claim.figure.kind in _KINDS
    day = (moment.day, moment.weekday, moment.hour)
    return any(True for _ in _fields(moment)) and all(field is None for field in day)


def _fields(moment: Moment | None) -> Iterator[tuple[str, int]]:
    """Yield the year of a date, its month where it has none."""
    if moment is not None and moment.year is not None:
        yield "year", moment.year
    if moment is not None and moment.month is not None:
        yield "month", moment.month


def _keys(claim: Claim) -> Iterator[object]:
    """Yield what a figure can be found by: the year and month of a date, or the number."""
    moment = claim.figure.moment
    return iter((claim.figure.value,)) if moment is None else _fields(moment)


def _stated(case: Case, claim: Claim, places: Mapping[object, Sequence[Claim]]) -> list[Claim]:
    """Return the claims of the sources that state the figure of ``claim``, those first that state just this."""
    equal = places.get(next(_keys(claim)), ())
    if len(equal) > _MOST_PLACES:
        return []
    stated = [each for each in equal if relate(claim.figure, each.figure) in AGREE]
    if not stated:
        return []
    return list({each.id: each for each in (*stated, *case.counterparts(claim))}.values())


def _elsewhere(where: Whereabouts, told: list[Words], stated: list[Claim]) -> bool:
    """Return whether what is told stands together in the sources, and not where the figure does."""
    beside, around = (
        [_passage(each, _BESIDE, each.sentence) for each in stated],
        [_passage(each, _AROUND) for each in stated],
    )
    shared = sum(where.rarity(words) for words in told if where.beside(words, beside))
    if shared > _MOST:
        return False
    rarity, found = where.together([words for words in told if not where.beside(words, around)])
    return len(found) >= _FEWEST and rarity - shared >= _LEAST


def _passage(claim: Claim, reach: int, within: Span | None = None) -> Passage:
    start, end = claim.figure.start - reach, claim.figure.end + reach
    return claim.document, (max(start, within[0]), min(end, within[1])) if within else (start, end)


def _told(case: Case, claim: Claim) -> list[Words]:
    """Return the words of the draft's clause that tell what happened; those of a name belong together.

    Words as written: what the names of the text stand for in full is no word of the clause.
    """
    text = case.documents[claim.document].text
    first, last = claim.clause or claim.sentence
    if text[claim.figure.end : claim.figure.end + 1] == "," and _OPENS.search(text, first, claim.figure.start):
        first = claim.figure.end  # "was a teacher, and in 1995, she": what stands before is of another time
    elif _CLOSES.search(text, first, claim.figure.start):
        first = claim.sentence[0]
    on = _GOES_ON.search(text, claim.figure.end, last)
    last = on.start() if on else last
    weights = dict(claim.words)
    named: dict[str, list[str]] = {}
    out: list[Words] = []
    for token in TOKEN.finditer(text, first, last):
        lower = token[0].lower()
        words = case.canonical[lower]
        if claim.figure.start <= token.start() < claim.figure.end or not words:
            continue
        if max(weights.get(word, 0.0) for word in (lower, *words)) < _WITHIN or _OWN.intersection((lower, *words)):
            continue
        name = next((name for name in claim.names if lower in name.split()), None)
        if name is None:
            out += [(word,) for word in words]
        else:
            named.setdefault(name, []).extend(words)
    return sorted({*out, *(tuple(words) for words in named.values())})
