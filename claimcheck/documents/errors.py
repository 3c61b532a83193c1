"""What is wrong with a text that cannot be read."""

from __future__ import annotations


class DocumentError(Exception):
    """A document that cannot be read: names it, the place in it where there is one, the reason and the mend."""

    def __init__(self, name: str, reason: str, mend: str = "", place: str = "") -> None:
        where = f"{name}: {place}" if place else name
        super().__init__(f"{where}: {reason}; {mend}" if mend else f"{where}: {reason}")
        self.name, self.place, self.reason, self.mend = name, place, reason, mend

    @classmethod
    def internal(cls, name: str, error: Exception) -> DocumentError:
        """Return an error that says that ``error``, which nobody foresaw, came of the document ``name``."""
        return cls(name, f"internal error: {type(error).__name__}: {error}")

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str, str, str]]:
        """Let it cross from one process to another."""
        return type(self), (self.name, self.reason, self.mend, self.place)
