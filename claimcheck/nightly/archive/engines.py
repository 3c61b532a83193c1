"""The engines of the archive, which come with an extra and are loaded when they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import msgspec

from claimcheck.nightly.errors import ArchiveError

Table = Any
"""A ``pyarrow.Table``; pyarrow comes without types."""

_EXTRA = "claimcheck[nightly]"


def arrow() -> Any:
    """Return pyarrow. Raises ArchiveError where it is not installed."""
    return _load("pyarrow")


def parquet() -> Any:
    """Return pyarrow's module for Parquet files. Raises ArchiveError where it is not installed."""
    return _load("pyarrow.parquet")


def table_of(rows: Sequence[Mapping[str, Any]], schema: Any) -> Table:
    """Return a table of ``rows``, which are one block: by way of JSON, as to take Python's lists pyarrow loads pandas.

    Raises ArchiveError where pyarrow is not installed.
    """
    lines = msgspec.json.Encoder().encode_lines(rows)
    json = _load("pyarrow.json")
    return json.read_json(
        arrow().BufferReader(lines),
        json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    )


def duckdb() -> Any:
    """Return DuckDB. Raises ArchiveError where it is not installed."""
    return _load("duckdb")


def _load(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise ArchiveError("archive", f"{package} is not installed", f"pip install '{_EXTRA}'") from error
