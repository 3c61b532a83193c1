"""A real browser for tests of web pages: one for the whole session, a fresh window for each page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

Scheme = Literal["light", "dark"]
DESK, PHONE = (1280, 900), (390, 844)


@dataclass(frozen=True)
class Window:
    """A page as it is shown, with all that it logged and asked for."""

    page: Page
    logged: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


class Windows:
    """Opens web pages."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.count = 0

    @contextmanager
    def open(
        self, text: str, scheme: Scheme = "light", size: tuple[int, int] = DESK, scripts: bool = True
    ) -> Iterator[Window]:
        """Show ``text``, a whole page."""
        self.count += 1
        file = self.folder / f"{self.count}.html"
        file.write_text(text, encoding="utf-8")
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        window = Window(context.new_page())
        window.page.on("console", lambda message: window.logged.append(message.text))
        window.page.on("pageerror", lambda error: window.logged.append(str(error)))
        window.page.on("dialog", lambda dialog: window.logged.append(dialog.message))
        window.page.on("request", lambda request: window.requests.append(request.url))
        try:
            window.page.goto(file.as_uri())
            yield window
        finally:
            context.close()
        assert window.logged == []
        assert [url.partition("#")[0] for url in window.requests] == [file.as_uri()]


@contextmanager
def windows(folder: Path) -> Iterator[Windows]:
    """Start the browser, which must be installed; Playwright's own is never fetched."""
    found = [path for path in map(shutil.which, _NAMES) if path]
    assert found, "web pages are tested in Chromium: run `make test`, or install it (apt-get install chromium)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found[0], args=_FLAGS)
        yield Windows(browser, folder)
        browser.close()
