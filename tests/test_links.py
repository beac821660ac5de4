"""The link kit in Chromium: a place, its address, its short address and its picture all lead to the same place; keyboard, script, cards."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

import axe
from browsing import STORED, Visit
from building import SITE_URL
from mallisto.reading.languages import LANGUAGES

STEP = "#vaihe-phone-contact"
PATHWAY = "mallit/toike/polku/"
# A page, and the first place on it: a step, a role, an item, a term; and the page itself.
PLACES = (
    (PATHWAY, f"{STEP} .place"),
    ("mallit/tykke/roolit/", ".role .place"),
    ("mallit/tykke/tarkistuslista/", ".checklist > li .place"),
    ("sanasto/", ".glossary .place"),
    ("mallit/tykke/", ".standing .place"),
    ("roolit/physician/", ".standing .place"),
)

CURRENT = {"fi": "Paperi on ajan tasalla.", "sv": "Pappret är aktuellt.", "en": "The printout is up to date."}

# The id of the place beside which a link stands; nothing where it is the link of the page itself.
ANCHOR = "each => each.closest('.standing') ? '' : each.closest('.role')?.querySelector('h2').id ?? each.closest('[id]').id"


@pytest.fixture
def visit(browser: Browser, root: str) -> Iterator[Visit]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield Visit(context.new_page(), root)
    context.close()


def kit(page: Page, place: str) -> Locator:
    """The open dialog of a place."""
    page.locator(place).first.click()
    dialog = page.locator("dialog.kit")
    expect(dialog).to_be_visible()
    return dialog


def copied(page: Page, label: str) -> str:
    page.locator("dialog.kit").get_by_role("button", name=label, exact=True).click()
    expect(page.locator(".kit__status")).not_to_be_empty()
    return str(page.evaluate("navigator.clipboard.readText()"))


def here(visit: Visit, address: str) -> str:
    """A published address at the place where the test serves it."""
    return visit.root + address.removeprefix(SITE_URL)


@pytest.mark.parametrize(("tail", "place"), PLACES)
def test_what_is_copied_leads_back_to_the_place(visit: Visit, tail: str, place: str):
    page = visit.to(tail)
    wanted = page.locator(place).first.evaluate(ANCHOR)
    kit(page, place)

    address, short = copied(page, "Kopioi Osoite"), copied(page, "Kopioi Lyhyt osoite")

    assert address == f"{SITE_URL}{tail}{'#' if wanted else ''}{wanted}"
    assert short.endswith("/#fi")
    page.goto(here(visit, short))
    page.wait_for_url(here(visit, address))
    if wanted:
        assert page.evaluate("document.querySelector(':target').id") == wanted
    assert visit.wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_text_tells_name_review_and_address(visit: Visit, code: str):
    folder = "" if code == "fi" else f"{code}/"
    page = visit.to(f"{folder}{PATHWAY}")
    name = str(page.locator(f"{STEP} h3").text_content()).partition(". ")[2]
    kit(page, f"{STEP} .place")

    text = page.locator("#linkki-teksti").input_value()

    assert text.startswith(f"{name} – ")
    assert text.endswith(f" {SITE_URL}{folder}{PATHWAY}{STEP}")
    assert "2026" in text
    assert "{" not in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_camera_reads_the_short_address_from_the_downloaded_picture(visit: Visit, code: str):
    page = visit.to(f"{'' if code == 'fi' else code + '/'}{PATHWAY}")
    kit(page, f"{STEP} .place")

    with page.expect_download() as waiting:
        page.locator(".kit__png").click()
    picture = Image.open(BytesIO(Path(waiting.value.path()).read_bytes()))
    with page.expect_download() as waiting:
        page.locator(".kit__svg").click()

    assert Path(waiting.value.path()).read_text("utf-8").startswith("<svg ")
    assert picture.size == (1200, 1200)
    assert zxingcpp.read_barcode(picture.convert("L")).text == page.locator("#linkki-lyhyt").input_value()
    assert visit.wrong == []


def test_the_keyboard_alone_opens_copies_and_comes_back(visit: Visit):
    page = visit.to(PATHWAY)
    opener = page.locator(f"{STEP} .place")

    opener.focus()
    shown = opener.evaluate("each => getComputedStyle(each).opacity")
    page.keyboard.press("Enter")
    first = page.evaluate("document.activeElement.closest('dialog') !== null")
    while page.evaluate("document.activeElement.dataset.copies") != "linkki-lyhyt":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".kit__status")).to_have_text("Kopioitu.")
    page.keyboard.press("Escape")

    assert (shown, first) == ("1", True)
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{SITE_URL}l/")
    assert opener.evaluate("each => each === document.activeElement")


def test_where_copying_is_refused_the_text_is_selected(browser: Browser, root: str):
    context = browser.new_context(permissions=[])
    page = context.new_page()
    page.goto(f"{root}{PATHWAY}")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }")
    kit(page, f"{STEP} .place")

    page.get_by_role("button", name="Kopioi Osoite", exact=True).click()

    expect(page.locator(".kit__status")).to_contain_text("valittu")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == f"{SITE_URL}{PATHWAY}{STEP}"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing_in_the_open_kit_and_the_card(browser: Browser, root: str, code: str, scheme: str):
    folder, found = "" if code == "fi" else f"{code}/", {}
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()

    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for tail, opens in (
            (f"{folder}mallit/tykke/", ".standing .place"),
            (f"{folder}upota/tykke/", ""),
            (f"{folder}l/zzzzz/../../mallit/", ""),
        ):
            page.goto(f"{root}{tail}")
            if opens:
                kit(page, opens)
                page.locator(".kit__embed > summary").click()
            found[f"{tail} at {width}"] = axe.findings(page)

    assert {where: what for where, what in found.items() if what} == {}
    context.close()


def test_the_quiet_links_lead_to_their_places_without_script(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}{PATHWAY}")

    page.locator(f"{STEP} a.place").focus()
    page.keyboard.press("Enter")

    assert urlsplit(page.url).fragment == STEP.removeprefix("#")
    assert not page.locator("dialog.kit").is_visible()
    context.close()


@pytest.fixture(scope="module")
def short(root: str, site: Path) -> str:
    """The short address of a step."""
    code = re.search(rf'href="{STEP}" data-code="(\w+)"', (site / PATHWAY / "index.html").read_text("utf-8"))
    assert code
    return f"{root}l/{code[1]}/"


@pytest.mark.parametrize(
    ("fragment", "spoken", "folder"),
    [
        ("", "sv-SE", "sv/"),
        ("", "en-US", "en/"),
        ("", "fi-FI", ""),
        ("", "de-DE", ""),
        ("#sv", "en-GB", "sv/"),
        ("#en", "fi-FI", "en/"),
        ("#fi", "sv-FI", ""),
        ("#<b>", "sv-FI", "sv/"),
    ],
)
def test_a_short_address_leads_on_in_its_own_language_or_the_readers(
    browser: Browser, root: str, short: str, fragment: str, spoken: str, folder: str
):
    context = browser.new_context(locale=spoken, viewport={"width": 390, "height": 844})
    visit = Visit(context.new_page(), root)

    visit.page.goto(f"{short}{fragment}")

    visit.page.wait_for_url(f"{root}{folder}{PATHWAY}{STEP}")
    assert visit.page.evaluate("document.querySelector(':target').id") == STEP.removeprefix("#")
    assert visit.wrong == []
    context.close()


def test_a_short_address_shows_three_ways_without_script_and_waits(browser: Browser, root: str, short: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(short)

    ways = page.locator("main a")

    assert [(each.get_attribute("hreflang"), each.evaluate("each => each.closest('[lang]').lang")) for each in ways.all()] == [
        (code, code) for code in LANGUAGES
    ]
    assert page.locator("[http-equiv=refresh]").count() == 0
    assert page.locator("footer a").count() == 3
    ways.nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}sv/{PATHWAY}{STEP}")
    context.close()


def test_the_glossary_is_filtered_and_shows_what_an_address_asks_for(visit: Visit):
    page = visit.to("sanasto/")

    page.get_by_label("Suodata termejä").fill("funktionsförmåga")
    expect(page.locator(".terms__status")).to_have_text(re.compile(r"^Termejä: \d+$"))
    shown = page.locator(".glossary dfn:visible").all_inner_texts()
    page.evaluate("location.hash = '#termi-asiakas'")

    assert "toimintakyky" in shown
    assert "asiakas" not in shown
    expect(page.locator("#termi-asiakas")).to_be_in_viewport()
    assert visit.wrong == []


def test_a_page_says_when_the_place_of_the_address_is_no_longer_there(visit: Visit):
    page = visit.to(f"{PATHWAY}#vaihe-never-was")
    note = page.locator(".missing-place")

    expect(note).to_have_text("Osoitteessa pyydettyä kohtaa ei enää ole tällä sivulla.")
    expect(note).to_be_focused()
    page.evaluate(f"location.hash = '{STEP}'")
    expect(note).to_be_hidden()
    visit.to("koulutus/paketti/#paketti=AAAA")
    expect(note).to_be_hidden()
    assert visit.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_short_address_whose_script_did_not_come(browser: Browser, short: str, scheme: str):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.route("**/short-address.js", lambda route: route.abort())
    page.goto(short)

    assert axe.findings_at(page, 320, 390, 1280) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    context.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_camera_reads_the_short_address_from_paper(visit: Visit, code: str):
    folder = "" if code == "fi" else f"{code}/"
    page = visit.to(f"{folder}{PATHWAY}")
    page.emulate_media(media="print")
    picture = page.locator(".standing__qr")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)

    read = zxingcpp.read_barcode(Image.open(BytesIO(picture.screenshot())).convert("L")).text

    assert re.sub(r"\?versio=[\d-]+-[0-9a-f]{6}#", "#", read) in page.locator(".standing").inner_text()
    assert read.endswith(f"#{code}")
    page.emulate_media(media="null")
    page.goto(here(visit, read))
    page.wait_for_url(re.compile(rf"^{visit.root}{folder}{PATHWAY}\?versio="))
    expect(page.locator("h1 + .paper-edition")).to_have_text(CURRENT[code])
    assert visit.wrong == []


def test_a_page_says_how_much_has_changed_since_the_paper_and_where(visit: Visit):
    """The number is that of the page of changes; here it tells of two changes of which one came after the paper."""
    told = """<article class="revision" data-day="2027-02-01" data-changes="3" data-replaced="2027-01-01-aaaaaa"></article>
        <article class="revision" data-day="2027-01-01" data-changes="5" data-replaced="2026-12-01-bbbbbb"></article>"""
    visit.page.route("**/mallit/toike/muutokset/", lambda route: route.fulfill(body=told, content_type="text/html"))

    page = visit.to(f"{PATHWAY}?versio=2027-01-01-aaaaaa")

    expect(page.locator(".paper-edition")).to_contain_text("Mallia on muutettu paperin jälkeen: 3 muutosta.")
    visit.page.unroute("**/mallit/toike/muutokset/")
    page.get_by_role("link", name="Katso, mitä on muuttunut").click()
    page.wait_for_url(f"{visit.root}mallit/toike/muutokset/?versio=2027-01-01-aaaaaa")
    assert visit.wrong == []


@pytest.mark.parametrize("tail", ["roolit/physician/", "ohjaus/", "koulutus/reitti/hoitaja/"])
def test_a_page_of_several_models_says_that_its_paper_is_old(visit: Visit, tail: str):
    page = visit.to(f"{tail}?versio=2020-01-01-000000")
    expect(page.locator(".paper-edition")).to_have_text("Tätä sivua on muutettu paperin jälkeen. Katso, mitä on muuttunut")
    edition = page.locator("paper-edition").get_attribute("data-edition")

    visit.to(f"{tail}?versio={edition}")
    expect(page.locator(".paper-edition")).to_have_text("Paperi on ajan tasalla.")
    visit.to(tail)
    assert page.locator(".paper-edition").count() == 0
    assert visit.wrong == []


def test_where_the_library_is_out_of_reach_there_is_no_code_and_the_rest_works(visit: Visit):
    visit.page.route("**/assets/lib/uqr/**", lambda route: route.abort())
    page = visit.to(PATHWAY)
    kit(page, f"{STEP} .place")

    expect(page.locator(".kit__qr")).to_be_hidden()

    assert copied(page, "Kopioi Lyhyt osoite").endswith("/#fi")


def test_a_card_fits_its_frame_and_opens_the_model_in_the_whole_window(visit: Visit, site: Path):
    answer = json.loads((site / "oembed/tykke.json").read_text("utf-8"))
    page = visit.to("tietosuoja/")

    for width in (320, 480):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{visit.root}upota/tykke/")
        assert page.evaluate("document.body.scrollHeight") <= answer["height"] + (180 if width == 320 else 0)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    assert page.locator("h1 a").get_attribute("target") == "_top"
    page.locator("h1 a").click()
    page.wait_for_url(f"{visit.root}mallit/tykke/")
    assert visit.wrong == []


@pytest.mark.parametrize(
    ("tail", "place", "kind", "title"),
    [
        (PATHWAY, f"{STEP} .place", "Vaihe · TOIKE", "Puhelinkontakti"),
        ("roolit/physician/", ".standing .place", "Roolikortti", "Lääkäri"),
        ("koulutus/palvelutarve/", ".standing .place", "Koulutuksen osio", ""),
    ],
)
def test_a_step_a_card_and_a_section_are_shown_in_a_frame(visit: Visit, tail: str, place: str, kind: str, title: str):
    page = visit.to(tail)
    kit(page, place)
    page.locator(".kit__embed > summary").click()
    frame = re.fullmatch(r'<iframe src="([^"]+)" title="([^"]+)".*></iframe>', copied(page, "Kopioi Kehys (iframe)"))
    assert frame
    address = page.locator("#linkki-osoite").input_value()

    for width in (320, 480):
        page.set_viewport_size({"width": width, "height": 420})
        page.goto("about:blank")
        page.goto(here(visit, frame[1]))
        expect(page.locator(".kicker")).to_have_text(kind)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert title in page.locator("h1").inner_text()
    assert page.locator("main > .content__text").first.is_visible()
    assert re.search(r"\d+\.\d+\.20\d\d", page.locator(".more").inner_text())
    assert {each.get_attribute("target") for each in page.get_by_role("link").all()} == {"_top"}
    assert axe.findings(page) == []
    assert page.evaluate(STORED) == []
    page.locator("h1 a").click()
    page.wait_for_url(here(visit, address))
    assert visit.wrong == []


def test_a_page_that_is_no_place_of_its_own_offers_no_frame(visit: Visit):
    page = visit.to(PATHWAY)
    kit(page, ".standing .place")

    expect(page.locator(".kit__embed")).to_be_hidden()


def test_every_overview_names_its_oembed_answer_and_that_names_a_card_that_is_there(site: Path):
    for page in sorted(site.glob("**/mallit/*/index.html")):
        found = re.search(r'type="application/json\+oembed" href="([^"]+)"', page.read_text("utf-8"))
        assert found, page
        answer = json.loads((site / found[1].removeprefix(SITE_URL)).read_text("utf-8"))
        frame = re.search(r'<iframe src="([^"]+)" title="[^"]+"', answer["html"])
        assert frame, page
        assert (site / frame[1].removeprefix(SITE_URL) / "index.html").is_file()
        assert (site / answer["thumbnail_url"].removeprefix(SITE_URL)).is_file()
        assert (answer["version"], answer["type"]) == ("1.0", "rich")


def test_paper_carries_version_and_address(visit: Visit):
    page = visit.to("mallit/tykke/vihko/")
    page.emulate_media(media="print")

    line = page.locator(".standing").inner_text()

    assert re.search(r"Versio \d+\.\d+\.\d{4}", line)
    assert f"{SITE_URL}mallit/tykke/vihko/" in line
    assert f"{SITE_URL}l/" in line
    assert page.locator(".place").first.is_hidden()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_term_opens_its_explanation_by_keyboard_and_without_script(browser: Browser, root: str, code: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}{'' if code == 'fi' else code + '/'}{PATHWAY}")
    term = page.locator(".steps .term").first
    explanation = page.locator(f"[id='{term.get_attribute('popovertarget')}']")

    hidden = explanation.is_hidden()
    term.focus()
    page.keyboard.press("Enter")
    shown = explanation.is_visible()
    page.keyboard.press("Tab")
    href = str(page.locator(":focus").get_attribute("href"))
    page.keyboard.press("Escape")

    assert (hidden, shown) == (True, True)
    assert "sanasto/#termi-" in href
    assert explanation.is_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_an_explanation_is_open(browser: Browser, root: str, scheme: str):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()

    found = {}
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{root}{PATHWAY}")
        page.locator(".steps .term").first.click()
        found[width] = axe.findings(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    assert found == {320: [], 1280: []}
    context.close()
