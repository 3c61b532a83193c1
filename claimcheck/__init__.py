"""Checks the figures of news text: a draft against its sources, or many outlets against each other."""

from claimcheck.checker import Checker
from claimcheck.documents import Document
from claimcheck.reports.model import Report

__all__ = ["Checker", "Document", "Report"]
__version__ = "0.1.0"
