"""Files and feeds in, ``Document`` out."""

from claimcheck.documents.model import Document, Span
from claimcheck.documents.reading import DocumentError, iso_date, markdown_document, read_document

__all__ = ["Document", "DocumentError", "Span", "iso_date", "markdown_document", "read_document"]
