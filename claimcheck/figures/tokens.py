"""Cuts a text into tokens whose places are those of the text."""

from __future__ import annotations

import re
from itertools import accumulate

from claimcheck.figures.points import pointed

FILL = "\u2060"
"""Stands for a character that no reader sees (soft hyphen, zero-width); belongs to the token before it."""

PAD = 12
"""Empty tokens at both ends, so that looking a few tokens around needs no bounds."""

_SAME_LENGTH = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff\u200e\u200f", FILL),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u2033\u201e\u00ab\u00bb", '"'),
    "\u2044": "/",
    "\u2215": "/",
    "\u2026": ".",
    "\u00b5": "\u03bc",
}
_WIDE = re.compile("[\uff01-\uff5e\uffe0-\uffe6]")
_WIDE_SIGNS = {"\uffe0": "¢", "\uffe1": "£", "\uffe5": "¥", "\uffe6": "₩"}
_WIDE_SHIFT = 0xFEE0
_ENTITIES = {
    "&nbsp;": " ",
    "&#160;": " ",
    "&thinsp;": " ",
    "&ndash;": "-",
    "&mdash;": "-",
    "&#8211;": "-",
    "&#8212;": "-",
    "&minus;": "-",
    "&pound;": "£",
    "&#163;": "£",
    "&euro;": "€",
    "&#8364;": "€",
    "&yen;": "¥",
    "&cent;": "¢",
    "&frac12;": "½",
    "&frac14;": "¼",
    "&frac34;": "¾",
    "&deg;": "°",
    "&amp;": "&",
    "&quot;": '"',
    "&rsquo;": "'",
    "&lsquo;": "'",
    "&#39;": "'",
    "&#8217;": "'",
    "&ldquo;": '"',
    "&rdquo;": '"',
    "&shy;": FILL,
}
_TOKEN = re.compile(r"([^\W\d_]+|\d+(?:[.,]\d+)*|\S)")
_TOKEN_FILLED = re.compile(rf"((?:[^\W\d_]{FILL}*)+|\d[\d{FILL}]*(?:[.,]{FILL}*\d[\d{FILL}]*)*|\S{FILL}*)")


class Tokens:
    """A text as parallel lists: ``low`` (lower case), ``start`` and ``end`` (into the text), one entry a token.

    Tokens are at ``PAD`` to before ``stop``; the rest are empty. ``norm`` is the text with dashes, spaces,
    quotes, wide forms and stray points made plain, ``text`` as given; both of one length.
    """

    __slots__ = ("end", "filled", "low", "norm", "start", "stop", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        plain = pointed(text)
        norm = plain if plain.isascii() and "&" not in plain else normalise(plain)
        self.norm = norm
        low = norm.lower()
        if len(low) != len(norm):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in norm)
        self.filled = FILL in low
        parts = (_TOKEN_FILLED if self.filled else _TOKEN).split(low)
        ends = list(accumulate(map(len, parts)))
        words = parts[1::2]
        if self.filled:
            words = [word.replace(FILL, "") or FILL for word in words]
        before = [""] * PAD
        self.low = before + words + before
        self.start = [-PAD] * PAD + ends[0:-1:2] + [len(text) + PAD] * PAD
        self.end = [-PAD] * PAD + ends[1::2] + [len(text) + PAD] * PAD
        self.stop = PAD + len(words)

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token ``i`` and the one before it."""
        return self.start[i] == self.end[i - 1]

    def upper(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital."""
        return self.norm[self.start[i] : self.start[i] + 1].isupper()

    def raw(self, i: int) -> str:
        """Return token ``i`` as cased in the text."""
        return self.norm[self.start[i] : self.end[i]]

    def breaks(self, i: int) -> bool:
        """Whether a line ends between token ``i`` and the one before it."""
        gap = self.norm[max(self.end[i - 1], 0) : self.start[i]]
        return "\n" in gap


def normalise(text: str) -> str:
    """Return ``text`` with one plain character for each of the many dashes, spaces, quotes and wide forms.

    The length stays: an entity becomes its character and fillers.
    """
    norm = text
    if "&" in norm:
        for entity, char in _ENTITIES.items():
            if entity in norm:
                pad = " " if char == " " else FILL
                norm = norm.replace(entity, char + pad * (len(entity) - 1))
    if norm.isascii():
        return norm
    for odd, plain in _SAME_LENGTH.items():
        if odd in norm:
            norm = norm.replace(odd, plain)
    if _WIDE.search(norm):
        norm = _WIDE.sub(_narrow, norm)
    return norm


def _narrow(match: re.Match[str]) -> str:
    char = match.group()
    return _WIDE_SIGNS.get(char) or (chr(ord(char) - _WIDE_SHIFT) if ord(char) < 0xFF5F else char)
