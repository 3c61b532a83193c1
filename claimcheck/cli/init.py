"""The command that begins a newsroom's configuration."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.output import CLEAN, OutputError, make_folder, write
from claimcheck.house import schema as config_schema

_STARTER = config_schema.FILE.parent / "starter"
_FILES = ("claimcheck.toml", "claimcheck-example/ferry.md", "claimcheck-example/ferry.source.txt")


@click.command(short_help="Write a commented configuration and an example.")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration, and exit.")
def init(folder: Path, schema: bool) -> int:
    """Write a commented configuration into DIR, here unless given, and an example to try it on.

    Nothing is overwritten: where one of the files is there already, none is written.
    """
    if schema:
        write(config_schema.FILE.read_text(encoding="utf-8"), None)
        return CLEAN
    there = [name for name in _FILES if (folder / name).is_symlink() or (folder / name).exists()]
    if there:
        raise OutputError(f"{folder / there[0]}: is there already; nothing was written")
    for name in _FILES:
        target = folder / name
        make_folder(target.parent)
        write((_STARTER / name).read_text(encoding="utf-8"), str(target))
    example = folder / _FILES[1]
    written = "".join(f"{folder / name}\n" for name in _FILES)
    write(f"{written}Try it: claimcheck check {example}\n", None)
    return CLEAN
