"""Answers to questions, by DuckDB over the archive's files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.claims.lexicon import words_of
from claimcheck.claims.stems import stem
from claimcheck.documents.paths import is_stored, system_of
from claimcheck.nightly.archive.engines import duckdb
from claimcheck.nightly.archive.question import Question
from claimcheck.nightly.archive.schema import TABLES, VERSION
from claimcheck.nightly.archive.store import Archive
from claimcheck.nightly.errors import ArchiveError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COLUMNS = ("date", "outlet", "figure", "what", "sentence", "speaker", "title", "document")
"""The columns of an answer: the night, who said it, the figure in its sentence, and the story."""

# Each word, but for its ending, must be one of what the claim is about, of its sentence or of its story's title.
_SAID = """
SELECT strftime(c.date, '%Y-%m-%d'), coalesce(c.outlet, ''), c.figure, coalesce(c.what, ''), c.sentence,
       coalesce(c.speaker, ''), coalesce(d.title, ''), d.id
FROM read_parquet(?, hive_partitioning = true, union_by_name = true) AS c
JOIN (SELECT digest, any_value(title) AS title, any_value(id) AS id
      FROM read_parquet(?, hive_partitioning = true, union_by_name = true) GROUP BY digest) AS d
  ON d.digest = c.document
WHERE (len(?::VARCHAR[]) = 0 OR list_contains(?::VARCHAR[], lower(c.outlet)))
  AND list_bool_and(list_transform(?::VARCHAR[], lambda w: regexp_matches(
        lower(concat_ws(' ', c.what, c.sentence, c.speaker, d.title)),
        '(^|[^\\pL\\pN])' || w || '\\pL{0,3}($|[^\\pL\\pN])')))
ORDER BY c.date, 2, d.id, c.number
"""

_SHORT = 3
"""Letters of a word that are all needed to know it."""


def ask(archive: Archive, question: Question) -> list[tuple[str, ...]]:
    """Return what was said, a row of ``COLUMNS`` each, in the order of nights. Raises ArchiveError."""
    first, last = question.since or "", question.until or "9999"
    claims = _files(archive, "claims", first, last)
    documents = _files(archive, "documents", "", "9999")
    if not claims or not documents:
        return []
    outlets = list(question.outlets)
    stop = words_of(()).stop
    telling = [word for word in question.words if word not in stop] or question.words
    words = [re.escape(_base(word)) for word in telling]
    with _connected(archive) as connection:
        try:
            rows = connection.execute(_SAID, [claims, documents, outlets, outlets, words]).fetchall()
        except duckdb().Error as error:
            mend = "claimcheck archive verify lists what is damaged"
            raise ArchiveError(archive.folder, f"cannot be read: {error}", mend) from error
    return [tuple(map(str, row)) for row in rows]


def _base(word: str) -> str:
    base = stem(word)
    return base[:-1] if base.endswith("y") and len(base) > _SHORT else base  # "ferry" is in "ferries"


def select(archive: Archive, sql: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return the columns and rows that ``sql`` gives, with a view for each of the archive's tables.

    Raises ArchiveError for what DuckDB refuses.
    """
    with _connected(archive) as connection:
        try:
            for table in TABLES:
                if files := _files(archive, table, "", "9999"):
                    view = connection.read_parquet(files, hive_partitioning=True, union_by_name=True)
                    view.create_view(table)
            connection.execute("SET lock_configuration = true")
            result = connection.execute(sql)
            return tuple(column[0] for column in result.description or ()), result.fetchall()
        except duckdb().Error as error:
            raise ArchiveError("query", str(error)) from error


def _files(archive: Archive, table: str, first: str, last: str) -> list[str]:
    parts: Sequence[Any] = archive.parts(table, first, last)
    if any(part.schema != VERSION for part in parts):
        raise ArchiveError(archive.folder, "has files of an older schema", "claimcheck archive compact rewrites them")
    return [str(archive.folder / part.path) for part in parts]


def _connected(archive: Archive) -> DuckDBPyConnection:
    connection: DuckDBPyConnection = duckdb().connect(":memory:")
    if is_stored(archive.folder):
        connection.register_filesystem(system_of(archive.folder)[0])
    # Nothing is fetched from anywhere, whatever is asked.
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET autoload_known_extensions = false")
    return connection
