"""What is wrong with a newsroom's own files."""

from __future__ import annotations

from pathlib import Path


class HouseError(Exception):
    """A configuration or a file of decisions that cannot be used: names the file, the place in it and the mend."""

    def __init__(self, file: Path | str, place: str, reason: str) -> None:
        super().__init__(f"{file}: {place}: {reason}" if place else f"{file}: {reason}")
