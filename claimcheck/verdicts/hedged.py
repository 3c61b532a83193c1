"""hedge-changed: a draft that is firmer than its source, or bounds the same number from another side."""

from __future__ import annotations

from claimcheck.figures.model import Figure
from claimcheck.verdicts.numbers import same_number

_ROUND_MINUTES = 5
_FEW = frozenset({1, 2})
"""Numbers as often said of a thing in passing as counted."""


def hedge_changed(draft: Figure, source: Figure) -> bool:
    """Return whether the draft is firmer than the source about the same number, or bounds it from another side.

    A draft that merely adds "about" promises less than its source, and no editor need look; nor are "one in 2,000"
    and "20 to 30" taken to the letter, with or without it.
    """
    if draft.bound == source.bound or not same_number(draft, source) or _of_two_things(draft, source):
        return False
    vague = draft.kind == source.kind and (draft.kind == "ratio" or isinstance(draft.value, tuple))
    if (vague and {draft.bound, source.bound} == {"~", "="}) or _to_the_minute(draft):
        return False
    if "~" in {draft.bound, source.bound} and draft.high == draft.value and source.high == source.value:
        return "=" in {draft.bound, source.bound} and draft.bound == "="  # "nearly three weeks" are less than three
    return (draft.bound, source.bound) != ("~", "=")


def _to_the_minute(figure: Figure) -> bool:
    """Return whether a clock time is none that anybody rounds to: "shortly after 2:09"."""
    return figure.moment is not None and (figure.moment.minute or 0) % _ROUND_MINUTES != 0


def _of_two_things(draft: Figure, source: Figure) -> bool:
    """Return whether both say what they count or measure, and it is not of one kind: "ten homes", "just over ten days".

    A clock time told without its mark ("after eight") says nothing of the kind.
    """
    kinds = {draft.kind, source.kind}
    if kinds == {"count"} and draft.value in _FEW:
        return None not in {draft.unit, source.unit} and draft.unit != source.unit  # one blow, at least one belt
    return (
        len(kinds) > 1
        and kinds != {"ratio", "percent"}
        and draft.unit not in {None, source.unit}
        and source.unit is not None
    )
