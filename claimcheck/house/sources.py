"""Which files a draft was made from: as its front matter names them, or by the configuration's patterns.

A pattern is a path with ``*``, ``**`` and ``?`` as in a shell, and ``{name}`` for the draft's file name without its
ending. It starts at the draft's folder; or, after a slash, at the root: the folder of the configuration or of the
repository. What leads out of the root is refused: a draft is written by many hands, and a report quotes its sources.
"""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.documents import Document, DocumentError
from claimcheck.house.config import FILE
from claimcheck.house.settled import Settled


def sources_of(draft: Document, path: Path, settled: Settled) -> tuple[str, ...]:
    """Return the paths of the sources of ``draft``, which was read from ``path``, each once, by pattern and name.

    Raises DocumentError where there are none, or where one is outside of the root.
    """
    patterns = draft.sources or settled.sources
    found = list(dict.fromkeys(_matches(draft.id, path, patterns, settled.root)))
    if found:
        return tuple(found)
    if patterns:
        raise DocumentError(draft.id, f"no file is as its sources are named: {', '.join(patterns)}", _MEND)
    raise DocumentError(draft.id, "nothing says what its sources are", _MEND)


_MEND = f"name them with --source, as sources in its front matter, or as a pattern in {FILE}"


def _matches(name: str, path: Path, patterns: Sequence[str], root: Path) -> Iterator[str]:
    draft = path.resolve()
    for pattern in patterns:
        filled = pattern.replace("{name}", glob.escape(path.stem))
        base = root if filled.startswith("/") else path.parent
        filled = filled.lstrip("/")
        several = glob.has_magic(filled) or "{name}" in pattern
        # Not Path.glob, which takes no pattern that leads up and down again.
        names = sorted(glob.glob(filled, root_dir=base, recursive=True)) if several else [filled]  # noqa: PTH207
        for each in names:
            file = base / each
            target = file.resolve()
            if not target.is_relative_to(root.resolve()):
                raise DocumentError(
                    name, f"its source {pattern!r} leads out of {root}", "keep sources inside of it", "sources"
                )
            if target != draft and (target.is_file() or not several):
                yield str(_short(file))


def _short(file: Path) -> Path:
    """Return ``file`` as it would be typed here, where it is in the folder that we are in."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
