"""The installed program, run as its users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = Path(sys.executable).parent / "claimcheck"
SAMPLE = Path(__file__).parents[1] / "sample"
REWRITE, TAMPERED, SOURCE = (str(SAMPLE / f"{name}.txt") for name in ("rewrite", "tampered", "source"))

# What the environment of a terminal or a CI says must not change what the tests see.
_PLAIN = {
    key: value
    for key, value in os.environ.items()
    if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONHASHSEED"}
}


def run(
    *args: str, stdin: str | bytes = b"", env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``claimcheck`` with ``args`` and return its exit code, output and errors as text."""
    done = subprocess.run(
        [PROGRAM, *args],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        check=False,
        env=_PLAIN | dict(env or {}),
        cwd=cwd,
        timeout=120,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
