"""Numbers that name things and count nothing: models, routes, sections, versions, addresses, telephones."""

from __future__ import annotations

import msgspec

from claimcheck.figures.digits import Number
from claimcheck.figures.things import is_plural, is_plural_capitals
from claimcheck.figures.tokens import PAD, Tokens
from claimcheck.figures.words import MONTHS, STOP, WEEKDAYS

STREETS = frozenset(
    "street st avenue ave road rd boulevard blvd lane drive dr square court parkway highway terrace".split()
)
_JOINED = frozenset(
    "by category magnitude now then minus mid pre post late early sub under over plus and to a nearly about".split()
)
_COUNTED_NAMES = 10000  # so many Model 3s are counted, not named
_HEDGED = frozenset("about around some nearly almost roughly approximately estimated over than least under to".split())
_KILO = 1000
_LONG_KEY = 7  # plain digits without separators: a telephone, an account, an ISBN
_ENDERS = frozenset((".", "!", "?", ":", '"', "", "-", ";", "(", "'"))


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``before``: words whose number is a name; ``not_names``: capitalised words beside a number that are no name.

    ``forms``: numbers that are names as they are written; ``indices``: words whose number is no year either.
    """

    before: list[str]
    not_names: list[str]
    forms: list[str] = []
    indices: list[str] = []


class Names:
    def __init__(self, labels: Labels) -> None:
        self.before = frozenset(labels.before)
        self.forms = frozenset(labels.forms)
        self.indices = frozenset(labels.indices)
        self.not_names = frozenset(labels.not_names) | STOP

    def is_part_of_word(self, t: Tokens, i: int, number: Number) -> bool:
        """Whether the digits at token ``i`` belong to a longer identifier: "F-16", "A2", "401(k)", "10.0.1.2"."""
        low = t.low
        before = low[i - 1]
        if t.glued(i) and before:
            if before[-1].isalnum() or before in "_@#/\\&":
                return not (before == "/" and low[i - 2] in ("and", "or"))
            if before == "=" or (before == "+" and low[i - 2][-1:].isalnum() and t.glued(i - 1)):
                return True
            if before in ".:" and t.glued(i - 1) and low[i - 2][-1:].isalnum():
                return True
            if before == "-" and t.glued(i - 1) and low[i - 2][-1:].isalnum() and low[i - 2] not in _JOINED:
                return True
        j = number.next
        after = low[j]
        if before == "-" and t.glued(i) and low[i - 2].isalpha() and after != "%" and t.raw(i - 2).isupper():
            return True  # "F -16", as tokenised
        if not t.glued(j) or not after:
            return False
        if after in "_@/\\" and t.glued(j + 1) and low[j + 1][:1].isdecimal():
            return True
        if after == "(" and t.glued(j + 1) and low[j + 1].isalpha() and len(low[j + 1]) == 1:
            return True
        return after in ".:" and t.glued(j + 1) and low[j + 1][:1].isalnum() and not (after == "." and t.upper(j + 1))

    def is_labelled(self, t: Tokens, i: int, number: Number) -> bool:
        """Whether the digits at token ``i`` are of a form that names: "401k", "4K TV", "pp. 12-14"."""
        low = t.low
        if t.glued(i + 1) and (low[i] + low[i + 1]) in self.forms:
            return True
        if low[i - 1] == "." and low[i - 2] in ("pp", "p", "tel", "fig") and t.glued(i - 1):
            return True
        j = number.next
        if not (number.scale == _KILO and t.raw(j - 1) == "K" and low[j].isalpha()) or low[j] in STOP:
            return False
        return not (is_plural(low[j]) or self._plural_soon(t, j))

    def is_address(self, t: Tokens, j: int) -> bool:
        """Whether a street's name stands at token ``j``: "1600 Pennsylvania Avenue"."""
        k = j
        while k < j + 4 and t.low[k].isalpha() and t.upper(k):
            if k > j and t.low[k] in STREETS:
                return True
            k += 1
        return False

    def is_named(self, t: Tokens, i: int, number: Number) -> bool:
        """Whether the whole number at token ``i`` is part of a name: "Boeing 747", "page 7", "10 Downing Street"."""
        low = t.low
        before = low[i - 1]
        if low[i][0] == "0" and len(low[i]) > 1 and low[i].isdecimal():
            return True
        if before[:1] == "0" and before.isdecimal():
            return True
        if len(low[i]) >= _LONG_KEY and number.plain and number.scale == 1:
            return True
        if (
            before in self.before
            and (t.upper(i - 1) or not is_plural(low[number.next]))
            and (before not in ("no", "nos") or t.upper(i - 1))
        ):
            return True
        if (
            before == "."
            and low[i - 2] in ("no", "nos", "sec", "art", "vol", "ch", "fig", "pp", "p", "ext", "tel")
            and t.glued(i - 1)
        ):
            return True
        if before in ("#", "&") or (before == "of" and low[i - 2] == "group" and t.upper(i - 2)):
            return True
        if t.breaks(i):
            return False
        hedge = before in _HEDGED
        if before == "s" and low[i - 2] == "'" and t.upper(i - 3) and not self._plural_soon(t, number.next):
            return True
        if before[:1].isalpha() and t.raw(i - 1) != before and before not in self.not_names:
            if before in MONTHS or before in WEEKDAYS:
                return False
            if not number.plain and is_plural(low[number.next]):
                return False  # a number with separators counts: "in Varna 4,200 people"
            if before[1:] != t.raw(i - 1)[1:] and not t.raw(i - 1).isupper():
                return True  # "iPhone 12", "PlayStation 5"
            return not self.begins(t, i - 1) or not is_plural(low[number.next])
        j = number.next
        if low[j] in self.not_names or is_plural_capitals(t, j):
            return False  # "Leaves 30 Dead", "36 KO's"
        if low[j][:1].isalpha() and t.upper(j) and number.plain and not hedge and number.value < _COUNTED_NAMES:
            k = j
            while k < j + 6 and ((low[k][:1].isalpha() and t.upper(k)) or (low[k] == "." and len(low[k - 1]) == 1)):
                if is_plural(low[k]) and low[k] not in STREETS:
                    return False
                k += 1
            if low[k - 1] in STREETS:
                return True
            return not self._plural_soon(t, k)
        return False

    def _plural_soon(self, t: Tokens, k: int) -> bool:
        for n in range(k, k + 5):
            word = t.low[n]
            if word in ("and", "&") or (word.isdecimal() and (t.upper(n - 1) or t.low[n - 1] in ("and", "-"))):
                continue
            if word == "-" and t.upper(n - 1) and t.low[n + 1].isdecimal():
                continue  # "six T-72 tanks"
            if not word.isalpha() or word in STOP:
                return False
            if is_plural(word):
                return True
        return False

    def begins(self, t: Tokens, i: int) -> bool:
        """Whether token ``i`` begins a sentence or a line."""
        return i <= PAD or t.low[i - 1] in _ENDERS or t.breaks(i)
