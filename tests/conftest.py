"""Shared switches of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from browsing import Visit, chromium_of, served
from building import FIVE, build_site, made_once, packed_site
from writing import writer


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="accept the current output as expected; review what changed like code")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of the repository with its offline copy, built once for all workers. Nobody writes into it."""
    return made_once(tmp_path_factory, "whole-site", lambda folder: packed_site(FIVE, build_site(FIVE, folder)))


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives Chromium and Firefox; a process can have one only."""
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with chromium_of(playwright) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has visited nothing yet."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def visit(page: Page, root: str) -> Visit:
    """The same, at the built site; notes what goes wrong."""
    return Visit(page, root)


@pytest.fixture(scope="session")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of the form's writer, ready for Node."""
    return writer(tmp_path_factory.mktemp("writer"))
