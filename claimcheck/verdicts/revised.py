"""revised: a later version of a story has another figure, and does not say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from claimcheck.alignment.compare import AGREE
from claimcheck.rules.packs import Packs, load
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding


class _RevisionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rules/revisions.toml: the words by which a story says that it was changed, in lower case."""

    notes: list[str]


@lru_cache(maxsize=8)
def notes_of(packs: Packs = ()) -> tuple[str, ...]:
    """Return the words by which a story owns up to a change. Raises RulesError."""
    return tuple(" ".join(note.lower().split()) for note in load("revisions", _RevisionsFile, packs).notes)


def find_revised(case: Case, notes: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each figure of the later version, ``case.draft``, that the earlier one has otherwise.

    None where the later version has one of ``notes`` that the earlier one has not.
    """
    later = case.documents[case.draft or ""]
    if any(_noted(later.text, note) > _noted(_earlier(case), note) for note in notes):
        return
    for link in case.links:
        after, before = case.sides(link)
        if link.verdict not in AGREE and after.id not in case.agreeing:
            fields = {"name": later.outlet or later.id, "before": case.show(before), "after": case.show(after)}
            yield case.finding("revised", "plain", (after, before), fields)


def _earlier(case: Case) -> str:
    return "\n".join(document.text for document in case.documents.values() if document.id != case.draft)


def _noted(text: str, note: str) -> int:
    return " ".join(text.lower().split()).count(note)
