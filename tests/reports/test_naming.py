"""What documents are called where there is little room."""

import pytest

from claimcheck.documents import Document
from claimcheck.reports.naming import names

NAMES = [
    (["wire.txt"], ["wire.txt"]),
    (["crash/first.md", "crash/second.md"], ["first.md", "second.md"]),
    (["mon/a/wire.txt", "tue/a/wire.txt", "post.txt"], ["mon/a/wire.txt", "tue/a/wire.txt", "post.txt"]),
    (["mon/wire.txt", "wire.txt"], ["mon/wire.txt", "wire.txt"]),
    (["/", "wire/"], ["/", "wire"]),
]


@pytest.mark.parametrize(("paths", "called"), NAMES)
def test_the_shortest_end_that_tells_paths_apart(paths: list[str], called: list[str]) -> None:
    assert list(names([Document(path, "Nine died.") for path in paths]).values()) == called


def test_what_is_called_by_its_outlet_is_no_path() -> None:
    documents = [
        Document(id_, "Nine died.", outlet="Lisle/Orlau Post") for id_ in ("Lisle/Orlau Post", "Lisle/Orlau Post 2")
    ]
    assert list(names(documents).values()) == ["Lisle/Orlau Post", "Lisle/Orlau Post 2"]
