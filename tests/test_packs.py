"""What a trainer uses, in Chromium: role cards on one sheet, the way from a role to its step, and the choices of the guidance page."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

import axe
from browsing import STORED, Visit
from building import SITE_URL
from mallisto.reading.languages import LANGUAGES

STATUS = "[role=status]"
SHOWN = ".guide:visible h3"
STATES = (
    "ohjaus/",
    "ohjaus/?tilanne=weakened-work-ability&rooli=psychologist",
    "ohjaus/?tilanne=entrepreneurs&alue=03",
    "roolit/psychologist/",
)


def _shown(page: Page) -> list[str]:
    return [each.get_attribute("href") or "" for each in page.locator(f"{SHOWN} a").all()]


def _sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_from_the_list_of_roles_to_the_very_step_and_from_its_code_back_to_it(browser: Browser, root: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    visit = Visit(context.new_page(), root)
    page = visit.to("roolit/")
    step = "mallit/tykke/polku/#vaihe-service-guidance"

    page.get_by_role("main").get_by_role("link", name="työllisyyspalvelujen asiantuntija").click()
    page.get_by_role("main").get_by_role("link", name="6. Palveluohjaus").click()
    expect(page).to_have_url(f"{root}{step}")
    expect(page.locator("#vaihe-service-guidance")).to_be_in_viewport()
    page.locator("#vaihe-service-guidance .place").click()
    page.get_by_role("button", name="Kopioi Osoite", exact=True).click()
    expect(page.locator(".kit__status")).to_have_text("Kopioitu.")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    picture = page.locator(".kit__picture img").screenshot()

    assert copied == f"{SITE_URL}{step}"
    page.goto(f"{root}{copied.removeprefix(SITE_URL)}")
    expect(page.locator("#vaihe-service-guidance")).to_be_in_viewport()
    seen = zxingcpp.read_barcode(Image.open(BytesIO(picture)).convert("L")).text
    page.goto(f"{root}{seen.removeprefix(SITE_URL)}")
    page.wait_for_url(f"{root}{step}")
    assert visit.wrong == []
    context.close()


def test_what_is_chosen_stands_in_the_address_and_back_takes_it_away(visit: Visit):
    page = visit.to("ohjaus/")
    everything = _shown(page)

    page.get_by_label("Asiakkaan tilanne").select_option("redeployment")
    expect(page.locator(STATUS)).to_have_text("5 mallia. 1 näistä nimeää tilanteen.")
    page.get_by_label("Oma roolisi").select_option("supervisor")
    expect(page.locator(STATUS)).to_have_text("5 mallia. 1 näistä nimeää tilanteen. 1 näistä mainitsee roolisi.")
    assert page.url.endswith("ohjaus/?tilanne=redeployment&rooli=supervisor")
    page.go_back()
    expect(page.locator(STATUS)).to_have_text("5 mallia. 1 näistä nimeää tilanteen.")
    page.go_back()

    expect(page.locator(STATUS)).to_have_text("")
    assert _shown(page) == everything
    page.go_forward()
    expect(page.get_by_label("Asiakkaan tilanne")).to_have_value("redeployment")
    assert visit.wrong == []


def test_models_that_name_the_role_stand_first_and_show_its_steps(visit: Visit):
    page = visit.to("ohjaus/?rooli=psychologist")

    unknown = page.locator(".guidance__group--unknown")
    first, last = unknown.locator(".guide").first, unknown.locator(".guide").last

    assert first.locator(".guide__roles a:visible").all_inner_texts() == ["psykologi", "17. Psykologin tuki"]
    expect(first.locator(".guide__held")).to_be_hidden()
    expect(last.locator(".guide__held")).to_be_visible()
    expect(last.locator(".guide__unnamed")).to_be_hidden()
    expect(last.locator(".guide__roles")).to_be_visible()


def test_a_model_that_names_neither_the_role_nor_what_it_may_hold_says_so(visit: Visit):
    page = visit.to("ohjaus/?rooli=supervisor")

    last = page.locator(".guidance__group--unknown .guide").last

    expect(last.locator(".guide__unnamed")).to_be_visible()
    expect(last.locator(".guide__held")).to_be_hidden()
    expect(last.locator(".guide__roles")).to_be_hidden()


def test_a_model_that_does_not_name_the_situation_stays_and_says_that_it_is_not_known(visit: Visit):
    page = visit.to("ohjaus/?tilanne=redeployment")
    ended = page.locator(".guidance__group--ended .guide")

    assert len(_shown(page)) == 5
    expect(ended.first).to_have_id("malli-uusi-suunta")
    expect(ended.first.locator(".guide__unsuited")).to_be_hidden()
    expect(ended.last.locator(".guide__unsuited")).to_be_visible()


def test_a_model_whose_area_is_another_is_left_out(visit: Visit):
    page = visit.to("ohjaus/?tilanne=entrepreneurs&alue=03")

    expect(page.locator(STATUS)).to_have_text("1 malli. 1 näistä nimeää kohderyhmän.")
    assert _shown(page) == ["../mallit/espoo-tyokykyhanke/"]
    page.get_by_role("button", name="Poista valinnat").click()

    expect(page.locator(STATUS)).to_have_text("")
    assert len(_shown(page)) == 5
    assert page.url.endswith("ohjaus/")


def test_an_answer_that_does_not_exist_asks_nothing(visit: Visit):
    page = visit.to("ohjaus/?tilanne=%3Cscript%3E&rooli=nobody&muu=1")

    expect(page.locator(STATUS)).to_have_text("")
    assert len(_shown(page)) == 5
    assert visit.wrong == []


def test_the_keyboard_is_enough(visit: Visit):
    page = visit.to("ohjaus/")

    page.get_by_label("Asiakkaan tilanne").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^5 mallia\. \d näistä nimeää tilanteen\.$"))
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(STATUS)).to_have_text("")


def test_nothing_is_stored_and_nothing_is_sent_but_the_page(visit: Visit):
    page = visit.to("ohjaus/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_label("Asiakkaan tilanne").select_option("unemployment")
    page.get_by_label("Oma roolisi").select_option("physician")
    expect(page.locator(STATUS)).to_have_text(re.compile("mallia"))

    # Chromium asks for the icon again whenever the address changes.
    assert {each for each in asked if not each.endswith("/assets/favicon.svg")} == set()
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []


def test_without_script_everything_stands_on_the_page(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}ohjaus/?tilanne=redeployment")

    assert page.locator("form.guidance__form").is_hidden()
    assert page.locator(SHOWN).count() == 5
    page.get_by_text("Mallit tilanteittain").click()
    page.locator("#tilanteittain").get_by_role("link", name="Uusi suunta").first.click()

    expect(page.locator("#malli-uusi-suunta")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(browser: Browser, root: str, code: str, scheme: str):
    found = {}
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()

    for state in STATES:
        page.goto(f"{root}{'' if code == 'fi' else code + '/'}{state}")
        found[state] = axe.findings_at(page, 320, 1280)

    context.close()
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_paper_carries_the_choices_and_their_address_as_words_and_as_a_code(visit: Visit):
    page = visit.to("ohjaus/?tilanne=weakened-work-ability")
    page.get_by_label("Oma roolisi").select_option("psychologist")
    address = f"{SITE_URL}ohjaus/?tilanne=weakened-work-ability&rooli=psychologist"
    picture = page.locator(f".paper-address__qr[alt='{address}']")
    picture.wait_for(state="attached")
    page.emulate_media(media="print")

    assert page.locator("article h1 + p").inner_text() == "Asiakkaan tilanne: heikentynyt työkyky · Oma roolisi: psykologi"
    assert page.locator(".address").inner_text().endswith(address)
    edition = page.locator("paper-edition").get_attribute("data-edition")
    assert _seen(picture) == (f"{address}&versio={edition}", True)
    visit.to("roolit/physician/")
    assert _seen(page.locator(".standing__qr"))[1]
    assert visit.wrong == []


def _seen(picture: Locator) -> tuple[str, bool]:
    """What a camera reads of a code on paper, and whether that is at least 20 mm wide without its margin."""
    found = zxingcpp.read_barcode(Image.open(BytesIO(picture.screenshot())).convert("L"))
    width = (found.position.top_right.x - found.position.top_left.x) / 96 * 25.4
    return found.text, width >= 20


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_role_card_is_one_sheet_with_its_version_and_address(visit: Visit, site: Path, code: str):
    folder = "" if code == "fi" else f"{code}/"
    roles = sorted(path.parent.name for path in (site / folder / "roolit").glob("*/index.html"))
    sheets = {}

    for role in roles:
        page = visit.to(f"{folder}roolit/{role}/")
        sheets[role] = _sheets(page)
        page.emulate_media(media="print")
        assert page.locator(".version").is_visible()
        assert page.locator(".address").inner_text().endswith(f" {SITE_URL}{folder}roolit/{role}/")
        page.emulate_media(media="null")

    assert len(roles) > 20
    assert {role: count for role, count in sheets.items() if count != 1} == {}


def test_a_sheet_that_holds_a_selection_says_so(visit: Visit):
    page = visit.to("roolit/client/")
    page.emulate_media(media="print")

    assert page.get_by_text("Paperille mahtuu valikoima").is_visible()
    assert page.locator(".rows .off-paper:visible").count() == 0
    assert all(part.locator(".rows li:visible").count() >= 3 for part in page.locator(".part:visible").all())
