"""Finds proper names, and which of them name the same person, place or body within a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from string import ascii_lowercase
from typing import Final, NamedTuple

from claimcheck.claims.coreference import resolve
from claimcheck.claims.lexicon import Names
from claimcheck.claims.naming import Name
from claimcheck.claims.sentences import Sentence

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"
_WORD = re.compile(
    rf"[adel{_UPPER}](?<!\w.)(?:"  # any first character, and by which it was what must follow: fastest
    rf"(?<=[{_UPPER}])\.(?:-?(?:[{_UPPER}]\.-?)+|(?=\s[{_UPPER}]))"
    rf"|(?:(?<=[dlDLO])['’][{_UPPER}]|(?<=[aAeE])l-[{_UPPER}]|(?<=[{_UPPER}]))"
    rf"\w*(?:(?:-(?=[{_UPPER}])|&(?=\w)|['’](?!s\b)(?=\w))\w+)*)"
)
_GAP_WORD = re.compile(r" (of|for|and|&|at|[a-z]{1,3})( the)? ")
_AFTER = re.compile(r"['’]s\b|, | (?:and|&) [A-Z]| (?:also |has |have |had )?([a-z]+)\b")
_LONGEST_TITLE: Final = 20
_LONGEST_GAP: Final = 9
_TITLE_CASE_SHARE: Final = 0.6
_FEWEST_TITLE_CASE: Final = 4
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT_WORD: Final = 4


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    lower: str


def find_names(
    text: str, sentences: Sequence[Sentence], rules: Names, verbs: frozenset[str] = frozenset()
) -> tuple[Name, ...]:
    """Return the names of ``text`` in order and apart from each other.

    A capitalised word at a sentence's start or in a headline counts where the text or rules/names.toml
    knows it as a name, or one of ``verbs`` follows; titles and job titles are left out of a person's name.
    """
    words = list(_words(text, rules))
    runs, loose = _runs(text, words, sentences, rules)
    inside = {word.lower for run, initial in runs for word in run[1 if initial else 0 :]}
    names: list[Name] = []
    for run, initial in runs:
        kept = _without_starter(text, run, rules, verbs, inside) if initial else run
        names += _pieces(text, kept, rules)
    for run in loose:
        names += [name for name in _pieces(text, run, rules) if _known(name, inside, rules)]
    names = _with_listed(text, names, rules)
    names.sort(key=attrgetter("start"))
    headlines = frozenset(word.start for run in loose for word in run)
    return resolve(text, names, headlines, rules)


def _with_listed(text: str, names: list[Name], rules: Names) -> list[Name]:
    """Let the listed names that hold more than words ("S&P 500") stand for whatever else was read in their place."""
    listed = [found.span() for found in rules.listed.finditer(text)] if rules.listed is not None else []
    if not listed:
        return names
    ends = [end for _, end in listed]
    kept = []
    for name in names:
        place = bisect_right(ends, name.start)
        if place == len(listed) or name.end <= listed[place][0]:
            kept.append(name)
    for start, end in listed:
        piece = text[start:end]
        kept.append(Name(start, end, piece, piece, rules.keys[piece]))
    return kept


def _words(text: str, rules: Names) -> Iterator[_Word]:
    """Yield the capitalised words; of two countries joined by a hyphen, each."""
    for found in _WORD.finditer(text):
        word, start = found.group(), found.start()
        if "-" not in word or not any(part.lower() in rules.canon for part in word.split("-")):
            yield _Word(start, found.end(), word, _lower(word))
            continue
        for part in word.split("-"):
            if part:
                yield _Word(start, start + len(part), part, _lower(part))
            start += len(part) + 1


def _lower(word: str) -> str:
    return word.lower().rstrip(".")


def _runs(
    text: str, words: Sequence[_Word], sentences: Sequence[Sentence], rules: Names
) -> tuple[list[tuple[list[_Word], bool]], list[list[_Word]]]:
    """Return the runs of capitalised words, whether each opens its sentence, and apart those of headlines."""
    runs: list[tuple[list[_Word], bool]] = []
    loose: list[list[_Word]] = []
    place = 0
    for sentence in sentences:
        mine = []
        while place < len(words) and words[place].start < sentence.end:
            mine.append(words[place])
            place += 1
        if not mine:
            continue
        found: list[list[_Word]] = [[mine[0]]]
        for before, word in pairwise(mine):
            if _joined(text, before, word, rules):
                found[-1].append(word)
            else:
                found.append([word])
        if _is_headline(text, sentence, mine):
            loose += found
        else:
            runs += [(run, _opens(text, run[0].start, sentence.start)) for run in found]
    return runs, loose


def _joined(text: str, before: _Word, word: _Word, rules: Names) -> bool:
    gap = text[before.end : word.start]
    if gap == " ":
        return True
    if gap == ". " and (before.lower in rules.titles or len(before.text) == 1):
        return True
    if len(gap) > _LONGEST_GAP or not (found := _GAP_WORD.fullmatch(gap)):
        return False
    link = found.group(1)
    if link in ("of", "for", "at"):
        return before.lower in rules.heads or (link == "of" and before.lower in ("gulf", "bank"))
    if link in ("and", "&"):
        countries = before.lower in rules.canon or word.lower in rules.canon
        return not countries and (link == "&" or _ends_in_head(text, word, rules))
    return link in rules.particles


def _ends_in_head(text: str, word: _Word, rules: Names) -> bool:
    """Whether the capitalised words from ``word`` on end in a body's head noun ("Relief and Works Agency")."""
    after = re.match(r"(?: [A-Z]\w+)*", text[word.end : word.end + 40])
    last = after.group().split() if after else []
    return bool(last) and last[-1].lower() in rules.heads


def _is_headline(text: str, sentence: Sentence, words: Sequence[_Word]) -> bool:
    if len(words) < _FEWEST_TITLE_CASE or text[sentence.end - 1] in '.!?"”’':
        return False
    long = [w for w in _LETTERS.findall(text, sentence.start, sentence.end) if len(w) >= _SHORT_WORD]
    capital: int = sum(w[0].isupper() for w in long)
    return capital >= _TITLE_CASE_SHARE * len(long) and capital > 1


def _opens(text: str, start: int, sentence: int) -> bool:
    """Whether nothing but marks stands between the sentence's start, or a quotation's or colon's, and ``start``."""
    before = text[max(sentence, start - 3) : start]
    return not before.strip(" \t\"“”‘'(`[*_#>-•·") or before.rstrip(" ").endswith((":", '"', "“", ": “", "``"))


def _without_starter(text: str, run: list[_Word], rules: Names, verbs: frozenset[str], inside: set[str]) -> list[_Word]:
    """Leave out ordinary words that are capitalised only for standing first."""
    run = list(run)
    if run[0].lower in rules.ordinary and not (run[0].text.isupper() and len(run[0].text) > 1):
        if len(run) > 1 and run[0].lower == "new":
            return run
        run.pop(0)
    if len(run) == 1:
        word = run[0]
        known = word.lower in inside or word.lower in rules.canon or word.text.lower() in rules.canon
        if not known and not word.text[:2].isupper() and (_inflected(word.lower) or not _acts(text, word.end, verbs)):
            return []
    return run


def _acts(text: str, end: int, verbs: frozenset[str]) -> bool:
    """Whether what follows makes a single word at a sentence's start a name: a verb, a comma, a possessive."""
    found = _AFTER.match(text, end)
    if not found:
        return False
    word = found.group(1)
    return word is None or word in verbs or word.endswith("ed")


def _inflected(word: str) -> bool:
    return word.endswith(("ing", "ly", "ed")) or (
        word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os"))
    )


def _known(name: Name, inside: set[str], rules: Names) -> bool:
    """Whether a headline's word is a name elsewhere in the text, or in the rules."""
    if name.key in rules.canon or name.text.lower() in rules.canon:
        return True
    words = [w.lower() for w in name.text.split()]
    return all(w in inside for w in words) and not all(w in rules.ordinary for w in words)


def _pieces(text: str, run: list[_Word], rules: Names) -> list[Name]:
    """Cut a run at titles and countries: "U.S. Secretary of State Ada Moreau" names the U.S. and Ada Moreau."""
    out = []
    for words, has_title in _parts(text, run, rules):
        first, last = 0, len(words)
        while first < last and words[first].lower in rules.calendar:
            first += 1
        while last > first and words[last - 1].lower in rules.calendar:
            last -= 1
        if all(word.lower in rules.ordinary for word in words[first:last]):
            continue
        start, end = words[first].start, words[last - 1].end
        piece = text[start:end]
        out.append(Name(start, end, piece, piece, rules.keys[piece], has_title or _titled(text, start, rules)))
    return out


def _parts(text: str, run: list[_Word], rules: Names) -> list[tuple[list[_Word], bool]]:
    """Return the words of each name in a run, titles left out, and whether a title stands before it."""
    if len(run) == 1:
        return [] if _is_title(run, 0, rules) else [(run, False)]
    parts: list[tuple[list[_Word], bool]] = [([], False)]
    for n, word in enumerate(run):
        current, titled = parts[-1]
        if _is_title(run, n, rules) and (n + 1 < len(run) or not current):
            parts.append(([], True))
        elif titled and not current and word.lower in rules.offices and text[word.start - 3 : word.start] == "of ":
            continue
        elif _second_country(text, current, word, rules):
            parts.append(([word], False))
        else:
            current.append(word)
    return [(words, titled) for words, titled in parts if words]


def _second_country(text: str, current: list[_Word], word: _Word, rules: Names) -> bool:
    """Whether a country or demonym follows another; before a body ("Israeli Army") it stays with that."""
    if len(current) != 1 or current[0].lower not in rules.canon or word.lower not in rules.canon:
        return False
    return text[current[0].start : word.end].casefold() not in rules.canon


def _titled(text: str, start: int, rules: Names) -> bool:
    """Whether a job in small letters stands before ("spokesman Ada Moreau")."""
    if text[start - 1 : start] != " ":
        return False
    before = text[max(0, start - _LONGEST_TITLE) : start - 1]
    rest = before.rstrip(ascii_lowercase)
    return before[len(rest) :] in rules.titles and not rest[-1:].isalnum()


def _is_title(run: list[_Word], n: int, rules: Names) -> bool:
    """Whether a word is a title, and not the first of a body's name ("Defence Ministry", "Justice Department")."""
    if run[n].lower.split("-")[0] not in rules.titles:
        return False
    if n + 1 >= len(run) or run[n + 1].start > run[n].end + 1:  # "Secretary of State" is no body's name
        return True
    return run[n + 1].lower not in rules.heads or run[n + 1].lower in rules.titles
