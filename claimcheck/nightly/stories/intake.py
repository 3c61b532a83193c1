"""Reads what is new in the inboxes, and keeps count of what is not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

import msgspec

from claimcheck.documents import Document, DocumentError
from claimcheck.documents.inbox import Piece, pieces, read_piece
from claimcheck.nightly import mapping
from claimcheck.nightly.model import Intake, Night, Story

Watch = Callable[[str, int, int | None], None]
"""Is told the stage of a run, how much of it is done, and of how much, where that is known."""


def take_in(night: Night, read: Collection[str], known: Collection[str], watch: Watch) -> Intake:
    """Return the stories of the inboxes but those whose pieces were ``read``, or whose digests are ``known``, before.

    The same story found twice counts once. Raises DocumentError where an inbox does not exist.
    """
    errors: list[DocumentError] = []
    again: set[str] = set()

    def unread() -> Iterator[Piece]:
        for piece in pieces(night.inboxes, night.limit):
            if isinstance(piece, DocumentError):
                errors.append(piece)
            elif piece.digest in read:
                again.add(piece.digest)
            else:
                yield piece

    stories: dict[str, Story] = {}
    for done, each in enumerate(mapping.each(unread(), read_story, night, night), start=1):
        watch("reading stories", done, None)
        if isinstance(each, DocumentError):
            errors.append(each)
        elif each.digest not in known:
            stories.setdefault(each.digest, each)
        else:
            again.add(each.digest)
    return Intake(tuple(stories.values()), tuple(errors), frozenset(again))


def digest_of(document: Document) -> str:
    """Return the SHA-256 of what a story says and who says it, in hexadecimal digits: its place is no part of it."""
    said = (document.outlet, document.title, document.date, document.story, document.text)
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()


def read_story(piece: Piece, night: Night) -> Story | DocumentError:
    """Return the story of ``piece``, or what is wrong with it."""
    try:
        document, encoding = read_piece(piece, night.fields, night.encoding)
    except DocumentError as error:
        return error
    except Exception as error:  # noqa: BLE001 - one story must not end the night, whatever it hit
        return DocumentError.internal(piece.name, error)
    digest = digest_of(document)
    dated = replace(document, date=document.date or night.date, story=document.story or document.id)
    return Story(dated, digest, piece.digest, encoding, night.date)
