"""Puts a figure's context together: one claim per figure that the story itself states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.claims.doers import Cast
from claimcheck.claims.lexicon import Words, names_of, words_of
from claimcheck.claims.memory import Speaker
from claimcheck.claims.model import Claim
from claimcheck.claims.naming import Name
from claimcheck.claims.parties import parties_of
from claimcheck.claims.phrases import PERSONAL, Grammar, is_person
from claimcheck.claims.reading import Reading, read_text, span_at
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.speakers import read_speakers
from claimcheck.claims.speech import speech_of
from claimcheck.claims.syntax import Syntax, analyse
from claimcheck.claims.things import thing_of
from claimcheck.claims.times import times_of
from claimcheck.claims.tokens import Sentences
from claimcheck.claims.window import weigh
from claimcheck.documents.model import Document
from claimcheck.figures.model import Figure
from claimcheck.rules.packs import Packs

_GENITIVE = re.compile(r"\s?[’']\s?s\b")
_SENTENCES_BACK: Final = 3
"""Sentences before one that a pronoun in it may go back."""


def read_claims(
    document: Document, figures: Sequence[Figure], packs: Packs = (), first_id: int = 0
) -> tuple[Claim, ...]:
    """Return a claim per figure of the story, in reading order, ids counting up from ``first_id``.

    Figures in page furniture (time stamps, share counts) are left out; times told from the writing's own
    ("a year earlier") are no claims, but date those of their clause. Raises RulesError for bad rules.
    """
    if not figures:
        return ()
    grammar = Grammar(words_of(packs), names_of(packs), speech_of(packs))
    reading = read_text(document, packs)
    kept = [figure for figure in figures if span_at(reading.furniture, figure.start) is None]
    sentences = Sentences(reading, grammar.words)
    speakers = read_speakers(sentences, kept, packs)
    known = frozenset(name.key for name in reading.names if name.titled or name.text != name.full)
    claims: list[Claim] = []
    place = 0
    while place < len(kept):
        number = reading.sentence_at(kept[place].start)
        sentence = reading.sentences[number]
        end = place + 1
        while end < len(kept) and kept[end].start < sentence.end:
            end += 1
        tokens = sentences[number]
        syntax = analyse(tokens, kept[place:end], grammar.words)
        names = tuple(dict.fromkeys(name.key for name in reading.names_in(sentence.start, sentence.end)))
        asked = not PERSONAL.isdisjoint(tokens.lower)
        cast = Cast(grammar, _person(reading, number, grammar, known) if asked else None)
        frame = _Frame(document.id, reading, sentence, syntax, names, cast)
        for n in range(end - place):
            if not _is_relative(kept[place + n]):
                claims.append(_claim(first_id + len(claims), frame, n, speakers[place + n]))
        place = end
    return tuple(claims)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the claims of one sentence share."""

    document: str
    reading: Reading
    sentence: Sentence
    syntax: Syntax
    names: tuple[str, ...]
    cast: Cast


def _person(reading: Reading, number: int, grammar: Grammar, known: frozenset[str]) -> Name | None:
    """Return whom "he" or "she" at the start of sentence ``number`` means: the first person of the nearest before.

    A person has a title, or a surname that the text uses alone (one of ``known``). Whose something is ("in Bush's
    absence") is meant only where the sentence names nobody else.
    """
    for earlier in reversed(reading.sentences[max(0, number - _SENTENCES_BACK) : number]):
        persons = [
            name
            for name in reading.names_in(earlier.start, earlier.end)
            if is_person(name, grammar) and name.key in known
        ]
        if persons:
            return next((name for name in persons if not _GENITIVE.match(reading.text, name.end)), persons[0])
    return None


def _is_relative(figure: Figure) -> bool:
    return figure.moment is not None and figure.moment.relative is not None


def _claim(claim_id: int, frame: _Frame, place: int, speaker: Speaker | None) -> Claim:
    syntax, words = frame.syntax, frame.cast.grammar.words
    figure = syntax.figures[place]
    clause = syntax.clause_at(syntax.places[place][0])
    return Claim(
        id=claim_id,
        document=frame.document,
        figure=figure,
        what=thing_of(syntax, place, words),
        words=weigh(syntax, place),
        names=frame.names,
        participants=parties_of(syntax, place, frame.cast),
        speaker=speaker[0] if speaker else None,
        speaker_key=speaker[1] if speaker else None,
        when=times_of(syntax, place),
        sentence=(frame.sentence.start, frame.sentence.end),
        quotation=frame.reading.quotation_at(figure.number_start),
        clause=(syntax.tokens.starts[clause[0]], syntax.tokens.ends[clause[1] - 1]),
        near=_near(syntax, clause, words),
    )


def _is_particle(syntax: Syntax, place: int, words: Words) -> bool:
    """Whether "up" only completes a verb: who gives up does not rise."""
    return (
        place > 0 and syntax.tokens.lower[place] in ("up", "down") and syntax.tokens.lower[place - 1] in words.phrasal
    )


def _near(syntax: Syntax, clause: tuple[int, int], words: Words) -> tuple[str, ...]:
    out: list[str] = []
    for place in range(*clause):
        if syntax.words[place]:
            out += syntax.words[place]
        elif (
            syntax.figure[place] < 0
            and syntax.tokens.lower[place] in words.turning
            and not _is_particle(syntax, place, words)
        ):
            out.append(syntax.tokens.lower[place])
    return tuple(out)
