"""The copy of the site in Chromium, opened from a folder: links, search, keyboard, accessibility, and what it says of itself."""

from __future__ import annotations

import json
import re
import statistics
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

import axe
from browsing import Visit
from building import SITE_URL, unpacked_copy
from mallisto.reading.languages import LANGUAGES
from searching import QUERIES, TOLD, found_in_copy, judged
from webpage import Webpage, pages_of

STATUS = "[role=status]"
KINDS = (
    "index.html",
    "mallit/toike/index.html",
    "mallit/tykke/tarkistuslista/index.html",
    "mallit/tykke/paatosmuistio/index.html",
    "vertailu/index.html?malli=toike",
    "sopiiko/index.html",
    "ohjaus/index.html",
    "koulutus/index.html",
    "lataa/index.html",
    "sv/haku/index.html?q=vård",
    "en/haku/index.html?q=nurse",
    "haku/index.html?q=qqqqqqq",
)
# A word of each language, the Finnish one in a form that the site does not have.
WORDS = (("", "lähetteettömästi"), ("sv/", "rehabilitering"), ("en/", "employment"))


@pytest.fixture(scope="session")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked_copy(site, tmp_path_factory.mktemp("unpacked with spaces"))


@pytest.fixture(scope="session")
def pages(folder: Path) -> dict[str, Webpage]:
    return pages_of(folder)


@pytest.fixture
def visit(browser: Browser, folder: Path) -> Iterator[Visit]:
    context = browser.new_context(offline=True)
    yield Visit(context.new_page(), f"{folder.as_uri()}/")
    context.close()


def _found(page: Page) -> list[str]:
    expect(page.locator(STATUS)).to_have_text(TOLD)
    return [str(each.get_attribute("href")) for each in page.locator(".hits > li a").all()]


def test_every_page_a_reader_comes_to_on_the_site_is_in_the_copy(site: Path, pages: dict[str, Webpage]):
    shown = {path for path, page in pages_of(site).items() if page.is_shown and path != "404.html"}

    assert set(pages) == shown


def test_every_link_leads_to_a_file_and_its_place_or_to_the_web(folder: Path, pages: dict[str, Webpage]):
    broken = []
    for path, page in pages.items():
        for _, written in page.addresses():
            if re.match(r"(https?|mailto|data):", written):
                continue
            name, _, anchor = written.partition("#")
            target = (folder / path).parent / unquote(name.partition("?")[0]) if name else folder / path
            place = target.resolve().relative_to(folder).as_posix()
            if not target.is_file() or (anchor and place in pages and unquote(anchor) not in pages[place].ids):
                broken.append(f"{path}: {written}")

    assert pages
    assert broken == []


def test_only_what_the_copy_lacks_is_sought_on_the_site(pages: dict[str, Webpage]):
    needless = [
        f"{path}: {each['href'] or each['action']}"
        for path, page in pages.items()
        for each in (*page.all("a"), *page.all("form"))
        for target in [(each["href"] or each["action"]).partition("#")[0].partition("?")[0]]
        if "#paketti=" not in (each["href"] or "")  # a pack, which only a module reads
        if target.startswith(SITE_URL) and target != SITE_URL + page.tail and f"{target.removeprefix(SITE_URL)}index.html" in pages
    ]

    assert needless == []


def test_the_copy_has_nothing_for_programs_and_no_module(folder: Path, pages: dict[str, Webpage]):
    endings = {path.suffix for path in folder.rglob("*") if path.is_file()}

    assert endings <= {".html", ".css", ".js", ".svg", ".png", ".csv", ".bpmn", ".ics", ".txt"}
    assert {each["type"] for page in pages.values() for each in page.all("script")} == {""}


def test_every_page_tells_the_day_of_the_copy_and_leads_to_itself_on_the_web(pages: dict[str, Webpage]):
    for path, page in pages.items():
        (line,) = (each for each in page.all("p") if each["class"] == "copy")
        live = page.one("link", rel="canonical")["href"]
        assert re.search(r"\d", line.text), path
        assert live in [each["href"] for each in page.all("a")], path
        assert live == SITE_URL + page.tail


@pytest.mark.parametrize("tail", KINDS)
def test_a_page_opens_without_a_network_and_nothing_goes_wrong(visit: Visit, tail: str):
    page = visit.to(tail)

    page.wait_for_load_state("load")

    assert page.locator("main h1").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert visit.wrong == []


def test_the_judged_queries_are_answered_without_a_server(browser: Browser, folder: Path, page: Page):
    queries = json.loads(QUERIES.read_text("utf-8"))[::2]  # the whole is asked of the same scripts on the site

    answers = [found_in_copy(page, folder, each["query"]) for each in queries]

    # The judgements know models; of the site's own pages, which may come first, nothing was judged.
    models = [[address for address in found if address.startswith("/mallit/")] for found in answers]
    judgements = [judged(found, each["relevant"]) for found, each in zip(models, queries, strict=True)]
    assert all(models)
    assert statistics.mean(recall for recall, _ in judgements) >= 0.97
    assert statistics.mean(rank for _, rank in judgements) >= 0.95


def test_the_box_of_the_header_finds_a_step_by_an_inflected_word_with_the_keyboard_alone(visit: Visit):
    page = visit.to("mallit/tykke/index.html")

    page.locator("header input[name=q]").focus()
    page.keyboard.type("puhelinkontakteilla")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/index.html?q=*")
    found = _found(page)
    step = page.locator("a[href$='polku/index.html#vaihe-phone-contact']").first
    step.focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**#vaihe-phone-contact")
    assert found
    assert page.evaluate("document.querySelector(':target').id") == "vaihe-phone-contact"
    assert visit.wrong == []


@pytest.mark.parametrize(("tail", "word"), WORDS)
def test_every_language_has_a_search_whose_hits_lead_to_pages_of_the_copy(visit: Visit, folder: Path, tail: str, word: str):
    page = visit.to(f"{tail}haku/index.html?q={word}")

    found = _found(page)

    assert found
    assert all(each.startswith(f"{folder.as_uri()}/{tail}") for each in found)
    assert all(Path(unquote(urlsplit(each).path)).is_file() for each in found)
    assert visit.wrong == []


def test_a_page_of_the_site_is_a_hit_that_leads_to_its_file(visit: Visit, folder: Path):
    page = visit.to("haku/index.html?q=sopiiko malli teille")

    (first, *_) = _found(page)

    assert Path(folder, unquote(first.removeprefix(f"{folder.as_uri()}/"))) == folder / "sopiiko/index.html"
    visit.to("haku/index.html?q=Tuusniemi")
    own = str(page.locator(".search__own a").first.get_attribute("href"))
    assert own.startswith(f"{folder.as_uri()}/oma-kunta/index.html?kunta=")


def test_more_hits_are_shown_where_they_are_asked_for_and_the_focus_goes_to_them(visit: Visit):
    page = visit.to("haku/index.html?q=työkyky")
    expect(page.locator(STATUS)).to_have_text(TOLD)
    before = page.locator(".hits > li").count()

    page.locator(".search__more").press("Enter")

    assert page.locator(".hits > li").count() > before == 10
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.hits > li')[10]")


def test_nothing_found_is_said_with_what_to_try(visit: Visit):
    page = visit.to("haku/index.html?q=qqqqqqq")

    expect(page.locator(STATUS)).to_have_text(TOLD)

    assert page.locator(".search__help").is_visible()
    assert page.locator(".hits > li").count() == 0


def test_slides_and_guidance_work_from_a_folder(browser: Browser, folder: Path):
    page = browser.new_page()
    page.goto(f"{folder.as_uri()}/mallit/tto/diat/index.html?rooli=primary-care-professional")

    page.keyboard.press("ArrowRight")
    expect(page.locator(".show__status")).to_contain_text("Dia 2/")
    assert page.locator(".show__file").is_hidden()
    page.goto(f"{folder.as_uri()}/ohjaus/index.html?rooli=psychologist")
    expect(page.locator(".guidance__status")).to_contain_text("mainitsee roolisi")
    page.get_by_label("Oma roolisi").select_option("physician")

    expect(page.locator(".guide__roles [data-rooli~=physician]").first).to_be_visible()
    page.close()


def test_everything_is_listed_without_script(browser: Browser, folder: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{folder.as_uri()}/haku/index.html")

    assert page.locator(".search__all a[href$='mallit/toike/index.html']").first.is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing_in_the_copy(browser: Browser, folder: Path, code: str, scheme: str):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    found: dict[str, dict[int, list[str]]] = {}

    for tail in ("index.html", "mallit/toike/index.html", "haku/index.html?q=TOIKE", "haku/index.html?q=qqqqqqq", "lataa/index.html"):
        page.goto(f"{folder.as_uri()}/{'' if code == 'fi' else f'{code}/'}{tail}")
        found[tail] = axe.findings_at(page, 320, 1280)
    context.close()

    assert {where: what for where, what in found.items() if what} == {}
