"""Who has spoken so far in a text: what "he", "it", "they", "the governor" and "the statement" go back to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from claimcheck.claims.naming import Name
from claimcheck.claims.phrases import PERSONAL, PRONOUNS, Grammar, Phrase, is_person
from claimcheck.claims.tokens import Tokens
from claimcheck.figures.numerals import ONES, TENS

Speaker = tuple[str, str]
"""Name as an editor would say it, and its canonical form."""

_LONGEST_SPEAKER: Final = 9
_LONGEST_JOINED: Final = 14
"""Words of a speaker without a name, and of two joined by "and"."""
_GENERIC: Final = frozenset(
    ("official", "officer", "man", "woman", "leader", "spokesman", "spokeswoman", "spokesperson")
)
"""Nouns for whoever has just been named."""
_NUMBERS: Final = ONES.keys() | TENS.keys()


@dataclass(slots=True)
class Memory:
    """The last person, body, group and speaker of any kind, and by their jobs those who were named with one."""

    person: Speaker | None = None
    body: Speaker | None = None
    group: Speaker | None = None
    last: Speaker | None = None
    roles: dict[str, Speaker] = field(default_factory=dict)

    def copy(self) -> Memory:
        return replace(self, roles=dict(self.roles))

    def note(self, speaker: Speaker, phrase: Phrase, person: bool) -> None:
        """Remember the speaker that ``phrase`` names."""
        self.last = speaker
        if person or (phrase.name is not None and not phrase.name.text.isupper() and " " not in speaker[0]):
            # A single name may be a person's or a body's: "he" and "it" settle it later.
            self.person = speaker
            if not person:
                self.body = speaker
            for word in phrase.beside:
                self.roles[word] = speaker
        elif phrase.name is None and speaker[1].endswith("s"):
            self.group = speaker
        else:
            self.body = speaker

    def pronoun(self, word: str) -> Speaker | None:
        """Return whom a pronoun means, None for the writer's and the reader's own."""
        if word in PERSONAL:
            return self.person
        if word == "it":
            return self.body
        return (self.group or self.body) if word == "they" else None

    def resolve(self, phrase: Phrase, tokens: Tokens, grammar: Grammar) -> Speaker | None:
        """Return who ``phrase`` means, by itself or by what came before, and remember it; None for nobody."""
        if phrase.text.lower() in PRONOUNS:
            return self.pronoun(phrase.text.lower())
        if phrase.name is None and phrase.text.lower().rpartition(" ")[2] in grammar.speech.writings:
            owner = _owner(phrase, tokens)
            if owner is None:
                return self.last
            phrase = owner
        if phrase.name is not None:
            return self._named(phrase, phrase.name, grammar)
        return self._by_role(phrase, tokens) or self._common(phrase)

    def _named(self, phrase: Phrase, name: Name, grammar: Grammar) -> Speaker:
        speaker = (name.full, name.key)
        self.note(speaker, phrase, person=is_person(name, grammar))
        return speaker

    def _by_role(self, phrase: Phrase, tokens: Tokens) -> Speaker | None:
        """Return the person or body that "the governor" or "the official" was said of."""
        head = phrase.text.lower().rpartition(" ")[2]
        if not phrase.first or tokens.lower[phrase.first - 1] not in ("the", "this", "that"):
            return None
        if head in self.roles:
            self.last = self.roles[head]
            return self.last
        return self.person if head in _GENERIC else None

    def _common(self, phrase: Phrase) -> Speaker | None:
        words = phrase.text.casefold().split()
        longest = _LONGEST_JOINED if "and" in words else _LONGEST_SPEAKER
        if len(words) > longest or any(character.isdigit() for character in phrase.text):
            return None
        if words[0] in _NUMBERS and any(word.endswith(("'", "’")) for word in words[1:-1]):
            return None  # "two cents' worth", "three years' work"
        speaker = (phrase.text, " ".join(words))
        self.note(speaker, phrase, person=False)
        return speaker


def _owner(phrase: Phrase, tokens: Tokens) -> Phrase | None:
    """Return whose statement a statement is: "a ministry statement"; None for a bare "the statement"."""
    words = phrase.text.split()
    if len(words) == 1:
        return None
    text = " ".join(words[:-1]).removesuffix("'s").removesuffix("’s")
    name = next((n for n in tokens.names[phrase.first : phrase.last] if n is not None and n.text == text), None)
    return Phrase(phrase.first, phrase.last - 1, name, name.full if name else text, phrase.beside)
