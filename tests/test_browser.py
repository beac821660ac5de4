"""The built site in Chromium: every page in three languages, quiet, at home, within its width, usable by keyboard."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from browsing import OVERFLOW, STORED, Visit
from mallisto.reading.languages import LANGUAGES
from webpage import pages_of

WIDTHS = (320, 1280)

# One page of each kind is enough where every page of the kind is made from one frame.
ONE_OF_EACH = ("", "mallit/", "mallit/tykke/", "mallit/tykke/polku/", "mallit/tykke/roolit/", "mallit/tykke/tarkistuslista/")


@pytest.fixture(scope="module")
def visit(browser: Browser, root: str) -> Visit:
    return Visit(browser.new_page(), root)


@pytest.fixture(scope="module")
def tails(site: Path) -> list[str]:
    """The address of every page of the site, below the site's own."""
    return [page.tail for page in pages_of(site).values() if page.path != "404.html" and page.is_shown]


def test_every_page_is_quiet_stays_at_home_stores_nothing_and_fits_its_width(visit: Visit, tails: list[str]):
    wrong: dict[str, list[str]] = {}

    for tail in tails:
        page = visit.to(tail)
        wide = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            overflow = page.evaluate(OVERFLOW)
            wide += [f"{overflow} px too wide at {width}"] if overflow > 0 else []
        stored = [f"stored: {each}" for each in page.evaluate(STORED)]
        wrong[tail] = [*visit.wrong, *wide, *stored]

    assert len(tails) > 100
    assert {tail: found for tail, found in wrong.items() if found} == {}
    assert visit.page.context.cookies() == []


@pytest.mark.parametrize("tail", ONE_OF_EACH)
def test_the_first_key_leads_past_the_header(visit: Visit, tail: str):
    page = visit.to(tail)

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#sisalto"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "sisalto"
    assert urlsplit(page.url).fragment == "sisalto"


@pytest.mark.parametrize("tail", ONE_OF_EACH)
def test_the_language_link_leads_to_the_same_page(visit: Visit, tail: str):
    for code in LANGUAGES:
        folder = "" if code == "fi" else f"{code}/"
        start = visit.to(f"en/{tail}" if code == "fi" else tail)

        start.locator(f"header a[hreflang={code}]").first.click()

        visit.page.wait_for_url(urljoin(visit.root, f"{folder}{tail}"))
        assert visit.page.locator("html").get_attribute("lang") == code
        assert visit.wrong == []


def test_a_wrong_address_is_answered_in_three_languages(visit: Visit, site: Path):
    page = visit.to("404.html")

    assert {each.get_attribute("lang") for each in page.locator("[lang]").all()} == set(LANGUAGES)
    assert visit.wrong == []
    page.locator("main a").first.click()
    page.wait_for_url(visit.root)


# The addresses of pages with lists that grow with the models, and an entry of each.
LONG_LISTS = (
    ("ohjaus/", ".guides > li"),
    ("vertailu/", ".relations__list > div"),
    ("ryhmittain/", ".groups > dd > *"),
    ("sopiiko/", ".fit__lists .verdict > a"),
)
REPEAT = """(entry, times) => {
  for (let n = 0; n < times; n += 1) entry.after(entry.cloneNode(true));
}"""
SKIPPED = "([...document.querySelectorAll('*')].filter(one => getComputedStyle(one).contentVisibility === 'auto').length)"


@pytest.mark.parametrize(("tail", "entry"), LONG_LISTS)
def test_of_a_long_list_only_what_is_near_is_laid_out_but_all_of_it_on_paper(visit: Visit, tail: str, entry: str):
    page = visit.to(tail)
    assert page.evaluate(SKIPPED) == 0

    page.locator(entry).first.evaluate(REPEAT, 60)

    assert page.evaluate(SKIPPED) > 0
    assert page.evaluate(OVERFLOW) <= 0
    page.emulate_media(media="print")
    assert page.evaluate(SKIPPED) == 0
    page.emulate_media(media="screen")
