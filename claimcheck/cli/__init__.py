"""The command line: options in, text and an exit code out."""

from claimcheck.cli.program import main

__all__ = ["main"]
