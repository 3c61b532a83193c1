"""What stands behind a number: percent, age, currency, unit, counted noun."""

from __future__ import annotations

from claimcheck.figures.compound import below_zero, calibre, larger_mark, smaller_parts
from claimcheck.figures.digits import Number
from claimcheck.figures.draft import Draft
from claimcheck.figures.lexicon import Unit
from claimcheck.figures.money import sterling
from claimcheck.figures.numerals import ONES
from claimcheck.figures.setting import Setting
from claimcheck.figures.things import base_form, counted, singular, unit_of
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.units import POWERS, read_percent
from claimcheck.figures.words import STOP, UNMARKED

_AGE_UNITS = frozenset("year month week day hour".split())
_COMPASS = frozenset(("n", "s", "e", "w"))
DETERMINERS = frozenset("the its their his her our my your those these all this that".split())
_SPACED_LETTERS = frozenset("WVCFgmltL")
_SIZED = frozenset(("thick", "wide", "long", "tall", "deep", "high", "across", "by", ".", ",", ")", ""))
_NO_COUNT = frozenset("way speed door tier part tone star piece pronged dimensional wheel storey plus sum".split())
_DISTANCES = frozenset("yard mile metre kilometre".split())
_ONE = frozenset(("a", "an", "1", "one"))
_GUNS = frozenset("revolver pistol handgun gun rifle magnum".split())


class Tail:
    """What was read: one of ``unit`` (of the lexicon), ``name`` (a counted noun) or neither (percent, age)."""

    __slots__ = ("name", "next", "rule", "span_next", "thing", "unit")

    def __init__(self, rule: str, after: int, unit: Unit | None = None, name: str | None = None) -> None:
        self.rule, self.next, self.unit, self.name = rule, after, unit, name
        self.thing: tuple[int, int] | None = None

    def take(self, t: Tokens, draft: Draft, number: Number, s: Setting) -> None:
        """Fill ``draft`` in."""
        if self.rule == "percent":
            assert self.unit is not None
            draft.kind, draft.unit = "percent", self.unit.name
            draft.note("percent", draft.next, self.next)
            draft.next = self.next
        elif self.rule == "age":
            draft.kind, draft.unit, draft.step = "age", self.name, draft.step
            draft.note("age", draft.next, self.next)
            draft.next = self.next
        elif self.unit is not None:
            unit = sterling(number.scale, self.unit, s.units)
            draft.measure(unit, self.next, "unit")
            smaller_parts(t, draft, s)
            calibre(draft)
            below_zero(t, draft)
        else:
            draft.kind, draft.unit, draft.thing = "count", self.name, self.thing
            ranked = t.low[number.first - 1]
            if self.name and self.thing and (ranked == "top" or base_form(ranked) != ranked):
                draft.unit = f"{base_form(ranked)} {self.name}"  # "the top three seeds" are three top seeds
            if self.rule != "times":
                draft.note(self.rule, draft.next, self.next)
            if t.low[self.next - 1] == "fold":
                draft.kind = "multiple"
            if self.rule == "times" and t.low[self.next] in (
                "as",
                "more",
                "the",
                "higher",
                "larger",
                "bigger",
                "greater",
                "faster",
                "its",
                "their",
                "that",
                "what",
                "less",
            ):
                draft.kind = "multiple"
            draft.next = max(self.next, draft.next)


def _spaced_compound(t: Tokens, j: int, number: Number) -> bool:
    """Whether badly tokenised text sets blanks around a hyphen: "9 - year - old", "four - year deal".

    A unit in the singular after more than one of them stands in a compound, and after no dash.
    """
    after = t.low[j + 1]
    deal = number.value != 1 and after[:1].isalpha() and after not in STOP
    return t.low[j] in _AGE_UNITS and (after == "-" or deal)


def read_tail(t: Tokens, number: Number, j: int, s: Setting) -> Tail | None:
    """Return what stands at token ``j`` behind ``number``."""
    low = t.low
    word = low[j]
    if not word or t.breaks(j):
        return None
    if word == "of" and low[j + 1] in _ONE and number.digits and 0 < number.value < 1:
        parted = s.units.parted(t, j + 2)  # "0.3 of a percentage point"
        return Tail("percent" if read_percent(t, j + 2) else "unit", parted[1], parted[0]) if parted else None
    percent = read_percent(t, j)
    if percent:
        return Tail("percent", percent[1], percent[0])
    hyphen = word == "-" and low[j + 1][:1].isalpha() and (t.glued(j) or _spaced_compound(t, j + 1, number))
    k = j + 1 if hyphen else j
    word = low[k]
    if hyphen and number.value == 0 and not number.digits:
        return None  # "a zero-day flaw"
    age = _age(t, k)
    if age:
        return age
    if word[:1].isalpha() or word in "°¢'\"μ":
        unit = _unit(t, k, number, s, hyphen)
        if unit is not None:
            return unit
    mark = larger_mark(t, j, number)
    if mark is not None:
        return Tail("unit", j + 1, s.units.words[mark])
    if t.glued(j) and number.digits and not hyphen and word not in ("-", "'") and word not in s.units.signs:
        return None
    if word in ("times", "time") and (hyphen is False or low[k + 1] != "-"):
        if number.value != 1 and word == "times":
            return Tail("times", k + 1, None, "count")
        return None
    if word in s.units.signs and (t.glued(j) or word not in "$£") and not low[j + 1][:1].isdecimal():
        return Tail("unit", j + 1, s.units.prefixes[word])
    if word == "in" and number.digits and low[k + 1] in _SIZED:
        return Tail("unit", k + 1, s.units.words["inch"])
    if word == "magnitude":
        return Tail("counted noun", k + 1, None, word)
    if hyphen:
        return _hyphenated(t, k)
    if number.digits and 0 < number.value < 1 and word in _GUNS:
        return Tail("unit", j, s.units.symbols["caliber"])  # "a .357 revolver"
    noun = _noun(t, k, number)
    if noun is not None and noun.thing is not None and noun.next == noun.thing[1] > k + 1:
        head = s.units.words.get(t.low[noun.next - 1])
        if head is not None and (head.dimension in ("time", "currency") or head.name in _DISTANCES):
            return Tail("unit", noun.next, head)  # "three straight days", "eight more years", "80 rushing yards"
    return noun


def _age(t: Tokens, k: int) -> Tail | None:
    low = t.low
    word = low[k]
    one = singular(word) if word.endswith("s") else word
    if one not in _AGE_UNITS:
        return None
    n = k + 1
    if low[n] == "-" and low[n + 1] in ("old", "olds"):
        return Tail("age", n + 2, None, f"{one} of age")
    if low[n] in ("old", "olds"):
        return Tail("age", n + 1, None, f"{one} of age")
    if low[n] == "of" and low[n + 1] == "age":
        return Tail("age", n + 2, None, f"{one} of age")
    return None


def _unit(t: Tokens, k: int, number: Number, s: Setting, hyphen: bool) -> Tail | None:
    low = t.low
    matched = s.units.match(t, k)
    if hyphen and low[k] in ("square", "cubic", "nautical") and low[k + 1] == "-":
        raised = s.units.words.get(f"{low[k]} {low[k + 2]}")  # "1,500-square-kilometre"
        matched = (raised, k + 3) if raised is not None else matched
    if matched is None:
        return None
    unit, after = matched
    word = low[k]
    if after == k + 1:
        if len(word) == 1 and word.isalpha():
            raw = t.raw(k)
            if t.glued(k):
                if word == "s" and number.plain:
                    return None
                if word == "m" and not _metre(t, number, after):
                    return None
                if word == "c" and raw == "c" and unit.name == "cent" and number.plain and number.value > 500:
                    return None
            elif low[after] == "/" and t.glued(after) and t.glued(after + 1):
                pass
            elif (
                raw not in _SPACED_LETTERS
                or not number.digits
                or (low[after].isalpha() and raw in "gmlt" and low[after] not in STOP)
            ):
                return None
        elif (
            t.upper(k)
            and not t.glued(k)
            and low[after][:1].isalpha()
            and t.upper(after)
            and word in s.units.words
            and t.raw(k) != t.raw(k).upper()
        ):
            return None
        if word in ("second", "minute") and low[after] == "-" and t.glued(after) and not hyphen:
            return None  # "the 2006 second-overall pick"
        if _compass_letter(t, k, after):
            return None  # "200 W. Elm Street"
        if word in ("second", "minute") and low[after] in ("half", "quarter", "time", "place") and number.value != 1:
            return None
        if word in ("quarter", "quarters") and low[after] in ("back", "final", "finals"):
            return None
        if unit.name == "degree" and low[after] in ("program", "programs", "holders"):
            return None
    if unit.name == "degree" and low[after] in _COMPASS and t.upper(after) and t.glued(after):
        after += 1  # "51.5°N"
    if unit.dimension == "length":
        unit, after = _power(t, unit, after, s)
    if t.glued(k) and low[after][:1].isalnum() and t.glued(after):
        return None
    if hyphen and low[after] == "-" and low[after + 1] in ("old", "olds"):
        return Tail("age", after + 2, None, f"{unit.name} of age")
    return Tail("unit", after, unit)


def _compass_letter(t: Tokens, k: int, after: int) -> bool:
    """Whether the letter at token ``k`` points to a side of a street, not to a unit."""
    return t.raw(k) in ("W", "N", "S", "E") and t.low[after] == "." and t.upper(after + 1) and not t.glued(k)


def _power(t: Tokens, unit: Unit, j: int, s: Setting) -> tuple[Unit, int]:
    """Return the area or volume of "km2", "km^2", "km squared", and the token behind it."""
    k = j + 1 if t.low[j] == "^" and t.glued(j) else j
    word = t.low[k]
    spelled = {"squared": "square", "cubed": "cubic"}.get(word)
    power = spelled or (POWERS.get(word) if t.glued(k) else None)
    raised = s.units.words.get(f"{power} {unit.name}") if power else None
    return (unit, j) if raised is None else (raised, k + 1)


def _metre(t: Tokens, number: Number, after: int) -> bool:
    """Whether "m" glued to a number is metres: nothing counted follows."""
    nxt = t.low[after]
    if nxt == "of":
        return False
    if nxt == "/" and t.glued(after):
        return True  # "0.4m/s"
    phrase = counted(t, after, True)
    if phrase is not None and phrase[1] - phrase[0] <= 5 and nxt not in ("wide", "long", "deep", "tall", "high"):
        return False
    return number.value >= 1


def _hyphenated(t: Tokens, k: int) -> Tail | None:
    """Read the noun of "39-vehicle pileup", the crowd of "20,000-strong crowd"."""
    low = t.low
    word = low[k]
    if word == "fold":
        return Tail("times", k + 1, None, "count")
    if word in ("strong", "plus", "odd"):
        phrase = counted(t, k + 1, False)
        tail = Tail("counted noun", k + 1, None, None)
        if phrase is not None:
            tail.thing, tail.next, tail.name = phrase, phrase[1], None
        return tail
    if word in STOP or word in _NO_COUNT or (word.endswith("ed") and word not in UNMARKED):
        return None
    if word in ONES and t.upper(k):
        return None  # "7-Eleven"
    tail = Tail("counted noun", k + 1, None, singular(word))
    tail.thing = (k, k + 1)
    return tail


def _noun(t: Tokens, k: int, number: Number) -> Tail | None:
    low = t.low
    start, of = k, False
    if low[k] == "of":
        of = True
        start = k + 1
        whole = number.scale == 1 and number.rule != "vague amount"
        if whole and low[start] not in DETERMINERS and not t.upper(start):
            return None
        if low[start] == "all":
            start += 1
        if low[start] in DETERMINERS:
            start += 1
            if low[start] in ONES or low[start][:1].isdecimal() or low[start] in ("most", "least", "very"):
                start += 1
    elif (
        low[k] in ("more", "other", "others", "additional", "extra", "new", "fewer", "less")
        and low[k + 1][:1].isalpha()
    ):
        start = k if low[k] in ("other", "additional", "extra", "new") else k + 1
    if start > k and not of:
        pass
    many = (number.value != 1 or of) and low[number.first] != "."  # "a .500 record"
    if low[start] == "other":
        phrase = counted(t, start + 1, many)
        phrase = (start, phrase[1]) if phrase else None
    else:
        phrase = counted(t, start, many)
    if phrase is None:
        return None
    tail = Tail("counted noun", k if of else phrase[1], None, unit_of(t, *phrase))
    tail.thing = phrase
    return tail
