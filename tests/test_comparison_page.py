"""The comparison in Chromium: the address chooses, columns stand side by side, differences alone, files to take along, A4, no script."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

import axe
from accessibility_tree import tree
from browsing import OVERFLOW, SPACING, STYLE, Visit, served
from builders import a_catalog
from building import ROOT, with_article, with_files
from mallisto.catalog.catalog import Catalog
from mallisto.comparison import ASPECTS, VERDICTS, verdict
from mallisto.i18n.language import Language
from mallisto.pages.choosing import comparison
from mallisto.pages.choosing.model_list import model_cards
from mallisto.pages.elements.page_context import PageContext
from mallisto.reading.schema import Schemas
from pathways import our_catalog

STATUS = ".comparison__status"
NAMES = "thead th[data-model]"
LICENCE = ("Lisenssi", "Licens", "Licence")
FIVE = ["Espoon Työkykyhanke", "TOIKE", "TTO", "TYKKE", "Uusi suunta"]
STATES = (
    "vertailu/",
    "vertailu/?malli=tykke&malli=toike&erot=1",
    "vertailu/?malli=tykke",
    "sv/vertailu/?malli=tto&malli=ei-ole",
    "en/vertailu/?malli=tykke&malli=tto&malli=toike&malli=uusi-suunta&malli=espoo-tyokykyhanke",
)


@pytest.fixture(scope="module")
def with_many(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with two more pages: the comparison of more models than a page holds, and the list of more than cards are made of."""
    ours = our_catalog()
    finnish = Language.of("fi", Schemas.load(ROOT / "schemas"))

    def copies(times: int) -> Catalog:
        models = [replace(each, id=f"{each.id}-{number}") for each in ours.models for number in range(times)]
        return a_catalog(*models, vocabulary=ours.vocabulary)

    catalog = copies(4)
    made = {file.path: file.content for file in (comparison.column_file(each, catalog, finnish) for each in catalog.models)}
    many, cards = (PageContext.for_address(*each) for each in ((catalog, finnish, "vertailu/"), (copies(9), finnish, "mallit/")))
    made["monta/index.html"] = with_article(site / "vertailu/index.html", comparison.comparison(many))
    made["paljon/index.html"] = with_article(site / "mallit/index.html", model_cards(cards))
    del made["mallit/tto-2/vertailu.json"]
    with served(with_files(site, tmp_path_factory.mktemp("many") / "site", made)) as root:
        yield root


def settled(page: Page) -> Page:
    """The page once it has said which models it shows, not only that it fetches them."""
    expect(page.locator(STATUS)).not_to_be_empty()
    expect(page.locator(STATUS)).not_to_have_text(str(page.locator("model-comparison").get_attribute("data-busy")))
    return page


def shown(page: Page) -> list[str]:
    """The names of the models side by side."""
    return settled(page).locator(NAMES).all_text_contents()


def lines_of(download: Path | str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(Path(download).read_text("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_visitor_walks_from_a_hit_through_the_comparison_to_a_model(visit: Visit, folder: str):
    page = visit.to(f"{folder}haku/?q=toike")

    page.locator(".hits a[href*='vertailu/?malli=toike']").first.click()
    page.wait_for_url(f"**/{folder}vertailu/?malli=toike")
    assert shown(page) == ["TOIKE"]
    page.get_by_role("checkbox", name="TYKKE").check()
    page.wait_for_url("**?malli=toike&malli=tykke")
    assert shown(page) == ["TOIKE", "TYKKE"]
    page.locator("[name=erot]").check()
    page.wait_for_url("**&erot=1")
    expect(page.locator(STATUS)).to_contain_text(re.compile(r"\d"))
    with page.expect_download() as download:
        page.locator(".comparison__csv").click()
    assert [line[0] for line in lines_of(download.value.path())[1:]] == ["TOIKE", "TYKKE"]
    page.locator(f"{NAMES} a").nth(1).click()
    page.wait_for_url(f"**/{folder}mallit/tykke/")
    assert visit.wrong == []


def test_without_a_choice_all_stand_side_by_side_and_nothing_is_fetched(visit: Visit):
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))

    page = visit.to("vertailu/")

    assert shown(page) == FIVE
    assert [each for each in asked if each.endswith(".json")] == []
    assert visit.wrong == []


def test_the_address_keeps_the_order_of_choice_and_back_and_forward_follow_it(visit: Visit):
    page = visit.to("vertailu/?malli=tykke&malli=espoo-tyokykyhanke")
    assert shown(page) == ["TYKKE", "Espoon Työkykyhanke"]

    page.get_by_role("checkbox", name="TTO").check()
    expect(page.locator(NAMES)).to_have_count(3)
    page.go_back()
    expect(page.locator(NAMES)).to_have_count(2)
    assert not page.get_by_role("checkbox", name="TTO").is_checked()
    page.go_forward()
    expect(page.locator(NAMES)).to_have_count(3)

    assert shown(page) == ["TYKKE", "Espoon Työkykyhanke", "TTO"]


def test_cards_choose_by_a_plain_form(visit: Visit):
    page = visit.to("mallit/")

    page.get_by_role("checkbox", name=re.compile("TYKKE")).check()
    page.get_by_role("checkbox", name=re.compile("TOIKE")).check()
    page.get_by_role("button", name="Vertaa valittuja").click()

    page.wait_for_url("**/vertailu/?malli=toike&malli=tykke")
    assert shown(page) == ["TOIKE", "TYKKE"]


def test_an_overview_leads_to_the_comparison_with_its_model(visit: Visit):
    page = visit.to("mallit/tykke/")

    page.get_by_role("link", name="Vertaa toiseen malliin").click()

    page.wait_for_url("**/vertailu/?malli=tykke")
    expect(page.locator(STATUS)).to_contain_text("Valitse vähintään kaksi mallia.")


@pytest.mark.parametrize(
    ("asked", "said", "names"),
    [
        ("?malli=tykke", "Vertailussa on vain TYKKE. Valitse vähintään kaksi mallia.", ["TYKKE"]),
        ("?malli=olematon", "Linkin mallia ei löydy: olematon.", FIVE),
        ("?malli=tykke&malli=tykke&malli=<b>", "Linkin mallia ei löydy: <b>. Vertailussa on vain TYKKE.", ["TYKKE"]),
        ("?malli=tykke&malli=tto", "Vertailussa ovat TYKKE ja TTO.", ["TYKKE", "TTO"]),
    ],
)
def test_a_strange_choice_is_said_in_words(visit: Visit, asked: str, said: str, names: list[str]):
    page = visit.to(f"vertailu/{asked}")

    assert shown(page) == names
    expect(page.locator(STATUS)).to_contain_text(said)
    assert visit.wrong == []


def test_differences_alone_hide_what_is_the_same_and_say_how_much(visit: Visit):
    page = visit.to("vertailu/?malli=espoo-tyokykyhanke&malli=tto")
    settled(page)
    all_of_them = page.locator("tr.answers:visible").count()

    page.locator("[name=erot]").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**&erot=1")

    seen = page.locator("tr.answers:visible").count()
    expect(page.locator(STATUS)).to_contain_text(f"{all_of_them - seen} riviä on piilotettu")
    assert page.locator("tr[data-row=kesto]").is_hidden(), "neither source tells"
    assert page.locator("tr[data-row=perusidea]").is_visible()
    for group in page.locator("tbody:visible").all():
        assert group.locator("tr.answers:visible").count() > 0


def test_what_may_not_be_compared_is_said_and_follows_the_choice(visit: Visit):
    page = visit.to("vertailu/")
    static = page.request.get(page.url).text()
    notes = page.locator("[data-verdict]:visible")

    expect(notes).to_have_count(1)
    expect(notes).to_contain_text("Vain yhden mallin lähde kertoo palvelun kustannuksen")
    assert re.findall(r'<p data-verdict="([a-z-]+)">', static) == ["one"]
    page.goto(f"{visit.root}vertailu/?malli=toike&malli=tto")

    expect(notes).to_contain_text("Mikään näistä lähteistä ei kerro palvelun kustannusta.")


def test_the_script_says_of_costs_what_the_build_would_say(visit: Visit):
    page = visit.to("vertailu/?malli=toike&malli=tykke&malli=tto")
    settled(page)
    silent, same = dict[str, str](), dict.fromkeys(ASPECTS, "sama")
    others = [same | dict.fromkeys(differing, "muu") for count in range(len(ASPECTS) + 1) for differing in combinations(ASPECTS, count)]
    cases = [[first, second, third] for first in (silent, same) for second in (silent, same) for third in (silent, *others)]

    said = page.evaluate(
        """cases => cases.map(models => {
            const kept = ["data-model", "data-row", "role"];
            document.querySelectorAll("tr[data-row=kustannus] td").forEach((cell, at) => {
                for (const { name } of [...cell.attributes]) if (!kept.includes(name)) cell.removeAttribute(name);
                for (const [name, told] of Object.entries(models[at])) cell.setAttribute(`data-${name}`, told);
            });
            document.querySelector("model-comparison").judge();
            return [...document.querySelectorAll("[data-verdict]:not([hidden])")].map(each => each.dataset.verdict);
        })""",
        cases,
    )

    assert [tuple(each) for each in said] == [verdict(each) for each in cases]
    assert {each for found in said for each in found} == set(VERDICTS)


@pytest.mark.parametrize("folder", ["", "sv/", "en/"])
def test_the_table_of_the_chosen_says_what_the_table_of_all_says(visit: Visit, folder: str):
    page = visit.to(f"{folder}vertailu/")
    settled(page)

    with page.expect_download() as chosen:
        page.locator(".comparison__csv").click()
    with page.expect_download() as everything:
        page.locator(".comparison__downloads a").click()

    ours, all_of_them = lines_of(chosen.value.path()), lines_of(everything.value.path())
    assert ours == [[cell for cell, head in zip(line, all_of_them[0], strict=True) if head not in LICENCE] for line in all_of_them]


def test_columns_the_page_does_not_hold_are_fetched_when_chosen(browser: Browser, with_many: str):
    visit = Visit(browser.new_page(), with_many)
    page = visit.to("monta/?malli=tykke-0&malli=toike-1")
    expect(page.locator("tr[data-row=tavoitteet] td")).to_have_count(2)

    assert shown(page) == ["TYKKE", "TOIKE"]
    assert page.locator(".picker__models input").evaluate_all("found => found.slice(0, 3).map(each => each.checked)") == [True, True, False]
    assert visit.wrong == []
    page.goto(f"{with_many}monta/")
    expect(page.locator(STATUS)).to_have_text("Valitse kahdesta viiteen mallia.")
    assert page.locator(".side-by-side").is_hidden()
    page.locator("#vertailu-suodatin").fill("toi")
    assert page.locator(".picker__models li:visible").count() == 4
    page.close()


def test_models_of_a_long_list_are_chosen_there(browser: Browser, with_many: str):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{with_many}paljon/")
    page.get_by_text("Rajaa malleja").click()
    page.locator(".search__facets [name=elinkaari][value=ended]").check()
    assert 0 < page.locator(".names li:visible").count() < 45
    page.locator(".search__facets [name=elinkaari][value=ended]").uncheck()

    for name in ("tykke-0", "toike-8"):
        page.locator(f"[name=malli][value={name}]").check()

    assert page.get_by_role("button", name="Vertaa valittuja").bounding_box()["y"] < 800  # type: ignore[index]
    assert page.evaluate(OVERFLOW) == 0
    with page.expect_request(lambda request: "vertailu/?" in request.url) as asked:
        page.get_by_role("button", name="Vertaa valittuja").click()
    assert set(parse_qs(urlsplit(asked.value.url).query)["malli"]) == {"tykke-0", "toike-8"}
    page.close()


def test_more_than_five_leave_the_rest_out_and_a_column_that_is_gone_is_told(browser: Browser, with_many: str):
    page = browser.new_page()
    ids = ["tykke-0", "tykke-1", "tykke-2", "toike-0", "toike-1", "tto-0"]

    page.goto(f"{with_many}monta/?{'&'.join(f'malli={each}' for each in ids)}")
    assert len(shown(page)) == 5
    expect(page.locator(STATUS)).to_contain_text("Valittuna on 6 mallia. Vertailuun mahtuu viisi, joten tästä jää pois TTO.")
    page.goto(f"{with_many}monta/?malli=tto-2&malli=toike-1&malli=tykke-0")
    expect(page.locator(STATUS)).to_contain_text("Tietojen haku ei onnistunut: TTO.")

    assert shown(page) == ["TOIKE", "TYKKE"]
    page.close()


def test_axe_finds_nothing_in_any_state(visit: Visit, with_many: str):
    """The whole table is looked at with every other kind of page, in all widths and colours; here are its other states."""
    too_many = "&".join(f"malli=tykke-{each}&malli=toike-{each}" for each in range(3))
    found: dict[str, list[str]] = {}

    visit.page.set_viewport_size({"width": 390, "height": 900})
    for address in (*STATES[1:4], f"{with_many}monta/?{too_many}", f"{with_many}monta/"):
        page = visit.to(address)
        settled(page)
        found[address] = axe.findings(page)
    for width in (320, 1280):
        page = visit.to(f"{with_many}paljon/")
        page.set_viewport_size({"width": width, "height": 900})
        # At the end of the list, since the button that follows the reader covers a part of some line on the way.
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        found[f"list at {width}"] = axe.findings(page, width)

    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("tail", STATES)
def test_no_state_needs_sideways_scroll_of_the_page(visit: Visit, tail: str):
    page = visit.to(tail)
    wide = []

    for width, style in ((320, ""), (320, SPACING), (640, "html { font-size: 200% !important }"), (1183, ""), (1184, "")):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(STYLE, style)
        wide.append(page.evaluate(OVERFLOW))

    assert wide == [0] * 5


def test_on_a_phone_two_models_stand_side_by_side_and_one_below_the_other_in_large_letters(visit: Visit):
    page = visit.to("vertailu/?malli=tykke&malli=toike")
    page.set_viewport_size({"width": 390, "height": 844})
    settled(page)
    cells = page.locator("tr[data-row=tavoitteet] td:visible")

    def starts() -> list[list[float]]:
        found: list[list[float]] = cells.evaluate_all(
            "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.top].map(Math.round))"
        )
        return found

    (left, top), (right, beside) = starts()
    screens = page.locator(".side-by-side tbody").first.evaluate("each => each.offsetHeight / innerHeight")
    page.evaluate(STYLE, "html { font-size: 200% !important }")
    (large_left, upper), (below_left, lower) = starts()

    assert (right > left, beside) == (True, top)
    assert screens <= 6
    assert (below_left, lower > upper) == (large_left, True)
    assert page.evaluate(OVERFLOW) == 0


def test_on_a_tablet_columns_are_swiped_under_labels_that_stay(visit: Visit):
    page = visit.to("vertailu/")
    page.set_viewport_size({"width": 768, "height": 800})
    settled(page)
    region, label = page.locator(".side-by-side"), page.locator("tr[data-row=tavoitteet] > th")

    region.focus()
    before = label.bounding_box()
    region.evaluate("each => each.scrollBy({ left: 600, behavior: 'instant' })")

    assert region.evaluate("each => each.scrollLeft") > 500
    assert label.bounding_box() == before
    assert page.locator("tr[data-row=tavoitteet] td").nth(2).locator(".whose").is_visible()


def test_a_screen_reader_hears_a_table_at_any_width(visit: Visit):
    page = visit.to("vertailu/?malli=tykke&malli=toike")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        settled(page)
        table = page.get_by_role("table", name=re.compile("Mallit rinnakkain"))
        row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Tavoitteet", exact=True))
        assert row.get_by_role("cell").count() == 2


@pytest.mark.parametrize("width", [320, 390, 1024, 1280])
def test_every_answer_is_told_with_the_model_that_gives_it(visit: Visit, width: int):
    visit.page.set_viewport_size({"width": width, "height": 800})
    page = settled(visit.to("vertailu/?malli=tykke&malli=toike&malli=tto"))
    names = ["TYKKE", "TOIKE", "TTO"]

    seen = tree(page)
    heads = [each.name for each in seen.of_role("columnheader")][1:]
    rows = [cells for row in seen.of_role("row") if len(cells := row.of_role("cell")) == len(names)]
    nameless = [
        cell.words for row in rows for name, cell in zip(names, row, strict=True) if heads != names and not cell.words.startswith(name)
    ]

    assert len(rows) > 30
    assert nameless == []


def test_on_a_phone_a_shared_comparison_opens_at_its_first_model(visit: Visit):
    visit.page.set_viewport_size({"width": 390, "height": 800})

    page = settled(visit.to("vertailu/?malli=toike&malli=espoo-tyokykyhanke"))

    assert page.locator(".side-by-side").evaluate("each => new Promise(done => setTimeout(() => done(each.scrollLeft), 300))") == 0


def test_without_script_all_models_stand_side_by_side(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}vertailu/?malli=tykke&malli=toike")

    assert page.locator(NAMES).all_text_contents() == FIVE
    assert page.locator(".picker").is_hidden()
    assert page.get_by_text("Ilman skriptejä").is_visible()
    assert page.locator("[data-verdict]:visible").count() == 1
    assert page.get_by_role("link", name="kaikki mallit, rivi mallia kohti (CSV)").is_visible()
    context.close()


def test_every_cell_has_a_value_with_its_mark_or_says_that_it_is_unknown(visit: Visit):
    page = visit.to("vertailu/")

    # The rows of the decision card bear the word of a plan or a wish in brackets; where each is told stands in the groups below.
    bare = page.locator("tbody:not(#aihe-paatos) td[data-model]").evaluate_all(
        "cells => cells.filter(each => !each.querySelector('.unknown') && !each.querySelector('.share .told a[href]')).length"
    )
    unmarked = page.locator("tbody:not(#aihe-paatos) .share").evaluate_all(
        "shares => shares.filter(each => !each.querySelector('.told a[href]')).length"
    )

    assert (bare, unmarked) == (0, 0)


def test_on_paper_the_table_lies_on_its_side_and_its_head_is_repeated(visit: Visit):
    page = visit.to("vertailu/?malli=tykke&malli=toike&malli=tto")
    settled(page)

    pdf = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")

    sizes = {(round(float(width)), round(float(height))) for width, height in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)}
    assert sizes == {(842, 595)}
    assert page.locator("thead").evaluate("each => getComputedStyle(each).display") == "table-header-group"
    assert page.locator(".picker").is_hidden()
    page.emulate_media(media="screen")
