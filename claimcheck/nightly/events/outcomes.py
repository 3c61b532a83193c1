"""What is found out about a night's events: worked out once, and kept in files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from claimcheck.checker import Checker
from claimcheck.documents import DocumentError
from claimcheck.nightly.events.investigating import investigate
from claimcheck.nightly.events.outcome import ClaimRows, Outcome, Shown
from claimcheck.nightly.model import Event, Night
from claimcheck.nightly.storage.fingerprint import program_digest
from claimcheck.nightly.storage.work import Work
from claimcheck.rules.packs import RulesError
from claimcheck.verdicts.model import Acceptance

_ENCODER = msgspec.msgpack.Encoder()
_OUTCOME = msgspec.msgpack.Decoder(Outcome)
_SHOWN = msgspec.msgpack.Decoder(Shown)
_ROWS = msgspec.msgpack.Decoder(ClaimRows)


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

    def claims(self, event: str) -> ClaimRows:
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
