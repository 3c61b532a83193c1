"""The engines of the archive, which come with an extra and are loaded when they are used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

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


def duckdb() -> Any:
    """Return DuckDB. Raises ArchiveError where it is not installed."""
    return _load("duckdb")


def _load(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise ArchiveError("archive", f"{package} is not installed", f"pip install '{_EXTRA}'") from error
