"""The program ``claimcheck``: its commands, and what becomes of their errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from claimcheck.cli.accept import accept
from claimcheck.cli.archive import archives
from claimcheck.cli.batch import batch
from claimcheck.cli.init import init
from claimcheck.cli.nightly import nightly
from claimcheck.cli.output import BROKEN, INTERRUPTED, OutputError, complain
from claimcheck.cli.rules import rules
from claimcheck.cli.texts import check, compare, extract
from claimcheck.documents import DocumentError
from claimcheck.house.errors import HouseError
from claimcheck.nightly.errors import NightError
from claimcheck.rules.packs import RulesError
from claimcheck.version import __version__

_EPILOG = """\
\b
Exit codes:
  0  nothing found at or above --fail-on
  1  findings
  2  wrong usage, unreadable input or broken rules
"""


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="claimcheck", message="%(prog)s %(version)s")
def program() -> None:
    """Check the figures of news text: a draft against its sources, or many texts against each other."""


for command in (init, check, accept, compare, extract, batch, nightly, archives, rules):
    program.add_command(command)


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the program on ``args`` (those of the process unless given) and exit."""
    try:
        code = program.main(args, prog_name="claimcheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = BROKEN
    except (DocumentError, RulesError, OutputError, HouseError, NightError) as error:
        complain(str(error))
        code = BROKEN
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        code = INTERRUPTED
    sys.exit(code or 0)
