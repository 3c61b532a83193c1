"""Which claims of different documents speak of the same fact, and whether they agree."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from claimcheck.alignment.contexts import read_contexts
from claimcheck.alignment.facts import gather
from claimcheck.alignment.later import moved_on
from claimcheck.alignment.links import link
from claimcheck.alignment.many import align_many
from claimcheck.alignment.model import Fact, Link, Reason
from claimcheck.alignment.settings import load_settings
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Span
from claimcheck.rules.packs import Packs

__all__ = ["Fact", "Link", "Reason", "align", "find_facts", "gather"]

_MANY = 3
"""Documents from which a fact is what most of them say, and no longer a link between two."""


def find_facts(
    claims: Sequence[Claim],
    draft: str | None = None,
    packs: Packs = (),
    dates: Mapping[str, str | None] | None = None,
) -> tuple[tuple[Link, ...], tuple[Fact, ...]]:
    """Return the links between claims and the facts that they make; arguments are those of ``align``."""
    if draft is None and len({claim.document for claim in claims}) >= _MANY:
        return align_many(claims, load_settings(packs), packs, dates or {})
    links = align(claims, draft, packs, dates)
    return links, gather(claims, links, packs)


def align(
    claims: Sequence[Claim],
    draft: str | None = None,
    packs: Packs = (),
    dates: Mapping[str, str | None] | None = None,
) -> tuple[Link, ...]:
    """Return the links between claims of different documents, by ids; with ``draft``, only those that touch it.

    ``dates`` are the ISO dates of documents by id: where those of two sources differ, so may their figures.
    """
    settings = load_settings(packs)
    contexts = read_contexts(claims, packs)
    documents: dict[str, list[Claim]] = {}
    for claim in claims:
        documents.setdefault(claim.document, []).append(claim)
    links: list[Link] = []
    for left, right in combinations(documents, 2):
        if draft is None or draft in {left, right}:
            # Ties must not fall otherwise where the texts are given in another order.
            one, two = sorted((documents[left], documents[right]), key=_content)
            links += link(one, two, contexts, settings, draft is not None)
    links.sort(key=lambda each: (each.left, each.right))
    return moved_on(links, claims, dates) if dates and draft is None else tuple(links)


def _content(claims: Sequence[Claim]) -> list[tuple[str, tuple[str, ...], int, Span]]:
    return [(claim.figure.text, claim.near, claim.figure.start, claim.sentence) for claim in claims]
