"""The subject of a figure's verb: who does it, or to whom it is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from claimcheck.claims.model import Part
from claimcheck.claims.naming import Name
from claimcheck.claims.phrases import BE, PERSONAL, PRONOUNS, Grammar, Phrase, before, skip_back
from claimcheck.claims.syntax import REACH, Syntax
from claimcheck.documents.model import Span

RELATIVES: Final = frozenset(("who", "which", "that"))


@dataclass(frozen=True, slots=True)
class Cast:
    """What the parts are read with: the word lists, and the person that "he" or "she" goes back to."""

    grammar: Grammar
    person: Name | None = None


@dataclass(frozen=True, slots=True)
class Doer:
    """The subject of a verb, by its tokens (``phrase``) and canonical words; ``deed`` is the verb, None for "has"."""

    part: Part
    phrase: Phrase
    name: str
    key: str
    deed: str | None = None


def find_doer(syntax: Syntax, clause: Span, figure: Span, cast: Cast) -> Doer | None:
    """Return the subject of the figure's verb: the nearest before it in its clause, else the nearest behind it."""
    tokens = syntax.tokens
    verbs = [n for n in range(*clause) if syntax.figure[n] < 0 and tokens.verbs[n]]
    if not verbs:
        return None
    earlier = [n for n in verbs if n < figure[0]]
    verb = earlier[-1] if earlier else verbs[0]
    deed = " ".join(syntax.words[verb]) or None
    passive = skip_back(tokens, verb - 1, cast.grammar)
    if passive >= clause[0] and tokens.lower[passive] in BE:
        part: Part = "subject"
        verb = passive
    else:
        part = "actor"
    while verb - 1 >= clause[0] and tokens.verbs[verb - 1]:
        verb -= 1
    doer = _subject(syntax, verb, part, cast)
    return replace(doer, deed=deed) if doer is not None else None


def _subject(syntax: Syntax, verb: int, part: Part, cast: Cast) -> Doer | None:
    tokens = syntax.tokens
    verb = _before_date(syntax, verb, cast)
    place = skip_back(tokens, verb - 1, cast.grammar)
    link = tokens.lower[place] if place >= 0 and tokens.names[place] is None else ""
    if link in ("and", "but", "or"):
        # "Moreau left in May and has had two offers": the verb before has the subject.
        return _shared(syntax, place, part, cast)
    if link in RELATIVES:
        return _antecedent(syntax, place, part)
    phrase = before(tokens, verb, cast.grammar)
    if place < 0 or phrase is None:
        return None
    name = phrase.name
    # "meaning he will", "after surgery he sat": only the pronoun is the subject.
    pronoun = phrase.text.lower().rpartition(" ")[2]
    if name is None and pronoun in PRONOUNS:
        name = cast.person if pronoun in PERSONAL else None
        return Doer(part, phrase, name.full, name.key) if name is not None else None
    return Doer(part, phrase, name.full, name.key) if name is not None else _common(syntax, phrase, part, cast)


def _before_date(syntax: Syntax, verb: int, cast: Cast) -> int:
    """Return where a date between subject and verb begins ("who in 2006 complained"), ``verb`` where none stands."""
    place = skip_back(syntax.tokens, verb - 1, cast.grammar)
    if place < 1 or syntax.figure[place] < 0 or syntax.figures[syntax.figure[place]].moment is None:
        return verb
    first = syntax.places[syntax.figure[place]][0]
    return first - 1 if first and syntax.tokens.lower[first - 1] in ("in", "on", "at", "since", "by") else verb


def _antecedent(syntax: Syntax, place: int, part: Part) -> Doer | None:
    """Return the name before "who" or "in which"."""
    back = place - 1
    while back >= 0 and syntax.tokens.lower[back] in (",", "in", "of", "for"):
        back -= 1
    name = syntax.tokens.names[back] if back >= 0 else None
    return Doer(part, Phrase(back, back, name, name.full), name.full, name.key) if name is not None else None


def _common(syntax: Syntax, phrase: Phrase, part: Part, cast: Cast) -> Doer | None:
    """Return a common noun as subject ("police"), a time before it left out ("at 8am crews")."""
    counted = [n for n in range(phrase.first, phrase.last + 1) if syntax.figure[n] >= 0]
    first = counted[-1] + 1 if counted else phrase.first
    if first > phrase.last or (counted and syntax.figures[syntax.figure[counted[-1]]].moment is None):
        # "Two engines were sent": what is counted does nothing but be counted.
        return None
    text = syntax.tokens.show(first, phrase.last + 1) if counted else phrase.text
    key = " ".join(word for token in text.lower().split() for word in cast.grammar.words.canonical[token])
    return Doer(part, phrase, text, key) if key else None


def _shared(syntax: Syntax, conjunction: int, part: Part, cast: Cast) -> Doer | None:
    tokens = syntax.tokens
    earlier = conjunction - 1
    while earlier > max(0, conjunction - REACH) and not (syntax.figure[earlier] < 0 and tokens.verbs[earlier]):
        earlier -= 1
    while earlier - 1 > 0 and tokens.verbs[earlier - 1]:
        earlier -= 1
    place = skip_back(tokens, earlier - 1, cast.grammar)
    if earlier <= 0 or place < 0 or tokens.lower[place] in ("and", "but", "or"):
        return None
    return _subject(syntax, earlier, part, cast)
