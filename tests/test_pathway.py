"""The pathway figure in Chromium: nothing overlaps and nothing runs over, whatever the width, the size of text and its spacing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from accessibility_tree import tree
from browsing import FOLDERS, LARGE, SPACING, STYLE, Visit, served
from building import with_article, with_files
from mallisto.pages.pathway import pathway_page
from pathways import MODELS, a_setting, the_synthetic_model

WIDTHS = (320, 768, 1280, 1920)
WRONG = """() => {
    const seen = name => [...document.querySelectorAll(name)].filter(each => each.checkVisibility());
    const meet = (one, other) => one.left < other.right - 1 && other.left < one.right - 1
        && one.top < other.bottom - 1 && other.top < one.bottom - 1;
    const say = each => each.textContent.trim().slice(0, 25), wrong = [];
    const boxes = seen('.pathway .tile, .pathway .label').map(each => [each, each.getBoundingClientRect()]);
    boxes.forEach(([one, box], number) => boxes.slice(number + 1).forEach(([other, that]) => {
        if (meet(box, that)) wrong.push(`${say(one)} overlaps ${say(other)}`);
    }));
    seen('.pathway .tile, .pathway .label, .pathway .head').forEach(each => {
        if (each.scrollWidth > each.clientWidth + 1) wrong.push(`${say(each)} runs over`);
    });
    const figure = document.querySelector('.pathway');
    if (figure.scrollWidth > figure.clientWidth || figure.getBoundingClientRect().right > innerWidth) wrong.push('the figure runs over');
    return wrong;
}"""
LEFTS = "new Set([...document.querySelectorAll('.pathway .tile')].map(each => Math.round(each.getBoundingClientRect().left))).size"
SIZES = """[...document.querySelectorAll('.pathway *')].filter(each => each.checkVisibility())
    .map(each => parseFloat(getComputedStyle(each).fontSize))"""

# What a line of a text holds at least on average. A word of Finnish that breaks at its hyphens has about six a line.
LETTERS = 4.5
LETTERS_A_LINE = (Path(__file__).parent / "support" / "letters.js").read_text("utf-8")


def wrong_at_any_width(page: Page) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate(WRONG)
    return {width: wrong for width, wrong in found.items() if wrong}


@pytest.fixture(scope="module")
def with_the_large_one(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with one more page: the made-up pathway in the place of a real one."""
    model = the_synthetic_model()
    page = with_article(site / "mallit/toike/polku/index.html", str(pathway_page.page(model, a_setting(model)).chapter))
    larger = with_files(site, tmp_path_factory.mktemp("larger") / "site", {"mallit/synteettinen/polku/index.html": page})
    with served(larger) as root:
        yield root


@pytest.mark.parametrize("style", ["", LARGE, SPACING], ids=["plain", "large", "spaced"])
@pytest.mark.parametrize("model", [*MODELS, "synteettinen"])
def test_nothing_overlaps_and_nothing_runs_over(page: Page, with_the_large_one: str, model: str, style: str):
    page.goto(f"{with_the_large_one}mallit/{model}/polku/")
    page.evaluate(STYLE, style)

    assert wrong_at_any_width(page) == {}


@pytest.mark.parametrize(("model", "code"), list(product(MODELS, FOLDERS)))
def test_a_line_on_a_phone_with_large_letters_holds_enough_to_read(page: Page, root: str, model: str, code: str):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{root}{FOLDERS[code]}mallit/{model}/polku/")
    page.evaluate(STYLE, LARGE)

    texts = page.evaluate(LETTERS_A_LINE)

    assert len(texts) > 20
    assert [(words, letters) for words, letters in texts if letters < LETTERS] == []


@pytest.mark.parametrize(("model", "code"), list(product(MODELS, ("sv", "en"))))
def test_translations_fit_as_well(page: Page, root: str, model: str, code: str):
    page.goto(f"{root}{FOLDERS[code]}mallit/{model}/polku/")

    assert wrong_at_any_width(page) == {}


@pytest.mark.parametrize(("width", "is_stack"), [(390, True), (1280, False)])
def test_a_phone_gets_a_stack_and_a_screen_gets_lanes(page: Page, root: str, width: int, is_stack: bool):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{root}mallit/toike/polku/")

    lefts = page.evaluate(LEFTS)

    assert (lefts == 1) == is_stack
    assert page.locator(".pathway .heads").is_visible() != is_stack


def test_no_text_is_smaller_than_twelve_pixels(page: Page, root: str):
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{root}mallit/uusi-suunta/polku/")
        sizes = page.evaluate(SIZES)
        assert min(sizes) >= 12


def test_the_address_of_a_step_highlights_its_card_and_its_description(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}mallit/toike/polku/#vaihe-phone-contact")

    ringed = [each.get_attribute("href") for each in page.locator(".pathway .tile").all() if _style(each, "outlineStyle") == "solid"]
    context.close()

    assert ringed == ["#vaihe-phone-contact"]


def test_the_address_of_a_role_makes_its_steps_stand_out_without_script(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}mallit/tykke/roolit/")
    page.locator("a[href*='#osuus-']").first.click()
    page.locator(".pathway .of:visible").wait_for()

    outstanding = [each for each in page.locator(".pathway .tile").all() if _style(each, "boxShadow") != "none"]
    said = page.locator(".pathway .of:visible")

    assert 0 < len(outstanding) < page.locator(".pathway .tile").count()
    assert said.count() == 1
    said.get_by_role("link").click()
    page.locator(".pathway .of:visible").wait_for(state="detached")
    context.close()


def _style(each: object, name: str) -> str:
    return str(each.evaluate("(each, name) => getComputedStyle(each)[name]", name))  # type: ignore[attr-defined]


def test_the_downloads_lead_to_files(page: Page, root: str):
    page.goto(f"{root}sv/mallit/tykke/polku/")

    for link in page.locator(".downloads a").all():
        with page.expect_download() as waiting:
            link.click()
        assert Path(waiting.value.path()).stat().st_size > 500


@pytest.mark.parametrize("model", MODELS)
def test_on_paper_no_card_is_cut_off(page: Page, root: str, model: str):
    page.goto(f"{root}mallit/{model}/polku/")
    page.set_viewport_size({"width": 673, "height": 980})
    page.emulate_media(media="print")

    assert page.evaluate(WRONG) == []


def test_a_screen_reader_gets_words_without_hyphens_numbers_in_headings_and_what_a_dash_means(visit: Visit):
    page = visit.to("mallit/toike/polku/")
    page.get_by_text("Näytä vaiheet taulukossa").click()
    seen = tree(page)

    assert [each.name for each in seen.all() if "\u00ad" in each.name] == []
    assert "3. tehtävä: Yhteydenotto ilman lähetettä, Toimintakykykeskus" in [each.name for each in seen.of_role("link")]
    assert "3. Yhteydenotto ilman lähetettä" in [each.name for each in seen.of_role("heading")]
    assert {each.words for each in seen.of_role("cell")} >= {"ei kerrota", "Polku päättyy tähän"}
    assert "–" not in {each.words for each in seen.of_role("cell")}
