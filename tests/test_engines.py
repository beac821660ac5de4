"""The main walks in Firefox and in WebKit, which Safari is made of; every other test of pages runs in Chromium.

Dark colours, print and pages without script stay in Chromium: by the drivers of today Firefox ignores those three settings without a word,
and WebKit's knows none of them, so that such a test would prove nothing there.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from building import unpacked_copy
from engines import ENGINES, Hand, hand

PHONE = ("", "mallit/tykke/", "mallit/tykke/polku/", "mallit/tykke/tarkistuslista/", "vertailu/?malli=tykke&malli=toike", "sopiiko/")
TERM = "article button.term"
# The box of an open explanation and whether all of it is in the window, for a term this far from the window's top.
SCROLLED = "void (term => scrollBy({top: term.getBoundingClientRect().top - %d, behavior: 'instant'}))(%s)"
INSIDE = """(({left, top, right, bottom}) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight)(
    document.querySelector(':popover-open').getBoundingClientRect())"""
# A term that far down the page that the page is scrolled when it is seen.
LOW = f"[...document.querySelectorAll('{TERM}')].find(each => each.getBoundingClientRect().top + scrollY > 1200)"
ROWS = "[...document.querySelectorAll('tbody tr')].filter(each => each.checkVisibility()).length"


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, playwright: Playwright, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hand]:
    with hand(request.param, playwright, site, tmp_path_factory.mktemp(request.param)) as opened:
        yield opened


@pytest.fixture
def walk(engine: Hand) -> Iterator[Hand]:
    """The engine with nothing wrong yet, and nothing at the end; what one walk keeps in the browser is not there for the next."""
    engine.to("")
    engine.wait("(localStorage.clear(), true)")
    engine.wrong.clear()
    yield engine
    engine.to("")
    assert engine.wrong == []


def test_what_goes_wrong_on_a_page_is_heard(engine: Hand):
    engine.to("")
    engine.wrong.clear()

    engine.wait("(document.head.append(Object.assign(document.createElement('style'), {textContent: 'b {}'})), true)")
    engine.wait("(setTimeout(() => console.error('said')), setTimeout(() => { throw Error('thrown') }), true)")
    engine.to("vertailu/")

    assert {text.split(":")[1].strip() for text in engine.wrong} >= {"policy", "console", "error"}
    engine.wrong.clear()


def test_search(walk: Hand):
    walk.to("mallit/")
    walk.fill("header input[name=q]", "kuntoutusohjaaja")
    walk.driver.press("Enter")

    walk.wait("location.pathname.endsWith('/haku/') && document.querySelectorAll('.hits > li').length > 2")
    assert walk.texts("[role=status]")[0]
    walk.to("haku/?q=työkykyy")
    walk.wait("document.querySelectorAll('.hits > li').length")
    walk.to("haku/?q=qqqqqqq")
    walk.wait("document.querySelector('.search__help').checkVisibility()")


def test_comparison(walk: Hand):
    walk.to("vertailu/")
    walk.click("input[value=tykke]")
    walk.click("input[value=toike]")

    walk.wait("document.querySelectorAll('thead th[data-model]').length === 2")
    every = walk.driver.evaluate(ROWS)
    walk.click("input[name=erot]")
    walk.wait(f"{ROWS} < {every}")
    walk.driver.evaluate("void history.back()")
    walk.wait(f"{ROWS} === {every} && !document.querySelector('input[name=erot]').checked")
    assert walk.driver.evaluate("location.search") == "?malli=tykke&malli=toike"


def test_fit_finder(walk: Hand):
    walk.to("sopiiko/")
    walk.click("input[name=kenelle][value=entrepreneurs]")
    walk.click(".fit__question:has([name=raha]) > summary")
    walk.click("input[name=raha][value=ei]")

    walk.wait("document.querySelector('.fit__status').innerText.startsWith('Vastattu 2/')")
    assert walk.count(".fit__list > li") > 2
    assert walk.count(".fit__matrix tbody tr") == 2


def test_adoption(walk: Hand):
    walk.to("mallit/tykke/tarkistuslista/")
    walk.fill(".adoption__start [name=name]", "Kuopio 2027")
    walk.click(".adoption__start button")
    walk.click("#kohta-decide-target-group .checklist__text input")
    walk.click("#kohta-decide-need .row__more > summary")
    walk.fill("#kohta-decide-need [name=note]", "Kysytään ensin")
    walk.driver.press("Tab")
    walk.wait("Object.values(localStorage).join().includes('Kysytään ensin')")

    walk.to("mallit/tykke/tarkistuslista/")
    walk.click("#kohta-decide-need .row__more > summary")
    walk.wait("document.querySelector('#kohta-decide-need [name=note]')?.value === 'Kysytään ensin'")
    walk.driver.evaluate("document.querySelectorAll('.adoption details').forEach(each => { each.open = true })")
    _, content = walk.download("[data-part=panel] [data-do=json]")
    kept = json.loads(content)
    assert kept["name"] == "Kuopio 2027"
    assert kept["items"]["decide-target-group"]["state"] == "done"
    assert kept["items"]["decide-need"]["note"] == "Kysytään ensin"


def test_memo(walk: Hand):
    walk.to("mallit/tykke/paatosmuistio/")
    walk.fill("#luku-clients", "40–60")
    walk.driver.press("Tab")
    walk.wait("[...document.querySelectorAll('[data-result]')].some(each => /\\d/.test(each.innerText))")

    name, content = walk.download(".memo__word")
    assert name.endswith(".docx")
    assert zipfile.ZipFile(BytesIO(content)).testzip() is None


def test_pack_and_slides(walk: Hand):
    for tail in ("mallit/toike/polku/", "roolit/physician/"):
        walk.to(tail)
        walk.click(".standing .place")
        walk.click("dialog[open] .kit__pack button")
        walk.wait("document.querySelector('.kit__status').innerText")
    walk.to("koulutus/paketti/")
    walk.wait("document.querySelectorAll('.pack__item').length === 2")
    walk.click(".pack__share")
    walk.wait("document.querySelector('#paketin-osoite').value.includes('#p=')")

    walk.click(".pack__slides")
    walk.wait("document.querySelector('.slide--now')")
    walk.to("mallit/toike/diat/")
    walk.wait("document.querySelector('.slide--now')")
    first = walk.texts(".show__status")
    walk.click(".show__on")
    walk.wait(f"document.querySelector('.show__status').innerText !== {json.dumps(first[0])}")
    name, content = walk.download(".show__file")
    assert name.endswith(".pptx")
    assert zipfile.ZipFile(BytesIO(content)).testzip() is None


def test_terms_look_like_terms_and_their_explanations_stay_in_the_window(walk: Hand):
    walk.to("mallit/tykke/polku/")
    outside = []

    lines = walk.driver.evaluate(f"[...document.querySelectorAll('{TERM}')].map(each => getComputedStyle(each).textDecorationLine)")
    for place in (60, 300, 800):
        walk.driver.evaluate(SCROLLED % (place, LOW))
        walk.driver.evaluate(f"void {LOW}.click()")
        walk.wait("document.querySelector(':popover-open')")
        outside += [] if walk.driver.evaluate(INSIDE) else [place]
        walk.driver.evaluate("void document.querySelector(':popover-open').hidePopover()")

    assert walk.driver.evaluate("scrollY") > 200
    assert set(lines) == {"underline"}
    assert outside == []


def test_nothing_is_wider_than_a_phone(walk: Hand):
    assert {tail: wide for tail in PHONE if (wide := walk.at_phone_width(tail)) > 0} == {}


def test_copy_without_a_network(engine: Hand, site: Path, tmp_path: Path):
    copy = unpacked_copy(site, tmp_path / "unpacked with spaces").as_uri()

    engine.driver.go(f"{copy}/mallit/index.html")
    engine.fill("header input[name=q]", "lähetteettömästi")
    engine.driver.press("Enter")
    engine.wait("document.querySelectorAll('.hits > li').length")
    engine.click(".hits > li h3 a")
    engine.wait("!location.pathname.includes('/haku/') && document.querySelector('h1') !== null")
    engine.driver.go(f"{copy}/mallit/tykke/polku/index.html")
    engine.click(TERM)
    engine.wait("document.querySelector(':popover-open')?.innerText")
