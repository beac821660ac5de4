"""The fit finder in Chromium: answers by keyboard, reasons that lead to facts, a link only when asked for, no script, hostile texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import axe
from browsing import FOLDERS, OPEN_ALL, OVERFLOW, Visit, served
from building import build_site, miniature
from mallisto.reading.languages import LANGUAGES
from webpage import read_page

STATUS = ".fit__status"
CARDS = ".fit__list > li"
ANSWERS = "kenelle=unemployed&kenelle=entrepreneurs&ammattilaiset=physician&raha=ei&tuki=valineet"
STATES = ("sopiiko/", f"sopiiko/#{ANSWERS}", f"sv/sopiiko/#{ANSWERS}", f"en/sopiiko/#{ANSWERS}&terveys=ei&tuki=paikka&aika=kaksi")
FOCUSED = """() => {
    const it = document.activeElement;
    return [it.name, it.value, it.matches('.fit__form summary') && !it.parentElement.open];
}"""
STORED = "() => [document.cookie, localStorage.length, sessionStorage.length]"


def _told(page: Page, answered: int) -> None:
    """Wait until the status tells that so many questions are answered."""
    expect(page.locator(STATUS)).to_have_text(re.compile(rf"(^|\D){answered}(/| av | of )7"))


def _names(page: Page) -> list[str]:
    return page.locator(f"{CARDS} h4").all_inner_texts()


def _card(page: Page, name: str) -> Any:
    return page.locator(CARDS).filter(has=page.get_by_role("heading", name=name, exact=True))


def _reasons(page: Page, name: str, verdict: str) -> str:
    """What stands in the fold of a model under a verdict."""
    return str(_card(page, name).locator(f".fit__verdicts .verdict--{verdict}").text_content())


def _answer(page: Page, name: str, value: str, *, to: bool = True) -> None:
    """Give an answer, in a question that may be folded."""
    box = page.locator(f"input[name={name}][value={value}]")
    box.evaluate("each => { each.closest('details').open = true }")
    box.set_checked(to)


def _cells(page: Page, model: str) -> list[str]:
    """The states of a model in the table, from the first need to the last."""
    found: list[str] = page.locator(f".fit__matrix tbody td[data-model='{model}']").evaluate_all("all => all.map(e => e.dataset.state)")
    return found


def _press_through(page: Page, *wanted: str) -> None:
    """Walk the page with the Tab key and answer with Space what is wanted, in the order it comes; folded groups are opened on the way."""
    left = list(wanted)
    for _ in range(200):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(({name, value, tagName, parentElement}) => [name, value, tagName, parentElement.open])(document.activeElement)"
        )
        if here[2] == "SUMMARY" and not here[3]:
            page.keyboard.press("Enter")
        if f"{here[0]}={here[1]}" == left[0]:
            page.keyboard.press("Space")
            left.pop(0)
        if not left:
            return
    raise AssertionError(f"not reached: {left}")


def test_an_answer_tells_what_fits_what_is_missing_and_what_is_not_known(visit: Visit):
    page = visit.to("sopiiko/")

    page.get_by_label("pitkäaikaistyöttömät", exact=True).check()
    _answer(page, "raha", "ei")
    _answer(page, "valmius", "valmis")
    _told(page, 3)

    assert len(_names(page)) == 5
    assert _cells(page, "TYKKE") == ["fits", "unknown", "missing"]
    cell = page.locator(".fit__matrix tbody tr").last.locator("td[data-model=TYKKE]")
    assert str(cell.text_content()).startswith("Ei sovi: Kehittämisen vaihe")
    assert page.locator(".fit__matrix tfoot td[data-model=TYKKE]").inner_text().split("\n")[0] == "1/3"
    assert "pitkäaikaistyöttömät" in _reasons(page, "TYKKE", "fits")
    assert "kehittämisen vaihe" in _reasons(page, "TYKKE", "missing").casefold()
    assert "hankerahoituksella" in _reasons(page, "TYKKE", "told")
    assert "hintavuosi" in _reasons(page, "TYKKE", "unknown")
    assert visit.wrong == []


def test_a_group_in_a_wider_one_fits_and_one_that_is_not_named_is_not_known(visit: Visit):
    page = visit.to("sopiiko/#kenelle=entrepreneurs&kenelle=disability-service-clients")
    _told(page, 1)

    assert "laajemman ryhmän, johon kuuluu ryhmä ”yrittäjät”: työikäiset" in _reasons(page, "Espoon Työkykyhanke", "fits")
    assert "vammaispalvelujen asiakkaat" in _reasons(page, "Espoon Työkykyhanke", "unknown")
    assert page.locator(".fit__verdicts .verdict--missing").count() == 0


def test_a_kind_of_a_role_counts_as_the_role(visit: Visit):
    page = visit.to("sopiiko/#ammattilaiset=occupational-physician")
    _told(page, 1)

    assert "Tarvitaan aina: lääkäri" in _reasons(page, "TYKKE", "fits")
    assert "lääkäri" not in _reasons(page, "TYKKE", "missing")


def test_a_professional_one_has_moves_from_missing_to_fitting(visit: Visit):
    page = visit.to("sopiiko/#ammattilaiset=social-worker")
    _told(page, 1)
    before = _reasons(page, "TYKKE", "missing")

    _answer(page, "ammattilaiset", "physician")
    expect(_card(page, "TYKKE").locator(".fit__verdicts .verdict--fits")).to_contain_text("lääkäri")

    assert "lääkäri" in before
    assert "lääkäri" not in _reasons(page, "TYKKE", "missing")
    assert "psykologi" not in _reasons(page, "TYKKE", "missing")
    assert "Mukaan vain tarvittaessa: psykologi" in _reasons(page, "TYKKE", "told")
    assert "perustason sote-ammattilainen (suunnitelma)" in _reasons(page, "TTO", "told")


def test_the_next_question_opens_alone_and_the_last_leads_to_the_result(visit: Visit):
    page = visit.to("sopiiko/")
    number = page.locator(".fit__question").count()

    opened = []
    for _ in range(number):
        opened.append(page.locator(".fit__question[open] .fit__number").all_inner_texts())
        page.locator(".fit__question[open] .fit__next").click()

    assert opened == [[f"{each}/{number}"] for each in range(1, number + 1)]
    assert page.evaluate("document.activeElement.id") == "tulokset"
    assert page.locator(".fit *").evaluate_all("all => all.filter(e => /auto|scroll/.test(getComputedStyle(e).overflowY)).length") == 0


def test_nobody_is_asked_for_roles_within_a_model_or_for_two_names_of_one_job(visit: Visit):
    page = visit.to("sopiiko/#ammattilaiset=occupational-physician")

    asked = page.locator("input[name=ammattilaiset]").evaluate_all("all => all.map(e => e.value)")

    assert not {"counterpart", "supervisor", "peer-supporter", "work-ability-team", "occupational-physician"} & set(asked)
    assert page.locator("input[name=ammattilaiset][value=physician]").is_checked()


def test_on_a_phone_the_reasons_turn_each_need_into_a_list(visit: Visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.to(f"sopiiko/#{ANSWERS}")
    _told(page, 4)
    reason = page.locator(".fit__reason").first
    expect(reason).to_be_hidden()

    page.get_by_label("Näytä perusteet").check()

    expect(reason).to_be_visible()
    assert page.evaluate(OVERFLOW) == 0


def test_models_that_most_answers_suit_come_first_and_then_by_name(visit: Visit):
    page = visit.to("sopiiko/#kenelle=unemployed&kenelle=sote-centre-clients&ammattilaiset=own-worker")
    _told(page, 2)

    assert _names(page) == ["TTO", "Espoon Työkykyhanke", "TOIKE", "TYKKE", "Uusi suunta"]


@pytest.mark.parametrize(("code", "name"), [("fi", "TYKKE"), ("en", "TYKKE")])
def test_the_questions_can_be_answered_with_the_keyboard_alone(visit: Visit, code: str, name: str):
    page = visit.to(f"{FOLDERS[code]}sopiiko/")

    _press_through(page, "kenelle=unemployed", "ohjaus=itse", "ammattilaiset=physician")
    _press_through(page, "raha=")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    _told(page, 4)

    assert page.locator("input[name=raha]:checked").input_value() == "hanke"
    assert _card(page, name).locator(".fit__verdicts .verdict--fits li").count() >= 3
    assert visit.wrong == []


def test_a_link_is_made_only_when_asked_for_and_brings_the_answers_back(visit: Visit):
    page = visit.to("sopiiko/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _answer(page, "kenelle", "entrepreneurs")
    _answer(page, "raha", "ei")
    _told(page, 2)
    before = page.url

    page.get_by_role("button", name="Kopioi linkki vastauksiin").click()
    expect(page.locator(STATUS)).to_contain_text("kopioitu")
    link = str(page.evaluate("navigator.clipboard.readText()"))
    names = _names(page)
    page.goto("about:blank")
    page.goto(link)
    _told(page, 2)

    assert "#" not in before
    assert link == page.url == f"{before}#kenelle=entrepreneurs&raha=ei"
    assert page.evaluate("document.querySelector('fit-finder').answers") == "kenelle=entrepreneurs&raha=ei"
    assert _names(page) == names
    _answer(page, "kenelle", "entrepreneurs", to=False)
    assert page.url == before
    assert visit.wrong == []


def test_without_a_clipboard_the_link_stands_in_the_address(visit: Visit):
    page = visit.to("sopiiko/#raha=ei")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')) }")

    page.get_by_role("button", name="Kopioi linkki vastauksiin").click()

    expect(page.locator(STATUS)).to_contain_text("osoiterivillä")
    assert page.url.endswith("#raha=ei")


def test_results_that_come_late_do_not_replace_an_answer_given_since(visit: Visit):
    page = visit.to("sopiiko/")
    held: list[Route] = []
    page.route("**/mallit.json", lambda route: held.append(route))
    _answer(page, "raha", "ei")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')) }")
    page.get_by_role("button", name="Kopioi linkki vastauksiin").click()
    expect(page.locator(STATUS)).to_contain_text("osoiterivillä")

    for route in held:
        route.continue_()

    expect(page.locator(CARDS)).not_to_have_count(0)
    expect(page.locator(STATUS)).to_contain_text("osoiterivillä")


def test_what_a_link_asks_that_no_question_knows_is_passed_over(visit: Visit):
    page = visit.to("sopiiko/#kenelle=%3Cimg%20src=x%3E&raha=ei&mallit=5&aika=vuosi")

    _told(page, 1)

    assert page.evaluate("document.querySelector('fit-finder').answers") == "raha=ei"
    assert visit.wrong == []


def test_coming_back_from_a_model_finds_the_answers(visit: Visit):
    page = visit.to("sopiiko/")
    page.get_by_label("sote-keskuksen asiakkaat", exact=True).check()
    _told(page, 1)

    page.locator(f"{CARDS} h4 a").first.click()
    page.wait_for_url("**/mallit/tto/")
    page.go_back()

    _told(page, 1)
    assert page.get_by_label("sote-keskuksen asiakkaat", exact=True).is_checked()
    assert _names(page)[0] == "TTO"


def test_answers_can_be_cleared(visit: Visit):
    page = visit.to(f"sopiiko/#{ANSWERS}")
    _told(page, 4)

    page.get_by_role("button", name="Tyhjennä vastaukset").click()

    expect(page.locator(STATUS)).to_have_text("Vastaukset on tyhjennetty.")
    expect(page.locator(CARDS).first).to_be_hidden()
    assert page.url == f"{visit.root}sopiiko/"
    assert page.evaluate("document.activeElement.matches('summary') && document.activeElement.parentElement.open")


def test_chosen_models_lead_to_the_comparison(visit: Visit):
    page = visit.to("sopiiko/#raha=ei")
    _told(page, 1)
    way = page.locator(".fit__chosen")
    expect(way).to_be_hidden()

    _card(page, "TYKKE").get_by_label("Ota vertailuun").check()
    expect(way).to_be_hidden()
    _card(page, "TOIKE").get_by_label("Ota vertailuun").check()

    expect(way).to_be_visible()
    assert urljoin(page.url, str(way.get_attribute("href"))) == f"{visit.root}vertailu/?malli=tykke&malli=toike"


def test_nothing_is_fetched_before_an_answer_and_nothing_is_ever_stored_or_sent(visit: Visit):
    asked: list[tuple[str, str]] = []
    visit.page.on("request", lambda request: asked.append((request.method, request.url)))
    page = visit.to("sopiiko/")
    page.wait_for_load_state("networkidle")
    before = [url for _, url in asked if url.endswith(".json")]

    page.get_by_label("yrittäjät", exact=True).check()
    _told(page, 1)

    assert before == []
    fetched = [url.removeprefix(visit.root) for _, url in asked if url.endswith(".json")]
    assert fetched[0] == "sopiiko/mallit.json"
    assert all(re.fullmatch(r"mallit/[a-z-]+/sopivuus\.json", each) for each in fetched[1:])
    assert {method for method, _ in asked} == {"GET"}
    assert not [url for _, url in asked if "entrepreneurs" in url]
    assert page.evaluate(STORED) == ["", 0, 0]
    assert visit.wrong == []


def test_where_the_verdicts_cannot_be_fetched_the_plain_lists_come_back(visit: Visit):
    visit.page.route("**/sopivuus.json", lambda route: route.abort())
    page = visit.to("sopiiko/")

    page.get_by_label("yrittäjät", exact=True).check()

    expect(page.locator(STATUS)).to_have_text("Tulosten haku ei onnistunut. Alla ovat samat tiedot luettelona.")
    expect(page.locator(".fit__all")).to_be_visible()


def test_without_script_every_question_stands_with_its_answers_and_models(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}sopiiko/")

    expect(page.locator(".fit__form")).to_be_hidden()
    expect(page.locator(".fit__all h3")).to_have_count(7 + 5)
    group = page.locator(".fit__lists > div").filter(has=page.get_by_text("sote-keskuksen asiakkaat", exact=True))
    expect(group.locator(".verdict--fits")).to_have_text("Sopii: TTO")
    expect(group.locator(".verdict--unknown a")).to_have_count(4)
    context.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_reason_leads_to_a_fact_that_is_there(site: Path, code: str):
    here = site / FOLDERS[code] / "sopiiko"
    models = _data(here / "mallit.json")["models"]

    hrefs = {href for _, _, _, _, address, *_ in models for facts in _facts(_data(here / address)) for _, _, href in facts}

    wrong = []
    for href in sorted(hrefs):
        path, anchor = urldefrag(href)
        page = read_page(((here / path).resolve() / "index.html").read_text("utf-8"))
        if anchor and anchor not in page.ids:
            wrong.append(href)
    assert len(models) == 5
    assert len(hrefs) > 50
    assert wrong == []


def _data(path: Path) -> Any:
    return json.loads(path.resolve().read_text("utf-8"))


def _facts(verdicts: Any) -> Iterator[list[list[str]]]:
    """The facts of every reason in the verdicts on a model."""
    yield from (finding[-1] for finding in verdicts["findings"])
    yield from (reason[-1] for _, reasons in verdicts["known"] for reason in reasons)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tail", STATES)
def test_axe_finds_nothing_in_any_state(browser: Browser, root: str, scheme: str, tail: str):
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{root}{tail}")
    expect(page.locator(STATUS)).not_to_be_empty()
    if "#" in tail:
        expect(page.locator(CARDS)).to_have_count(5)
    page.evaluate(OPEN_ALL)
    page.evaluate("document.querySelector('.fit__all').hidden = false")  # as it stands without script, where axe cannot run

    for width in axe.WIDTHS:
        assert axe.findings(page, width) == []
        assert page.evaluate(OVERFLOW) == 0
    context.close()


def test_targets_are_large_enough(visit: Visit):
    page = visit.to(f"sopiiko/#{ANSWERS}")
    expect(page.locator(CARDS)).to_have_count(5)

    targets = page.locator(".fit label:visible, .fit button:visible, .fit summary:visible")
    sizes = targets.evaluate_all("found => found.map(each => each.getBoundingClientRect().height)")

    assert min(sizes) >= 24


def test_hostile_texts_stay_text_in_every_verdict(browser: Browser, tmp_path: Path):
    site = build_site(miniature(tmp_path / "repository"), tmp_path / "site")
    context = browser.new_context()
    with served(site) as address:
        visit = Visit(context.new_page(), address)
        page = visit.to("sopiiko/")
        for box in page.locator(".fit__form input[type=checkbox]").all():
            box.evaluate("box => { box.checked = true; box.dispatchEvent(new Event('change', {bubbles: true})) }")
        expect(page.locator(CARDS)).to_have_count(2)
        page.evaluate(OPEN_ALL)

        assert page.locator("main img, main script:not([src])").count() == 0
        assert page.get_by_text("<script>alert(1)</script>").count() > 5
        assert page.evaluate("[...document.querySelectorAll('main a[href]')].every(each => each.protocol === location.protocol)")
        assert visit.wrong == []
    context.close()
