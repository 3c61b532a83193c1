"""Finds the unit behind a number: words, symbols, rates."""

from __future__ import annotations

from claimcheck.figures.lexicon import Unit, lexicon
from claimcheck.figures.things import counted, is_plural, singular, unit_of
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.words import STOP

_LONGEST = 4  # tokens of a unit's written form
PERCENT = Unit("percentage", "dimensionless")
POINT = Unit("percentage point", "dimensionless")
BASIS = Unit("basis point", "dimensionless")
_PER_WORDS = frozenset(("per", "a", "an", "each", "every", "/"))
# What a sum or a count is told by, besides units: "$3 a share", "five a game".
_PER_NOUNS = frozenset(
    "share person head piece ticket night game match pupil student household capita unit barrel child patient item "
    "vote employee worker passenger seat user visit ride trip round set shift bottle pack bag box dose bushel message "
    "call job home family member customer subscriber vehicle car page word click serving plate meal "
    "season episode".split()
)
POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_NOT_RATE = frozenset("earlier ago later before after old of".split())


class Units:
    """The lexicon with a newsroom's own units over it, indexed by a form's first token."""

    def __init__(self, words: dict[str, str], dimensions: dict[str, str]) -> None:
        base = lexicon()
        self.words, self.symbols, self.prefixes, self.signs = base.words, base.symbols, base.prefixes, base.signs
        if words:
            units = base.units | {name: Unit(name, dimension) for name, dimension in dimensions.items()}
            self.words = base.words | {form: units.get(name) or Unit(name, "custom") for form, name in words.items()}
        self.long: dict[str, int] = {}
        for form in (*self.words, *self.symbols):
            head = Tokens(form)
            count = head.stop - 12
            first = head.low[12]
            if count > self.long.get(first, 0):
                self.long[first] = min(count, 8)

    def match(self, t: Tokens, j: int) -> tuple[Unit, int] | None:
        """Return the unit whose written form begins at token ``j``, longest first, and the token behind it."""
        most = self.long.get(t.low[j])
        if most is None:
            return None
        start = t.start[j]
        lower = t.norm[start : t.end[j + most - 1]].lower() if most > 1 else t.low[j]
        for count in range(min(most, t.stop - j), 0, -1):
            end = t.end[j + count - 1]
            form = lower[: end - start]
            unit = self.words.get(form) or self.symbols.get(t.norm[start:end])
            if unit is not None and not (end - start == 1 and _names_a_model(t, j)):
                return unit, j + count
        return None

    def parted(self, t: Tokens, j: int) -> tuple[Unit, int] | None:
        """Return the unit at token ``j`` that a part is told of ("half a point", "0.4 of 1 percent"), as ``match``."""
        found = read_percent(t, j) or self.match(t, j)
        if found is None and t.low[j] in ("point", "points"):
            return self.symbols["pts"], j + 1
        return found


def _names_a_model(t: Tokens, j: int) -> bool:
    """Whether the letter at token ``j`` begins a name: "12 F-16 jets"."""
    return t.low[j + 1] == "-" and t.glued(j + 1) and t.glued(j + 2) and t.low[j + 2].isdecimal() and t.upper(j)


def read_percent(t: Tokens, j: int) -> tuple[Unit, int] | None:
    """Return percent, percentage point or basis point at token ``j``, and the token behind it."""
    low = t.low
    word = low[j]
    if word == "-" and t.glued(j) and low[j + 1] in ("percent", "per", "percentage", "point", "basis", "pct"):
        j += 1
        word = low[j]
    if word == "%":
        after = j + 1
    elif word in ("percent", "pct", "percentage", "pc"):
        after = j + 1
        if word == "pct" and low[after] == "." and low[after + 1].islower() and not t.upper(after + 1):
            after += 1
    elif word == "per" and low[j + 1] == "cent":
        after = j + 2
    elif word == "per" and low[j + 1] == "-" and low[j + 2] == "cent":
        after = j + 3
    elif word in ("basis", "base") and low[j + 1] in ("points", "point"):
        return BASIS, j + 2
    elif word in ("bps", "bp"):
        return BASIS, j + 1
    elif word == "pp":
        return POINT, j + 1
    else:
        return None
    if low[after] == "-" and low[after + 1] in ("point", "points"):
        return POINT, after + 2
    if low[after] in ("points", "point"):
        return POINT, after + 1
    return PERCENT, after


def read_rate(t: Tokens, j: int, units: Units, *, plain: bool = False) -> tuple[str, float | None, int] | None:
    """Return what a rate is told by ("per hour", "a share") at token ``j``: its name, factor and the next token.

    ``plain``: only with "per" or a slash, for figures that have no unit yet.
    """
    low = t.low
    word = low[j]
    if word == "-" and t.glued(j) and low[j + 1] in _PER_WORDS and low[j + 2] == "-":
        matched = units.match(t, j + 3)
        return (matched[0].name, matched[0].factor, matched[1]) if matched else None
    if word not in _PER_WORDS:
        return None
    j += 1
    if low[j] == "-" and t.glued(j):
        j += 1
    matched = units.match(t, j)
    if word == "/" and not t.glued(j) and (t.glued(j - 1) or matched is None or matched[0].dimension != "time"):
        return None
    if word in ("a", "an", "each", "every"):
        if plain:
            return None
        if (
            matched
            and matched[0].dimension != "currency"
            and not is_plural(low[j])
            and low[matched[1]] not in _NOT_RATE
            and low[matched[1] : matched[1] + 2] != ["and", "a"]  # "an hour and a half"
        ):
            if low[matched[1]] == "-" and t.glued(matched[1]):
                return None
            return matched[0].name, matched[0].factor, matched[1]
        return (low[j], None, j + 1) if low[j] in _PER_NOUNS and low[j + 1] != "of" else None
    if matched:
        power = POWERS.get(low[matched[1]]) if t.glued(matched[1]) else None
        if power and word == "/":
            return f"{power} {matched[0].name}", None, matched[1] + 1
        return matched[0].name, matched[0].factor, matched[1]
    if word == "/" or not low[j].isalpha() or low[j] in STOP:
        return None
    phrase = counted(t, j, False)
    if phrase is None or phrase[1] - phrase[0] > 3:
        return singular(low[j]), None, j + 1
    return unit_of(t, *phrase), None, phrase[1]
