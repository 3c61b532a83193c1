"""What speaks for and against two claims being of one fact, as a few readable numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.alignment.compare import Relation, bare, relate
from claimcheck.alignment.contexts import Contexts, likeness
from claimcheck.alignment.moments import other_period, other_time
from claimcheck.alignment.rivals import Place, Rivals, place_of
from claimcheck.alignment.sizes import NARROW_GAP, WIDE_GAP, gap, joined, level_gap, likely_slip, telling
from claimcheck.alignment.whose import (
    countries_apart,
    cover,
    has_stranger,
    names_shared,
    owners_apart,
    owners_strange,
    things_apart,
    things_shared,
)
from claimcheck.claims.model import Claim

Features = dict[str, float]

_COUNTING = frozenset(("count", "ordinal"))
_STEPS = {"change": "change", "share": "change", "to": "to", "from": "from"}
"""What a role tells of a movement: "up 3 percent, or $2" and "up $2, or 3 percent" tell the same."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims that may be of one fact, how their figures stand to each other, and the evidence."""

    left: Claim
    right: Claim
    relation: Relation
    features: Features

    @property
    def same_value(self) -> bool:
        """Whether both state one number, hedges aside: "at 9:30" and "at about 9:30"."""
        return self.left.figure.value is not None and self.left.figure.value == self.right.figure.value


def measure(pairs: Sequence[tuple[Claim, Claim]], contexts: Contexts, checking: bool) -> list[Candidate]:
    """Return a candidate per pair of claims that can be compared and may be of one fact, in the order of ``pairs``.

    ``checking`` says that one side is a draft written from the other: a figure that differs is then a mistake
    more often than another fact.
    """
    rough = []
    alike: dict[tuple[Place, Place], float] = {}
    for left, right in pairs:
        relation = relate(left.figure, right.figure)
        if relation is not None:
            near = likeness(contexts.near[left.id], contexts.near[right.id])
            places = place_of(left), place_of(right)
            if places not in alike:
                alike[places] = likeness(contexts.wide[left.id], contexts.wide[right.id])
            wide = alike[places]
            if not checking or near or wide or relation != "match" or not _only_equal(left, right):
                rough.append((left, right, relation, near, wide))
    rivals = Rivals(rough)
    return [
        Candidate(*row[:3], _features(*row, rivals, contexts, checking))
        for row in rough
        if not (row[2] == "conflict" and _of_another(*row[:2], contexts, checking))
    ]


def _of_another(left: Claim, right: Claim, contexts: Contexts, checking: bool) -> bool:
    """Return whether figures that differ are of two periods, countries or owners: then nobody contradicts anybody.

    Nor does the eleventh round contradict the 58th victory, or an eleventh of which nobody says what it is. A slip of
    the keyboard in a draft outweighs whose it seems to be: a rewrite names people anew.
    """
    if other_period(left.when, right.when) or countries_apart(left, right, contexts):
        return True
    kind, counted = left.figure.kind, _counted(left, right, contexts)
    if owners_apart(left, right, contexts) and (kind == "age" or owners_strange(left, right, contexts)):
        return not (checking and counted is not False and likely_slip(left, right) == 1)
    if kind != "ordinal":
        return False
    return counted is not True and not (checking and counted is None and likely_slip(left, right))


def _counted(left: Claim, right: Claim, contexts: Contexts) -> bool | None:
    """Return whether two counts or ranks are of the same thing, None where one does not say, or is none."""
    if not (left.figure.kind == right.figure.kind and left.figure.kind in _COUNTING):
        return None
    one, two = contexts.units[left.id], contexts.units[right.id]
    return not one.isdisjoint(two) if one and two else None


def _only_equal(left: Claim, right: Claim) -> bool:
    """Return whether nothing but a short number makes two figures alike: "two" of anything is no two weeks."""
    return not telling(left) and bare(left.figure) != bare(right.figure)


def _features(
    left: Claim,
    right: Claim,
    relation: Relation,
    near: float,
    wide: float,
    rivals: Rivals,
    contexts: Contexts,
    checking: bool,
) -> Features:
    one, two = left.figure, right.figure
    out: dict[str, float] = {}
    moment = one.moment is not None
    out["equal"] = float(relation == "match")
    out["equal, telling"] = telling(left) if relation == "match" else 0.0
    out["close"] = float(relation == "approx")
    roles = _STEPS.get(one.role or ""), _STEPS.get(two.role or "")
    join = not checking and joined(left, right, contexts)
    levels = 0.0 if join else level_gap(left, right, contexts)
    # A thing that stands at much the same level may have risen by little or by much, and so may one between two days.
    free = join or (levels is not None and roles[0] == "change")
    apart = gap(left, right) if relation == "conflict" and not free else 0.0
    out["gap"] = apart / WIDE_GAP
    out["gap, narrow"] = min(1.0, apart / NARROW_GAP)
    out |= {"level told": float(levels is not None), "level gap": min(1.0, (levels or 0.0) / NARROW_GAP)}
    out["draft"] = float(checking)
    out["draft, differing"] = float(checking and relation == "conflict")
    out["other unit"] = float(relation == "unit")
    counted = _counted(left, right, contexts)
    other = counted is False
    out["same thing counted"] = float(counted is True)
    out["other thing counted"] = float(other)
    # A slip of the keyboard does not turn 23 pirates into 25 countries.
    out["draft, slip"] = likely_slip(left, right) if checking and relation == "conflict" and not other else 0.0
    out["equal, other thing"] = 1 - telling(left) if relation == "match" and other else 0.0
    out["equal date"] = float(moment and relation == "match")
    out["same role"] = float(roles[0] is not None and roles[0] == roles[1])
    out["other role"] = float(None not in roles and roles[0] != roles[1])
    out["trend reversed"] = float(None not in {one.trend, two.trend} and one.trend != two.trend)
    out |= {"near": near, "wide": wide}
    out["cover"] = min(cover(left, right, contexts), cover(right, left, contexts))
    out["what"] = things_shared(left, right, contexts)
    out["what apart"] = float(things_apart(left, right, contexts))
    out["names shared"] = names_shared(left, right)
    out["owner apart"] = float(owners_apart(left, right, contexts))
    out["other owner"] = float(bool(out["owner apart"]) and owners_strange(left, right, contexts))
    out["parties apart"] = float(has_stranger(left, right, contexts) and has_stranger(right, left, contexts))
    out["other country"] = float(countries_apart(left, right, contexts))
    out["other period"] = float(other_period(left.when, right.when))
    out["same time"] = float(not set(left.when).isdisjoint(right.when))
    out["other time"] = float(other_time(left.when, right.when))
    out["both quoted"] = float(left.quoted and right.quoted)
    own = near + wide
    out["lead"] = min(rivals.lead(left.id, right.id, own), rivals.lead(right.id, left.id, own))
    out["companions"] = min(2, rivals.companions(left, right)) / 2
    out["same rank"] = float(rivals.same_rank(left.id, right.id))
    out["sole"] = float(rivals.crowd(left.id) == rivals.crowd(right.id) == 1)
    # To have no better rival says less of an equal figure, which has its number to speak for it.
    out["differing, lead"] = out["lead"] if relation == "conflict" else 0.0
    out["differing, sole"] = out["sole"] if relation == "conflict" else 0.0
    elsewhere = rivals.equal_elsewhere(left.id, right.id) + rivals.equal_elsewhere(right.id, left.id)
    out["equal elsewhere"] = 0.0 if relation == "match" else float(elsewhere)
    return out
