"""Two real engines beside Chromium, driven by one small hand: Firefox by Playwright, WebKitGTK by Selenium.

Neither tells of a file that a page makes itself, so files are waited for in a folder; WebKit's driver hears no console, so the server puts
a first script into each page that tells the server what goes wrong. An engine that is missing is a failure; nothing is skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Error, Page, Playwright
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from browsing import PATIENCE
from listening import listening

ENGINES = ("firefox", "webkit")
WIDE = (1280, 900)


class Driver(Protocol):
    """What a test asks of an engine; elements are named by CSS, and an expression is JavaScript."""

    def go(self, url: str) -> None: ...
    def evaluate(self, expression: str) -> Any: ...
    def click(self, css: str) -> None: ...
    def fill(self, css: str, text: str) -> None: ...
    def press(self, key: str) -> None: ...


@dataclass(frozen=True)
class Hand:
    """An engine at the built site. Files that are saved come into `downloads`; `wrong` fills with what pages complain of."""

    driver: Driver
    root: str
    downloads: Path
    wrong: list[str]

    def to(self, tail: str) -> None:
        self.driver.go(urljoin(self.root, tail))

    def at_phone_width(self, tail: str) -> int:
        """Pixels by which a page is wider than 320."""
        self.driver.go(urljoin(self.root, "__frame.html"))
        self.driver.evaluate(f"void (document.querySelector('iframe').src = {json.dumps(urljoin(self.root, tail))})")
        page = "document.querySelector('iframe').contentDocument"
        self.wait(f"{page}.readyState === 'complete' && {page}.querySelector('h1') !== null")
        return int(self.driver.evaluate(f"{page}.documentElement.scrollWidth - {page}.documentElement.clientWidth"))

    def wait(self, expression: str) -> Any:
        """The value of an expression as soon as it is true."""
        end = time.monotonic() + PATIENCE / 1000
        while not (found := self.driver.evaluate(expression)):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.05)
        return found

    def texts(self, css: str) -> list[str]:
        return list(self.driver.evaluate(f"[...document.querySelectorAll({json.dumps(css)})].map(each => each.innerText.trim())"))

    def count(self, css: str) -> int:
        return int(self.driver.evaluate(f"document.querySelectorAll({json.dumps(css)}).length"))

    def click(self, css: str) -> None:
        """Click an element as soon as it is seen."""
        self._shown(css)
        self.driver.click(css)

    def fill(self, css: str, text: str) -> None:
        self._shown(css)
        self.driver.fill(css, text)

    def download(self, css: str) -> tuple[str, bytes]:
        """The name and the content of the file that a click saves."""
        before = {path.name for path in self.downloads.iterdir()}
        self.click(css)
        end = time.monotonic() + PATIENCE / 1000
        while not (new := [path for path in self.downloads.iterdir() if path.name not in before and _is_whole(path)]):
            assert time.monotonic() < end, f"no file came: {css}"
            time.sleep(0.05)
        return new[0].name, new[0].read_bytes()

    def _shown(self, css: str) -> None:
        self.wait(f"[...document.querySelectorAll({json.dumps(css)})].some(each => each.checkVisibility())")


def _is_whole(path: Path) -> bool:
    """Whether a file is no longer written: both engines write beside it first, or begin with an empty one."""
    beside = (path.with_name(f"{path.name}.part"), path.with_name(f"{path.name}.wkdownload"))
    return path.is_file() and path.suffix not in {".part", ".wkdownload"} and path.stat().st_size > 0 and not any(map(Path.exists, beside))


@dataclass(frozen=True)
class _Firefox:
    page: Page

    def go(self, url: str) -> None:
        self.page.goto(url)

    def evaluate(self, expression: str) -> Any:
        """Nothing where the page is just being left."""
        try:
            return self.page.evaluate(f"() => ({expression})")
        except Error as error:
            if "context was destroyed" not in error.message:
                raise
            return None

    def click(self, css: str) -> None:
        self.page.locator(css).locator("visible=true").first.click()

    def fill(self, css: str, text: str) -> None:
        self.page.locator(css).locator("visible=true").first.fill(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)


@dataclass(frozen=True)
class _WebKit:
    driver: webdriver.WebKitGTK

    def go(self, url: str) -> None:
        self.driver.get(url)

    def evaluate(self, expression: str) -> Any:
        return self.driver.execute_script(f"return ({expression})")

    def click(self, css: str) -> None:
        self._at(css, WebElement.click)

    def fill(self, css: str, text: str) -> None:
        def written(element: WebElement) -> None:
            element.clear()
            element.send_keys(text)

        self._at(css, written)

    def press(self, key: str) -> None:
        ActionChains(self.driver).send_keys(getattr(Keys, key.upper())).perform()

    def _at(self, css: str, do: Callable[[WebElement], None]) -> None:
        """Do something to an element; where the page has just drawn it anew, to the new one."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            with suppress(StaleElementReferenceException, StopIteration):
                return do(self._seen(css))
            time.sleep(0.05)
        return do(self._seen(css))

    def _seen(self, css: str) -> WebElement:
        shown = next(element for element in self.driver.find_elements(By.CSS_SELECTOR, css) if element.is_displayed())
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", shown)
        return shown


@contextmanager
def hand(engine: str, playwright: Playwright, site: Path, downloads: Path) -> Iterator[Hand]:
    """An engine that has opened its window, and a server of the site for it."""
    with ExitStack() as stack:
        root, wrong = stack.enter_context(listening(site))
        driver = stack.enter_context(_firefox(playwright, downloads) if engine == "firefox" else _webkit(downloads))
        yield Hand(driver, root, downloads, wrong)


@contextmanager
def _firefox(playwright: Playwright, downloads: Path) -> Iterator[Driver]:
    preferences = {"browser.download.folderList": 2, "browser.download.dir": str(downloads), "browser.download.alwaysOpenPanel": False}
    browser = playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=_found("firefox-esr"),
        downloads_path=str(downloads),
        firefox_user_prefs=preferences,
    )
    page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]})
    page.set_default_timeout(PATIENCE)
    yield _Firefox(page)
    browser.close()


@contextmanager
def _webkit(downloads: Path) -> Iterator[Driver]:
    """MiniBrowser saves into the home folder, so it has one of its own; without a screen it has one in memory."""
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
    program = str(browsers[0]) if browsers else _found("MiniBrowser")
    options = webdriver.WebKitGTKOptions()
    options.binary_location = program
    for argument in ("--automation", "--javascript-can-access-clipboard=true"):
        options.add_argument(argument)
    with _screen() as display:
        own = {**os.environ, "HOME": str(downloads), "DISPLAY": display, "GDK_BACKEND": "x11"}
        driver = webdriver.WebKitGTK(options=options, service=webdriver.WebKitGTKService(_found("WebKitWebDriver"), env=own))
        try:
            driver.set_window_size(WIDE[0], WIDE[1] + 100)
            yield _WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen in memory; the server picks a free number and writes it."""
    reading, writing = os.pipe()
    command = [_found("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                yield f":{told.readline().strip()}"
        finally:
            server.terminate()


def _found(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.fail(f"No {program}: install it (scripts/setup.sh browser).")
    return found
