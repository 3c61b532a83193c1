"""Paths as they are typed: into this machine's folders, or into a store of files that fsspec reaches."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

from claimcheck.documents.errors import DocumentError

_ADDRESS = re.compile(r"(?P<protocol>[a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_HERE = ("file", "local")


def path_of(text: str) -> Path:
    """Return the path that ``text`` names: a plain one, ``file://``, or an address such as ``s3://bucket/folder``.

    That of a store has the methods of a path (universal_pathlib); it is none to the system. Raises DocumentError
    where what reaches the store is not installed.
    """
    address = _ADDRESS.match(text)
    if address is None:
        return Path(text)
    if address["protocol"].lower() in _HERE:
        return Path(text[address.end() :])
    try:
        from upath import UPath  # noqa: PLC0415 - an extra, and slow to load

        # Listings are asked for anew each time: others write too, as workers of a cluster do.
        path = UPath(text, use_listings_cache=False)
        path.fs  # noqa: B018 - what is not installed shows here
    except ImportError as error:
        mend = "pip install 'claimcheck[cluster]', and the library of the store: s3fs for s3://, gcsfs for gs://"
        raise DocumentError(text, f"what reads it is not installed: {error}", mend) from error
    except ValueError as error:
        raise DocumentError(text, f"{error}", "name a folder, or an address such as s3://bucket/folder") from error
    return cast("Path", path)


def is_address(text: str) -> bool:
    """Whether ``text`` names a path in a store, not one of this machine."""
    address = _ADDRESS.match(text)
    return address is not None and address["protocol"].lower() not in _HERE


def is_stored(path: Path) -> bool:
    """Whether ``path`` lies in a store: what is written there is there at once, and nothing can be renamed."""
    return not isinstance(path, Path)


def is_in_memory(path: Path) -> bool:
    """Whether no other process sees what lies at ``path``."""
    return getattr(path, "protocol", "") == "memory"


def system_of(path: Path) -> tuple[Any, str]:
    """Return the ``fsspec.AbstractFileSystem`` of a path in a store, and what the path is called there."""
    return path.fs, path.path  # type: ignore[attr-defined]
