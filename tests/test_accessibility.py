"""WCAG 2.2 AA in Chromium: axe on every kind of page, and what axe cannot see: keyboard, zoom, spacing, colours, print, no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import axe
from browsing import FOLDERS, LARGE, OPEN_ALL, OVERFLOW, SPACING, STYLE
from mallisto.reading.languages import LANGUAGES

# One page of every kind; pages of a kind are made from one frame and one template.
KINDS = (
    "",
    "mallit/",
    "mallit/uusi-suunta/",
    "mallit/toike/polku/",
    "mallit/tykke/roolit/",
    "mallit/tykke/tarkistuslista/",
    "mallit/tykke/lahteet/",
    "mallit/tykke/muutokset/",
    "mallit/espoo-tyokykyhanke/vihko/",
    "mallit/uusi-suunta/paatosmuistio/",
    "roolit/",
    "roolit/physician/",
    "sanasto/",
    "osallistu/",
    "tietoa/",
    "organisaatiot/",
    "puutteet/",
    "muutokset/",
    "tietosuoja/",
    "saavutettavuus/",
    "yllapito/",
    "haku/",
    "ryhmittain/",
    "vertailu/",
    "sopiiko/",
    "ohjaus/",
    "roolit/referring-professional/",
    "linkit/",
    "lataa/",
    "koulutus/",
    "koulutus/koordinointi/",
    "koulutus/koordinointi/ohjaaja/",
    "koulutus/paketti/",
    "koulutus/diat/",
    "mallit/toike/diat/",
)
FOCUS = """() => {
    const it = document.activeElement, style = getComputedStyle(it);
    const box = it.getClientRects()[0] ?? it.getBoundingClientRect();  // the first line of a link over two lines
    const x = Math.min(Math.max(box.left + Math.min(box.width, 12) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height, 12) / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return {
        name: it.tagName + ' ' + (it.getAttribute('href') || it.textContent.trim().slice(0, 30)),
        isBody: it === document.body,
        isSeen: box.bottom > 0 && box.top < innerHeight && !!top && (it.contains(top) || top.contains(it)),
        hasRing: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    }
}"""


# Text outside pictures that is smaller than so many pixels, with its size.
SMALLEST = 12
TOO_SMALL = """least => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) {
        const { parentElement: around, data } = texts.currentNode, size = parseFloat(getComputedStyle(around).fontSize);
        const isRead = data.trim() && !around.closest('svg') && around.checkVisibility();
        if (isRead && size < least) found.push(`${size} ${data.trim().slice(0, 40)}`);
    }
    return found;
}"""


def _pages(browser: Browser, **options: Any) -> Iterator[Page]:
    context = browser.new_context(**options)
    yield context.new_page()
    context.close()


@pytest.fixture(params=["light", "dark"], scope="module")
def coloured(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in one scheme from the start: the colours of links change slowly when the scheme does."""
    yield from _pages(browser, color_scheme=request.param)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    yield from _pages(browser)


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of its own: where the focus was left before must not matter."""
    yield from _pages(browser)


@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(coloured: Page, root: str, code: str):
    found: dict[str, dict[int, list[str]]] = {}

    for tail in (*KINDS, *(("404.html",) if code == "fi" else ())):
        coloured.goto(f"{root}{FOLDERS[code] if tail != '404.html' else ''}{tail}")
        coloured.evaluate(OPEN_ALL)
        found[tail] = axe.findings_at(coloured)

    assert {where: what for where, what in found.items() if what} == {}


def test_a_bad_colour_is_found_on_one_text_among_many_that_are_alike(page: Page, root: str):
    page.goto(f"{root}sanasto/")
    assert axe.findings(page, 320) == []

    for mistake in ("color: #999", "background-color: #777", "opacity: .4"):
        page.goto(f"{root}sanasto/")
        page.evaluate(f"document.querySelectorAll('main .more a')[5].style.cssText = 'transition: none; {mistake}'")
        assert [each.split(":")[0] for each in axe.findings(page, 320)] == ["color-contrast"], mistake


def test_no_style_changes_between_the_widths_at_which_colours_are_looked_at_once(site: Path):
    narrow, wide = axe.ALIKE
    styles = " ".join(path.read_text("utf-8") for path in site.rglob("*.css"))

    conditions = [each for media in re.findall(r"@media([^{]*)", styles) for each in re.findall(r"[^()]*width[^()]*", media)]

    found = [re.fullmatch(r"(?:min|max)-width:\s*([\d.]+)(px|r?em)", each) for each in conditions]
    assert None not in found
    pixels = {float(each[1]) * (1 if each[2] == "px" else 16) for each in found if each}
    assert min(pixels) < 600
    assert [each for each in pixels if narrow <= each <= wide] == []


@pytest.mark.parametrize("tail", ["", "mallit/uusi-suunta/", "mallit/toike/polku/", "puutteet/", "vertailu/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_and_leaves_everything_and_the_focus_is_seen(fresh: Page, root: str, tail: str, width: int):
    page = fresh
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{root}{tail}")
    stops = page.evaluate(
        "[...document.querySelectorAll('a[href], summary, input, button, [tabindex=\"0\"]')].filter(each => each.checkVisibility()).length"
    )
    wrong, reached = [], 0

    for _ in range(stops + 5):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["isBody"]:
            break
        reached += 1
        if not (focus["isSeen"] and focus["hasRing"]):
            wrong.append(focus)

    assert wrong == []
    assert reached == stops


def test_no_text_is_too_small_and_large_text_or_wide_spacing_need_no_sideways_scroll(page: Page, root: str):
    found: dict[str, list[object]] = {}

    for tail in KINDS:
        page.goto(f"{root}{tail}")
        page.evaluate(OPEN_ALL)
        small = [_at(page, width, "").evaluate(TOO_SMALL, SMALLEST) for width in (390, 1280)]
        wide = [_at(page, width, style).evaluate(OVERFLOW) for width, style in ((320, SPACING), (640, LARGE))]
        found[tail] = [*small, *wide]

    assert {where: what for where, what in found.items() if what != [[], [], 0, 0]} == {}


def test_large_text_alone_needs_no_sideways_scroll_on_a_narrow_screen(page: Page, root: str):
    found: dict[str, int] = {}

    for tail in ("", "mallit/", "haku/", "roolit/", "osallistu/", "sv/", "sv/mallit/", "sv/haku/", "en/haku/"):
        page.goto(f"{root}{tail}")
        page.evaluate(OPEN_ALL)
        found[tail] = _at(page, 320, LARGE).evaluate(OVERFLOW)

    assert {tail: overflow for tail, overflow in found.items() if overflow} == {}


def _at(page: Page, width: int, style: str) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(STYLE, style)
    return page


def test_nothing_moves_for_those_who_asked_for_stillness(browser: Browser, root: str):
    for page in _pages(browser, reduced_motion="reduce"):
        page.goto(f"{root}mallit/tykke/")
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_forced_colours_keep_what_tells_things_apart(browser: Browser, root: str):
    for page in _pages(browser, forced_colors="active"):
        page.goto(f"{root}mallit/uusi-suunta/")
        assert axe.findings(page) == []
        here = page.locator(".parts [aria-current]").first
        assert here.evaluate("each => getComputedStyle(each).fontWeight") == "600"
        assert page.locator(".ev .ev__on").first.evaluate("each => getComputedStyle(each).fill") != "rgb(255, 255, 255)"


def test_print_unfolds_everything_and_leaves_the_furniture_out(page: Page, root: str):
    page.goto(f"{root}mallit/tykke/vihko/")
    page.emulate_media(media="print")

    hidden = page.evaluate(
        "[...document.querySelectorAll('.fold:not([open]) > :not(summary)')].filter(each => !each.checkVisibility()).length"
    )
    furniture = page.evaluate(
        "['.top', '.bottom', '.contents', '.rail', '.parts'].filter(each => document.querySelector(each)?.checkVisibility())"
    )
    pdf = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="screen")

    assert hidden == 0
    assert furniture == []
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 50_000


def test_everything_is_there_without_script(browser: Browser, root: str):
    for page in _pages(browser, java_script_enabled=False):
        page.goto(f"{root}mallit/tykke/")
        assert page.locator("main :is(h2, h3)").count() > 8
        page.locator(".fold:not([open]) > summary").first.click()
        assert page.locator(".fold[open]").count() > 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_contents_stay_at_hand(page: Page, root: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{root}mallit/tykke/polku/")

    if width < 1000:
        page.locator(".contents summary").click()
    page.locator(".contents a").nth(3).click()

    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 400


@pytest.mark.parametrize("is_scripted", [True, False])
def test_from_far_down_a_phone_the_contents_are_one_link_away(browser: Browser, root: str, is_scripted: bool):
    for page in _pages(browser, viewport={"width": 390, "height": 800}, java_script_enabled=is_scripted):
        page.goto(f"{root}mallit/tykke/polku/")
        back, entries = page.locator(".rail a"), page.locator(".contents ul")
        expect(back).to_be_hidden()

        page.mouse.wheel(0, 5000)
        expect(back).to_be_in_viewport(ratio=1)
        expect(entries).to_be_hidden()
        back.click()

        expect(entries).to_be_in_viewport()
        expect(back).to_be_hidden()
        entries.locator("a").nth(3).click()
        expect(page.locator("main h2").nth(3)).to_be_in_viewport()
        expect(entries).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (320, 256)])
def test_the_link_to_the_contents_stays_away_where_they_are_beside_or_room_is_scarce(page: Page, root: str, width: int, height: int):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{root}mallit/tykke/polku/")

    assert page.evaluate("document.querySelector('.rail').checkVisibility()") is False


def test_a_link_to_a_folded_fact_unfolds_it(page: Page, root: str):
    page.goto(f"{root}mallit/uusi-suunta/")
    anchor = page.evaluate("document.querySelector('.fold:not([open]) li[id]').id")

    page.goto("about:blank")
    page.goto(f"{root}mallit/uusi-suunta/#{anchor}")

    assert page.locator(f"#{anchor}").is_visible()
