"""Two numbers that are one figure: "20-30 people", "from $10 to $12 million", "7-2"."""

from __future__ import annotations

from claimcheck.figures import money
from claimcheck.figures.ages import AGED, count_from_birth
from claimcheck.figures.digits import Number, times
from claimcheck.figures.draft import Draft
from claimcheck.figures.lexicon import Unit, lexicon
from claimcheck.figures.movements import moves_before
from claimcheck.figures.numerals import read_number
from claimcheck.figures.rates import finish_rate
from claimcheck.figures.scores import odds, result, score
from claimcheck.figures.setting import Setting
from claimcheck.figures.tails import Tail, read_tail
from claimcheck.figures.things import is_plural
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.units import read_rate
from claimcheck.figures.years import year_at

Prefix = tuple[Unit, int] | None
_CHANGES = frozenset("went go goes gone going moved move moving changed".split())
_GROUPS = frozenset(("group", "groups", "age", "bracket", "range", "demographic"))
_GRADED = frozenset(("magnitude", "magnitudes"))
_MOST_SCORE = 1000
_WIDEST = 1000
"""Ratio of the ends of what is no range: "5-11,220" is a height and a weight."""


def read_range(t: Tokens, left: Number, prefix: Prefix, sign: float, s: Setting) -> Draft | None:
    """Return the range or score that begins with ``left``, None where it stands alone."""
    low = t.low
    j = left.next
    own = None
    joint = _joint(t, j)
    if joint is None:
        if low[j] == "m" and prefix is not None and t.glued(j):
            return None
        own = read_tail(t, left, j, s)
        if own is not None and own.rule == "counted noun":
            return None
        end = own.next if own is not None else j
        rate = read_rate(t, end, s.units) if own is not None or prefix is not None else None
        if own is not None or rate is not None:
            joint = _joint(t, rate[2] if rate is not None else end)
        if joint is None:
            return None
    word, k = joint
    if word == "up to":
        if low[(prefix[1] if prefix else left.first) - 1] != "from":
            return None
        word = "to"
    if prefix is None and own is None and left.plain and year_at(t, left.first):
        other = year_at(t, k)
        ends = word == "-" and len(low[k]) == 2 and low[k].isdecimal() and t.glued(k)
        counted = other and is_plural(low[k + 1]) and not t.upper(k + 1)  # "1500-2000 soldiers"
        if (other and not counted) or ends or low[left.first - 1] in ("in", "since", "of", "by", "until"):
            return None
    right_prefix: Prefix = None
    n = k
    # a currency between the joint and the number
    for step in range(4):
        if low[k + step][:1].isdecimal() or low[k + step] in _SMALL:
            n = k + step
            break
        if low[k + step].isalpha() and step and not low[k + step].isascii():
            return None
    right = read_number(t, n)
    if right is None or right.value != right.value:
        return None
    if n > k:
        right_prefix = money.prefix(t, n, s.units)
        if right_prefix is None or right_prefix[1] != k:
            hedge = s.hedges.find_before(t, n)
            if not (hedge and hedge[1] == k and word in ("to", "and")):
                return None
    if word == "-" and not _hyphen_fits(t, left, right, j):
        return None
    start = (prefix[1] if prefix else left.first) - (sign < 0)
    between = low[start - 1] == "between"
    hedge_before = s.hedges.find_before(t, start)
    lead = hedge_before[1] if hedge_before else start
    from_ = low[lead - 1] == "from" or low[start - 1] == "from"
    if low[lead - 1] == "between":
        between = True
    return _join(t, left, right, word, prefix, right_prefix, own, sign, s, between, from_, lead)


def starts_bounded(t: Tokens, draft: Draft, s: Setting) -> bool:
    """Whether a bound stands inside of the range and so is none of the whole: "from up to 252 miles to 287"."""
    hedge = s.hedges.find_before(t, draft.first)
    return hedge is not None and t.low[hedge[1] - 1] == "from" and s.hedges.by_id[hedge[0]].bound != "~"


_SMALL = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety ½ ¼ ¾".split()
)


def _joint(t: Tokens, j: int) -> tuple[str, int] | None:
    """Return the joining word at token ``j`` and the token behind it."""
    low = t.low
    word = low[j]
    if word == "up" and low[j + 1] == "to":
        return "up to", j + 2
    if word in ("to", "or", "and"):
        if word == "to" and low[j + 1] == "-" and t.glued(j + 1) and t.glued(j + 2):
            return word, j + 2
        return word, j + 1
    if word in ("through", "thru") or (word == "~" and t.glued(j) and t.glued(j + 1)):
        return "to", j + 1
    if word == "-":
        if low[j + 1] in ("to", "or", "for", "of") and t.glued(j) and low[j + 2] == "-":
            return low[j + 1], j + 3
        if low[j + 1] == "to" and t.glued(j):
            return "to", j + 2
        if t.glued(j) == t.glued(j + 1) or (t.glued(j) and low[j + 1] in lexicon().signs):  # "$140- $150 million"
            return "-", j + 1
    return None


def _hyphen_fits(t: Tokens, left: Number, right: Number, j: int) -> bool:
    """Whether a hyphen between two numbers joins them: no telephone, no date, no dash."""
    low = t.low
    if left.plain and right.plain and len(low[left.first]) == 3 and len(low[right.first]) == 4 and t.glued(j):
        return False
    if (
        low[right.next] == "-"
        and t.glued(right.next)
        and low[right.next + 1][:1].isdecimal()
        and t.glued(right.next + 1)
    ):
        return (
            left.value < _MOST_SCORE
            and right.value < _MOST_SCORE
            and left.plain
            and right.plain
            and len(low[left.first]) < 3
        )
    if low[left.first - 1] == "-" and t.glued(left.first) and low[left.first - 2][:1].isdecimal():
        return False
    if left.digits and not right.digits and t.upper(right.first):
        return False  # "7-Eleven"
    if 0 < left.value * _WIDEST < right.mantissa:
        return False
    spaced = not t.glued(j) and low[j] == "-"
    return not (spaced and not (left.digits and right.digits))


def _join(
    t: Tokens,
    left: Number,
    right: Number,
    word: str,
    prefix: Prefix,
    right_prefix: Prefix,
    own: Tail | None,
    sign: float,
    s: Setting,
    between: bool,
    from_: bool,
    lead: int,
) -> Draft | None:
    low = t.low
    if right_prefix and prefix is None:
        if word != "or":
            pass
        return None
    if prefix and right_prefix and prefix[0].name != right_prefix[0].name and prefix[0].name != "dollar":
        return None
    tail = read_tail(t, right, right.next, s)
    if prefix is not None and low[right.next] == "m" and right.digits and right.scale == 1:
        times(right, 10**6)
        right.next += 1
    if own is not None and (tail is None or tail.rule != own.rule or _named(own) != _named(tail)):
        return None
    if prefix is not None and tail is not None and tail.rule in ("percent", "age"):
        return None
    if word in ("for", "of"):
        return score(t, left, right)
    a, b = left.value * sign, right.value
    spread = (
        left.scale == 1
        and right.scale > 1
        and left.value < right.mantissa
        and left.step < _MOST_SCORE
        and left.value < _MOST_SCORE
    )
    if word == "-" and t.low[right.next] == "-" and low[right.next + 1][:1].isdecimal():
        return score(t, left, right)
    if spread:
        a *= right.scale
    united = (
        prefix is not None
        or low[right.next] in _GROUPS
        or (tail is not None and (tail.rule != "counted noun" or not result(t, left, right)))
    )
    moved = moves_before(t, lead - 1 if from_ else lead)
    if word == "and" and not between:
        return None
    if word == "or" and not (
        not left.digits and not right.digits and right.value - left.value in (1, 2) and prefix is None and own is None
    ):
        return None
    if word == "to":
        if from_ and (moved or low[lead - 2] in _CHANGES):
            return None
        bounded = s.hedges.find_before(t, prefix[1] if prefix else left.first)
        if (
            not from_
            and bounded
            and s.hedges.by_id[bounded[0]].bound != "~"
            and (prefix is not None or own is not None)
        ):
            return None
        if not from_ and moved and (own is not None or prefix is not None or not united):
            return None
        shot = not united or (tail is not None and tail.rule == "counted noun")
        one = b == 1 and left.plain and right.plain and own is None and prefix is None and shot
        if not from_ and (one or (a > b and b == 1 and not left.digits and own is None)):
            return odds(left, right)
        falling = own is not None and own.rule == "unit" and not moved and not between and prefix is None
        if not from_ and a >= b and not (falling and a > b):
            return (
                score(t, left, right)
                if own is None and prefix is None and left.plain and right.plain and result(t, left, right)
                else None
            )
        if b == 1 and not united:
            return None
        if not united and not from_ and not between and left.digits != right.digits:
            return None
    if word == "-" and prefix is None and own is None:
        whole = left.plain and right.plain and left.scale == 1 and right.scale == 1
        words = not left.digits
        if a >= b or not united or (a == 0 and tail is not None and tail.rule == "counted noun"):
            if (whole or words) and not between and not (from_ and united) and low[left.first - 1] not in AGED:
                return score(t, left, right)
            if a >= b:
                return None
    if word == "-" and a >= b and not from_:
        return None
    a, b = min(a, b), max(a, b)
    draft = Draft(prefix[1] if prefix else left.first, right.next, "count", (a, b), "range")
    draft.number, draft.number_next = left.first, right.next
    draft.digits, draft.scale = left.digits, right.scale
    if sign < 0:
        draft.first -= 1
    if prefix is not None:
        draft.measure(prefix[0], right.next, "currency")
        draft.next = max(draft.next, money.country_behind(t, draft.next))
    elif tail is not None:
        tail.take(t, draft, right, s)
        draft.value = (a, b)
        count_from_birth(t, draft, left.first - 1 if not (between or from_) else lead - 2)
    elif low[left.first - 1] in AGED or ((between or from_) and low[lead - 2] in AGED):
        draft.kind, draft.unit = "age", "year of age"
    elif _GRADED & set(low[left.first - 4 : left.first]):
        draft.unit = "magnitude"
    else:
        draft.bare = True
    if draft.kind != "age":
        finish_rate(t, draft, s)
    if between or (from_ and not moved):
        draft.note("range", lead - 1, lead)
    return draft


def _named(tail: Tail | None) -> str | None:
    if tail is None:
        return None
    return tail.unit.name if tail.unit is not None else tail.name
