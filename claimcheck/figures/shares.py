"""What shares told in words are of: "half the condos", "one in five children", "a fifth of a second"."""

from __future__ import annotations

from claimcheck.figures.digits import Number
from claimcheck.figures.draft import Draft
from claimcheck.figures.hedging import hedged
from claimcheck.figures.rates import finish_rate
from claimcheck.figures.setting import Setting
from claimcheck.figures.tails import DETERMINERS
from claimcheck.figures.things import counted, unit_of
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.units import BASIS, PERCENT, POINT
from claimcheck.figures.words import IRREGULAR, NOT_PLURAL, SAME_IN_PLURAL

_PLURALS = SAME_IN_PLURAL.union(IRREGULAR)

_OBJECTS = frozenset("the a an its their his her no less more".split())


def share_of_unit(t: Tokens, first: int, j: int, share: float, joints: tuple[str, ...], s: Setting) -> Draft | None:
    """Read the unit at token ``j`` of what is no share but a measure: "a fifth of a second", "two-thirds mile".

    ``joints``: what may stand between, "of" (with "a" behind it), "-" or nothing.
    """
    low, k, joint = t.low, j, ""
    if low[j] == "of" and low[j + 1] in ("a", "an"):
        joint, k = "of", j + 2
    elif low[j] == "-" and t.glued(j) and t.glued(j + 1):
        joint, k = "-", j + 1
    if joint not in joints or t.breaks(k):
        return None
    matched = s.units.parted(t, k)
    if matched is None or low[matched[1]] == "'" or (joint != "-" and low[matched[1]] == "-"):
        return None
    draft = Draft(first, j, "count", share, "share of a unit")
    draft.measure(matched[0], matched[1], "unit")
    if matched[0] in (PERCENT, POINT, BASIS):
        draft.kind = "percent"
    finish_rate(t, draft, s)
    return hedged(t, draft, s)


def read_ratio(t: Tokens, number: Number, share: tuple[float, int], s: Setting) -> Draft:
    measure = share_of_unit(t, number.first, share[1], share[0], ("of", "-", ""), s)
    if measure is not None and share[0] < 1:
        return measure
    draft = Draft(number.first, share[1], "ratio", share[0], "share in words")
    finish_ratio(t, draft)
    if draft.unit is None and t.low[draft.next].isalpha():
        phrase = counted(t, draft.next, many=True)
        if phrase is not None:
            if phrase[1] - phrase[0] > 1 and t.low[phrase[1] - 2] in _PLURALS:
                phrase = phrase[0], phrase[1] - 1  # "one in five children skips breakfast"
            draft.unit, draft.thing = share_of(unit_of(t, *phrase)), phrase
    return hedged(t, draft, s)


def finish_ratio(t: Tokens, draft: Draft) -> None:
    """Add the thing shared: "two-thirds of the workers"."""
    thing = _shared_thing(t, draft.next)
    if thing is not None:
        draft.unit, draft.thing = share_of(thing[0]), (thing[1], thing[2])


def share_of(unit: str) -> str:
    """Return the unit of a share told in words: "half the condos" is of "% condo"."""
    return f"% {unit}"


def _before_verb(t: Tokens, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return ``phrase`` without a verb at its end: "the population lives", "the team needs a rest"."""
    if phrase is None or phrase[1] - phrase[0] == 1:
        return phrase
    word, after = t.low[phrase[1] - 1], t.low[phrase[1]]
    verb = word in NOT_PLURAL or (word.endswith("s") and after in _OBJECTS)
    return (phrase[0], phrase[1] - 1) if verb else phrase


def _shared_thing(t: Tokens, j: int) -> tuple[str, int, int] | None:
    """Return the unit and tokens of what a share is of: "of the workers", "the condos"."""
    low = t.low
    k = j + 1 if low[j] == "of" else j
    if low[k] == "all":
        k += 1
    if low[k] in DETERMINERS or low[k] in ("a", "an"):
        k += 1
    elif k == j:
        return None
    if low[k - 1] == "those" and low[k].endswith("ed"):
        return None  # "a third of those polled"
    phrase = _before_verb(t, counted(t, k, True)) or counted(t, k, False)
    if phrase is not None and t.low[phrase[1]][:1].isdecimal():
        return None
    return None if phrase is None else (unit_of(t, *phrase), *phrase)
