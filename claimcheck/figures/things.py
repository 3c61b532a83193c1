"""The counted noun behind a number, and the singular of nouns."""

from __future__ import annotations

from claimcheck.figures.numerals import ONES
from claimcheck.figures.tokens import Tokens
from claimcheck.figures.words import (
    IRREGULAR,
    NO_PLURAL,
    NOT_PLURAL,
    NOT_SUPERLATIVE,
    SAME_IN_PLURAL,
    STOP,
    SUPERLATIVES,
    UNMARKED,
)

_REACH = 7  # tokens behind the number in which its noun is looked for
_SIBILANT = ("sses", "xes", "ches", "shes", "zzes")
_SHORTEST_PLURAL = 3
_MOSTLY = frozenset(("mostly", "mainly", "largely", "chiefly"))
_ADJECTIVES = frozenset("live dead wounded injured missing long lost old high strong early hurt left home".split())
_DEEDS = frozenset("runs plays shows works holds leads falls".split())
_DONE_TO = frozenset("the a an its his her their no from along through until up into off out".split())
"""What follows such a word where it is a verb."""
_ENDS = frozenset((",", ".", ";", ")", ""))


def is_plural(word: str) -> bool:
    """Whether ``word`` (lower case) looks like a noun's plural."""
    if word in IRREGULAR or word in SAME_IN_PLURAL:
        return True
    return (
        word.endswith("s")
        and len(word) >= _SHORTEST_PLURAL
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in NOT_PLURAL
    )


def is_plural_capitals(t: Tokens, k: int) -> bool:
    """Whether the capitals at token ``k`` are many things as some write it: "36 KO's", "four MP's"."""
    mark = t.low[k + 1 : k + 3] == ["'", "s"] and t.glued(k + 1) and t.glued(k + 2)
    return mark and t.raw(k).isupper() and len(t.low[k]) > 1 and not _goes_on(t.low[k + 3])


def singular(word: str) -> str:
    """Return the singular of a noun (lower case)."""
    known = IRREGULAR.get(word)
    if known:
        return known
    if not word.endswith("s") or word in NO_PLURAL or word in SAME_IN_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANT):
        return word[:-2]
    return word[:-1]


def counted(t: Tokens, j: int, many: bool) -> tuple[int, int] | None:
    """Return the tokens (first, next) of the noun phrase at ``j``; ``many``: its head must be a plural."""
    low = t.low
    k, head, joined = j, -1, False
    while k < j + _REACH:
        word = low[k]
        if not word or t.breaks(k):
            break
        if not word[0].isalpha():
            skip = _inside(t, j, k, head)
            if not skip:
                break
            if word == "'" and head == k - 1:
                head = -1
            k += skip
            continue
        if _is_deed(t, j, k):
            return j, k + 1
        if word in STOP and not _belongs(t, j, k):
            if word not in ("and", "or") or k == j or head >= 0 or joined or not _goes_on(low[k + 1]):
                break
            joined = True
            k += 1
            continue
        if word in _MOSTLY:
            k += 1
            continue
        if word.endswith("ly") and word not in UNMARKED and word not in NO_PLURAL:
            break
        if k > j and word in ONES:
            break
        if not many:
            if k > j and (
                (is_plural(word) and word not in SAME_IN_PLURAL)
                or (t.upper(k) and low[k - 1].isalpha() and not t.upper(k - 1))
            ):
                break
            if word.endswith("ed") and not word.endswith("eed") and word not in UNMARKED and not _goes_on(low[k + 1]):
                break  # "one appeared to be cut"
            head = k
        elif is_plural(word):
            head = k
            follow = low[k + 1]
            possessive = follow == "'" and t.glued(k + 1)
            if not possessive and (not _goes_on(follow) or not is_plural(follow)):
                break
        elif head >= 0:
            break
        elif is_plural_capitals(t, k):
            return j, k + 1
        k += 1
    if head < 0 and many:
        head = _unmarked_head(t, j, k)
    return (j, head + 1) if head >= 0 else None


def _is_deed(t: Tokens, j: int, k: int) -> bool:
    """Whether the word at ``k``, mostly a verb, is what is counted: "105 runs", "33 home runs", "12 shows in May"."""
    behind = k == j or (k == j + 1 and t.low[j] == "home")
    return t.low[k] in _DEEDS and behind and t.low[k + 1] not in _DONE_TO and not t.upper(k)


def _goes_on(word: str) -> bool:
    """Whether ``word`` may go on with a noun phrase."""
    return word.isalpha() and word not in STOP


def _inside(t: Tokens, j: int, k: int, head: int) -> int:
    """Return how many tokens from the mark or number at ``k`` on stand inside of the noun phrase from ``j`` on."""
    low, word = t.low, t.low[k]
    if k == j:
        return 0
    if word == ".":  # "U.N. members"
        return int(len(low[k - 1]) == 1 and t.upper(k - 1) and t.glued(k) and low[k + 1].isalpha())
    if word == "-" and t.glued(k) and t.glued(k + 1):
        if low[k + 1][:1].isalpha():
            return 1
        return 2 if low[k + 1].isdecimal() and t.upper(k - 1) and head in (-1, k - 1) else 0  # "AK-47 rifles"
    if word == "'" and t.glued(k):
        return 2 if low[k + 1] == "s" and t.glued(k + 1) else 1
    named = word.isdecimal() and head < 0 and t.upper(k - 1) and low[k + 1].isalpha() and not t.glued(k + 1)
    return int(named)  # "Model 3 sedans"


def _belongs(t: Tokens, j: int, k: int) -> bool:
    """Whether the stop word at ``k`` is none here: a letter of a name, part of a compound, an adjective."""
    if t.upper(k) and ((len(t.low[k]) == 1 and (k > j or t.low[k + 2].isdecimal())) or t.raw(k) == "US"):
        return True
    if k > j and t.low[k - 1] == "-" and t.glued(k):
        return True  # "worst-hit villages"
    following = t.low[k + 1]
    return k == j and t.low[k] in _ADJECTIVES and (is_plural(following) or following in _DEEDS)  # "three live shells"


def _unmarked_head(t: Tokens, j: int, k: int) -> int:
    """Return the head of the few plain words from ``j`` to before ``k``, if they are a noun phrase; else -1."""
    low = t.low
    if low[k] not in STOP and low[k] not in _ENDS:
        return -1
    if k > j + 1 and low[k - 1].endswith("ed") and not low[k - 1].endswith("eed"):
        k -= 1  # "31 fire apparatus arrived"
    plain = 2 <= k - j <= 3 and all(low[n].isalpha() and low[n] == t.raw(n) for n in range(j, k))
    return k - 1 if plain and not low[j].endswith(("ed", "ing")) else -1


def base_form(word: str) -> str:
    """Return the positive of a superlative: "earliest", early; other words as they are."""
    if word in SUPERLATIVES:
        return SUPERLATIVES[word]
    if not word.endswith("est") or word in NOT_SUPERLATIVE or len(word) < 6:
        return word
    stem = word[:-3]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "dgnt":
        return stem[:-1]
    return (
        stem + "e"
        if stem.endswith(("rg", "at", "uc", "os", "id", "af", "ar", "ur", "im", "in", "is")) and stem not in _WHOLE
        else stem
    )


_WHOLE = frozenset(("near", "clear", "dear", "great", "neat", "poor", "main", "plain", "thin", "grim", "sour"))


def unit_of(t: Tokens, first: int, after: int) -> str:
    """Return the counted noun phrase in the singular, without participles and conjunctions."""
    words: list[str] = []
    for k in range(first, after - 1):
        word = t.low[k]
        glue = k > first and t.glued(k) and t.low[k - 1] == "-"
        if glue and words and word != "-":
            words[-1] += "-" + word
        elif word[:1].isalpha():
            if word in ("and", "or") or (word.endswith("ed") and word not in UNMARKED and len(word) > 4):
                continue
            if len(word) == 1 and words and t.low[k - 1] == ".":
                words[-1] += word  # "U.N. members"
            elif word in _MOSTLY or (word == "s" and t.low[k - 1] == "'"):
                continue
            else:
                words.append(word if t.low[k + 1] == "-" and t.glued(k + 1) else base_form(word))
    words.append(singular(t.low[after - 1]))
    if after - 1 > first and t.low[after - 2] == "-" and len(words) > 1:
        last = words.pop()
        words[-1] += "-" + last
    return " ".join(words)
