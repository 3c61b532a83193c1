"""The manifest: which files the archive is made of, with their checksums. What it does not name is not there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from claimcheck.nightly.archive.schema import VERSION
from claimcheck.nightly.errors import ArchiveError
from claimcheck.nightly.storage.files import replace_file

NAME = "manifest.json"
FORMAT = "claimcheck archive"


class Part(msgspec.Struct, frozen=True, order=True):
    """A file of the archive: ``path`` from the archive's folder, ``schema`` the version that it was written under."""

    table: str
    date: str
    path: str
    rows: int
    bytes: int
    sha256: str
    schema: int


class Manifest(msgspec.Struct, frozen=True):
    """All files of the archive, in order."""

    format: str = FORMAT
    schema: int = VERSION
    parts: tuple[Part, ...] = ()


def load(folder: Path) -> Manifest:
    """Return the manifest of the archive in ``folder``; an empty one where there is no archive. Raises ArchiveError."""
    file = folder / NAME
    try:
        manifest = msgspec.json.decode(file.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        raise ArchiveError(file, f"cannot be read: {error.strerror}") from error
    except msgspec.DecodeError as error:
        raise ArchiveError(file, f"damaged: {error}", "restore it, or begin another archive with --archive") from error
    if manifest.format != FORMAT:
        raise ArchiveError(folder, "no archive of claimcheck", "name another folder with --archive")
    if manifest.schema > VERSION:
        reason = f"written by a newer claimcheck (schema {manifest.schema}; this one knows {VERSION})"
        raise ArchiveError(folder, reason, "update claimcheck")
    for part in manifest.parts:
        if not _inside(part.path):
            raise ArchiveError(file, f"names a file outside of the archive: {part.path}", "restore it")
    return manifest


def save(folder: Path, parts: set[Part]) -> Manifest:
    """Make ``parts`` those of the archive: at once, or not at all. Raises OSError."""
    manifest = Manifest(parts=tuple(sorted(parts)))
    data = msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
    replace_file(folder / NAME, data)
    return manifest


def checksum(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits. Raises OSError."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _inside(path: str) -> bool:
    return not Path(path).is_absolute() and ".." not in Path(path).parts
