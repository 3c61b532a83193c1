"""The rules as rules/findings.toml describes them: severity, texts, messages, examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from claimcheck.rules.packs import Packs, RulesError, file_of, load

RULE_IDS = (
    "value-mismatch",
    "unit-mismatch",
    "swapped-values",
    "swapped-attribution",
    "direction-reversed",
    "quoted-figure-altered",
    "self-contradiction",
    "hedge-changed",
    "unsupported-figure",
    "arithmetic",
    "superseded",
    "revised",
    "dropped-figure",
)
"""The stable ids, in the order in which they are listed."""

Between = Literal["texts", "versions"]

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
"""That of "at 5 p.m." and that of the message."""
_FIELD = re.compile(r"\{(\w*)\}")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A source and a draft made from it."""

    source: str
    draft: str


class RuleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule as an editor sees it: ``trips`` must raise it, ``passes`` must not.

    ``between`` says what the rule compares: a draft or sources with sources, or an earlier with a later version.
    ``messages`` holds the sentences of its findings by variant, with ``{field}`` for what the finding puts in.
    """

    severity: Literal["error", "warning", "notice", "off"]
    summary: str
    explain: str
    messages: dict[str, str]
    trips: Example
    passes: Example
    between: Between = "texts"

    def message(self, variant: str, fields: Mapping[str, str]) -> str:
        """Return the sentence of ``variant`` with its fields put in; a field that is unknown stays as it stands."""
        sentence = _FIELD.sub(lambda found: fields.get(found[1], found[0]), self.messages[variant])
        return _TWO_STOPS.sub(".", sentence)


class _Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: dict[str, RuleEntry]


@lru_cache(maxsize=64)
def load_rules(packs: Packs = ()) -> Mapping[str, RuleEntry]:
    """Return every rule by its id, in the order of ``RULE_IDS``. Raises RulesError."""
    rules = load("findings", _Catalogue, packs).rules
    file = file_of("findings", packs)
    for unknown in sorted(rules.keys() - set(RULE_IDS)):
        raise RulesError(file, f"rules.{unknown}", f"no such rule; the rules are {', '.join(RULE_IDS)}")
    for missing in sorted(set(RULE_IDS) - rules.keys()):
        raise RulesError(file, f"rules.{missing}", "the rule is missing")
    return {rule: rules[rule] for rule in RULE_IDS}
