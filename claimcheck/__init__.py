"""Checks the figures of news text: a draft against its sources, or many outlets against each other."""

from claimcheck.checker import Checker
from claimcheck.documents import Document, DocumentError, read_document
from claimcheck.reports.model import Report
from claimcheck.rules.packs import RulesError

__all__ = ["Checker", "Document", "DocumentError", "Report", "RulesError", "read_document"]
__version__ = "0.1.0"
