"""The archive on disk: reading it, adding a night, taking old ones away."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.nightly.archive.engines import Table, arrow, parquet, table_of
from claimcheck.nightly.archive.manifest import NAME, Manifest, Part, checksum, load, save
from claimcheck.nightly.archive.schema import TABLES, VERSION, arrow_schema, upgraded
from claimcheck.nightly.errors import ArchiveError
from claimcheck.nightly.storage.files import ASIDE, beside_file, put_file, remove_empty, settle

Row = Mapping[str, Any]
"""A row by column, without the partition's date."""

ROWS_AT_ONCE = 2000
"""Rows that are held in memory and written as one group of a file."""

_NAME_DIGITS = 16
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Archive:
    """The archive in a folder, as its manifest has it; an empty one where there is none.

    One process writes at a time: the run that holds its lock. Raises ArchiveError.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: Manifest = load(folder)

    def create(self) -> None:
        """Begin an archive where there is none. Raises ArchiveError."""
        if not (self.folder / NAME).exists():
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                self.manifest = save(self.folder, set())
            except OSError as error:
                raise unwritable(self.folder, error) from error

    def inspect(self) -> None:
        """Raise ArchiveError for a folder that is no archive and holds other things."""
        if not self.folder.is_dir() or (self.folder / NAME).exists():
            return
        if any(not file.name.startswith(ASIDE) for file in self.folder.iterdir()):
            raise ArchiveError(self.folder, "not empty, and no archive", "name a folder of its own with --archive")

    def parts(self, table: str, first: str = "", last: str = "9999") -> tuple[Part, ...]:
        """Return the files of ``table`` whose dates are from ``first`` to ``last``, both included, by date."""
        return tuple(p for p in self.manifest.parts if p.table == table and first <= p.date <= last)

    def rows(
        self, table: str, columns: Sequence[str] | None = None, first: str = "", last: str = "9999"
    ) -> Iterator[dict[str, Any]]:
        """Yield rows of ``table`` with ``columns`` and the night's ``date``, a file at a time. Raises ArchiveError."""
        for part in self.parts(table, first, last):
            for row in self.read(part, columns).to_pylist():
                yield {"date": part.date, **row}

    def read(self, part: Part, columns: Sequence[str] | None = None, groups: Sequence[int] | None = None) -> Table:
        """Return a file's rows under today's schema, those of ``groups`` where told. Raises ArchiveError."""
        pa = arrow()
        today = part.schema == VERSION
        try:
            with (self.folder / part.path).open("rb") as stream:
                file = parquet().ParquetFile(stream)
                named = columns if today else None
                rows = file.read(named) if groups is None else file.read_row_groups(list(groups), named)
        except (OSError, pa.ArrowInvalid) as error:
            mend = "claimcheck archive verify lists what is damaged; restore it from a copy"
            raise ArchiveError(self.folder / part.path, f"cannot be read: {error}", mend) from error
        if not today:
            rows = upgraded(part.table, rows, part.schema)
        return rows if columns is None else rows.select(list(columns))

    def stage(self, table: str, date: str, rows: Iterable[Row]) -> Part | None:
        """Write a file that is no part of the archive yet; None for no rows. The same rows give the same file.

        Raises ArchiveError where it cannot be written.
        """
        folder = self.folder / table / f"date={date}"
        try:
            with beside_file(folder, table) as beside:
                count = _write(table, beside, rows)
                if not count:
                    return None
                digest = checksum(beside)
                file = folder / f"{digest[:_NAME_DIGITS]}.parquet"
                size = beside.stat().st_size
                put_file(beside, file)
        except OSError as error:
            raise unwritable(folder, error) from error
        return Part(table, date, f"{table}/{folder.name}/{file.name}", count, size, digest, VERSION)

    def commit(self, added: Iterable[Part], removed: Iterable[Part] = ()) -> None:
        """Make files that were staged part of the archive, and others no longer, both at once.

        Raises ArchiveError, also where something else has changed the archive since it was opened: in a store, no lock
        keeps the runs of several machines apart.
        """
        if load(self.folder) != self.manifest:
            raise ArchiveError(self.folder, "another run has written here meanwhile", "run again")
        try:
            self.manifest = save(self.folder, (set(self.manifest.parts) - set(removed)) | set(added))
            self.sweep()
        except OSError as error:
            raise unwritable(self.folder, error) from error

    def sweep(self) -> None:
        """Remove files of the archive's tables that its manifest does not name: what a killed run left behind."""
        named = {self.folder / part.path for part in self.manifest.parts}
        for table in TABLES:
            for folder in sorted((self.folder / table).glob("date=*")):
                for file in [*folder.glob("*.parquet"), *folder.glob(f"{ASIDE}*")]:
                    if file not in named:
                        file.unlink()
                remove_empty(folder)

    def verify(self) -> list[str]:
        """Return what is wrong with the files that the manifest names, a line each; none when all is well."""
        wrong = []
        for part in self.manifest.parts:
            file = self.folder / part.path
            try:
                found = checksum(file)
            except OSError as error:
                wrong.append(f"{file}: cannot be read: {error.strerror}")
                continue
            if found != part.sha256:
                wrong.append(f"{file}: changed since it was written: its checksum is {found}, not {part.sha256}")
        return wrong

    def compact(self) -> int:
        """Make one file of those that one table has of one date, or of an older schema; return how many went away.

        Raises ArchiveError.
        """
        together: dict[tuple[str, str], list[Part]] = {}
        for part in self.manifest.parts:
            together.setdefault((part.table, part.date), []).append(part)
        added, removed = [], []
        for (table, date), parts in together.items():
            if len(parts) > 1 or parts[0].schema != VERSION:
                rows = (row for part in parts for batch in self.read(part).to_batches() for row in batch.to_pylist())
                whole = self.stage(table, date, rows)
                removed += parts
                added += [whole] if whole else []
        if removed:
            self.commit(added, removed)
        return len(removed) - len(added)


def unwritable(where: object, error: OSError) -> ArchiveError:
    """Return the error of a place that cannot be written, with the mend."""
    mend = "free some space and run again" if error.errno in _FULL else "let the run write there"
    return ArchiveError(where, f"cannot be written: {error.strerror or error}", f"what was there is whole; {mend}")


def _write(table: str, file: Path, rows: Iterable[Row]) -> int:
    schema, count = arrow_schema(table), 0
    with file.open("wb") as stream:
        with parquet().ParquetWriter(stream, schema, compression="zstd") as writer:
            for some in _some(rows):
                writer.write_table(table_of(some, schema))
                count += len(some)
        settle(stream)
    return count


def _some(rows: Iterable[Row]) -> Iterator[list[Row]]:
    some: list[Row] = []
    for row in rows:
        some.append(row)
        if len(some) == ROWS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some
