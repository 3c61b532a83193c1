"""Gives every mention of a name its fullest form in the text: a surname, an acronym, a company without its ending."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from claimcheck.claims.lexicon import Names
from claimcheck.claims.naming import Name

_DEFINED = re.compile(r"\s*\(([A-Z][A-Za-z.&-]{1,9})\)")
_LONGEST_ACRONYM: Final = 5
_MOST_FORMS: Final = 12
"""Longer names that one short name is looked up among; where there are more, it is nobody's for sure."""

_Forms = dict[str, dict[str, str]]
"""By a word, the names that it may stand for: canonical form and text."""


@dataclass(slots=True)
class _Index:
    by_last: _Forms = field(default_factory=dict)
    by_company: _Forms = field(default_factory=dict)
    by_family: _Forms = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)


def resolve(text: str, names: Sequence[Name], headlines: frozenset[int], rules: Names) -> tuple[Name, ...]:
    """Return ``names`` with their fullest forms; a form that starts at one of ``headlines`` is none to go back to."""
    index = _Index()
    upper = {bare for name in names if (bare := name.text.replace(".", "")).isupper()}
    for name in names:
        if defined := _DEFINED.match(text, name.end):
            short = defined.group(1).replace(".", "")
            if short[0] == name.text[0]:
                index.acronyms.setdefault(short, name.text)
        _enter(index, name, name.start in headlines, upper, rules)
    return tuple(_fullest(name, index, rules) for name in names)


def _enter(index: _Index, name: Name, headline: bool, upper: set[str], rules: Names) -> None:
    if " " not in name.text:
        return
    all_words = name.text.split()
    words = [word for word in all_words if word.casefold() not in rules.company_ends]
    if len(words) > 1 and not headline:
        if name.key not in rules.canonical:
            index.by_last.setdefault(words[-1].casefold(), {}).setdefault(name.key, name.text)
        initials = "".join(_initial(word) for word in words if word[0].isupper())
        if len(initials) > 1 and initials in upper:
            index.acronyms.setdefault(initials, name.text)
        if name.titled:
            index.by_family.setdefault(words[0].casefold(), {}).setdefault(name.key, name.text)
    if len(words) == 1:
        index.by_company.setdefault(words[0].casefold(), {}).setdefault(name.key, name.text)


def _initial(word: str) -> str:
    """Return what a word gives to an acronym: its letter, or itself where it is one ("U.S." in "USGS")."""
    bare = word.replace(".", "").upper()
    return bare if word.isupper() and len(bare) <= _LONGEST_ACRONYM else bare[:1]


def _fullest(name: Name, index: _Index, rules: Names) -> Name:
    bare = name.text.replace(".", "")
    full = index.acronyms.get(bare) if bare.isupper() else None
    if full and full != name.text:
        return name._replace(full=full, key=rules.keys[full])
    folded = name.text.casefold()
    words = folded.split()
    if folded in rules.canon or not words:
        return name
    if len(words) > 1:
        # "J. Moreau" and "Ada J. Moreau" are one where only one longer name holds all its words.
        forms = _few(index.by_last, words[-1])
        return _only(name, {key: form for key, form in forms.items() if set(words) < set(key.split())})
    for index_of_kind in (index.by_last, index.by_company, index.by_family):
        forms = _few(index_of_kind, folded)
        if not forms:
            continue
        # "QB Moreau" is another way to write of Ada Moreau, not another Moreau.
        plain = {key: form for key, form in forms.items() if not form.split(" ", 1)[0].isupper()}
        found = _only(name, forms if len(forms) == 1 else plain)
        if found is not name:
            return found
    return name


def _few(names: _Forms, word: str) -> dict[str, str]:
    forms = names.get(word, {})
    return forms if len(forms) <= _MOST_FORMS else {}


def _only(name: Name, forms: dict[str, str]) -> Name:
    """Return the name with the one form that there is, itself where there are none or several."""
    if len(forms) != 1:
        return name
    key, full = next(iter(forms.items()))
    return name._replace(full=full, key=key)
