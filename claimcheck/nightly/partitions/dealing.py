"""How workers deal rows out to each other by keys: through files of a folder that all of them see.

Each source writes one file a stage, with a segment for each part that the rows go to; a part reads its segment of each
source's file. So a stage has as many tasks as parts, none holds more than a part, and what a dead worker had written
is still there: a task that is done again writes the same bytes. The shuffle of MapReduce (Dean and Ghemawat 2004).
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from claimcheck.nightly.storage.files import replace_file

Row = TypeVar("Row")

KEY = 16
"""Bytes of a key: of 100 million, two are alike once in 10^22 runs."""
_OFFSET = 8
"""Bytes of an offset in the head of a file."""
_ENCODER = msgspec.msgpack.Encoder()


def key_of(digest: str) -> bytes:
    """Return the key of what has a SHA-256 in hexadecimal digits."""
    return bytes.fromhex(digest)[:KEY]


def key_of_all(*parts: object) -> bytes:
    """Return the key of ``parts`` together."""
    return hashlib.sha256(msgspec.msgpack.encode(parts)).digest()[:KEY]


@dataclass(frozen=True, slots=True)
class Dealer:
    """Deals rows out to ``parts`` parts, through files of ``folder``. All methods raise OSError."""

    folder: Path
    parts: int

    def part_of(self, key: bytes) -> int:
        """Return the part that rows of ``key`` go to."""
        return int.from_bytes(key[:_OFFSET], "little") % self.parts

    def deal(self, stage: str, source: int, rows: Iterable[tuple[bytes, Any]]) -> None:
        """Write what a source deals out in a stage: rows, each with the key that says which part it goes to."""
        segments: list[list[Any]] = [[] for _ in range(self.parts)]
        for key, row in rows:
            segments[self.part_of(key)].append(row)
        self.keep(stage, source, segments)

    def dealt(self, stage: str, part: int, kind: type[Row], sources: int | None = None) -> Iterator[Row]:
        """Yield the rows that ``sources`` sources, as many as there are parts unless told, dealt to a part."""
        for source in range(self.parts if sources is None else sources):
            yield from self.kept(stage, source, part, kind)

    def keep(self, stage: str, source: int, segments: Sequence[Sequence[Any]]) -> None:
        """Write the segments of a source's file."""
        encoded = [_ENCODER.encode(segment) if segment else b"" for segment in segments]
        offsets = array("Q", [_OFFSET * (len(encoded) + 1)])
        for segment in encoded:
            offsets.append(offsets[-1] + len(segment))
        self.folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._file(stage, source), b"".join([offsets.tobytes(), *encoded]), lasting=False)

    def kept(self, stage: str, source: int, segment: int, kind: type[Row]) -> list[Row]:
        """Return the rows of one segment of a source's file; none where it has no such segment."""
        with self._file(stage, source).open("rb") as stream:
            (head,) = array("Q", stream.read(_OFFSET))
            if segment >= head // _OFFSET - 1:
                return []
            stream.seek(_OFFSET * segment)
            start, end = array("Q", stream.read(2 * _OFFSET))
            if start == end:
                return []
            stream.seek(start)
            decoder: msgspec.msgpack.Decoder[list[Row]] = _decoder(cast("Hashable", kind))
            return decoder.decode(stream.read(end - start))

    def _file(self, stage: str, source: int) -> Path:
        return self.folder / f"{stage}-{source}"


@lru_cache(maxsize=64)
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(list[kind])
