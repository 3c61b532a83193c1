"""What stories are called in the tables of a night: by their outlets, as the desk knows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.documents import Document
from claimcheck.documents.names import numbered
from claimcheck.nightly.model import Story


def labelled(stories: Sequence[Story]) -> dict[str, Story]:
    """Return ``stories`` by names of their own: the outlet, numbered where it has several; else the place."""
    return dict(zip(numbered((story.name for story in stories), "{} {}"), stories, strict=True))


def documents_of(named: dict[str, Story]) -> list[Document]:
    """Return the documents of ``named`` with these names as their ids."""
    return [replace(story.document, id=name) for name, story in named.items()]
