"""What documents are called where there is little room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.documents.model import Document


def names(documents: Sequence[Document]) -> Mapping[str, str]:
    """Return what to call documents, by their ids: of a path the shortest end that no other of them has.

    An id that is made of an outlet's name is no path, whatever it holds ("Lisle/Orlau Post 2").
    """
    parts = {each.id: [each.id] if called_by_outlet(each) else each.id.rstrip("/").split("/") for each in documents}
    out: dict[str, str] = {}
    for name, mine in parts.items():
        others = [theirs for other, theirs in parts.items() if other != name]
        last = next((n for n in range(1, len(mine)) if all(theirs[-n:] != mine[-n:] for theirs in others)), len(mine))
        out[name] = "/".join(mine[-last:]) or name
    return out


def called_by_outlet(document: Document) -> bool:
    """Return whether the id of a document tells its outlet already."""
    outlet = document.outlet
    return outlet is not None and (document.id == outlet or document.id.startswith(f"{outlet} "))
