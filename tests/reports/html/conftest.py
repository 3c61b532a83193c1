"""One browser for all tests of web pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reports.html.browser import Windows, windows


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    with windows(tmp_path_factory.mktemp("pages")) as opened:
        yield opened
