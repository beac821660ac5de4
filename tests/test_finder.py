"""The finder in Chromium: an address asks, hits answer; facets, keyboard, announcements, three languages, no script."""

from __future__ import annotations

import json
import re
import statistics
from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import axe
from browsing import Visit
from building import FIVE, SITE_URL
from mallisto.build import checking
from mallisto.catalog.catalog import Catalog
from mallisto.model import StepType
from searching import ASK, QUERIES, TOLD, judged

STATUS = "[role=status]"
HITS = ".hits > li"
STATES = ("haku/?q=työkyky&lahete=not_required", "haku/?q=qqqqqqq", "sv/haku/?q=kuntoutusohjaaja", "en/haku/?q=nurse")


def _found(page: Page) -> list[str]:
    """The addresses of the hits, once their number is told."""
    expect(page.locator(STATUS)).to_have_text(TOLD)
    return [str(each.get_attribute("href")).removeprefix(urlsplit(SITE_URL).path) for each in page.locator(f"{HITS} > h3 a").all()]


def _models(page: Page) -> list[str]:
    """The models among the hits, in their order."""
    return [each for each in _found(page) if "mallit/" in each]


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return checking.load(FIVE, date(2026, 11, 22)).catalog


def test_the_judged_queries_are_answered(visit: Visit):
    queries = json.loads(QUERIES.read_text("utf-8"))
    page = visit.to("tietosuoja/")
    finder = f"{visit.root}haku/finder.js"

    answers = [page.evaluate(ASK, [finder, each["query"]])["addresses"] for each in queries]

    judgements = [
        judged([address.removeprefix(urlsplit(SITE_URL).path.rstrip("/")) for address in found], each["relevant"])
        for found, each in zip(answers, queries, strict=True)
    ]
    assert all(answers)
    assert statistics.mean(recall for recall, _ in judgements) >= 0.97
    assert statistics.mean(rank for _, rank in judgements) >= 0.95


def test_an_address_asks_and_leads_to_the_part_that_answers(visit: Visit):
    page = visit.to("haku/?q=lähetteellä")

    assert _found(page)
    part = page.locator(".hit__parts a").first
    href = str(part.get_attribute("href"))
    assert "#" in href
    part.click()
    page.wait_for_url(f"**{href.rsplit('#')[0]}*")
    assert page.locator(f"[id='{href.split('#')[1]}']").count() == 1
    assert visit.wrong == []


def test_the_box_of_every_header_leads_to_the_search_page(visit: Visit):
    page = visit.to("mallit/tykke/")

    page.locator("header input[name=q]").fill("kuntoutusohjaaja")
    page.keyboard.press("Enter")

    page.wait_for_url("**/haku/?q=kuntoutusohjaaja")
    assert any(address.startswith("mallit/") for address in _found(page))


def test_a_facet_narrows_stands_in_the_address_and_back_leads_back(visit: Visit):
    page = visit.to("haku/?q=työkyky")
    all_of_them = _found(page)

    page.locator(".search__narrow > summary").press("Enter")
    box = page.locator("input[name=lahete][value=not_required]")
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**lahete=not_required")
    expect(page.locator(HITS)).to_have_count(1)
    narrowed = _found(page)
    page.go_back()
    expect(page.locator(HITS)).not_to_have_count(1)

    assert narrowed == ["mallit/toike/"]
    assert _found(page) == all_of_them
    assert not page.locator("input[name=lahete][value=not_required]").is_checked()
    assert visit.wrong == []


def test_facets_alone_find_models_and_can_be_cleared(visit: Visit):
    page = visit.to("haku/?lahete=not_required")

    assert _found(page) == ["mallit/toike/"]
    expect(page.locator(".search__chosen")).to_have_text("1 rajaus käytössä")
    page.locator(".search__narrow > summary").click()
    page.locator(".search__facets button[type=reset]").click()

    page.wait_for_url("**/haku/")
    expect(page.locator(".search__all")).to_be_visible()
    expect(page.locator(".search__chosen")).to_be_empty()


def test_a_kind_of_content_leaves_parts_of_that_kind(visit: Visit):
    page = visit.to("haku/?q=lääkäri&sisalto=vaihe")

    assert _found(page)
    assert all("/polku/#vaihe-" in str(each.get_attribute("href")) for each in page.locator(".hit__parts a").all())


def test_what_is_not_found_is_said_with_near_words_and_the_glossary(visit: Visit):
    page = visit.to("haku/?q=qqqqqqq")

    assert _found(page) == []
    expect(page.locator(STATUS)).to_have_text("Ei tarkkoja osumia.")
    expect(page.locator(".search__help a[href$='sanasto/']")).to_be_visible()
    assert visit.wrong == []


def test_another_word_is_offered_for_a_misspelt_one(visit: Visit):
    rightly = _found(visit.to("haku/?q=sairaanhoitaja"))

    page = visit.to("haku/?q=sairaanhoitjaa")

    assert _found(page)[0] == rightly[0]
    expect(page.locator(STATUS)).to_contain_text("Tarkoititko ”sairaanhoitaja”?")
    page.locator(".search__notes").get_by_role("link", name="sairaanhoitaja").click()
    assert _found(page) == rightly


def test_what_was_understood_stands_as_chips_that_can_be_taken_off(visit: Visit):
    page = visit.to("haku/?q=ilman lähetettä")

    assert _found(page) == ["mallit/toike/"]
    page.get_by_role("button", name="Poista rajaus: Lähete: ei tarvita").press("Enter")
    page.wait_for_url("**sanoina=lahete.not_required")
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator(HITS)).not_to_have_count(1)
    assert visit.wrong == []


def test_a_denied_role_leaves_the_models_that_do_not_name_it(visit: Visit, catalog: Catalog):
    naming = {f"mallit/{head.id}/" for head in catalog.heads_where(catalog.role_by_id["physician"])}

    found = _models(visit.to("haku/?q=kunta jossa ei ole lääkäriä"))

    assert naming
    assert found
    assert naming.isdisjoint(found)


def test_a_municipality_leads_to_the_models_of_its_county_and_says_where_it_belongs(visit: Visit, catalog: Catalog):
    county = catalog.municipality_by_id["098"].county
    assert county
    placed = [(each.id, each.basics.place) for each in catalog.models if each.basics.place]
    there = {f"mallit/{model_id}/" for model_id, place in placed if county.to in [ref.to for ref in place.counties_now]}

    page = visit.to("haku/?q=Hollolassa")

    assert set(_found(page)) == there != set()
    expect(page.locator(".search__notes")).to_contain_text("Hollola: Päijät-Hämeen hyvinvointialue, työllisyysalue")


def test_a_place_without_models_is_said_first(visit: Visit):
    page = visit.to("haku/?q=työkyky Rovaniemellä")

    expect(page.locator(".search__answer")).to_contain_text("Mallistossa ei ole mallia alueelta Lapin hyvinvointialue.")
    expect(page.locator(".search__found")).to_be_hidden()
    expect(page.locator(".search__near h2")).to_have_text("Lähimmät osumat")
    assert page.locator(".search__near .hit").count() > 0


def test_what_no_model_answers_is_said_first_and_what_comes_near_stands_apart(visit: Visit):
    page = visit.to("haku/?q=kalastuslupa asiakkaalle")

    expect(page.locator(".search__answer")).to_be_visible()
    expect(page.locator(".search__notes")).to_contain_text("Sanaa ”kalastuslupa” ei ole sivustolla.")
    expect(page.locator(".search__found")).to_be_hidden()


def test_a_page_of_the_site_is_found_by_a_question(visit: Visit):
    page = visit.to("haku/?q=miten mallit eroavat toisistaan")

    assert _found(page)[0] == "vertailu/"


def test_the_title_of_the_page_tells_what_was_sought_and_how_much_was_found(visit: Visit):
    page = visit.to("haku/?q=fysioterapeutti")
    number = len(_found(page))

    assert re.match(rf"fysioterapeutti \| {number} osumaa? \| Haku", page.title())


@pytest.mark.parametrize(("code", "word"), [("sv", "arbetsförmåga"), ("en", "rehabilitation"), ("en", "Kela"), ("sv", "työkyky")])
def test_other_languages_find_models_on_their_own_pages(visit: Visit, code: str, word: str):
    page = visit.to(f"{code}/haku/?q={word}")

    found = _found(page)
    assert found[0].startswith(f"{code}/mallit/")
    assert page.locator(f"{HITS} > h3 a").first.get_attribute("lang") == code
    assert visit.wrong == []


def test_nothing_is_fetched_before_something_is_sought(visit: Visit):
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))

    visit.to("haku/").wait_for_load_state("networkidle")

    assert [url for url in asked if url.startswith(visit.root + "haku/")] == [visit.root + "haku/"]


def test_what_is_typed_stays_text(visit: Visit):
    page = visit.to("haku/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20työkyky")

    _found(page)
    assert page.locator("main img").count() == 0
    assert visit.wrong == []


# Each leads to the hits of the words it stands for; the words are those of the models, and no query of the judged list.
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("haku/?q=fysioterapeuti", "haku/?q=fysioterapeutti"),  # a letter is missing
        ("haku/?q=fysioterpaeutti", "haku/?q=fysioterapeutti"),  # two have changed places
        ("haku/?q=paihdepalvelut", "haku/?q=päihdepalvelut"),  # the dots are missing
        ("haku/?q=fysioterapeutilta", "haku/?q=fysioterapeutti"),  # another form
        ("haku/?q=TOIKEssa", "haku/?q=TOIKE"),  # an abbreviation with its ending
    ],
)
def test_words_as_people_type_them_find_the_same_model_first(visit: Visit, asked: str, meant: str):
    rightly = _models(visit.to(meant))

    found = _models(visit.to(asked))

    assert found[:1] == rightly[:1] != []
    assert visit.wrong == []


def test_the_word_behind_a_suspended_hyphen_is_found(visit: Visit, catalog: Catalog):
    texts = " ".join(str(text.fi) for text, _ in catalog.model_by_id["espoo-tyokykyhanke"].texts)
    assert "sosiaali- ja terveyspalveluja" in texts
    assert "sosiaalipalvelu" not in texts.lower()

    assert "mallit/espoo-tyokykyhanke/" in _models(visit.to("haku/?q=sosiaalipalveluista"))


@pytest.mark.parametrize(("term", "word"), [("low-threshold", "låg tröskel"), ("low-threshold", "low threshold")])
def test_a_word_of_another_language_finds_finnish_models(visit: Visit, catalog: Catalog, term: str, word: str):
    about = {f"mallit/{each.id}/" for each in catalog.models if term in [ref.to for ref in each.classification.topics]}

    found = _models(visit.to(f"haku/?q={word}"))

    assert about
    assert about <= set(found)


def test_a_question_is_not_answered_by_every_role_and_term_that_shares_a_word_with_it(visit: Visit, catalog: Catalog):
    found = _found(visit.to("haku/?q=mitä sosiaalityöntekijä tekee asiakkaan kanssa"))

    others = [address for address in found if "mallit/" not in address]
    assert len(others) < len(catalog.vocabulary.terms) / 10


def test_a_step_that_answers_stands_before_the_sections_that_mention_it(visit: Visit, catalog: Catalog):
    for model in catalog.models:
        step = next(each for each in model.pathway.steps if each.type is StepType.TASK)

        page = visit.to(f"haku/?q={step.title.fi}")
        _found(page)

        hit = page.locator(HITS).filter(has=page.locator(f"> h3 a[href$='/mallit/{model.id}/']"))
        assert hit.locator(".hit__parts a").first.inner_text() == step.title.fi


@pytest.mark.parametrize("asked", ["työkyvyn arviointi", "TOIKE"])
def test_an_excerpt_begins_and_ends_as_a_sentence_or_says_that_it_is_cut(visit: Visit, asked: str):
    page = visit.to(f"haku/?q={asked}")
    _found(page)

    shown = page.locator(f"{HITS} p[lang]").all_inner_texts()

    assert [each for each in shown if not each.startswith("… ") and each[0].islower()] == []
    assert [each for each in shown if each[-1] not in ".?!…"] == []
    assert any(each.startswith("… ") for each in shown)
    assert any(each.endswith(" …") for each in shown)


def test_an_excerpt_does_not_say_again_the_title_above_it(visit: Visit):
    page = visit.to("haku/?q=arviointimittari")
    _found(page)

    hit = page.locator(HITS).filter(has=page.get_by_role("link", name="arviointimittari", exact=True))

    assert hit.locator("p[lang]").first.inner_text().startswith("Arviointimittarilla työ- ja toimintakyky")


def test_hits_that_come_late_do_not_stand_among_those_of_the_next_search(visit: Visit):
    page = visit.to("haku/?q=asiakas")
    _found(page)
    held: list[Route] = []
    page.route("**/haku/t/**", lambda route: held.append(route))
    page.locator(".search__more").click()  # the second ten are read with the first
    page.locator(".search__more").click()
    page.get_by_role("searchbox", name="Hakusanat").fill("qqqqqqq")
    page.get_by_role("searchbox", name="Hakusanat").press("Enter")
    expect(page.locator(STATUS)).to_contain_text("Ei tarkkoja osumia")

    for route in held:
        with page.expect_response(route.request.url):
            route.continue_()
    page.wait_for_timeout(500)  # what must not come cannot be waited for

    assert held
    assert page.locator(HITS).count() == 0


def test_the_same_facets_narrow_the_list_of_models(visit: Visit):
    page = visit.to("mallit/")
    cards = page.locator("[data-answers]:visible")
    everything = cards.count()

    page.locator(".search__narrow > summary").press("Enter")
    box = page.locator("input[name=kynnys][value=low]")
    box.focus()
    page.keyboard.press("Space")

    page.wait_for_url("**/mallit/?kynnys=low")
    expect(page.locator(STATUS)).to_have_text("1 malli")
    assert cards.count() == 1
    page.go_back()
    assert cards.count() == everything
    expect(page.locator(STATUS)).to_have_text("")
    page.go_forward()
    assert cards.count() == 1
    page.locator("button[type=reset]").click()
    page.wait_for_url("**/mallit/")
    assert cards.count() == everything
    assert visit.wrong == []


def test_an_address_with_facets_is_answered_alike_on_both_pages(visit: Visit):
    several = "toteuttaja=municipality&toteuttaja=association"
    for asked in ("kynnys=low", "rooli=physician", "kohderyhma=employed", several, "lahete=unknown&elinkaari=ended"):
        page = visit.to(f"mallit/?{asked}")
        shown = {str(each.get_attribute("href")).removeprefix("./") for each in page.locator("[data-answers]:visible h3 a").all()}

        found = {each.removeprefix("mallit/") for each in _models(visit.to(f"haku/?{asked}"))}

        assert {each.removeprefix("../mallit/") for each in shown} == found != set()


def test_a_facet_that_is_no_more_is_passed_over_in_an_address(visit: Visit):
    page = visit.to("mallit/?ilman=physician&kynnys=low")
    expect(page.locator("[data-answers]:visible")).to_have_count(1)

    assert len(_models(visit.to("haku/?ilman=physician&kynnys=low"))) == 1
    assert len(_models(visit.to("haku/?ilman=physician"))) == 5


def test_what_is_concluded_tells_its_rule(visit: Visit):
    page = visit.to("haku/?kynnys=low")
    _found(page)

    rules = page.locator(".search__rule")
    expect(rules.filter(has_text="Lähetettä ei tarvita")).to_have_count(1)
    expect(rules.filter(has_text="työterveyslääkäri")).to_have_count(1)


def test_without_script_every_model_stands_without_a_filter(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}mallit/?kynnys=low")

    expect(page.locator("[data-answers]:visible")).to_have_count(5)
    expect(page.locator(".search__narrow")).to_be_hidden()
    context.close()


def test_without_script_every_model_and_facet_is_a_plain_list(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}haku/")

    expect(page.locator(".search__all > ul a")).to_have_count(5)
    expect(page.locator(".search__narrow")).to_be_hidden()
    page.get_by_role("link", name="Mallit ryhmittäin").click()
    page.wait_for_url("**/ryhmittain/")
    assert page.locator("dl.groups dt").count() > 20
    assert page.locator("dl.groups a[href$='mallit/toike/']").count() > 10
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "tail",
    [
        "haku/?q=työkyky&lahete=not_required",
        "haku/?q=qqqqqqq",
        "haku/?q=fysioterapeuti",
        "haku/?q=ilman lähetettä",
        "haku/?q=Hollola",
        "haku/?q=työkyky Rovaniemellä",
        "haku/?q=vertaa malleja",
        "haku/?kynnys=low",
        "sv/haku/?q=kuntoutusohjaaja",
        "en/haku/?q=nurse",
        "mallit/?kynnys=low",
        "sv/mallit/?rooli=physician",
    ],
)
def test_axe_finds_nothing_in_any_state(browser: Browser, root: str, scheme: str, tail: str):
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{root}{tail}")
    _found(page)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    for width in (320, 1280):
        assert axe.findings(page, width) == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    context.close()
