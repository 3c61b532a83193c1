"""What a run has worked out so far, by what it was worked out from: a killed run's work is not done again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path

from claimcheck.nightly.storage.files import ASIDE, remove_folder, replace_file

_NAME = f"{ASIDE}work"
_DIGEST = hashlib.sha256().digest_size


class Work:
    """Results in files of ``folder``, one each, written whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, archive: Path) -> Work:
        """Return what runs with the archive in that folder have worked out."""
        return cls(archive / _NAME)

    def put(self, key: str, result: bytes) -> None:
        """Keep a result. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        replace_file(self.folder / key, hashlib.sha256(result).digest() + result, lasting=False)

    def get(self, key: str) -> bytes | None:
        """Return a result, None where there is none that is whole. Raises OSError."""
        try:
            with (self.folder / key).open("rb") as file:
                digest, result = file.read(_DIGEST), file.read()
        except FileNotFoundError:
            return None
        return result if hashlib.sha256(result).digest() == digest else None

    def keep_only(self, keys: Collection[str]) -> None:
        """Forget all results but those of ``keys``. Raises OSError."""
        if self.folder.is_dir():
            for file in self.folder.iterdir():
                if file.is_dir():
                    remove_folder(file)
                elif file.name not in keys:
                    file.unlink()
