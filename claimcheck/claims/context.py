"""Puts a figure's context together: one claim per figure that the story itself states."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.attribution import Speaker
from claimcheck.claims.lexicon import Words, words_of
from claimcheck.claims.model import Claim
from claimcheck.claims.parties import parties_of
from claimcheck.claims.reading import Reading, read_text, span_at
from claimcheck.claims.speakers import read_speakers
from claimcheck.claims.syntax import Syntax, analyse
from claimcheck.claims.things import thing_of
from claimcheck.claims.times import times_of
from claimcheck.claims.window import weigh
from claimcheck.documents.model import Document
from claimcheck.figures.model import Figure
from claimcheck.rules.packs import Packs


def read_claims(
    document: Document, figures: Sequence[Figure], packs: Packs = (), first_id: int = 0
) -> tuple[Claim, ...]:
    """Return a claim per figure of the story, in reading order, ids counting up from ``first_id``.

    Figures in page furniture (time stamps, share counts) are left out; times told from the writing's own
    ("a year earlier") are no claims, but date those of their clause. Raises RulesError for bad rules.
    """
    if not figures:
        return ()
    words = words_of(packs)
    reading = read_text(document, packs)
    kept = [figure for figure in figures if span_at(reading.furniture, figure.start) is None]
    speakers = read_speakers(reading, kept, packs)
    claims: list[Claim] = []
    place = 0
    while place < len(kept):
        sentence = reading.sentences[reading.sentence_at(kept[place].start)]
        end = place + 1
        while end < len(kept) and kept[end].start < sentence.end:
            end += 1
        names = reading.names_in(sentence.start, sentence.end)
        syntax = analyse(document.text, sentence, kept[place:end], names, words)
        for n in range(end - place):
            if kept[place + n].moment is None or not _is_relative(kept[place + n]):
                claim_id = first_id + len(claims)
                claims.append(_claim(claim_id, document.id, reading, syntax, n, speakers[place + n], words))
        place = end
    return tuple(claims)


def _is_relative(figure: Figure) -> bool:
    return figure.moment is not None and figure.moment.relative is not None


def _claim(
    claim_id: int, document: str, reading: Reading, syntax: Syntax, place: int, speaker: Speaker | None, words: Words
) -> Claim:
    figure = syntax.figures[place]
    sentence = reading.sentences[reading.sentence_at(figure.start)]
    clause = syntax.clause_at(syntax.places[place][0])
    return Claim(
        id=claim_id,
        document=document,
        figure=figure,
        what=thing_of(syntax, place, words),
        words=weigh(syntax, place),
        names=tuple(dict.fromkeys(name.key for name in syntax.names)),
        participants=parties_of(syntax, place, words),
        speaker=speaker[0] if speaker else None,
        speaker_key=speaker[1] if speaker else None,
        when=times_of(syntax, place),
        sentence=(sentence.start, sentence.end),
        quotation=reading.quotation_at(figure.number_start),
        clause=syntax.span(clause),
        near=_near(syntax, clause, words),
    )


def _near(syntax: Syntax, clause: tuple[int, int], words: Words) -> tuple[str, ...]:
    out: list[str] = []
    for token in syntax.tokens[clause[0] : clause[1]]:
        if token.words:
            out += token.words
        elif token.lower in words.turning and token.figure < 0:
            out.append(token.lower)
    return tuple(out)
