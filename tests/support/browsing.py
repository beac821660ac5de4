"""The built site in a real browser: how it is served, and a page that remembers what went wrong on it."""

from __future__ import annotations

import gzip
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, Response, expect, sync_playwright

from building import SITE_URL
from mallisto.reading.languages import DEFAULT, LANGUAGES

FOLDERS = {code: "" if code == DEFAULT else f"{code}/" for code in LANGUAGES}
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true })"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
STORED = "[document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(Boolean)"
# Text spacing of WCAG 1.4.12, set as a visitor's own style sheet would be.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }"""
LARGE = "html { font-size: 200% !important }"
STYLE = "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }"

# Milliseconds a test waits for what it expects, which a busy machine may be slow to show.
PATIENCE = 20_000
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Visit:
    """A page that stays open, and what went wrong on it since it was last asked."""

    page: Page
    root: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def to(self, tail: str) -> Page:
        self.wrong.clear()
        self.page.goto(urljoin(self.root, tail))
        return self.page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:", f"blob:{self.root}")):
            self.wrong.append(f"request out of the site: {request.url}")

    def _failed(self, request: Request) -> None:
        """What is still on its way when the page is left is given up, and nothing is wrong."""
        if request.failure != "net::ERR_ABORTED":
            self.wrong.append(f"{request.failure}: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.wrong.append(f"{response.status}: {response.url}")


class Quiet(SimpleHTTPRequestHandler):
    """The site below the path of its address, as it is published; nothing stands beside it."""

    def translate_path(self, path: str) -> str:
        root = urlsplit(SITE_URL).path
        return super().translate_path(f"/{path.removeprefix(root)}" if path.startswith(root) else "/nothing-is-here")

    def log_message(self, *_: object) -> None:
        """A test says what went wrong, not every request."""


class _Packing(Quiet):
    """The same, with texts packed, as publishing services send them."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file():
            return super().do_GET()
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


@contextmanager
def served(site: Path, *, is_packed: bool = False) -> Iterator[str]:
    """Serve a built site; the address of its root."""
    handler = _Packing if is_packed else Quiet
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(SITE_URL).path}"
        server.shutdown()
        thread.join()


@contextmanager
def chromium_of(playwright: Playwright) -> Iterator[Browser]:
    """A headless Chromium: the one named in MALLISTO_CHROMIUM, or Debian's. Without one the test fails; it is never skipped."""
    found = os.environ.get("MALLISTO_CHROMIUM") or shutil.which("chromium")
    if found is None:
        pytest.fail("No Chromium: install it (scripts/setup.sh browser), or name one in MALLISTO_CHROMIUM.")
    expect.set_options(timeout=PATIENCE)
    browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS), headless=True)
    yield browser
    browser.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The same, for a program that uses no other browser."""
    with sync_playwright() as playwright, chromium_of(playwright) as browser:
        yield browser
