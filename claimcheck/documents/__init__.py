"""Files and feeds in, ``Document`` out."""

from claimcheck.documents.dates import iso_date
from claimcheck.documents.errors import DocumentError
from claimcheck.documents.model import Document, Span
from claimcheck.documents.reading import markdown_document, read_document
from claimcheck.documents.visible import Visible, visible

__all__ = ["Document", "DocumentError", "Span", "Visible", "iso_date", "markdown_document", "read_document", "visible"]
