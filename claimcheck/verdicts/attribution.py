"""swapped-attribution: the same figure and thing, given to another speaker, party or place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.alignment.compare import AGREE
from claimcheck.claims.model import Claim, Part
from claimcheck.claims.naming import related
from claimcheck.verdicts.case import Case, ordered
from claimcheck.verdicts.model import Finding
from claimcheck.verdicts.names import Names, Party, actors_of, parties_of
from claimcheck.verdicts.passives import deed_of, passive_of

Move = tuple[str, str, str]
"""Which part changed, and the names in it: the message's variant, the draft's name, the source's name."""

Said = Mapping[str, Sequence[tuple[str, str, object]]]
"""By source: who says a figure in the draft, who in the source, and its value."""

_FREE = frozenset({"subject", "actor"})
"""Parts that a rewrite may exchange: who does is the subject of a passive too."""
_SURE = 0.9
"""Probability from which two figures are of one fact surely enough to ask whose it is."""


def find_misattributed(case: Case) -> Iterator[Finding]:
    """Yield one finding per exchange of two names, with all the figures that it moved."""
    if case.draft is None:
        return
    moved: dict[tuple[str, Move], list[tuple[Claim, Claim]]] = {}
    counterparts = {claim.id: _counterparts(case, claim) for claim in case.of_draft}
    if not any(counterparts.values()):
        return
    names = Names.of(case)
    said = _said(names, [(claim, source) for claim in case.of_draft for source in counterparts[claim.id]])
    for claim in case.of_draft:
        found = [(source, _move(case, names, said, claim, source)) for source in counterparts[claim.id]]
        if found and all(move is not None for _, move in found):
            source, move = found[0]
            assert move is not None
            moved.setdefault((source.document, move), []).append((claim, source))
    for (_, (variant, draft_name, source_name)), pairs in moved.items():
        first, second = pairs[0]
        yield case.finding(
            "swapped-attribution",
            variant,
            ordered((claim for pair in pairs for claim in pair), case.draft),
            {
                "draft": case.show_all(draft for draft, _ in pairs),
                "source": case.show_all(source for _, source in pairs),
                "draft_name": names.shown(draft_name, first),
                "source_name": names.shown(source_name, second),
            },
        )


def _counterparts(case: Case, claim: Claim) -> list[Claim]:
    """Return the counterparts of ``claim``, of each source the likeliest."""
    best: dict[str, tuple[float, Claim]] = {}
    for link in case.linked.get(claim.id, ()):
        other = case.other(link, claim)
        if link.verdict in AGREE and link.score > best.get(other.document, (0.0, other))[0]:
            best[other.document] = link.score, other
    return [other for score, other in best.values() if score >= _SURE]


def _said(names: Names, pairs: Sequence[tuple[Claim, Claim]]) -> Said:
    out: dict[str, list[tuple[str, str, object]]] = {}
    for draft, source in pairs:
        mine, theirs = names.named(draft), names.named(source)
        if mine is not None and theirs is not None:
            out.setdefault(source.document, []).append((mine, theirs, draft.figure.value))
    return out


def _move(case: Case, names: Names, said: Said, draft: Claim, source: Claim) -> Move | None:
    return (
        _speaker(names, said, draft, source)
        or _reversed(names, draft, source)
        or _turned(case, draft, source)
        or _traded(names, draft, source)
        or _party(names, draft, source)
    )


def _speaker(names: Names, said: Said, draft: Claim, source: Claim) -> Move | None:
    """Return the exchange of two named speakers that the source knows both, neither of them speaking for the other.

    A person may always speak for a body. Who stands in the source's sentence may well be who speaks there, if nothing
    else of the source is theirs; and so may who stands in the draft's, unless the two have traded figures.
    """
    mine, theirs = names.named(draft), names.named(source)
    if mine is None or theirs is None or related(mine, theirs) or names.is_body(mine) != names.is_body(theirs):
        return None
    heard = names.speaks(source.document, mine)
    traded = any(
        value != draft.figure.value and related(one, theirs) and related(two, mine)
        for one, two, value in said[source.document]
    )
    if (names.in_sentence(source, mine) and not heard) or (names.in_sentence(draft, theirs) and not traded):
        return None
    if not names.in_document(source.document, mine) or names.standing.one_voice(mine, theirs):
        return None
    return "speaker", mine, theirs


def _reversed(names: Names, draft: Claim, source: Claim) -> Move | None:
    """Return the exchange of who gives and who receives, in whichever clauses of the two sentences."""
    givers, takers = names.parts(source, "actor", "subject"), names.parts(source, "receiver")
    for giver in names.parts(draft, "actor", "subject"):
        for taker in names.parts(draft, "receiver"):
            if giver in takers and taker in givers and giver not in givers and taker not in takers:
                return "roles", giver, taker
    return None


def _turned(case: Case, draft: Claim, source: Claim) -> Move | None:
    """Return the exchange of who does and who it is done to by one verb that is passive here, there or in both."""
    texts = (case.documents[claim.document].text for claim in (draft, source))
    passives = [passive_of(claim, text, case.canonical) for claim, text in zip((draft, source), texts, strict=True)]
    mine, theirs = (deed_of(claim, each) for claim, each in zip((draft, source), passives, strict=True))
    verb = mine.verb or theirs.verb
    if verb is None or verb not in draft.near or verb not in source.near:
        return None
    for doer in mine.doers:
        for other in mine.done_to:
            if doer in theirs.done_to and other in theirs.doers and doer not in theirs.doers:
                return "roles", doer, other
    return None


def _traded(names: Names, draft: Claim, source: Claim) -> Move | None:
    """Return the exchange of who does it for another name of both sentences that has no part in the source's clause."""
    mine, theirs = set(actors_of(draft)), set(actors_of(source))
    if len(mine) != 1 or len(theirs) != 1 or draft.figure.moment is not None:
        return None
    (one,), (two,) = mine, theirs
    if not (names.alike(one, two) or {one, two} <= names.countries) or one == two:
        return None
    if any(related(one, party.key) for party in parties_of(source)):
        return None
    if any(related(two, party.key) for party in parties_of(draft)) or names.standing.one_voice(one, two):
        return None
    return ("actor", one, two) if names.in_sentence(source, one) and names.around(draft, two) else None


def _party(names: Names, draft: Claim, source: Claim) -> Move | None:
    """Return a party of the draft's clause that the source's sentence lacks, and the one that it put aside.

    A rewrite names people anew, leaves them out and takes others in from the sentence before. Only where a party
    stands in the very part that another has in the source, and that one is gone, has it taken that part over.
    """
    if draft.figure.kind == "score" or (draft.figure.moment is not None and draft.figure.moment.weekday is not None):
        return None  # both sides own a result, and a day is anybody's
    timed = draft.figure.moment is not None and draft.figure.moment.hour is not None
    for mine in parties_of(draft):
        if names.in_sentence(source, mine.key):
            continue
        for theirs in parties_of(source):
            if _took_over(names, mine, theirs) and names.may_replace(source.document, mine.key, theirs.key):
                if names.standing.one_voice(mine.key, theirs.key):
                    continue
                if (timed or names.beside(draft, mine.key, theirs.key)) and not _does_the_same(mine, theirs):
                    continue
                return ("place" if mine.part == "place" else "actor"), mine.key, theirs.key
    return None


def _took_over(names: Names, mine: Party, theirs: Party) -> bool:
    """Return whether two parties can stand for each other: names of one kind in the same part.

    A "Lisle Rovers striker" is nobody's slip for the striker's name; countries' people and things are theirs.
    """
    country = mine.key in names.countries
    if country != (theirs.key in names.countries):
        return False  # "the American" may be the very one that the source names
    if not country and ("place" in {mine.part, theirs.part} or (mine.noun is None) != (theirs.noun is None)):
        return False
    return _same_part(mine.part, theirs.part) and names.alike(mine.key, theirs.key)


def _does_the_same(mine: Party, theirs: Party) -> bool:
    """Return whether both do the deed: then that the draft knows the other one explains nothing."""
    return mine.part == theirs.part == "actor" and mine.deed is not None and mine.deed == theirs.deed


def _same_part(one: Part, two: Part) -> bool:
    return one == two or {one, two} <= _FREE
