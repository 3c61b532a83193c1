"""Who does and who receives, whose it is, and where: the parts that names and people play around a figure."""

from __future__ import annotations

from typing import Final

from claimcheck.claims.doers import RELATIVES, Cast, find_doer
from claimcheck.claims.model import Part, Participant
from claimcheck.claims.naming import Name
from claimcheck.claims.phrases import BE, PERSONAL
from claimcheck.claims.results import Side, sides_of
from claimcheck.claims.syntax import Syntax
from claimcheck.claims.tokens import DETERMINERS, Tokens

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
        "between",
        "among",
    )
)
_RECEIVERS: Final = frozenset(("to", "against", "for", "towards", "toward", "with", "on behalf of"))
_SOURCES: Final = frozenset(("by",))
_LONGEST_AGE: Final = 3
_PEOPLE: Final = PERSONAL | {"they", "we"}
"""Pronouns that say who does: "it" may stand for nobody ("it was the third time")."""
_CLOSERS: Final = frozenset((",", ".", ";", ")", "("))
_AGE_LINKS: Final = frozenset(("of", "aged", "is", "was", "age", "at", ",", "who"))
_FAR: Final = 8
"""Tokens between a figure and a noun that it describes, at most."""


def parties_of(syntax: Syntax, place: int, cast: Cast) -> tuple[Participant, ...]:
    """Return who plays a part in the clause of figure number ``place``, in order of mention, each part and party once.

    Names play their part by the word before them; the subject of the clause's verb is the actor, or in a
    passive the subject, and may be a common noun ("police", "the suspect") too.
    """
    first, last = syntax.clause_at(syntax.places[place][0])
    found: dict[tuple[Part, str], tuple[int, Participant]] = {}

    def note(at: int, party: Participant) -> None:
        if party.key and (party.part, party.key) not in found:
            found[party.part, party.key] = (at, party)

    taken: set[int] = set()
    named: Side | None = None
    if described := _described(syntax, place, cast):
        at, name, key = described
        note(at, Participant("subject", name, key))
        taken.add(at)
    elif doer := find_doer(syntax, (first, last), syntax.places[place], cast):
        phrase, part = doer.phrase, doer.part
        if phrase.first > first and _word_before(syntax, phrase.first) in _RECEIVERS:
            part = "receiver"
        note(phrase.first, Participant(part, doer.name, doer.key, deed=doer.deed))
        if phrase.name is not None:
            taken.update(range(phrase.first, phrase.last + 1))
            named = phrase.first, phrase.name
    own = len(syntax.tokens) if found else _own_end(syntax, place)
    for token, end, mention in _names(syntax.tokens, first, _reach(syntax, place, last)):
        part = _part(syntax, first, token, end)
        strange = part == "subject" and (described or token >= own)
        if token not in taken and not strange and not _of_noun(syntax, token, end):
            note(token, Participant(part, mention.full, mention.key, _noun_behind(syntax, end, last)))
    for token, party in sides_of(syntax, place, cast.grammar.words.outcomes, named):
        note(token, party)
    return tuple(party for _, party in sorted(found.values(), key=lambda item: item[0]))


def _word_before(syntax: Syntax, place: int) -> str:
    """Return the word before a phrase, its article left out."""
    lower = syntax.tokens.lower
    place -= 1
    while place > 0 and lower[place] in DETERMINERS:
        place -= 1
    return lower[place]


def _reach(syntax: Syntax, place: int, last: int) -> int:
    """Return where the clause ends, with one that hangs on the figure's noun ("the years in which she led").

    What is listed behind a colon ("two towns: Lisle and Orlau") is what is counted.
    """
    lower = syntax.tokens.lower
    if ":" in lower[syntax.places[place][1] : last]:
        return lower.index(":", syntax.places[place][1])
    if last < len(lower) and lower[last] in RELATIVES and syntax.places[place][1] + 1 >= last - 1:
        return max(last, syntax.clause_at(last)[1])
    return last


def _own_end(syntax: Syntax, place: int) -> int:
    """Return where names cease to be whose figure it is: "they have 27 points, three behind Lisle" says whose."""
    said = not _PEOPLE.isdisjoint(syntax.tokens.lower[: syntax.places[place][0]])
    return syntax.places[place + 1][0] if said and place + 1 < len(syntax.places) else len(syntax.tokens)


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


def _noun_behind(syntax: Syntax, end: int, last: int) -> str | None:
    """Return the noun that a name right before it only describes ("the Orlau Nights star")."""
    described = end < last and syntax.tokens.names[end] is None and _noun(syntax, end)
    if described and syntax.tokens.lower[end].endswith("ly"):
        return None
    return _key(syntax, end, end + 1) if described else None


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
    if link in _PLACES or (link == "and" and _between(syntax, first, back)):
        return "place"
    if lower[end : end + 1] == ("of",) and "".join(lower[end + 1 : end + 2]).endswith("ing"):
        return "actor"  # accused of doing it
    if back >= first and back == start - 1 and tokens.verbs[back] and link not in BE:
        return "receiver"
    return "subject"


def _between(syntax: Syntax, first: int, joint: int) -> bool:
    """Whether a name before the "and" at ``joint`` is the first of two places ("between Lisle and Orlau")."""
    names, token = syntax.tokens.names, joint - 1
    while token > first and names[token] is not None and names[token - 1] is names[token]:
        token -= 1
    return token > first and names[token] is not None and syntax.tokens.lower[token - 1] == "between"


def _adjoins(syntax: Syntax, place: int) -> bool:
    """Whether a word only leads up to a name ("in southern Iran", "at nearby Lisle")."""
    return syntax.tokens.lower[place].endswith(("ern", "by")) and syntax.tokens.lower[place] != "by"


def _described(syntax: Syntax, place: int, cast: Cast) -> tuple[int, str, str] | None:
    """Return whose a figure is by its place: "Moreau, 25,", "the 37-year-old driver", "a man of 63", "Lisle's 19"."""
    figure = syntax.figures[place]
    owner = syntax.owner_before(syntax.places[place][0])
    if owner is not None and figure.moment is None and figure.end <= figure.number_end:
        name = syntax.tokens.names[owner]
        assert name is not None
        return owner, name.full, name.key
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
    """Return the name or noun behind an age: "the 37-year-old Moreau", "a 59-year-old lorry driver".

    "The 39-year-old Orlau man" is a man, and not Orlau.
    """
    tokens = syntax.tokens
    last = syntax.places[place][1]
    noun = None
    for token in range(last, min(last + _LONGEST_AGE, len(tokens))):
        name = tokens.names[token]
        if name is not None:
            end = next(n for n in range(token, len(tokens) + 1) if n == len(tokens) or tokens.names[n] is not name)
            if _noun_behind(syntax, end, len(tokens)) is not None:
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
