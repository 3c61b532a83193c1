"""What a result depends on besides the stories: the program and its rules."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from claimcheck.rules.packs import Inline, Packs, default_pack


def rules_digest(packs: Packs) -> str:
    """Return the SHA-256 of all rules, those of ``packs`` in their order. Raises OSError."""
    return _digest(
        entry
        for n, pack in enumerate((default_pack(), *packs))
        for entry in (
            [(f"{n}/{name}/{key}", text.encode()) for name, key, text in pack.tables]
            if isinstance(pack, Inline)
            else [(f"{n}/{file.name}", file.read_bytes()) for file in sorted(pack.glob("*.toml"))]
        )
    )


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return the SHA-256 of the program's own files: what it kept of another state of itself it must not use."""
    root = Path(__file__).parents[2]
    files = sorted(file for file in root.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return _digest((file.relative_to(root).as_posix(), file.read_bytes()) for file in files)


def _digest(entries: Iterable[tuple[str, bytes]]) -> str:
    whole = hashlib.sha256()
    for name, data in entries:
        whole.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    return whole.hexdigest()
