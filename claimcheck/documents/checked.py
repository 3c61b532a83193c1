"""What files hold, or what is wrong with it: dates and JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from claimcheck.documents.dates import iso_date
from claimcheck.documents.errors import DocumentError


def checked_date(name: str, written: str | None, place: str, inside: str = "") -> str | None:
    """Return the ISO date that ``written`` gives, None where nothing is written.

    Raises DocumentError for what is no date; ``inside`` says what of the place it stands in.
    """
    dated = iso_date(written) if written else None
    if written and dated is None:
        raise DocumentError(name, f"{inside}{written!r} is not a date", "write it like 2026-11-22", place)
    return dated


def checked_json(name: str, data: bytes, place: str) -> Any:
    """Return what ``data`` holds as JSON. Raises DocumentError."""
    try:
        return msgspec.json.decode(data)
    except RecursionError as error:
        raise DocumentError(name, "JSON nested too deeply", place=place) from error
    except UnicodeDecodeError as error:
        raise DocumentError(name, f"not UTF-8: {error.reason}", "save it as UTF-8", place) from error
    except msgspec.DecodeError as error:
        raise DocumentError(name, f"not JSON: {error}", place=place) from error
