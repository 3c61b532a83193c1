"""Which claims of different documents speak of the same fact, and whether they agree."""

from collections.abc import Sequence

from claimcheck.alignment.model import Fact, Link, Reason
from claimcheck.claims.model import Claim
from claimcheck.rules.packs import Packs

__all__ = ["Fact", "Link", "Reason", "align", "gather"]


def align(claims: Sequence[Claim], draft: str | None = None, packs: Packs = ()) -> tuple[Link, ...]:
    """Return the links between claims of different documents, by ids; with ``draft``, only those that touch it."""
    del claims, draft, packs
    return ()


def gather(claims: Sequence[Claim], links: Sequence[Link], packs: Packs = ()) -> tuple[Fact, ...]:
    """Return the facts that the claims speak of, in reading order of their first claims."""
    del claims, links, packs
    return ()
