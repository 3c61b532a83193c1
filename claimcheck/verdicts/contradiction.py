"""self-contradiction: one document gives two values for one fact."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.alignment.compare import AGREE, relate
from claimcheck.alignment.sizes import telling
from claimcheck.alignment.slips import slip
from claimcheck.claims.model import Claim
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.model import Finding


def find_contradictions(case: Case) -> Iterator[Finding]:
    """Yield a finding per claim that differs from a counterpart with which its own document agrees elsewhere.

    The other document is the witness that both claims speak of one fact: two claims of one text are never
    compared by their likeness alone, since a text tells of many like things.
    """
    for claim in case.claims.values():
        if case.draft is not None and claim.document != case.draft:
            continue
        links = case.linked.get(claim.id, ())
        if any(link.verdict in AGREE for link in links) or claim.id in case.derivations:
            continue
        for link in links:
            witness = case.other(link, claim)
            agreeing = _agreeing_twin(case, claim, witness)
            if agreeing is not None:
                first, second = sorted((agreeing, claim), key=lambda c: c.id)
                fields = {"name": case.name(claim), "first": case.show(first), "second": case.show(second)}
                yield case.finding("self-contradiction", "plain", (claim, agreeing, witness), fields)
                break


def _agreeing_twin(case: Case, claim: Claim, witness: Claim) -> Claim | None:
    for other in (witness, *_repeats(case, witness)):
        for link in case.linked.get(other.id, ()):
            twin = case.other(link, other)
            if (
                twin.document == claim.document
                and twin.id != claim.id
                and link.verdict in AGREE
                and twin.sentence != claim.sentence
                and relate(twin.figure, claim.figure) == "conflict"
                and (_same_thing(twin, claim) or _slipped(twin, claim))
            ):
                return twin
    return None


def _same_thing(one: Claim, two: Claim) -> bool:
    if one.figure.kind == "age" and not set(one.names) & set(two.names):
        return False  # ages are of one fact only where they are one person's
    return one.figure.unit is not None and one.figure.unit == two.figure.unit and one.figure.kind != "percent"


def _slipped(one: Claim, two: Claim) -> bool:
    """Return whether a slip of the keyboard explains the difference of two figures that do not count two things."""
    units = {one.figure.unit, two.figure.unit} - {None}
    counts = one.figure.kind == two.figure.kind == "count"
    if one.figure.kind == "age":
        return False
    return slip(one.figure, two.figure) is not None and not (counts and len(units) > 1)


def _repeats(case: Case, witness: Claim) -> list[Claim]:
    """Return where the document of ``witness`` tells its figure again: a telling number of the same thing."""
    if not telling(witness):
        return []
    return [
        other
        for other in case.by_number[witness.figure.value]
        if other.id != witness.id
        and other.document == witness.document
        and other.figure.unit == witness.figure.unit
        and relate(other.figure, witness.figure) == "match"
    ]
