"""Who does and who receives, whose it is, and where: the parts that names and people play around a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claimcheck.claims.model import Part, Participant
from claimcheck.claims.naming import Name
from claimcheck.claims.phrases import BE, PERSONAL, PRONOUNS, Grammar, Phrase, before, skip_back
from claimcheck.claims.results import Side, sides_of
from claimcheck.claims.syntax import REACH, Syntax
from claimcheck.claims.tokens import DETERMINERS, Tokens
from claimcheck.documents.model import Span

_PLACES: Final = frozenset(
    (
        "in",
        "at",
        "near",
        "off",
        "on",
        "around",
        "outside",
        "inside",
        "across",
        "throughout",
        "over",
        "along",
        "within",
        "from",
    )
)
_RECEIVERS: Final = frozenset(("to", "against", "for", "towards", "toward", "with", "on behalf of"))
_SOURCES: Final = frozenset(("by",))
_RELATIVES: Final = frozenset(("who", "which", "that"))
_LONGEST_AGE: Final = 3
_CLOSERS: Final = frozenset((",", ".", ";", ")", "("))
_AGE_LINKS: Final = frozenset(("of", "aged", "is", "was", "age", "at", ",", "who"))
_FAR: Final = 8
"""Tokens between a figure and a noun that it describes, at most."""


@dataclass(frozen=True, slots=True)
class Cast:
    """What the parts are read with: the word lists, and the person that "he" or "she" goes back to."""

    grammar: Grammar
    person: Name | None = None


def parties_of(syntax: Syntax, place: int, cast: Cast) -> tuple[Participant, ...]:
    """Return who plays a part in the clause of figure number ``place``, in order of mention, each part and party once.

    Names play their part by the word before them; the subject of the clause's verb is the actor, or in a
    passive the subject, and may be a common noun ("police", "the suspect") too.
    """
    first, last = syntax.clause_at(syntax.places[place][0])
    found: dict[tuple[Part, str], tuple[int, Participant]] = {}

    def note(at: int, part: Part, name: str, key: str) -> None:
        if key and (part, key) not in found:
            found[part, key] = (at, Participant(part, name, key))

    taken: set[int] = set()
    named: Side | None = None
    if described := _described(syntax, place, cast):
        at, name, key = described
        note(at, "subject", name, key)
        taken.add(at)
    elif doer := _doer(syntax, (first, last), syntax.places[place], cast):
        part, phrase, name, key = doer
        if phrase.first > first and _word_before(syntax, phrase.first) in _RECEIVERS:
            part = "receiver"
        note(phrase.first, part, name, key)
        if phrase.name is not None:
            taken.update(range(phrase.first, phrase.last + 1))
            named = phrase.first, phrase.name
    for token, end, mention in _names(syntax.tokens, first, _reach(syntax, place, last)):
        part = _part(syntax, first, token, end)
        if token not in taken and not (described and part == "subject") and not _of_noun(syntax, token, end):
            note(token, part, mention.full, mention.key)
    for token, party in sides_of(syntax, place, cast.grammar.words.outcomes, named):
        note(token, party.part, party.name, party.key)
    return tuple(party for _, party in sorted(found.values(), key=lambda item: item[0]))


def _word_before(syntax: Syntax, place: int) -> str:
    """Return the word before a phrase, its article left out."""
    lower = syntax.tokens.lower
    place -= 1
    while place > 0 and lower[place] in DETERMINERS:
        place -= 1
    return lower[place]


def _reach(syntax: Syntax, place: int, last: int) -> int:
    """Return where the clause ends, with one that hangs on the figure's noun ("the years in which she led")."""
    lower = syntax.tokens.lower
    if last < len(lower) and lower[last] in _RELATIVES and syntax.places[place][1] + 1 >= last - 1:
        return max(last, syntax.clause_at(last)[1])
    return last


def _names(tokens: Tokens, first: int, last: int) -> list[tuple[int, int, Name]]:
    out = []
    token = first
    while token < last:
        name = tokens.names[token]
        end = token + 1
        if name is not None:
            while end < last and tokens.names[end] is name:
                end += 1
            out.append((token, end, name))
        token = end
    return out


def _part(syntax: Syntax, first: int, start: int, end: int) -> Part:  # noqa: PLR0911 - one line a part
    """Return the part that the words beside a name give it."""
    tokens, lower = syntax.tokens, syntax.tokens.lower
    back = start - 1
    while back >= first and tokens.names[back] is None and (lower[back] in DETERMINERS or _adjoins(syntax, back)):
        back -= 1
    link = lower[back] if back >= first and tokens.names[back] is None else ""
    if lower[end : end + 2] in (("'", "s"), ("’", "s")) and link not in _PLACES:
        return "subject"
    if link in _SOURCES:
        return "actor"
    if link in _RECEIVERS:
        return "receiver"
    if link in _PLACES:
        return "place"
    if lower[end : end + 1] == ("of",) and "".join(lower[end + 1 : end + 2]).endswith("ing"):
        return "actor"  # accused of doing it
    if back >= first and back == start - 1 and tokens.verbs[back] and link not in BE:
        return "receiver"
    return "subject"


def _adjoins(syntax: Syntax, place: int) -> bool:
    """Whether a word only leads up to a name ("in southern Iran", "at nearby Lisle")."""
    return syntax.tokens.lower[place].endswith(("ern", "by")) and syntax.tokens.lower[place] != "by"


def _described(syntax: Syntax, place: int, cast: Cast) -> tuple[int, str, str] | None:
    """Return whom an age or an apposition describes: "Moreau, 25,", "the 37-year-old driver", "a man of 63"."""
    figure = syntax.figures[place]
    if figure.kind not in ("age", "count"):
        return None
    apposed = _apposed(syntax, place)
    if apposed is not None or figure.kind == "count":
        return apposed
    return _aged_behind(syntax, place, cast) or _aged_before(syntax, place, cast)


def _apposed(syntax: Syntax, place: int) -> tuple[int, str, str] | None:
    """Return the name that a figure between commas follows."""
    lower = syntax.tokens.lower
    first, last = syntax.places[place]
    at = first - 2
    if at < 0 or lower[first - 1] != "," or not (last >= len(lower) or lower[last] in _CLOSERS):
        return None
    name = syntax.tokens.names[at]
    return (at, name.full, name.key) if name is not None else None


def _aged_behind(syntax: Syntax, place: int, cast: Cast) -> tuple[int, str, str] | None:
    """Return the name or noun behind an age: "the 37-year-old Moreau", "a 59-year-old lorry driver"."""
    tokens = syntax.tokens
    last = syntax.places[place][1]
    noun = None
    for token in range(last, min(last + _LONGEST_AGE, len(tokens))):
        name = tokens.names[token]
        if name is not None:
            end = next(n for n in range(token, len(tokens) + 1) if n == len(tokens) or tokens.names[n] is not name)
            if _of_noun(syntax, token, end):
                return end, tokens.lower[end], _key(syntax, end, end + 1)
            return token, name.full, name.key
        if tokens.lower[token] in cast.grammar.words.stop or not _noun(syntax, token):
            break
        noun = token
    return (noun, tokens.lower[noun], _key(syntax, noun, noun + 1)) if noun is not None else None


def _of_noun(syntax: Syntax, start: int, end: int) -> bool:
    """Whether a name only says more of the person whose age stands before it ("the 25-year-old Lisle striker")."""
    figure = syntax.figure[start - 1] if start else -1
    return figure >= 0 and syntax.figures[figure].kind == "age" and end < len(syntax.tokens) and _noun(syntax, end)


def _aged_before(syntax: Syntax, place: int, cast: Cast) -> tuple[int, str, str] | None:
    """Return the name or noun before an age: "a man of 63", "Moreau, who is 25"."""
    tokens = syntax.tokens
    first = syntax.places[place][0]
    back = first - 1
    while back >= 0 and first - back < _FAR and tokens.lower[back] in _AGE_LINKS:
        back -= 1
    if not 0 <= back < first - 1:
        return None
    name = tokens.names[back]
    if tokens.lower[back] in PERSONAL:
        name = cast.person
    if name is not None:
        return back, name.full, name.key
    return (back, tokens.lower[back], _key(syntax, back, back + 1)) if _noun(syntax, back) else None


def _noun(syntax: Syntax, place: int) -> bool:
    """Whether a token may be a noun: a word with a meaning that is no verb."""
    return bool(syntax.words[place]) and syntax.figure[place] < 0 and not syntax.tokens.verbs[place]


def _key(syntax: Syntax, first: int, last: int) -> str:
    return " ".join(word for words in syntax.words[first:last] for word in words)


def _doer(syntax: Syntax, clause: Span, figure: Span, cast: Cast) -> tuple[Part, Phrase, str, str] | None:
    """Return the subject of the figure's verb: the nearest before it in its clause, else the nearest behind it."""
    tokens = syntax.tokens
    verbs = [n for n in range(*clause) if syntax.figure[n] < 0 and tokens.verbs[n]]
    if not verbs:
        return None
    earlier = [n for n in verbs if n < figure[0]]
    verb = earlier[-1] if earlier else verbs[0]
    passive = skip_back(tokens, verb - 1, cast.grammar)
    if passive >= clause[0] and tokens.lower[passive] in BE:
        part: Part = "subject"
        verb = passive
    else:
        part = "actor"
    while verb - 1 >= clause[0] and tokens.verbs[verb - 1]:
        verb -= 1
    return _subject(syntax, verb, part, cast)


def _subject(syntax: Syntax, verb: int, part: Part, cast: Cast) -> tuple[Part, Phrase, str, str] | None:
    tokens = syntax.tokens
    place = skip_back(tokens, verb - 1, cast.grammar)
    link = tokens.lower[place] if place >= 0 and tokens.names[place] is None else ""
    if link in ("and", "but", "or"):
        # "Moreau left in May and has had two offers": the verb before has the subject.
        return _shared(syntax, place, part, cast)
    if link in _RELATIVES:
        return _antecedent(syntax, place, part)
    phrase = before(tokens, verb, cast.grammar)
    if place < 0 or phrase is None:
        return None
    name = phrase.name
    # "meaning he will", "after surgery he sat": only the pronoun is the subject.
    pronoun = phrase.text.lower().rpartition(" ")[2]
    if name is None and pronoun in PRONOUNS:
        name = cast.person if pronoun in PERSONAL else None
        return (part, phrase, name.full, name.key) if name is not None else None
    return (part, phrase, name.full, name.key) if name is not None else _common(syntax, phrase, part, cast)


def _antecedent(syntax: Syntax, place: int, part: Part) -> tuple[Part, Phrase, str, str] | None:
    """Return the name before "who" or "in which"."""
    back = place - 1
    while back >= 0 and syntax.tokens.lower[back] in (",", "in", "of", "for"):
        back -= 1
    name = syntax.tokens.names[back] if back >= 0 else None
    return (part, Phrase(back, back, name, name.full), name.full, name.key) if name is not None else None


def _common(syntax: Syntax, phrase: Phrase, part: Part, cast: Cast) -> tuple[Part, Phrase, str, str] | None:
    """Return a common noun as subject ("police"), a time before it left out ("at 8am crews")."""
    counted = [n for n in range(phrase.first, phrase.last + 1) if syntax.figure[n] >= 0]
    first = counted[-1] + 1 if counted else phrase.first
    if first > phrase.last or (counted and syntax.figures[syntax.figure[counted[-1]]].moment is None):
        # "Two engines were sent": what is counted does nothing but be counted.
        return None
    text = syntax.tokens.show(first, phrase.last + 1) if counted else phrase.text
    key = " ".join(word for token in text.lower().split() for word in cast.grammar.words.canonical[token])
    return (part, phrase, text, key) if key else None


def _shared(syntax: Syntax, conjunction: int, part: Part, cast: Cast) -> tuple[Part, Phrase, str, str] | None:
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
