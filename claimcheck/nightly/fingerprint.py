"""What a result depends on besides the stories: the program and its rules."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from claimcheck.rules.packs import Packs, default_pack


def rules_digest(packs: Packs) -> str:
    """Return the SHA-256 of all rule files, those of ``packs`` in their order. Raises OSError."""
    folders = [default_pack(), *packs]
    return _digest(
        (f"{n}/{file.name}", file) for n, folder in enumerate(folders) for file in sorted(folder.glob("*.toml"))
    )


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return the SHA-256 of the program's own files: what it kept of another state of itself it must not use."""
    root = Path(__file__).parents[1]
    files = sorted(file for file in root.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return _digest((file.relative_to(root).as_posix(), file) for file in files)


def _digest(files: Iterable[tuple[str, Path]]) -> str:
    whole = hashlib.sha256()
    for name, file in files:
        whole.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
