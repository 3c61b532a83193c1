"""Files and feeds in, ``Document`` out."""

from claimcheck.documents.model import Document, Span

__all__ = ["Document", "Span"]
