"""Finds out about all events of a night, on several processes, and what they come to together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from claimcheck.checker import Checker
from claimcheck.documents import DocumentError
from claimcheck.nightly import mapping
from claimcheck.nightly.fingerprint import program_digest
from claimcheck.nightly.intake import Watch
from claimcheck.nightly.model import Event, Night
from claimcheck.nightly.outcome import investigate
from claimcheck.nightly.record import Counts, Inputs, inputs_of
from claimcheck.nightly.results import Found, Outcome, Rows, Shown
from claimcheck.nightly.work import Work
from claimcheck.rules.packs import RulesError
from claimcheck.verdicts.model import Acceptance

_ENCODER = msgspec.msgpack.Encoder()
_OUTCOME = msgspec.msgpack.Decoder(Outcome)
_SHOWN = msgspec.msgpack.Decoder(Shown)
_ROWS = msgspec.msgpack.Decoder(Rows)


class Outcomes:
    """What is found out about a night's events, by the events' ids, kept in files and loaded one at a time.

    What few readers need is apart. All methods raise OSError.
    """

    def __init__(self, work: Work, keys: Mapping[str, str]) -> None:
        self._work, self.keys = work, keys

    def load(self, event: str) -> Outcome:
        """Return an outcome that is there."""
        return _OUTCOME.decode(self._get(self.keys[event]))

    def shown(self, event: str) -> Shown:
        """Return what pages show of an event that has an outcome."""
        return _SHOWN.decode(self._get(_shown_as(self.keys[event])))

    def claims(self, event: str) -> Rows:
        """Return the rows of an event's new claims, where it has an outcome."""
        return _ROWS.decode(self._get(_claims_as(self.keys[event])))

    @property
    def kept(self) -> Iterator[str]:
        """Yield the keys of all that is kept of the outcomes."""
        for key in self.keys.values():
            yield from (key, _shown_as(key), _claims_as(key))

    def _get(self, key: str) -> bytes:
        data = self._work.get(key)
        if data is None:
            raise FileNotFoundError(2, "result is gone", str(self._work.folder / key))
        return data


def is_worked_out(work: Work, key: str) -> bool:
    """Say whether all that is kept of an outcome is there. Raises OSError."""
    return all(work.get(each) is not None for each in (key, _shown_as(key), _claims_as(key)))


def _shown_as(key: str) -> str:
    return f"{key}-shown"


def _claims_as(key: str) -> str:
    return f"{key}-claims"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a night comes to: its events, the most disputed first.

    ``found`` are findings with their events, but without the claims that they name: those stay in the outcomes.
    """

    ids: tuple[str, ...]
    counts: Counts
    inputs: Inputs
    found: tuple[tuple[str, Found], ...]


def find_out(
    events: Sequence[Event], night: Night, rules: str, work: Work, watch: Watch
) -> tuple[Outcomes, list[DocumentError]]:
    """Return the outcomes of ``events``, and an error for each that could not be worked out and has none.

    Those that are in ``work`` already are taken from there. ``rules`` is the digest of all rules. Raises
    RulesError, and OSError where a result cannot be written.
    """
    keys = {event.id: key_of_event(event, night, rules) for event in events}
    missing = [(keys[event.id], event) for event in events if not is_worked_out(work, keys[event.id])]
    failed: dict[str, DocumentError] = {}
    done = len(events) - len(missing)
    watch("comparing events", done, len(events))
    shared = Shared(night.date, Checker(night.packs), work.folder, night.accepted)
    for (_, event), error in zip(missing, mapping.each(missing, work_out, shared, night), strict=True):
        done += 1
        watch("comparing events", done, len(events))
        if error is not None:
            failed[event.id] = error
    return Outcomes(work, {id_: key for id_, key in keys.items() if id_ not in failed}), list(failed.values())


def tally(outcomes: Outcomes, since: Mapping[str, str], night: str, watch: Watch) -> Tally:
    """Return what all ``outcomes`` come to; ``since`` says which findings earlier nights had. Raises OSError."""
    ranks: list[tuple[tuple[int, ...], str]] = []
    inputs = Inputs()
    found: list[tuple[str, Found]] = []
    sums: Counter[str] = Counter()
    outlets: set[str] = set()
    for done, id_ in enumerate(outcomes.keys, start=1):
        outcome = outcomes.load(id_)
        ranks.append((outcome.rank, id_))
        inputs.add(inputs_of(id_, outcome.told))
        found += ((id_, msgspec.structs.replace(each, claims=())) for each in outcome.found)
        outlets.update(outcome.outlets)
        sums.update(_sums(outcome, since, night))
        watch("counting", done, len(outcomes.keys))
    ids = tuple(id_ for _, id_ in sorted(ranks))
    return Tally(ids, Counts(outlets=len(outlets), **sums), inputs, tuple(found))


def _sums(outcome: Outcome, since: Mapping[str, str], night: str) -> dict[str, int]:
    standing = [found for found in outcome.found if found.accepted is None]
    severities = Counter(found.severity for found in standing)
    alone = len(outcome.outlets) == 1 and len(outcome.told) == 1
    return {
        "stories": len(outcome.told),
        "alone": int(alone),
        "events": int(not alone),
        "figures": outcome.figures,
        "facts": sum(outcome.verdicts.values()),
        "disputed": outcome.verdicts["conflict"],
        "moved": outcome.verdicts["update"],
        "revised": sum(found.rule == "revised" for found in outcome.found),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "notices": severities["notice"],
        "accepted": len(outcome.found) - len(standing),
        "new": sum(since.get(found.key, night) == night for found in standing),
    }


# ---------------------------------------------------------------- in each process


@dataclass(frozen=True, slots=True)
class Shared:
    """What each process is told that works events out."""

    night: str
    checker: Checker
    folder: Path
    accepted: Mapping[str, Acceptance]


def work_out(asked: tuple[str, Event], shared: Shared) -> DocumentError | None:
    """Keep the outcome of an event under its key; return what went wrong with it. Raises RulesError, OSError."""
    key, event = asked
    try:
        outcome, pages, claims = investigate(event, shared.night, shared.checker, shared.accepted)
    except RulesError:  # no event can be worked out
        raise
    except Exception as error:  # noqa: BLE001 - one event must not end the night, whatever it hit
        names = ", ".join(story.document.id for story in event.stories)
        return DocumentError.internal(names, error)
    work = Work(shared.folder)
    for each, result in ((_claims_as(key), claims), (_shown_as(key), pages), (key, outcome)):
        work.put(each, _ENCODER.encode(result))
    return None


def key_of_event(event: Event, night: Night, rules: str) -> str:
    """Return the SHA-256 of all that an outcome depends on."""
    told = [
        [(s.digest, s.document.id, s.document.date, s.seen, s.encoding) for s in stories]
        for stories in (event.stories, [copy.story for copy in event.copies])
    ]
    copies = [copy.original for copy in event.copies]
    versions = [
        (each.before.digest, each.before.document.id, each.before.document.date, each.before.seen, each.after.digest)
        for each in event.revisions
    ]
    accepted = sorted((key, each.reason, each.until) for key, each in night.accepted.items())
    parts = (program_digest(), rules, night.date, event.id, told, copies, versions, accepted)
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
