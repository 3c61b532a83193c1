"""Decimal points that have strayed to the word before them: "a level of. 09 percent", "he hit. 308 with 33 homers"."""

from __future__ import annotations

import re

from claimcheck.figures.words import MONTHS

_STRAY = re.compile(r"(?<=[a-z])\. (?=\d{2,3}(?:,? [a-zO%]|-[a-z]))")
_WORD = re.compile(r"[^\W\d_]+\Z")
_LONGEST_WORD = 24
_BEHIND = re.compile(r"\d+[ -](?:calib(?:er|re)|revolver|hitter|OPS)\b")
_OPEN = frozenset("a an the of to with from at by for than or about nearly over including his her its their".split())
"""No sentence ends with one of these."""
_BATTING = frozenset("hit hits hitting bat batted batting average averaged averaging slugging".split())
_AVERAGE = re.compile(r"\d{3}(?:,| (?:with|for|in|and|last|this|over|against|as|at|on)\b)")


def pointed(text: str) -> str:
    """Return ``text``, as long as before, with such points right before their digits: "a level of .09 percent".

    A full stop is taken for one only where no sentence ends with the word before it or begins with the digits.
    """
    return _STRAY.sub(lambda found: " ." if _is_stray(found) else found[0], text)


def _is_stray(found: re.Match[str]) -> bool:
    text, point, digits = found.string, found.start(), found.end()
    before = _WORD.search(text, max(0, point - _LONGEST_WORD), point)
    word = before.group().lower() if before else ""
    if word in MONTHS or word == "no":
        return False
    if text[digits] == "0" or word in _OPEN or _BEHIND.match(text, digits):
        return True
    return word in _BATTING and _AVERAGE.match(text, digits) is not None
