"""Ages that no unit names: "aged 25", ", 44,", "turned 40", "he was 35 when"."""

from __future__ import annotations

from claimcheck.figures.dates import is_month
from claimcheck.figures.draft import Draft
from claimcheck.figures.model import Bound
from claimcheck.figures.tokens import Tokens

_TURNED = frozenset(("turned", "turns", "turning"))
_PERSON = frozenset(("he", "she", "who", "i", "will"))
_AGE_ENDS = frozenset((".", ",", "by", "when", "at", "in", "and", "next", "on", "but", "", ";"))
_BOUNDS: dict[str, tuple[Bound, str]] = {"over": (">", "over"), "under": ("<", "under")}
_ONE_PERSON = frozenset(
    "man woman boy girl child person youth lad baby widow daughter son grandson granddaughter nephew niece "
    "schoolboy schoolgirl teenager".split()
)
_PEOPLE = frozenset(
    "children child kids boys girls people adults men women youngsters pupils those anyone persons".split()
)
_GROUP_ENDS = frozenset(
    (".", ",", ";", "", ")", "and", "or", "in", "are", "were", "is", "will", "must", "who", "from", "at")
)
_AGE_UNITS = frozenset(("year", "month", "week", "day"))
AGED = frozenset(("aged", "ages", "age"))
OLDEST = 115


def read_group(t: Tokens, i: int) -> Draft | None:
    """Read the age that names a group, "the over-65s", "under-21s": its "s" is glued to the digits at token ``i``."""
    k = i - 2 if t.low[i - 1] == "-" else i - 1
    if t.low[k] not in ("over", "under") or len(t.low[i]) != 2:
        return None
    draft = Draft(i, i + 2, "age", float(t.low[i]), "age of a group")
    draft.number_next, draft.unit = i + 1, "year of age"
    if t.low[i - 1] == "-":
        draft.first, draft.bound, draft.hedge = k, *_BOUNDS[t.low[k]]
    return draft


def count_from_birth(t: Tokens, draft: Draft, before: int) -> None:
    """Make a length of time an age where token ``before``, which stands before it, says so: "aged 12 years"."""
    if draft.kind == "duration" and t.low[before] in AGED and draft.unit in _AGE_UNITS:
        draft.kind, draft.unit = "age", f"{draft.unit} of age"
        draft.dimension, draft.factor, draft.offset = None, None, 0.0


def is_age(t: Tokens, i: int, j: int) -> bool:
    """Whether the bare number of tokens ``i`` to before ``j`` is told as an age: "aged 25", "Vera Holt, 44, ..."."""
    low = t.low
    before, after = low[i - 1], low[j]
    if before == "both" and after in (",", ")") and low[i - 2] == ",":
        return True
    if before in ("aged", "age", "ages") or before in _TURNED:
        return True
    if before == "of" and (low[i - 2] == "age" or (low[i - 2] in _ONE_PERSON and low[i - 3] in ("a", "an", "the"))):
        return True
    if before == "at" and after == "," and low[j + 1] in ("he", "she", "his", "her") and not low[i - 2].isalpha():
        return True  # "At 55, he is"
    if before in ("under", "over") and low[i - 2] in _PEOPLE and after in _GROUP_ENDS:
        return True  # "children under five"
    if after in _AGE_ENDS and _PERSON & set(low[i - 3 : i - 1]) and before in ("is", "was", "be"):
        return True
    if before == "," and after in (",", ".", ";") and not t.glued(i):
        name = low[i - 2]
        goes_on = low[j + 1][:1].isalpha() or (after != "," and not low[j + 1])
        return name.isalpha() and t.upper(i - 2) and goes_on and not is_month(t, i - 2)
    if before == "(" and after == ")":
        return t.upper(i - 2) and low[i - 2].isalpha() and t.upper(i - 3)
    return False
