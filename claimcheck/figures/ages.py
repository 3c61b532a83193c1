"""Ages that no unit names: "aged 25", ", 44,", "turned 40", "he was 35 when"."""

from __future__ import annotations

from claimcheck.figures.dates import is_month
from claimcheck.figures.tokens import Tokens

_TURNED = frozenset(("turned", "turns", "turning"))
_PERSON = frozenset(("he", "she", "who", "i", "will"))
_AGE_ENDS = frozenset((".", ",", "by", "when", "at", "in", "and", "next", "on", "but", "", ";"))
OLDEST = 115


def is_age(t: Tokens, i: int, j: int) -> bool:
    """Whether the bare number of tokens ``i`` to before ``j`` is told as an age: "aged 25", "Vera Holt, 44, ..."."""
    low = t.low
    before, after = low[i - 1], low[j]
    if before == "both" and after in (",", ")") and low[i - 2] == ",":
        return True
    if before in ("aged", "age", "ages") or before in _TURNED:
        return True
    if after in _AGE_ENDS and _PERSON & set(low[i - 3 : i - 1]) and before in ("is", "was", "be"):
        return True
    if before == "," and after in (",", ".", ";") and not t.glued(i):
        name = low[i - 2]
        goes_on = low[j + 1][:1].isalpha() or (after != "," and not low[j + 1])
        return name.isalpha() and t.upper(i - 2) and goes_on and not is_month(t, i - 2)
    if before == "(" and after == ")":
        return t.upper(i - 2) and low[i - 2].isalpha() and t.upper(i - 3)
    return False
