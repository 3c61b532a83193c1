"""What lies in an inbox: folders, patterns of names and files, as pieces that each hold one story."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from claimcheck.documents import jsonlines, ninjs, webpage
from claimcheck.documents.errors import DocumentError
from claimcheck.documents.jsonlines import Fields
from claimcheck.documents.model import Document
from claimcheck.documents.paths import is_address, is_stored, path_of, system_of
from claimcheck.documents.reading import LIMIT, MARKDOWN, parse, shown_name, within

TEXT = frozenset({".txt", ".text"})
ENDINGS = TEXT | MARKDOWN | webpage.ENDINGS | ninjs.ENDINGS | jsonlines.ENDINGS
"""Endings of the files that are read of a folder; a file that is named itself is read whatever its ending."""

_BOM = b"\xef\xbb\xbf"
_DATED = re.compile(r"[\d_.TZ-]+")
"""A folder's name that is a date or a number, and so no outlet's."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One story as it lies in an inbox, not read yet.

    ``name`` is the file's, from the inbox's own name on, with "/" between folders; ``line`` its place in a
    file of JSON Lines; ``outlet`` is the folder in the inbox that it lies in, for a story that names none.
    """

    name: str
    ending: str
    data: bytes
    line: int | None = None
    outlet: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of name and bytes: what was read once at its place need not be read again."""
        return hashlib.sha256(self.name.encode() + b"\0" + self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class _File:
    """A file of an inbox: its name there, where it is, and the folder that nothing read of it may leave."""

    name: str
    path: Path
    inside: Path | None


def pieces(inboxes: Sequence[str], limit: int = LIMIT) -> Iterator[Piece | DocumentError]:
    """Yield the stories of ``inboxes`` in the order of their names; an error for each that cannot be had.

    Files of a folder are told by their endings, others and hidden ones are passed over; nothing is read that
    a link leads to outside of the folder, nor what is no file. A file longer than ``limit`` bytes is an error;
    of JSON Lines, a line. Raises DocumentError for an inbox that does not exist.
    """
    labels = _labels(inboxes)
    found = {(file.name, file.path): file for inbox in dict.fromkeys(inboxes) for file in _files(inbox, labels[inbox])}
    for _, file in sorted(found.items()):
        try:
            yield from _pieces(file, limit)
        except DocumentError as error:
            yield error


def read_piece(piece: Piece, fields: Fields, encoding: str | None = None) -> tuple[Document, str]:
    """Return the story of ``piece``, and the encoding of its file; ``fields`` are the keys of JSON Lines.

    Raises DocumentError.
    """
    if piece.line is not None:
        document, codec = jsonlines.record(piece.name, piece.line, piece.data, fields), "utf-8"
    else:
        document, codec = parse(piece.name, piece.ending, piece.data, encoding, guess=encoding is None)
    return replace(document, outlet=document.outlet or piece.outlet), codec


# ---------------------------------------------------------------- files


def _labels(inboxes: Sequence[str]) -> dict[str, str]:
    """Return the name of each inbox that its files' begin with: its last part, or all of it where two would be alike.

    Where an inbox lies is not part of it: the same stories read from another place are the same.
    """
    short = {inbox: _label(_root(inbox)) for inbox in inboxes}
    counts = Counter(short.values())
    return {inbox: label if label and counts[label] == 1 else inbox for inbox, label in short.items()}


def _label(root: Path) -> str:
    return root.name if is_stored(root) else Path(os.path.realpath(root)).name


def _root(inbox: str) -> Path:
    """Return the folder that a pattern starts from, or the inbox itself."""
    if not glob.has_magic(inbox) or (not is_address(inbox) and os.path.lexists(path_of(inbox))):
        return path_of(inbox)
    parts = inbox.split("/")
    plain = next(n for n, part in enumerate(parts) if glob.has_magic(part))
    return path_of("/".join(parts[:plain]) or ("/" if plain else "."))


def _files(inbox: str, label: str) -> Iterator[_File]:
    root = _root(inbox)
    if not root.exists():
        raise DocumentError(shown_name(inbox), "no such file or folder", "name the folders that stories are put into")
    if root.is_file():
        yield _File(shown_name(root.name), root, None)
        return
    for path in _stored(inbox, root) if is_stored(root) else _found(inbox, root):
        inner = path.relative_to(root).as_posix()
        yield _File(shown_name(f"{label}/{inner}"), path, root)


def _found(inbox: str, root: Path) -> Iterator[Path]:
    whole = path_of(inbox)
    if root == whole:
        for folder, folders, names in os.walk(root, onerror=_refuse):
            folders[:] = [name for name in folders if not name.startswith(".")]
            links = [name for name in folders if Path(folder, name).is_symlink()]
            for name in (*names, *links):
                if not name.startswith(".") and (name in links or Path(name).suffix.lower() in ENDINGS):
                    yield Path(folder, name)
    else:
        for match in glob.iglob(str(whole), recursive=True):  # noqa: PTH207 - a pattern may be absolute
            path = Path(match)
            if path.is_symlink() or not path.is_dir():
                yield path


def _stored(inbox: str, root: Path) -> Iterator[Path]:
    """Yield what ``_found`` does, of a store: there are no links, and names are but names."""
    system, top = system_of(root)
    if root == path_of(inbox):
        found = [name for name in system.find(top) if PurePosixPath(name).suffix.lower() in ENDINGS]
    else:
        pattern = system_of(path_of(inbox))[1]
        found = [name for name, told in system.glob(pattern, detail=True).items() if told["type"] == "file"]
    for name in found:
        inner = PurePosixPath(name).relative_to(top).parts
        if not any(part.startswith(".") for part in inner):  # hidden, or a way out
            yield root.joinpath(*inner)


def _refuse(error: OSError) -> None:
    name = shown_name(str(error.filename))
    raise DocumentError(name, f"cannot be read: {error.strerror}", "let the run read this folder") from error


# ---------------------------------------------------------------- pieces


def _pieces(file: _File, limit: int) -> Iterator[Piece]:
    ending = file.path.suffix.lower()
    try:
        real = file.path if is_stored(file.path) else _real(file)
        if real is None:
            return
        with real.open("rb") as stream:
            if ending in jsonlines.ENDINGS:
                yield from _lines(file, ending, stream, limit)
            else:
                yield Piece(file.name, ending, within(stream, file.name, limit), outlet=_outlet(file))
    except (OSError, RuntimeError) as error:
        raise DocumentError(file.name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _real(file: _File) -> Path | None:
    """Return where a file lies; None for a link to a folder of the inbox. Raises DocumentError, OSError."""
    real = file.path.resolve(strict=True)
    if file.inside is not None and not real.is_relative_to(file.inside.resolve()):
        raise DocumentError(file.name, "a link that leads out of the inbox", "put the story itself there")
    kind = real.stat().st_mode
    if stat.S_ISDIR(kind):
        return None  # its files are read where they lie
    if not stat.S_ISREG(kind):
        raise DocumentError(file.name, "neither a file nor a folder")
    return real


def _lines(file: _File, ending: str, stream: BinaryIO, limit: int) -> Iterator[Piece]:
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            mend = "raise --max-bytes if it is one story indeed"
            raise DocumentError(file.name, f"more than {limit:,} bytes in a line", mend, f"line {number}")
        data = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if data:
            yield Piece(file.name, ending, data, number, _outlet(file))


def _outlet(file: _File) -> str | None:
    """Return the first folder within the inbox that the file lies in and whose name is no date."""
    if file.inside is None:
        return None
    folders = file.path.relative_to(file.inside).parts[:-1]
    return next((shown_name(name) for name in folders if not _DATED.fullmatch(name)), None)
