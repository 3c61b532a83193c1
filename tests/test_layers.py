"""The house: stages import only to their left, start-up loads only what it needs, the wheel is whole."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from importlinter import cli as importlinter

from tests.cli.program import PROGRAM, REWRITE, SOURCE

ROOT = Path(__file__).parents[1]

HEAVY = (
    "pandas",
    "numpy",
    "markdown_it",
    "yaml",
    "jsonschema",
    "quantulum3",
    "multiprocessing",
    "asyncio",
    "trafilatura",
    "lxml",
    "charset_normalizer",
    "pyarrow",
    "duckdb",
    "filelock",
)
"""What a check of plain text, shown as a table, has no use for."""


def test_stages_import_only_to_their_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert importlinter.lint_imports() == importlinter.EXIT_STATUS_SUCCESS


def test_every_package_is_in_the_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("layers = [")[1].split("]")[0]
    parts = {path.name for path in (ROOT / "claimcheck").iterdir() if (path / "__init__.py").is_file()}
    assert parts
    assert not [part for part in sorted(parts) if f'"claimcheck.{part}"' not in contract]


def test_start_up_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from claimcheck.cli import main\n"
        "try:\n"
        f"    main(['check', {REWRITE!r}, '--source', {SOURCE!r}])\n"
        "except SystemExit:\n"
        f"    print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr == "[]\n"


def test_the_wheel_holds_rules_schema_lexicon_and_types(tmp_path: Path) -> None:
    pip = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(tmp_path),
    ]
    subprocess.run([*pip, str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    rules = {f"claimcheck/rules/pack/{path.name}" for path in (ROOT / "rules").glob("*.toml")}
    assert rules
    data = {
        path
        for path in (ROOT / "claimcheck").rglob("*")
        if path.is_file() and not path.parent.name.startswith(("__pycache__", "."))
    }
    inside = {str(path.relative_to(ROOT)) for path in data}
    assert (rules | inside) - names == set()
    assert {"claimcheck/py.typed", "claimcheck/reports/schema-1.json"} <= names
    assert not [name for name in names if name.startswith("tests")]
    # What is installed of it works without the checkout.
    target = tmp_path / "site"
    target.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    program = (
        "from claimcheck import Checker, __file__ as file; print(file, len(Checker().extract('Nine died.').claims))"
    )
    env = {"PYTHONPATH": str(target), "PYTHONNOUSERSITE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=env, cwd=tmp_path
    )
    assert done.stdout == f"{target}/claimcheck/__init__.py 1\n"


def test_the_program_is_installed() -> None:
    assert PROGRAM.is_file()
