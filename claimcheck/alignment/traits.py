"""Whether a figure counts people, and what befell those it counts: few words that tell facts apart.

Stories of one event share most of their words; that one figure is of the dead and the other of the wounded does not
show in how alike the words around them are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.claims.lexicon import names_of, words_of
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure
from claimcheck.rules.packs import Packs

_NEAR = 0.3
"""Weight in a claim's window from which a word says what befell the things counted."""
_BESIDE = 0.7
"""The same, to name a fact by it."""
_COUNTED = frozenset({"count", "level", "ordinal", "ratio", "percent"})
_DEMONYM_ENDS = ("ans", "ese", "is")


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells two facts apart where both say it.

    ``people`` says whether people are counted, ``fate`` what befell who or what is ("killed"), None where the words do
    not say. ``kinds`` are those of the people or things, each behind the line whose other kinds it leaves out:
    ("nation", "peru"), ("0", "woman"). ``thing`` is the noun of what is counted, canonical, the same for all people;
    ``former`` says that the text holds the value no longer ("initially put at 5.4").
    """

    people: bool | None
    fate: str | None
    kinds: tuple[tuple[str, str], ...] = ()
    thing: str | None = None
    former: bool = False


def traits_of(claim: Claim, packs: Packs = ()) -> Traits:
    """Return the traits of a claim, by rules/words.toml: ``people`` to ``damages``, ``former``."""
    former = not _former(packs).isdisjoint(claim.near)
    if claim.figure.kind not in _COUNTED:
        return Traits(None, None, former=former)
    people = _counts_people(claim.figure, packs)
    fate = _fate(claim, _fates(packs, people), _NEAR)
    return Traits(people, fate, tuple(_kinds(claim.figure, people, packs)), _thing(claim.figure, people, packs), former)


def _thing(figure: Figure, people: bool | None, packs: Packs) -> str | None:
    if figure.kind != "count" or people:
        return "person" if people else None
    head = (figure.unit or "").rpartition(" ")[2].lower()
    found = words_of(packs).canonical[head] if head else ()
    return found[-1] if found else None


def _kinds(figure: Figure, people: bool | None, packs: Packs) -> Iterator[tuple[str, str]]:
    if people is None:
        return
    unit = (figure.unit or "").lower().split()
    nation = next((found for word in unit if (found := names_of(packs).canon.get(word))), None)
    if nation is not None:
        yield "nation", nation
    for n, kinds in enumerate(_kinds_of_people(packs) if people else ()):
        head = words_of(packs).canonical[unit[-1]]
        if head and head[-1] in kinds:
            yield str(n), kinds[head[-1]]


def plain_fate(claim: Claim, packs: Packs = ()) -> str | None:
    """Return what befell those counted where the words beside the figure say so: told, not guessed.

    None also where the noun for them says it already ("two deaths").
    """
    if claim.figure.kind not in _COUNTED:
        return None
    fates = _fates(packs, _counts_people(claim.figure, packs))
    canonical = words_of(packs).canonical
    named = {fates.get(word) for part in (claim.figure.thing or "").lower().split() for word in canonical[part]}
    fate = _fate(claim, fates, _BESIDE)
    return None if fate in named else fate


def _counts_people(figure: Figure, packs: Packs) -> bool | None:
    head = (figure.unit or "").rpartition(" ")[2].lower()
    found = words_of(packs).canonical[head] if head else ()
    if not found or figure.kind not in {"count", "ordinal"}:
        return None
    last = (figure.thing or "").rpartition(" ")[2]
    demonym = last[:1].isupper() and last.endswith(_DEMONYM_ENDS)
    return demonym or head in names_of(packs).canon or found[-1] in _people(packs)


def _fate(claim: Claim, fates: Mapping[str, str], near: float) -> str | None:
    found = [(weight, word) for word, weight in claim.words if word in fates and weight >= near]
    return fates[max(found)[1]] if found else None


@lru_cache(maxsize=24)
def _fates(packs: Packs, people: bool | None) -> Mapping[str, str]:
    words = words_of(packs)
    groups = (*(words.fates if people is not False else ()), *(words.damages if people is not True else ()))
    return {canonical: group[0] for group in groups for word in group for canonical in words.canonical[word]}


@lru_cache(maxsize=8)
def _kinds_of_people(packs: Packs) -> tuple[Mapping[str, str], ...]:
    words = words_of(packs)
    return tuple(
        {canonical: kind for word, kind in kinds.items() for canonical in words.canonical[word]}
        for kinds in words.kinds_of_people
    )


@lru_cache(maxsize=8)
def _former(packs: Packs) -> frozenset[str]:
    words = words_of(packs)
    return frozenset(canonical for word in words.former for canonical in words.canonical[word])


@lru_cache(maxsize=8)
def _people(packs: Packs) -> frozenset[str]:
    words = words_of(packs)
    return frozenset(canonical for word in words.people for canonical in words.canonical[word])
