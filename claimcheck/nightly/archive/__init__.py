"""What every night read and found, in Parquet files that any engine reads and that never change once written."""

from claimcheck.nightly.archive.store import Archive
from claimcheck.nightly.errors import ArchiveError

__all__ = ["Archive", "ArchiveError"]
