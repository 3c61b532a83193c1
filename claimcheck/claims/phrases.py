"""Noun phrases before and behind a verb, as far as word order tells: who "said", told from the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from claimcheck.claims.appositions import (
    BREAKS,
    PREPOSITIONS,
    RELATIVES,
    is_apposition,
    just_name,
    segments_before,
    serves_another,
)
from claimcheck.claims.lexicon import Names, Words
from claimcheck.claims.naming import Name
from claimcheck.claims.speech import Speech
from claimcheck.claims.tokens import DETERMINERS, QUOTE_MARKS, Tokens

BE: Final = frozenset(("is", "are", "was", "were", "be", "been", "being"))
PERSONAL: Final = frozenset(("he", "she"))
PRONOUNS: Final = PERSONAL | {"it", "they", "we", "i", "you"}

_TIMES: Final = frozenset(
    (
        "night",
        "morning",
        "afternoon",
        "evening",
        "week",
        "month",
        "year",
        "today",
        "yesterday",
        "midday",
        "noon",
        "a.m",
        "p.m",
    )
)
_TIME_OPENERS: Final = frozenset(
    ("on", "last", "this", "late", "early", "earlier", "later", "in", "next", "at", "that")
)
_TRAILERS: Final = frozenset(("there", "here", "who", "themselves", "himself", "herself", "itself", "alike"))
_FURTHEST: Final = 40
"""Tokens from its end that a noun phrase may begin, and a clause before a conjunction."""
_DESCRIBED: Final = 4
_LONGEST_NAME_WORDS: Final = 5


class Phrase(NamedTuple):
    """A noun phrase by its tokens; ``name`` is the person or body in it, ``beside`` the words of its appositions."""

    first: int
    last: int
    name: Name | None
    text: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists that the search for phrases needs."""

    words: Words
    names: Names
    speech: Speech


def is_person(name: Name, grammar: Grammar) -> bool:
    """Whether a name is a person's, by a title or by its form: two to four words, none of them a body's."""
    words = name.full.split()
    if name.key in grammar.names.canonical:
        return False
    lower = [word.casefold().strip(".,") for word in words]
    if any(word in grammar.names.heads or word in grammar.names.directions for word in lower):
        return False
    return name.titled or (1 < len(words) < _LONGEST_NAME_WORDS and not name.full.replace(".", "").isupper())


def before(tokens: Tokens, verb: int, grammar: Grammar) -> Phrase | None:
    """Return the subject that stands before token ``verb``; None where a quotation or nothing does."""
    place = skip_back(tokens, verb - 1, grammar)
    if place < 0 or tokens.lower[place] in QUOTE_MARKS:
        return None
    if tokens.lower[place] == ",":
        return _apposed(tokens, place, grammar)
    return _ending(tokens, place, grammar)


def after(tokens: Tokens, place: int, grammar: Grammar) -> Phrase | None:
    """Return the noun phrase that begins at token ``place``, None where none does or a verb follows it."""
    first = place
    while first < len(tokens) and tokens.lower[first] in DETERMINERS:
        first += 1
    end = first
    while end < len(tokens) and not _stops(tokens, end, grammar):
        if tokens.lower[end] in PREPOSITIONS and tokens.names[end] is None:
            break
        end += 1
    if end == first or tokens.lower[first] in PRONOUNS:
        return None
    return _phrase(tokens, first, _person_end(tokens, first, end, grammar) - 1)


def _person_end(tokens: Tokens, first: int, end: int, grammar: Grammar) -> int:
    """Return where a phrase ends: behind the person in it, whom no noun follows ("according to Ada Moreau sales fell").

    Only what is a person's own goes on ("Ada Moreau's office").
    """
    for place in range(first, end - 1):
        name = tokens.names[place]
        if name is None or tokens.names[place + 1] is name or not is_person(name, grammar):
            continue
        behind = tokens.lower[place + 1]
        if " " in name.text and behind[0].isalpha() and tokens.names[place + 1] is None and behind not in ("and", "or"):
            return place + 1
    return end


def skip_back(tokens: Tokens, place: int, grammar: Grammar) -> int:
    """Pass over adverbs, auxiliaries, times and brackets that stand between a subject and its verb."""
    while place >= 0:
        lower = tokens.lower[place]
        if tokens.names[place] is not None:
            return place
        if lower in grammar.speech.adverbs:
            place -= 1
        elif lower == ")" and "(" in tokens.lower[max(0, place - 6) : place]:
            while tokens.lower[place] != "(":
                place -= 1
            place -= 1
        elif lower in grammar.names.calendar or lower in _TIMES:
            place = _before_time(tokens, place, grammar)
        else:
            return place
    return place


def _before_time(tokens: Tokens, place: int, grammar: Grammar) -> int:
    place -= 1
    while place >= 0 and (
        tokens.lower[place] in _TIME_OPENERS
        or tokens.lower[place] in grammar.names.calendar
        or tokens.lower[place][0].isdigit()
    ):
        place -= 1
    return place


def _stops(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    lower = tokens.lower[place]
    if tokens.names[place] is not None:
        return False
    return (
        lower in BREAKS
        or lower in (",", ".")
        or lower in QUOTE_MARKS
        or lower in grammar.words.subordinators
        or tokens.verbs[place]
    )


def _ending(tokens: Tokens, place: int, grammar: Grammar) -> Phrase | None:
    """Return the noun phrase whose last token is ``place``."""
    first = place
    while first >= max(0, place - _FURTHEST) and not _stops(tokens, first, grammar):
        if _joins(tokens, first) and _clause_before(tokens, first):
            break
        first -= 1
    stopped = tokens.lower[first] if first >= 0 else ""
    if first == place:
        if stopped in RELATIVES:
            return _antecedent(tokens, place, grammar)
        return None
    return _stripped(tokens, first + 1, place, grammar)


def _joins(tokens: Tokens, place: int) -> bool:
    return tokens.lower[place] in ("and", "or") and tokens.names[place] is None


def _clause_before(tokens: Tokens, place: int) -> bool:
    """Whether a verb stands before a conjunction, back to the clause's start: then it joins clauses, not nouns."""
    for back in range(place - 1, max(-1, place - _FURTHEST), -1):
        lower = tokens.lower[back]
        if tokens.verbs[back]:
            return True
        if tokens.names[back] is None and (lower in BREAKS or lower in QUOTE_MARKS or lower == ","):
            return False
    return False


def _antecedent(tokens: Tokens, place: int, grammar: Grammar) -> Phrase | None:
    """Return the noun before "who" or "which", where it is a name or something that speaks."""
    back = place - 1
    while back >= 0 and tokens.lower[back] == ",":
        back -= 1
    if back < 0:
        return None
    if tokens.names[back] is None and tokens.lower[back] not in grammar.speech.bodies:
        return None
    return _ending(tokens, back, grammar)


def _stripped(tokens: Tokens, first: int, last: int, grammar: Grammar) -> Phrase | None:
    """Leave out what leads into a phrase: conjunctions, adverbs, articles, "In Dubai"."""
    speech = grammar.speech
    while first <= last and tokens.names[first] is None:
        lower = tokens.lower[first]
        if tokens.lower[first : first + 2] == ("according", "to"):
            first += 2  # "according to Moreau, who says": who says is Moreau
        elif lower in PREPOSITIONS:
            inner = _after_adverbial(tokens, first, last, speech)
            if inner is None:
                return None
            first = inner
        elif lower in DETERMINERS or lower in speech.adverbs or lower in ("and", "or", "but", "nor", "yet"):
            first += 1
        else:
            break
    return _phrase(tokens, first, last) if first <= last else None


def _after_adverbial(tokens: Tokens, first: int, last: int, speech: Speech) -> int | None:
    """Return where the subject begins behind "In Dubai" or "At the scene": at a body or another name."""
    opened = tokens.names[first + 1] if first + 1 <= last else None
    for place in range(first + 2, last + 1):
        name = tokens.names[place]
        if name is not None and name is not opened and tokens.lower[place - 1] not in PREPOSITIONS | DETERMINERS:
            return place
        if name is None and tokens.lower[place] in speech.bodies and tokens.lower[place - 1] not in PREPOSITIONS:
            return place
    return None


def _phrase(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """Name the phrase: by the name that ends it, else by its words, up to a preposition."""
    while last > first and tokens.names[last] is None and tokens.lower[last] in _TRAILERS:
        last -= 1
    head = first
    while head < last and not (tokens.lower[head + 1] in PREPOSITIONS and tokens.names[head + 1] is None):
        head += 1
    words = tuple([lower for lower in tokens.lower[first : last + 1] if lower[0].isalpha()])
    text = tokens.show(first, head + 1)
    name = tokens.names[head]
    if name is not None and not any(_joins(tokens, place) for place in range(first, head)):
        return Phrase(first, last, name, name.full, words)
    return Phrase(first, last, None, text, words) if any(map(str.isalpha, text)) else None


def _apposed(tokens: Tokens, comma: int, grammar: Grammar) -> Phrase | None:
    """Return the subject before an apposition: "Ada Moreau, the mayor of Lisle, said"."""
    segments = segments_before(tokens, comma)
    beside = tuple(
        tokens.lower[n] for a, b in segments[:_DESCRIBED] for n in range(a, b + 1) if tokens.lower[n][0].isalpha()
    )
    for number, (first, last) in enumerate(segments):
        name = tokens.names[last]
        if name is not None and is_person(name, grammar) and not serves_another(tokens, first, name):
            return Phrase(first, last, name, name.full, beside)
        if number + 1 < len(segments) and is_apposition(tokens, segments[number], segments[number + 1], grammar.words):
            continue
        found = _ending(tokens, last, grammar)
        if found is None:
            return None
        if found.name is None and number and (named := just_name(tokens, segments[number - 1])):
            # "the province's only newspaper, the Herald, said": the name says more than the noun.
            return Phrase(found.first, found.last, named, named.full, beside)
        return Phrase(found.first, found.last, found.name, found.text, beside)
    return None
