"""What ends a run, or an answer of the archive, before it is done."""

from __future__ import annotations


class NightError(Exception):
    """Something that the night cannot do without: names the place, the reason and the mend."""

    def __init__(self, where: object, reason: str, mend: str = "") -> None:
        super().__init__(f"{where}: {reason}; {mend}" if mend else f"{where}: {reason}")


class ArchiveError(NightError):
    """An archive, or a question to it, that cannot be used."""
