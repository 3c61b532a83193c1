"""To whom the text attributes a figure: by quotation marks, verbs of saying and phrases like "according to"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from claimcheck.claims.attribution import read_cues
from claimcheck.claims.lexicon import names_of, words_of
from claimcheck.claims.memory import Speaker
from claimcheck.claims.owned import Cue
from claimcheck.claims.phrases import Grammar, is_person
from claimcheck.claims.reading import Reading
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.speech import speech_of
from claimcheck.claims.tokens import Sentences
from claimcheck.documents.model import Span
from claimcheck.figures.model import Figure
from claimcheck.rules.packs import Packs

_SENTENCES_BEHIND: Final = 12
"""Sentences behind the last figure that may still say who speaks in the quotation around it."""
_BESIDE: Final = 8
"""Attributions on either side of a figure that may be its own."""
_BACK: Final = 60
"""Characters before a figure that may tell it for background."""
_SPACE: Final = " \t\n\r\"“”'’,"
_OPENING = re.compile(r"\W*(\w+)")
_TIME_LINKS: Final = frozenset(
    ("", "on", "late", "early", "in", "at", "late on", "early on", "earlier on", "earlier", "later", "later on")
)


def read_speakers(sentences: Sentences, figures: Sequence[Figure], packs: Packs = ()) -> tuple[Speaker | None, ...]:
    """Return for each of ``figures`` to whom the text attributes it, None where the writer speaks."""
    if not figures:
        return ()
    grammar = Grammar(words_of(packs), names_of(packs), speech_of(packs))
    reading = sentences.reading
    cues = read_cues(sentences, grammar, reading.sentence_at(figures[-1].start) + _SENTENCES_BEHIND)
    quoted = _quotation_speakers(reading, cues, grammar)
    return tuple(_speaker(reading, figure, cues, quoted, grammar) for figure in figures)


def _speaker(
    reading: Reading,
    figure: Figure,
    cues: Sequence[tuple[Cue, ...]],
    quoted: dict[Span, Speaker | None],
    grammar: Grammar,
) -> Speaker | None:
    quotation = reading.quotation_at(figure.number_start)
    if quotation is not None and (speaker := quoted.get(quotation)):
        return speaker
    mine = cues[reading.sentence_at(figure.number_start)]
    if not mine or (quotation is None and _is_background(reading, figure, grammar)):
        return None
    # Cues lie apart and in order: only those beside the figure are asked.
    place = bisect_left(mine, figure.number_start, key=lambda cue: cue.start)
    lead = next((c for c in reversed(mine[max(0, place - _BESIDE) : place]) if _reaches(reading, c, figure)), None)
    if lead is not None and not _dates_the_saying(reading, figure, lead):
        return lead.speaker
    trail = next(
        (
            c
            for c in mine[place : place + _BESIDE]
            if c.backward and c.start >= figure.number_end and reading.quotation_at(c.start) == quotation
        ),
        None,
    )
    if trail is None or (quotation is None and _only_quoted(reading, figure, trail)):
        return None
    return trail.speaker


def _reaches(reading: Reading, cue: Cue, figure: Figure) -> bool:
    if not cue.forward or cue.end > figure.number_start or (cue.limit is not None and figure.number_start >= cue.limit):
        return False
    inside = reading.quotation_at(cue.end - 1)
    return inside is None or inside == reading.quotation_at(figure.number_start)


def _only_quoted(reading: Reading, figure: Figure, cue: Cue) -> bool:
    """Whether an attribution behind a full quotation leaves out the writer's words before that quotation."""
    end = cue.start
    while end and reading.text[end - 1] in " ,":
        end -= 1
    quotation = reading.quotation_at(end - 1)
    if quotation is None or quotation[0] < figure.number_end or quotation[1] < end:
        return False
    opening = _OPENING.match(reading.text, quotation[0])
    if opening is None or opening.group(1).islower():
        return False
    return not any(name.start == opening.start(1) for name in reading.names_in(opening.start(1), opening.end(1)))


def _dates_the_saying(reading: Reading, figure: Figure, cue: Cue) -> bool:
    """Whether a time behind the verb says when the words were spoken ("said on Tuesday that")."""
    if figure.moment is None:
        return False
    return reading.text[cue.end : figure.start].strip().lower() in _TIME_LINKS


def _is_background(reading: Reading, figure: Figure, grammar: Grammar) -> bool:
    """Whether a figure only describes a name beside it: an age behind it, a town's population."""
    text = reading.text
    sentence = reading.sentences[reading.sentence_at(figure.start)]
    if grammar.speech.background.search(text, max(sentence.start, figure.start - _BACK), figure.start):
        return True
    if figure.kind == "age" and text.startswith(", ", max(0, figure.start - 2)):
        return any(name.end == figure.start - 2 for name in reading.names_in(sentence.start, figure.start))
    return False


def _quotation_speakers(
    reading: Reading, cues: Sequence[tuple[Cue, ...]], grammar: Grammar
) -> dict[Span, Speaker | None]:
    """Return the speaker of each quotation: of the words behind it, before it, or of the quotation it goes on from."""
    out: dict[Span, Speaker | None] = {}
    previous: Span | None = None
    waiting: list[Span] = []
    for quotation in reading.quotations:
        speaker = _behind(reading, quotation, cues) or _before(reading, quotation, cues, grammar)
        adjacent = previous is not None and not reading.text[previous[1] : quotation[0]].strip(_SPACE)
        if speaker is None and previous is not None and (adjacent or _runs_on(reading, previous, quotation, cues)):
            speaker = out[previous]
        if not adjacent:
            waiting.clear()
        if speaker is None:
            waiting.append(quotation)
        else:
            out.update(dict.fromkeys(waiting, speaker))
            waiting.clear()
        out[quotation] = speaker
        previous = quotation
    return out


def _behind(reading: Reading, quotation: Span, cues: Sequence[tuple[Cue, ...]]) -> Speaker | None:
    """Return whom the words right behind a quotation name as its speaker."""
    text, end = reading.text, quotation[1]
    number = reading.sentence_at(max(quotation[0], end - 1))
    for n in (number, number + 1):
        if n >= len(cues) or "\n" in text[end : reading.sentences[n].start]:
            break
        for cue in cues[n]:
            if cue.start >= end and cue.backward and not text[end : cue.start].strip(' ,"”'):
                return cue.speaker
    return None


def _before(reading: Reading, quotation: Span, cues: Sequence[tuple[Cue, ...]], grammar: Grammar) -> Speaker | None:
    """Return whom the words before a quotation name: in its sentence, or in one that ends in a colon."""
    start = quotation[0]
    number = reading.sentence_at(start)
    lead = next(
        (c for c in reversed(cues[number]) if c.forward and c.end <= start and not reading.quotation_at(c.end - 1)),
        None,
    )
    if lead is not None:
        return lead.speaker
    if number:
        sentence = reading.sentences[number - 1]
        if reading.text[sentence.start : sentence.end].endswith(":"):
            earlier = [cue for cue in cues[number - 1] if cue.speaker]
            return earlier[0].speaker if earlier else _opener(reading, sentence, grammar)
    return None


def _opener(reading: Reading, sentence: Sentence, grammar: Grammar) -> Speaker | None:
    """Return the first person that a sentence before a quotation names, else its first name."""
    names = reading.names_in(sentence.start, sentence.end)
    name = next((n for n in names if is_person(n, grammar)), names[0] if names else None)
    return (name.full, name.key) if name else None


def _runs_on(reading: Reading, previous: Span, quotation: Span, cues: Sequence[tuple[Cue, ...]]) -> bool:
    """Whether a quotation goes on where the one before it was broken off by no more than its own attribution."""
    first, last = reading.sentence_at(previous[1] - 1), reading.sentence_at(quotation[0])
    if last - first > 1:
        return False
    between = reading.text[previous[1] : quotation[0]]
    cue = next((c for c in cues[first] if c.start >= previous[1]), None)
    return cue is not None and len(between.strip()) < 2 * _BACK and quotation[0] > cue.end
