"""Training material in Chromium: answered with the keyboard alone, kept nowhere, and printed for learners and for who leads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from browsing import FOLDERS, Visit
from building import SITE_URL, unpacked_copy
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

ROOT = Path(__file__).parent.parent
SECTION = "koulutus/koordinointi/"
FACILITATOR = f"{SECTION}ohjaaja/"
KEPT = "() => [localStorage.length, sessionStorage.length, document.cookie]"


def _printed(page: Page, path: Path) -> list[str]:
    page.pdf(path=path, prefer_css_page_size=True)
    sheets = PdfReader(path).pages
    assert {(round(each.mediabox.width), round(each.mediabox.height)) for each in sheets} == {(595, 842)}
    return [each.extract_text() for each in sheets]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_keyboard_opens_an_answer_whose_verdict_is_told_in_words(visit: Visit, code: str):
    say = Language.of(code, Schemas.load(ROOT / "schemas")).say
    page = visit.to(f"{FOLDERS[code]}{SECTION}")
    wrong, right = page.locator("details.option").nth(0), page.locator("details.option").nth(1)

    wrong.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(wrong.locator("strong")).to_have_text(say("training.wrong"))
    expect(right.locator("strong")).to_have_text(say("training.right"))
    expect(wrong.locator("strong")).to_be_visible()
    expect(right.locator("strong")).to_be_visible()
    assert page.evaluate(KEPT) == [0, 0, ""]
    assert visit.wrong == []


def test_every_question_answers_without_script(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}{SECTION}")

    for question in page.locator(".self-test ol > li").all():
        for option in question.locator("details.option").all():
            option.locator("summary").click()
            expect(option.locator("p").first).to_be_visible()
        expect(question.locator(".option--right")).to_have_count(1)
    context.close()


def test_an_address_of_a_question_leads_to_it(visit: Visit):
    page = visit.to(f"{SECTION}#kysymys-tto-asiakasvastaava")

    expect(page.locator("#kysymys-tto-asiakasvastaava")).to_be_in_viewport()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_section_is_shown_as_slides_and_taken_as_a_pack(visit: Visit, code: str):
    page = visit.to(f"{FOLDERS[code]}{SECTION}")
    places = page.locator("section[aria-labelledby=paikat] .facts > li")
    names, looked_for = places.locator("a").all_inner_texts(), places.locator("p:last-child").all_inner_texts()
    questions = page.locator(".discussion > li").count()

    page.locator(".take-along a").first.click()
    expect(page.locator(".slide--question")).to_have_count(questions)
    notes = page.locator(".slide__note:not(.content__line)")
    titles = page.locator(".slide", has=notes).locator(".slide__title").all_text_contents()
    assert [title.lower().endswith(name.lower()) for title, name in zip(titles, names, strict=True)] == [True] * len(names)
    assert notes.all_text_contents() == looked_for
    page.go_back()
    page.locator(".take-along a").nth(1).click()
    page.locator(".pack__keep").click()

    expect(page.locator(".pack__item")).to_have_count(len(names) + questions)
    expect(page.locator(".pack__name input")).not_to_have_value("")
    assert visit.wrong == []


def test_the_printed_section_asks_and_does_not_answer(visit: Visit, tmp_path: Path):
    page = visit.to(SECTION)
    page.locator("details.option summary").first.click()
    questions = page.locator(".self-test__question").count()
    options = page.locator("details.option summary").all_inner_texts()

    text = "\n".join(_printed(page, tmp_path / "section.pdf"))

    assert questions == 5
    assert [each for each in options if each not in text] == []
    assert "Väärin." not in text
    assert "Oikein." not in text


def test_the_printed_facilitators_page_holds_the_timetable_and_every_answer_on_few_sheets(visit: Visit, tmp_path: Path):
    page = visit.to(FACILITATOR)
    answers = page.locator(".answer").count()

    sheets = _printed(page, tmp_path / "facilitator.pdf")

    text = "\n".join(sheets)
    assert len(sheets) <= 3
    assert text.count("Oikein.") == page.locator(".answer--right").count() == 5
    assert text.count("Oikein.") + text.count("Väärin.") == answers
    assert "45–55" in text
    assert page.locator(".top").evaluate("each => each.checkVisibility()")
    page.emulate_media(media="print")
    assert not page.locator(".top").evaluate("each => each.checkVisibility()")


def test_the_result_of_a_test_stays_on_the_page_and_leads_to_what_was_wrong(visit: Visit):
    page = visit.to(SECTION)
    questions, result = page.locator("self-test ol > li"), page.locator(".self-test__result")

    for number in range(questions.count()):
        right = questions.nth(number).locator(".option--right summary")
        (questions.nth(number).locator(".option:not(.option--right) summary").first if number == 0 else right).click()

    expect(result).to_contain_text(f"{questions.count() - 1}/{questions.count()}")
    expect(result.locator("a")).to_have_attribute("href", questions.first.locator(".option .more a").first.get_attribute("href") or "")
    assert page.evaluate(KEPT) == [0, 0, ""]
    page.locator(".self-test__again button").click()
    expect(result).to_be_empty()
    expect(page.locator("details.option[open]")).to_have_count(0)
    assert visit.wrong == []


@pytest.mark.parametrize("route", ["hoitaja", "laakari", "sosiaalityontekija", "sosiaaliohjaaja"])
def test_a_route_is_one_sheet_with_its_address_and_shown_as_slides(visit: Visit, tmp_path: Path, route: str):
    page = visit.to(f"koulutus/reitti/{route}/")

    (sheet,) = _printed(page, tmp_path / "route.pdf")

    assert f"koulutus/reitti/{route}/" in sheet
    assert page.locator("self-test ol > li").count() == 3
    page.locator(".take-along a").first.click()
    expect(page.locator(".slide")).not_to_have_count(0)
    assert visit.wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_nurse_in_paijat_hame_is_led_to_the_model_that_names_what_she_may_hold(visit: Visit, code: str):
    say = Language.of(code, Schemas.load(ROOT / "schemas")).say
    page = visit.to(f"{FOLDERS[code]}ohjaus/?rooli=nurse&alue=09")

    first = page.locator(".guide:visible").first

    expect(first).to_have_id("malli-tto")
    expect(first.locator(".guide__held")).to_be_visible()
    expect(first.locator("> .rows dt").last).to_have_text(say("guidance.ask"))
    expect(page.locator(".guidance__body:visible a")).to_have_count(1)
    assert visit.wrong == []


def test_a_nurse_with_45_minutes_in_paijat_hame_comes_from_the_front_page_to_slides_paper_and_an_address(visit: Visit, tmp_path: Path):
    page = visit.to("")
    page.locator("header nav").get_by_role("link", name="Kouluttajalle").click()
    page.get_by_role("main").get_by_role("link", name="Hoitaja, 45 minuuttia").click()

    (sheet,) = _printed(page, tmp_path / "route.pdf")
    assert "koulutus/reitti/hoitaja/" in sheet
    route = page.url
    page.get_by_role("link", name="Minne ohjaan? Valitse oma alueesi").click()
    page.get_by_label("Hyvinvointialue").select_option(label="Päijät-Hämeen hyvinvointialue")
    expect(page.locator(".guide:visible").first).to_have_id("malli-tto")

    page.goto(route)
    page.get_by_role("link", name="Muokkaa osiosta oma paketti").click()
    expect(page.locator(".pack__item")).not_to_have_count(0)
    page.locator(".pack__share").click()
    address = page.locator("#paketin-osoite").input_value()
    places = page.locator(".pack__link").all_inner_texts()
    page.goto("about:blank")
    page.goto(address.replace(SITE_URL, visit.root))
    expect(page.locator(".pack__link")).to_have_text(places)

    page.goto(route)
    page.get_by_role("link", name="Näytä reitti dioina").click()
    expect(page.locator(".slide")).not_to_have_count(0)
    assert visit.wrong == []


def test_the_same_nurse_has_the_paper_and_the_slides_of_the_model_without_a_network(browser: Browser, site: Path, tmp_path: Path):
    folder = unpacked_copy(site, tmp_path)
    context = browser.new_context(offline=True)
    visit = Visit(context.new_page(), f"{folder.as_uri()}/")
    page = visit.to("index.html")

    page.locator("header nav").get_by_role("link", name="Kouluttajalle").click()
    page.get_by_role("main").get_by_role("link", name="Hoitaja, 45 minuuttia").click()
    (sheet,) = _printed(page, tmp_path / "route.pdf")
    page.get_by_role("link", name="Minne ohjaan? Valitse oma alueesi").click()
    page.get_by_label("Hyvinvointialue").select_option(label="Päijät-Hämeen hyvinvointialue")
    expect(page.locator(".guide:visible").first).to_have_id("malli-tto")
    visit.to("mallit/tto/diat/index.html")

    expect(page.locator(".slide:visible")).not_to_have_count(0)
    assert "koulutus/reitti/hoitaja/" in sheet
    assert visit.wrong == []
    context.close()
