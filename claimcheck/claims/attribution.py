"""Reads the attributions of a text: each verb of saying with its speaker, and whether it stands before or behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimcheck.claims.memory import Memory
from claimcheck.claims.naming import Name
from claimcheck.claims.owned import Cue, owned_cues
from claimcheck.claims.phrases import BE, PRONOUNS, Grammar, Phrase, after, before, is_person, skip_back
from claimcheck.claims.reach import goes_on, is_closed, limit_of, opened_by_content
from claimcheck.claims.reading import Reading
from claimcheck.claims.tokens import DETERMINERS, QUOTE_MARKS, Sentences, Tokens

_LETTERS = re.compile(r"[A-Za-z]+")
_TO_WHOM = re.compile(r"(?:To|For) ")
"""Before a name at a sentence's start: whose view it is ("To Moreau, the trip showed")."""
_OWNS: Final = frozenset(("'s", "’s"))
_LONGEST_PUT: Final = 16
_FURTHEST: Final = 40
"""Tokens from a verb that its parts are looked for."""
_AGENTS: Final = (
    "ers",
    "ors",
    "ists",
    "men",
    "women",
    "ians",
    "er",
    "or",
    "ist",
    "man",
    "woman",
    "ian",
    "people",
    "ants",
)
"""Endings of nouns for people who do something."""


def read_cues(sentences: Sentences, grammar: Grammar, until: int) -> tuple[tuple[Cue, ...], ...]:
    """Return the attributions of each sentence, in order; of those from number ``until`` on, none are looked for."""
    reading = sentences.reading
    text, cue_words = reading.text, grammar.speech.cue_words
    memory = Memory()
    out: list[tuple[Cue, ...]] = []
    for number, sentence in enumerate(reading.sentences):
        if number >= until:
            out.append(())
            continue
        # Most sentences hold no such word: that is found out faster than the sentence is cut.
        if cue_words.isdisjoint(_LETTERS.findall(text, sentence.start, sentence.end)):
            out.append(())
        else:
            tokens = sentences[number]
            out.append(_sentence_cues(reading, tokens, _places(tokens, grammar), grammar, memory))
        if not out[-1] and (person := _opening_person(reading, sentence.start, grammar)):
            memory.person = (person.full, person.key)
    return tuple(out)


def _opening_person(reading: Reading, start: int, grammar: Grammar) -> Name | None:
    """Return the person that a sentence begins with, whose own is not what it is about ("Moreau's office")."""
    lead = _TO_WHOM.match(reading.text, start)
    opening = lead.end() if lead else start
    names = reading.names_in(opening, opening + 1)
    if not names or not is_person(names[0], grammar):
        return None
    return None if reading.text[names[0].end : names[0].end + 2] in _OWNS else names[0]


def _places(tokens: Tokens, grammar: Grammar) -> list[tuple[int, int]]:
    """Return the token ranges of the verbs and phrases that may attribute, in order and apart from each other."""
    phrases = grammar.speech.phrases
    out = []
    free = 0
    for place, lower in enumerate(tokens.lower):
        if place < free or lower not in phrases or tokens.names[place] is not None:
            continue
        for rest in phrases[lower]:
            end = place + 1 + len(rest)
            if tokens.lower[place + 1 : end] == rest:
                out.append((place, end))
                free = end
                break
    return out


def _sentence_cues(
    reading: Reading, tokens: Tokens, places: Sequence[tuple[int, int]], grammar: Grammar, memory: Memory
) -> tuple[Cue, ...]:
    cues: list[Cue] = []
    for first, last in places:
        phrase = " ".join(tokens.lower[first:last])
        # Whoever speaks within a quotation is nobody that the writer's "he" goes back to.
        known = memory if reading.quotation_at(tokens.starts[first]) is None else memory.copy()
        cue = _cue(tokens, first, last, phrase, grammar, known, cues)
        if cue is not None:
            cues.append(cue)
    return tuple(sorted((*cues, *owned_cues(tokens, grammar, memory)), key=lambda cue: cue.start))


def _cue(  # noqa: PLR0911 - one guard a kind of attribution
    tokens: Tokens, first: int, last: int, phrase: str, grammar: Grammar, memory: Memory, cues: Sequence[Cue]
) -> Cue | None:
    speech = grammar.speech
    if phrase in speech.prepositions:
        return _prepositional(tokens, first, last, grammar, memory)
    if phrase in speech.hearsay:
        word = phrase.partition(" ")[0]
        span = tokens.starts[first], tokens.ends[last - 1]
        return Cue(*span, (word, word), forward=True, backward=False)
    if phrase == "saying" and first and tokens.lower[first - 1] == "as":
        return _quoted_as(tokens, first, last, grammar, memory)
    if phrase in speech.going_on:
        return _going_on(tokens, first, last, grammar, memory, cues)
    if phrase in speech.nouns_too and not _after_speaker(tokens, first, grammar):
        return None
    aux = skip_back(tokens, first - 1, grammar)
    if phrase in speech.putting and tokens.lower[last : last + 1] == ("at",):  # "damage estimated at"
        return None
    if (aux >= 0 and tokens.lower[aux] in BE) or _by_whom(tokens, last):
        return _passive(tokens, first, last, grammar, memory)
    if phrase in speech.putting and not (phrase not in ("put", "puts") or _gives_value(tokens, last)):
        return None
    return _verbal(tokens, first, last, phrase, aux, grammar, memory)


def _by_whom(tokens: Tokens, last: int) -> bool:
    """Whether "by" and somebody follow, and not what one does ("continued by saying")."""
    return tokens.lower[last : last + 1] == ("by",) and not "".join(tokens.lower[last + 1 : last + 2]).endswith("ing")


def _verbal(
    tokens: Tokens, first: int, last: int, phrase: str, aux: int, grammar: Grammar, memory: Memory
) -> Cue | None:
    """Read a verb with its subject before it, or behind it where a quotation or comma stands before."""
    end = tokens.ends[last - 1]
    inverted = _inverted(tokens, last, phrase, aux, grammar)
    if inverted is not None:
        speaker = memory.resolve(inverted, tokens, grammar)
        behind = tokens.ends[inverted.last]
        return Cue(tokens.starts[first], behind, speaker, forward=False, backward=True) if speaker else None
    subject = before(tokens, first, grammar) if aux >= 0 else None
    if subject is None or not _may_say(subject, phrase, grammar) or _in_doubt(tokens, subject):
        return None
    speaker = memory.resolve(subject, tokens, grammar)
    if speaker is None:
        return None
    start = tokens.starts[subject.first]
    if opened_by_content(tokens, subject) and is_closed(tokens, last):
        return Cue(start, end, speaker, forward=goes_on(tokens, last), backward=True)
    if phrase in grammar.speech.only_behind:
        return None
    return Cue(start, end, speaker, forward=True, backward=False, limit=limit_of(tokens, subject, last))


def _in_doubt(tokens: Tokens, subject: Phrase) -> bool:
    """Whether it is open that the subject says anything: "whether the mayor claimed"."""
    words = [word for word in tokens.lower[max(0, subject.first - 2) : subject.first] if word not in DETERMINERS]
    return words[-1:] in (["whether"], ["if"])


def _may_say(subject: Phrase, verb: str, grammar: Grammar) -> bool:
    """Whether the subject of a verb that not only speakers do is one that speaks."""
    speech = grammar.speech
    if verb in speech.showing:
        return bool(speech.shown_by.intersection(subject.beside))
    if verb not in speech.doubtful or subject.name is not None:
        return True
    words = subject.text.lower().split()
    return words[-1] in PRONOUNS or words[-1].endswith(_AGENTS) or any(_speaks(word, grammar) for word in words)


def _speaks(word: str, grammar: Grammar) -> bool:
    speech = grammar.speech
    singular = word[: -len("ies")] + "y" if word.endswith("ies") else word.removesuffix("s")
    return word in speech.bodies or word in speech.writings or singular in speech.bodies


def _inverted(tokens: Tokens, last: int, verb: str, aux: int, grammar: Grammar) -> Phrase | None:
    """Return a speaker behind the verb (", said the mayor"), None where what stands there is not one."""
    if aux < 0 or verb in grammar.speech.addressed:
        return None
    if tokens.names[aux] is not None or tokens.lower[aux] not in QUOTE_MARKS | {","}:
        return None
    found = after(tokens, last, grammar)
    if found is None or not is_closed(tokens, found.last + 1):
        return None
    words = found.text.lower().split()
    if any(word[0].isdigit() for word in words) or words[-1] in grammar.names.calendar:
        return None
    speaks = (
        found.name is not None or any(_speaks(word, grammar) for word in found.beside) or words[-1].endswith(_AGENTS)
    )
    return found if speaks or tokens.lower[aux] in QUOTE_MARKS else None


def _prepositional(tokens: Tokens, first: int, last: int, grammar: Grammar, memory: Memory) -> Cue | None:
    found = after(tokens, last, grammar)
    if found is None:
        return None
    speaker = memory.resolve(found, tokens, grammar)
    if speaker is None:
        return None
    start, end = tokens.starts[first], tokens.ends[found.last]
    leading = all(
        lower in QUOTE_MARKS or lower in ("but", "and", "meanwhile", ",", "also") for lower in tokens.lower[:first]
    )
    follows = found.last + 1
    going = follows < len(tokens) and tokens.lower[follows] == ","
    return Cue(start, end, speaker, forward=leading or going, backward=not leading)


def _quoted_as(tokens: Tokens, first: int, last: int, grammar: Grammar, memory: Memory) -> Cue | None:
    """Read "X was quoted by Y as saying" and "Y quoted X as saying": X speaks."""
    verb = next(
        (
            n
            for n in range(first - 1, max(-1, first - _FURTHEST), -1)
            if tokens.lower[n] in ("quoted", "cited", "quoting", "citing", "quotes")
        ),
        None,
    )
    if verb is None:
        return None
    aux = skip_back(tokens, verb - 1, grammar)
    passive = aux >= 0 and tokens.lower[aux] in BE
    found = before(tokens, aux, grammar) if passive else _last_named(tokens, verb + 1, first - 1, grammar)
    speaker = memory.resolve(found, tokens, grammar) if found else None
    if found is None or speaker is None:
        return None
    start, end = tokens.starts[min(found.first, verb)], tokens.ends[last - 1]
    closed = is_closed(tokens, last)
    return Cue(start, end, speaker, forward=not closed, backward=closed)


def _last_named(tokens: Tokens, first: int, last: int, grammar: Grammar) -> Phrase | None:
    """Return the person named between two tokens, else the noun phrase that begins there."""
    persons = [name for name in tokens.names[first:last] if name is not None and is_person(name, grammar)]
    if persons:
        return Phrase(first, last, persons[-1], persons[-1].full, tuple(tokens.lower[first:last]))
    return after(tokens, first, grammar)


def _passive(tokens: Tokens, first: int, last: int, grammar: Grammar, memory: Memory) -> Cue | None:
    """Read "is alleged by the mayor to have"; without "by" nobody is named."""
    if last >= len(tokens) or tokens.lower[last] != "by":
        return None
    found = after(tokens, last + 1, grammar)
    speaker = memory.resolve(found, tokens, grammar) if found else None
    if found is None or speaker is None:
        return None
    return Cue(tokens.starts[first], tokens.ends[found.last], speaker, forward=True, backward=True)


def _going_on(
    tokens: Tokens, first: int, last: int, grammar: Grammar, memory: Memory, cues: Sequence[Cue]
) -> Cue | None:
    speaker = cues[-1].speaker if cues else None
    if speaker is None:
        opening = after(tokens, 0, grammar)
        speaker = memory.resolve(opening, tokens, grammar) if opening and opening.name is not None else None
    if speaker is None and tokens.lower[0] in PRONOUNS:
        speaker = memory.pronoun(tokens.lower[0])
    if speaker is None:
        return None
    return Cue(tokens.starts[first], tokens.ends[last - 1], speaker, forward=True, backward=False)


def _after_speaker(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether a form that is a noun too stands right behind what can speak."""
    if not first:
        return False
    back = first - 1
    name = tokens.names[back]
    if name is not None:
        return tokens.ends[back] == name.end
    lower = tokens.lower[back]
    return lower in ("he", "she", "it", "they") or _speaks(lower, grammar) or lower in grammar.speech.shown_by


def _gives_value(tokens: Tokens, last: int) -> bool:
    return "at" in tokens.lower[last : last + _LONGEST_PUT]
