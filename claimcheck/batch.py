"""The batch interface: a job in a line of JSON, its result in a line of JSON.

A result is handed on as soon as its job is done, in the order of the jobs; no more than a few jobs are
held at a time, however many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from claimcheck.checker import Checker
from claimcheck.documents import Document, DocumentError, iso_date
from claimcheck.reports.record import Record, result
from claimcheck.rules.packs import RulesError
from claimcheck.spread import spread

Line = tuple[int, bytes]
"""A line's number, from 1, and its bytes."""

_BOM = b"\xef\xbb\xbf"


class JobError(ValueError):
    """A job that cannot be done; the message says why."""


class _JobDocument(msgspec.Struct):
    id: str
    text: str
    outlet: str | None = None
    date: str | None = None


class _Job(msgspec.Struct):
    id: str
    documents: list[_JobDocument]
    draft: str | None = None


class _Id(msgspec.Struct):
    id: str | None = None


_JOBS = msgspec.json.Decoder(_Job)
_IDS = msgspec.json.Decoder(_Id)


def run(lines: BinaryIO, checker: Checker, processes: int = 1) -> Iterator[tuple[bytes, bool]]:
    """Yield the result of each job of ``lines``, as a line of JSON, and whether the job could be done."""
    return spread(_numbered(lines), answer, checker, processes)


def answer(line: Line, checker: Checker) -> tuple[bytes, bool]:
    """Return the result of one job as a line of JSON, and whether it could be done. Raises RulesError."""
    number, data = line
    try:
        job = _read(data)
        record: Record = {"id": job.id, **_do(job, checker)}
        return msgspec.json.encode(record) + b"\n", True
    except JobError as error:
        wrong = DocumentError(f"line {number}", str(error))
    except RulesError:  # no job can be done
        raise
    except Exception as error:  # noqa: BLE001 - one job must not end the run, whatever it hit
        wrong = DocumentError.internal(f"line {number}", error)
    return msgspec.json.encode({"id": _read_id(data), "error": str(wrong)}) + b"\n", False


def _numbered(lines: BinaryIO) -> Iterator[Line]:
    for number, line in enumerate(lines, start=1):
        data = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if data:
            yield number, data


def _read(data: bytes) -> _Job:
    try:
        job = _JOBS.decode(data)
    except UnicodeDecodeError as error:
        raise JobError(f"not UTF-8: {error.reason}") from error
    except RecursionError as error:
        raise JobError("nested too deeply") from error
    except msgspec.DecodeError as error:
        raise JobError(str(error)) from error
    ids = [document.id for document in job.documents]
    counts = Counter(ids)
    twice = next((id_ for id_ in ids if counts[id_] > 1), None)
    if not ids:
        raise JobError("no documents - at `$.documents`")
    if twice is not None:
        raise JobError(f"two documents have the id {twice!r} - at `$.documents`")
    if job.draft is not None and job.draft not in ids:
        raise JobError(f"no document has the id {job.draft!r} - at `$.draft`")
    if job.draft is not None and len(ids) == 1:
        raise JobError("the draft has no source: add a second document - at `$.documents`")
    return job


def _read_id(data: bytes) -> str | None:
    try:
        return _IDS.decode(data).id
    except (ValueError, RecursionError):
        return None


def _do(job: _Job, checker: Checker) -> Record:
    documents = [
        Document(id=d.id, text=d.text, outlet=d.outlet or None, date=_date(d.date, n))
        for n, d in enumerate(job.documents)
    ]
    if job.draft is None:
        return result(checker.compare(documents))
    draft = next(document for document in documents if document.id == job.draft)
    return result(checker.check(draft, [document for document in documents if document is not draft]))


def _date(text: str | None, index: int) -> str | None:
    if not text:
        return None
    day = iso_date(text)
    if day is None:
        raise JobError(f"{text!r} is not an ISO date like 2026-11-22 - at `$.documents[{index}].date`")
    return day
