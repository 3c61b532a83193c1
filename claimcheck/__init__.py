"""Checks the figures of news text: a draft against its sources, or many outlets against each other."""

from claimcheck.checker import Checker
from claimcheck.documents import Document, DocumentError, read_document
from claimcheck.reports.model import Report
from claimcheck.rules.packs import RulesError
from claimcheck.version import __version__

__all__ = ["Checker", "Document", "DocumentError", "Report", "RulesError", "__version__", "read_document"]
