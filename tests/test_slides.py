"""An own training pack and slides in Chromium: ticked, ordered, shared, shown, printed and taken along as a presentation."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

import axe
from accessibility_tree import tree
from browsing import FOLDERS, Visit
from building import FIVE, ROOT
from mallisto.addresses import urls
from mallisto.build import checking
from mallisto.model import Modality
from mallisto.reading.languages import LANGUAGES
from office import opened

SLIDES, PACK, PACK_SLIDES = "mallit/toike/diat/", "koulutus/paketti/", "koulutus/diat/"
SCRIPTS = (
    "slide-show.js",
    "slides/turning.js",
    "slides/whole-screen.js",
    "slides/speaker-window.js",
    "fill.js",
    "dom.js",
    "fragment.js",
    "pack/pack.js",
    "pack/places.js",
    "pack/pack-slides.js",
    "pack/training-pack.js",
)
STEP = "3. Yhteydenotto ilman lähetettä"
LIMIT = 17_000
HOSTILE = '<img src=x onerror="alert(1)"> {title} =cmd()'
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
# Of every file the page gives, of what kind it says it is.
KINDS_GIVEN = """() => {
    const address = URL.createObjectURL;
    window.given = [];
    URL.createObjectURL = file => { window.given.push(file.type); return address.call(URL, file); };
}"""
# What does not fit its slide at 1280 × 720, and the smallest letter there.
MEASURED = """show => {
    show.classList.add('show--measured');
    const cut = [], sizes = [];
    for (const face of show.querySelectorAll('.slide__face')) {
        const foot = face.querySelector('.slide__foot'), edge = face.getBoundingClientRect().right - 20;
        for (const each of face.querySelectorAll(':not(.unseen)')) {
            sizes.push(parseFloat(getComputedStyle(each).fontSize));
            const box = each.getBoundingClientRect();
            const isLow = box.bottom > foot.getBoundingClientRect().top + 1 && !each.closest('.slide__foot');
            if (isLow || box.right > edge) cut.push(each.textContent.trim().slice(0, 60));
        }
    }
    show.classList.remove('show--measured');
    return { cut, smallest: Math.min(...sizes) };
}"""


def _tick(visit: Visit, tail: str, title: str) -> Page:
    page = visit.to(tail)
    page.locator(".place").filter(has_text=title).first.dispatch_event("click")
    page.locator(".kit__pack button").click()
    expect(page.locator(".kit__status")).not_to_be_empty()
    return page


def _ticked(visit: Visit) -> Page:
    """The page of a pack of two places of two pages."""
    _tick(visit, "mallit/toike/polku/", "Yhteydenotto ilman lähetettä")
    _tick(visit, "roolit/physician/", "Lääkäri")
    page = visit.to(PACK)
    expect(page.locator(".pack__content:not(:empty)")).to_have_count(2)
    return page


def _write(page: Page, row: int, name: str, words: str) -> None:
    item = page.locator(".pack__item").nth(row)
    item.locator("details").evaluate("each => { each.open = true }")
    item.locator(f"[name={name}]").fill(words)


def _titles(page: Page) -> list[str]:
    return page.locator(".pack__link").all_inner_texts()


def _shared(page: Page) -> str:
    page.locator(".pack__share").click()
    expect(page.locator("#paketin-osoite")).to_be_visible()
    return page.locator("#paketin-osoite").input_value()


def _presentation(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator(".show__file").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def _texts(presentation: Path) -> list[str]:
    """The words of each slide of a presentation, from its XML."""
    with zipfile.ZipFile(presentation) as archive:
        names = [each for each in archive.namelist() if each.startswith("ppt/slides/slide")]
        roots = [ElementTree.fromstring(archive.read(each)) for each in names]
    return [" ".join(each.text or "" for each in root.iter() if each.tag.endswith("}t")) for root in roots]


def test_nothing_is_stored_before_a_place_is_added(visit: Visit):
    page = visit.to("mallit/toike/polku/")
    page.locator(".place").first.click()

    before = page.evaluate("localStorage.length")
    page.locator(".kit__pack button").click()
    expect(page.locator(".kit__status")).to_contain_text("Siinä on nyt kohtia: 1.")

    assert before == 0
    assert json.loads(page.evaluate("localStorage.getItem('mallisto.pack')"))["places"][0]["address"] == "mallit/toike/polku/"


def test_places_are_ordered_by_the_keyboard_and_keep_their_notes(visit: Visit):
    page = _ticked(visit)
    _write(page, 1, "note", "Kysy ensin ryhmältä.")

    page.locator(".pack__up").nth(1).focus()
    page.keyboard.press("Enter")
    focused = page.evaluate("document.activeElement.className")
    heights = page.locator(".pack button:visible, .pack a.button:visible").evaluate_all("all => all.map(each => each.offsetHeight)")
    visit.to(PACK)

    assert _titles(page) == ["Lääkäri", STEP]
    assert page.locator(".pack__item [name=note]").first.input_value() == "Kysy ensin ryhmältä."
    assert focused == "pack__down"
    assert len(heights) > 6
    assert min(heights) >= 24
    assert visit.wrong == []


def test_what_was_removed_can_be_had_back(visit: Visit):
    page = _ticked(visit)

    page.locator(".pack__remove").first.click()
    left = _titles(page)
    page.keyboard.press("Enter")
    restored = _titles(page)
    page.locator(".pack__delete").click()

    assert left == ["Lääkäri"]
    assert restored == [STEP, "Lääkäri"]
    assert page.evaluate("localStorage.getItem('mallisto.pack')") is None


def test_a_shared_pack_is_shown_and_kept_only_when_it_is_wanted(browser: Browser, visit: Visit):
    page = _ticked(visit)
    page.locator("#paketin-nimi").fill("Aloitusviikko")
    address = _shared(page)
    other = browser.new_context().new_page()

    other.goto(address)
    expect(other.locator(".pack__shared")).to_be_visible()
    heading, shown, before = other.locator(".pack__heading").inner_text(), _titles(other), other.evaluate("localStorage.length")
    other.locator(".pack__keep").click()
    kept = other.evaluate("localStorage.getItem('mallisto.pack')")
    other.context.close()

    assert (heading, shown, before) == ("Aloitusviikko", [STEP, "Lääkäri"], 0)
    assert json.loads(kept)["name"] == "Aloitusviikko"


def test_a_broken_address_is_told_of(visit: Visit):
    page = visit.to(f"{PACK}#paketti=AAAA")

    expect(page.locator(".pack__status output")).to_contain_text("ei voitu lukea")
    assert visit.wrong == []


def test_a_storage_that_refuses_is_said_and_the_page_works(visit: Visit):
    visit.page.add_init_script(REFUSED)

    page = _tick(visit, "roolit/physician/", "Lääkäri")
    said = page.locator(".kit__status").inner_text()
    visit.to(PACK)

    assert "ei salli tallennusta" in said
    expect(page.locator(".pack__unkept")).to_be_visible()
    assert visit.wrong == []


def test_what_somebody_wrote_is_only_text(visit: Visit):
    visit.to(PACK)
    place = {"address": "roolit/physician/", "title": HOSTILE, "note": HOSTILE, "language": "fi", "code": ""}
    pack = {"format": "mallisto-pack", "version": 1, "name": HOSTILE, "places": [place]}
    visit.page.evaluate("text => localStorage.setItem('mallisto.pack', text)", json.dumps(pack))

    page = visit.to(PACK_SLIDES)

    assert page.locator(".slide__title").all_text_contents() == [HOSTILE, HOSTILE]
    assert visit.wrong == []


def test_a_pack_is_printed_with_its_notes_and_short_addresses(visit: Visit, tmp_path: Path):
    page = _ticked(visit)
    _write(page, 0, "slide", "Kysy ensin ryhmältä.")

    (tmp_path / "pack.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    words = " ".join(each.extract_text() for each in PdfReader(tmp_path / "pack.pdf").pages)

    assert "Kysy ensin ryhmältä." in words
    assert "/l/" in words
    assert re.search(r"verrattu lähteisiin viimeksi \d+\.\d+\.\d{4}", words)
    assert "Kopioi" not in words


def test_a_pack_is_shown_as_slides_and_taken_along(visit: Visit, tmp_path: Path):
    page = _ticked(visit)
    _write(page, 0, "slide", "Kysy ensin ryhmältä.")
    page.locator(".pack__slides").click()
    page.locator(".show__bar .show__on").click()
    seen = page.locator(".slide--now").inner_text()

    presentation = _presentation(page, tmp_path)

    assert "Yhteydenotto ilman lähetettä" in seen
    assert "vaihe · TOIKE" in seen
    assert page.locator(".slide--now img").evaluate("each => each.naturalWidth > 0")
    assert "Kysy ensin ryhmältä." in _texts(presentation)[1]
    assert visit.wrong == []


def test_a_pack_of_codes_carries_what_stands_at_its_places_and_its_speaker_notes_stay_off_the_screen(visit: Visit):
    page = _ticked(visit)
    _write(page, 0, "minutes", "10")
    short = page.locator(".pack__whole a").inner_text()
    _write(page, 0, "note", "Muista tapaus")

    codes = short.partition("#")[2]
    assert re.fullmatch(r"p=[a-z0-9]{5}-10\.[a-z0-9]{5}", codes)
    expect(page.locator(".pack__sum")).to_have_text("Yhteensä 10 min")
    page.locator(".pack__slides").click()
    page.locator(".slide--now").wait_for()
    projected = page.locator(".slide__face").all_inner_texts()
    visit.to(f"{PACK}#{codes}")
    expect(page.locator(".pack__content:not(:empty)")).to_have_count(2)

    assert "Muista tapaus" not in " ".join(page.locator(".slide__face").all_text_contents()) + " ".join(projected)
    assert _titles(page) == [STEP, "Lääkäri"]
    expect(page.locator(".content__who").first).to_contain_text("Asiakas")
    expect(page.locator(".content__around").first).to_contain_text("2. ")
    expect(page.locator(".pack__about").first).to_contain_text("10 min")
    assert visit.wrong == []


def test_a_question_of_a_pack_stands_alone(visit: Visit):
    addresses = checking.load(FIVE, date(2026, 11, 22)).catalog.addresses.code_by_address
    code = next(code for address, code in addresses.items() if "#kysymys-" in address)
    page = visit.to(f"{PACK_SLIDES}#p={code}")

    page.locator(".slide--question").wait_for(state="attached")

    assert page.locator(".slide--question .slide__address").evaluate("each => getComputedStyle(each).display") == "none"


def test_a_plan_in_a_pack_says_on_its_slide_that_it_is_one(visit: Visit):
    models = checking.load(FIVE, date(2026, 11, 22)).catalog.models
    model, step = next((model, each) for model in models for each in model.pathway.steps if each.provenance.modality is Modality.PLANNED)
    _tick(visit, urls.model_page(model.id, urls.PATHWAY), step.title.fi)

    page = visit.to(PACK_SLIDES)

    expect(page.locator(".slide__lead").filter(has_text=model.title.fi)).to_contain_text("Suunnitelma")
    assert visit.wrong == []


def test_a_presentation_says_what_the_slides_show(visit: Visit, tmp_path: Path):
    page = visit.to(SLIDES)
    titles = page.locator(".slide__title").all_text_contents()
    page.evaluate(KINDS_GIVEN)

    presentation = _presentation(page, tmp_path)
    with zipfile.ZipFile(presentation) as archive:
        notes = " ".join(archive.read(each).decode() for each in archive.namelist() if each.startswith("ppt/notesSlides/notesSlide"))
        parts = [archive.read(each).decode() for each in archive.namelist() if each.startswith("ppt/slides/slide")]
        core, first = archive.read("docProps/core.xml").decode(), archive.read("ppt/slides/slide1.xml").decode()
        relations = [archive.read(f"ppt/slides/_rels/slide{number}.xml.rels").decode() for number in (1, 2, 3)]
        layouts = [re.findall(r"slideLayout\d+", each)[0] for each in relations]

    assert len(_texts(presentation)) == len(titles)
    assert page.evaluate("window.given") == ["application/vnd.openxmlformats-officedocument.presentationml.presentation"]
    assert "Lähde kuvaa" in notes
    assert any("[Lähde kuvaa]" in each for each in _texts(presentation))
    assert all(title in text for title, text in zip(titles, _texts(presentation), strict=True))
    assert layouts[0] != layouts[1] == layouts[2]
    assert sum('type="body"' in each for each in parts) > 10
    assert sum("<a:tbl>" in each for each in parts) >= 2
    assert not [each for each in parts if re.search(r'name="Text \d', each)]
    pictures = [picture for each in parts for picture in re.findall(r"<p:pic>.*?</p:pic>", each, re.S)]
    assert pictures
    assert [each for each in pictures if not re.search(r'<p:cNvPr [^>]*descr="[^"]+', each)] == []
    read_first = [re.search(r"<p:(sp|pic|graphicFrame)>.*?</p:\1>", each, re.S) for each in parts]
    assert [each for each in read_first if each is None or 'type="title"' not in each[0]] == []
    assert "PptxGenJS" not in core
    assert 'lang="fi-FI"' in first
    assert visit.wrong == []


def test_an_office_program_opens_the_presentation(visit: Visit, tmp_path: Path):
    presentation = _presentation(visit.to(SLIDES), tmp_path)

    assert "Yhteydenotto ilman lähetettä" in opened(presentation)


@pytest.mark.parametrize("model", ["tykke", "toike", "tto", "uusi-suunta", "espoo-tyokykyhanke"])
def test_every_slide_fits_its_screen_in_letters_of_28_pixels_and_more(visit: Visit, model: str):
    for folder in FOLDERS.values():
        found = visit.to(f"{folder}mallit/{model}/diat/").locator("slide-show").evaluate(MEASURED)

        assert found["cut"] == [], folder
        assert found["smallest"] >= 28


def test_arrows_turn_slides_on_arrival_and_other_keys_once_the_show_has_the_focus(visit: Visit):
    page = visit.to(SLIDES)
    shown, count = page.locator(".slide--now"), page.locator(".slide").count()

    def pressed(*keys: str) -> list[str | None]:
        return [page.keyboard.press(key) or shown.get_attribute("id") for key in keys]

    assert pressed("End", "PageDown", "ArrowRight", "ArrowLeft") == ["dia-1", "dia-1", "dia-2", "dia-1"]
    page.locator(".show__stage").focus()
    assert pressed("PageDown", "Space", "Enter", "ArrowUp", "End", "Home") == ["dia-2", "dia-3", "dia-4", "dia-3", f"dia-{count}", "dia-1"]
    expect(page.locator(".show__status")).to_contain_text(f"Dia 1/{count}")


def test_the_whole_screen_is_turned_by_click_touch_and_keys_says_so_and_can_be_left(browser: Browser, root: str):
    context = browser.new_context(has_touch=True, viewport={"width": 1000, "height": 800})
    visit = Visit(context.new_page(), root)
    page = visit.to(SLIDES)
    page.locator(".show__speaker").click()
    expect(page.locator(".slide--now .slide__notes")).to_be_visible()

    page.locator(".show__full").click()
    said = page.locator(".show__status")
    expect(page.locator(".slide--now .slide__notes")).to_be_hidden()
    for turn, number in (
        (lambda: page.touchscreen.tap(900, 400), 2),
        (lambda: page.mouse.click(900, 20), 3),  # the black band, which takes the focus away
        (lambda: page.keyboard.press("Space"), 4),
        (lambda: page.touchscreen.tap(100, 400), 3),
        (lambda: _swiped(page, 700, 200), 4),
        (lambda: page.locator(".show__corner .show__on").click(), 5),
    ):
        turn()
        expect(said).to_contain_text(f"Dia {number}/")
    status = next(each for each in tree(page).of_role("status") if "Dia 5/" in each.words)
    page.locator(".show__leave").click()

    expect(page.locator(".show__full")).to_be_focused()
    assert "Dia 5/" in status.words
    assert page.locator("[inert]").count() == 0
    assert visit.wrong == []
    context.close()


def _swiped(page: Page, start: int, end: int) -> None:
    page.mouse.move(start, 400)
    page.mouse.down()
    page.mouse.move(end, 405)
    page.mouse.up()


def test_slides_of_a_role_show_its_steps_and_fit_their_screen(visit: Visit):
    page = visit.to("mallit/tto/diat/")
    roles = page.locator(".show__roles a").evaluate_all("all => all.map(each => each.getAttribute('href'))")[1:]

    for role in roles:
        page = visit.to(f"mallit/tto/diat/{role}")
        found = page.locator("slide-show").evaluate(MEASURED)
        assert found["cut"] == [], role
        assert 5 <= page.locator(".slide").count() <= 10, role

    assert "?rooli=primary-care-professional" in roles
    visit.to("mallit/tto/diat/?rooli=primary-care-professional")
    lit = page.locator(".stop-mark:not(.stop-mark--other)").all_text_contents()
    assert set(lit) == {"2", "3", "4", "7", "8"}
    assert visit.wrong == []


def test_the_presenters_window_shows_notes_and_the_next_slide_and_turns_both(visit: Visit):
    page = visit.to(SLIDES)
    titles = page.locator(".slide__title").all_text_contents()
    with page.expect_popup() as waiting:
        page.locator(".show__window").click()
    window = waiting.value

    expect(window.locator(".speaker__now .slide__title")).to_have_text(titles[0])
    window.locator(".speaker__on").click()
    window.keyboard.press("ArrowRight")

    expect(window.locator(".speaker__next .slide__title")).to_have_text(titles[3])
    expect(window.locator("time")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(page.locator(".slide--now .slide__title")).to_have_text(titles[2])
    assert window.locator(".speaker__notes").inner_text().splitlines()[1:]
    assert visit.wrong == []


def test_every_slide_prints_on_a_page_that_lies(visit: Visit, tmp_path: Path):
    page = visit.to(SLIDES)
    (tmp_path / "slides.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    pages = PdfReader(tmp_path / "slides.pdf").pages

    assert len(pages) == page.locator(".slide").count()
    assert all(each.mediabox.width > each.mediabox.height for each in pages)


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_script_all_slides_and_notes_stand_there_and_the_pack_says_what_it_does(browser: Browser, root: str, code: str):
    page = browser.new_context(java_script_enabled=False).new_page()

    page.goto(f"{root}{FOLDERS[code]}{SLIDES}")
    slides, notes, buttons = (page.locator(each).count() for each in (".slide:visible", ".slide__notes:visible", ".show__bar:visible"))
    page.goto(f"{root}{FOLDERS[code]}{PACK}")
    links = page.locator(".pack__without a:visible").count()
    page.context.close()

    assert slides > 15
    assert notes > 10
    assert (buttons, links) == (0, 2)


def test_axe_finds_nothing_on_a_filled_pack_and_its_slides(browser: Browser, root: str):
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        visit = Visit(context.new_page(), root)
        page = _ticked(visit)
        for tail, sign in ((PACK, ".pack__item"), (PACK_SLIDES, ".slide--now"), (SLIDES, ".slide--now")):
            visit.to(tail)
            page.locator(sign).first.wait_for()
            assert axe.findings(page) == [], f"{tail} {scheme}"
        context.close()


def test_the_scripts_are_small():
    scripts = ROOT / "docs" / "assets" / "js"

    assert sum(len(gzip.compress((scripts / each).read_bytes())) for each in SCRIPTS) < LIMIT
