"""The whole site of the repository: what stands where, where links lead, and what the data says."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from PIL import Image

from building import FIVE, SITE_URL
from mallisto.addresses import urls
from mallisto.build import checking
from mallisto.catalog.catalog import Catalog
from mallisto.export.sitemap import address
from mallisto.reading.languages import LANGUAGES
from published import faults
from webpage import Element, Webpage, pages_of, without_statement

PARTS = ("", urls.PATHWAY, urls.ROLES, urls.CHECKLIST, urls.SOURCES, urls.BOOKLET, urls.MEMO)
NOT_FOUND = "404.html"
# In bytes. A card is fetched by every chat a link is pasted in.
LARGEST_CARD = 8000
NOT_HAPPENED = {"planned", "expected", "vision", "question"}

# What a browser fetches by itself when it shows a page. A link of another kind (`canonical`, `alternate`) is only a name.
FETCHED = {
    "link": ("href", {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch", "prefetch"}),
    "script": ("src", None),
    "img": ("src", None),
    "iframe": ("src", None),
    "source": ("src", None),
    "video": ("src", None),
    "audio": ("src", None),
    "object": ("data", None),
    "embed": ("src", None),
}

# A QR code that the page itself holds.
OWN_PICTURE = "data:image/svg+xml,"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return checking.load(FIVE, date(2026, 11, 21)).catalog


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Webpage]:
    return pages_of(site)


@pytest.fixture(scope="module")
def shown(pages: dict[str, Webpage]) -> dict[str, Webpage]:
    """The pages a reader comes to: all but those that only tell where a page went."""
    return {path: page for path, page in pages.items() if path != NOT_FOUND and page.is_shown}


def _folder(code: str) -> str:
    return "" if code == "fi" else f"{code}/"


def _data(site: Path, path: str) -> Any:
    return json.loads((site / "api" / "v1" / path).read_text("utf-8"))


def test_every_model_has_its_pages_in_three_languages(catalog: Catalog, pages: dict[str, Webpage]):
    wanted = {
        f"{_folder(code)}{urls.model_page(model.id, part)}index.html" for model in catalog.models for part in PARTS for code in LANGUAGES
    }

    assert len(wanted) == len(catalog.models) * len(PARTS) * len(LANGUAGES) > 0
    assert wanted - set(pages) == set()


def test_every_role_in_use_has_its_page_in_three_languages(catalog: Catalog, pages: dict[str, Webpage]):
    wanted = {f"{_folder(code)}{urls.role_page(role.id)}index.html" for role in catalog.roles_in_use for code in LANGUAGES}

    assert wanted
    assert wanted - set(pages) == set()


def test_every_page_stands_in_all_languages(shown: dict[str, Webpage]):
    by_language = {code: {page.tail.removeprefix(_folder(code)) for page in shown.values() if page.language == code} for code in LANGUAGES}

    assert by_language["fi"] == by_language["sv"] == by_language["en"]


def test_every_page_says_which_language_it_speaks(shown: dict[str, Webpage]):
    wrong = [path for path, page in shown.items() if page.one("html")["lang"] != page.language]

    assert wrong == []


def test_every_page_has_a_title_of_its_own(shown: dict[str, Webpage]):
    titles = Counter((page.language, page.one("title").text.strip()) for page in shown.values())

    assert [title for title, count in titles.items() if count > 1] == []
    assert ("fi", "") not in titles


def test_every_page_has_a_short_description_of_its_own(shown: dict[str, Webpage]):
    descriptions = {path: page.one("meta", name="description")["content"].strip() for path, page in shown.items()}

    assert [path for path, said in descriptions.items() if not 0 < len(said) <= 300] == []
    counts = Counter((shown[path].language, said) for path, said in descriptions.items())
    assert [said for said, count in counts.items() if count > 1] == []


def test_every_page_names_its_own_address_and_its_siblings(shown: dict[str, Webpage]):
    for path, page in shown.items():
        tail = page.tail.removeprefix(_folder(page.language))
        siblings = {each["hreflang"]: each["href"] for each in page.all("link", rel="alternate") if each["hreflang"] in LANGUAGES}

        assert page.one("link", rel="canonical")["href"] == address(tail, page.language, SITE_URL), path
        assert siblings == {code: address(tail, code, SITE_URL) for code in LANGUAGES}, path


def test_every_page_a_reader_stays_on_links_to_the_accessibility_statement_of_its_language(pages: dict[str, Webpage]):
    assert without_statement(pages) == []


def test_every_page_has_one_main_heading(shown: dict[str, Webpage]):
    assert [path for path, page in shown.items() if len(page.all("h1")) != 1] == []


def test_an_id_stands_once_on_a_page(pages: dict[str, Webpage]):
    ids = {path: Counter(each["id"] for each in page.elements if each["id"] and not each.is_inert) for path, page in pages.items()}

    assert {path: repeated for path, found in ids.items() if (repeated := [each for each, count in found.items() if count > 1])} == {}


def test_what_a_page_refers_to_by_id_is_on_the_page(pages: dict[str, Webpage]):
    for path, page in pages.items():
        named = {
            one
            for each in page.elements
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
            for one in each[name].split()
        }
        assert named - set(page.ids) == set(), path


def test_every_internal_link_leads_somewhere(pages: dict[str, Webpage], site: Path):
    broken = [
        f"{path}: {written}"
        for path, page in pages.items()
        for _, written in page.addresses()
        if not _leads_somewhere(written, page, pages, site)
    ]

    assert broken == []


def _leads_somewhere(written: str, page: Webpage, pages: dict[str, Webpage], site: Path) -> bool:
    parts = urlsplit(written)
    if written.startswith(OWN_PICTURE):
        return True
    if parts.scheme in ("http", "https", "mailto") and not written.startswith(SITE_URL):
        return True
    path = _path_in_site(written, page)
    if path is None or not (site / path).is_file():
        return False
    # A fragment with a value is for a script, and names no place.
    return not parts.fragment or "=" in parts.fragment or unquote(parts.fragment) in pages[path].ids


def _path_in_site(written: str, page: Webpage) -> str | None:
    """The file a link leads to; None where it leads out of the site."""
    target = urldefrag(urljoin(SITE_URL + page.tail, written)).url
    if not target.startswith(SITE_URL):
        return None
    path = unquote(urlsplit(target.removeprefix(SITE_URL)).path)
    return f"{path}index.html" if not path or path.endswith("/") else path


def test_every_fact_of_a_model_can_be_linked_to(catalog: Catalog, pages: dict[str, Webpage]):
    for model in catalog.models:
        ids = {each for part in PARTS for each in pages[f"{urls.model_page(model.id, part)}index.html"].ids}
        facts = [fact_id for fact_id, _ in model.fact_ids]

        assert [each for each in facts if not {urls.fact(each), urls.step(each), urls.item(each)} & ids] == [], model.id


def test_every_text_of_a_model_stands_on_one_of_its_pages(catalog: Catalog, pages: dict[str, Webpage]):
    for model in catalog.models:
        read = [pages[f"{urls.model_page(model.id, part)}index.html"].one("html").text for part in PARTS]

        unseen = [where.path for text, where in model.texts if not any(text.fi in each for each in read)]
        assert unseen == [], model.id


def test_no_page_fetches_anything_from_another_origin(pages: dict[str, Webpage]):
    fetched = [(path, _fetched(element)) for path, page in pages.items() for element in page.elements if _fetched(element)]

    assert fetched
    others = [(path, written) for path, written in fetched if not written.startswith(OWN_PICTURE)]
    assert [(path, written) for path, written in others if urlsplit(written).scheme or urlsplit(written).netloc] == []


def test_no_style_of_ours_fetches_anything_from_another_origin(site: Path):
    found = [
        (path.name, written)
        for path in sorted((site / "assets" / "css").glob("*.css"))
        for written in re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')\s]+)", path.read_text("utf-8"))
    ]

    assert [(name, written) for name, written in found if urlsplit(written).scheme not in ("", "data") or urlsplit(written).netloc] == []


def test_no_class_of_ours_is_one_that_the_theme_styles_for_itself(shown: dict[str, Webpage]):
    sheets = (files("material") / "templates" / "assets" / "stylesheets").iterdir()
    theme = " ".join(path.read_text("utf-8") for path in sheets if path.name.endswith(".css"))
    themes = set(re.findall(r"\.md-typeset \.([a-z][\w-]*)(?: [a-z]+)?(?=[,{])", theme))
    ours = {name for page in shown.values() for each in page.elements for name in each["class"].split()}

    # The frame of every page is called so, and no `.md-typeset` is around it.
    assert ours & themes <= {"middle"}
    assert "admonition" in themes


def _fetched(element: Element) -> str:
    attribute, kinds = FETCHED.get(element.tag, ("", None))
    return element[attribute] if attribute and (kinds is None or kinds & set(element["rel"].split())) else ""


def test_the_sitemap_lists_exactly_the_pages(shown: dict[str, Webpage], site: Path):
    (part,), listed = (re.findall(r"<loc>(.*?)</loc>", (site / f"{name}.xml").read_text("utf-8")) for name in ("sitemap", "sitemap-1"))

    assert part == f"{SITE_URL}sitemap-1.xml"
    assert sorted(listed) == sorted(f"{SITE_URL}{page.tail}" for page in shown.values())
    assert not (site / "sitemap.xml.gz").exists(), "MkDocs packs a sitemap of its own, without the models"


def test_the_page_for_wrong_addresses_speaks_three_languages(pages: dict[str, Webpage]):
    page = pages[NOT_FOUND]

    spoken = {each["lang"] for each in page.elements if each["lang"]}

    assert spoken == set(LANGUAGES)
    assert all(written.startswith(urlsplit(SITE_URL).path) for _, written in page.addresses())
    assert len([written for _, written in page.addresses() if written.endswith("/saavutettavuus/")]) == len(LANGUAGES)


def test_the_list_of_models_leads_to_the_data_and_the_page_of_each(site: Path, catalog: Catalog, pages: dict[str, Webpage]):
    listed = _data(site, "models.json")["models"]

    assert [each["id"] for each in listed] == [model.id for model in catalog.models]
    for each in listed:
        assert json.loads((site / each["data"].removeprefix(SITE_URL)).read_text("utf-8"))["id"] == each["id"]
        assert {f"{page.removeprefix(SITE_URL)}index.html" for page in each["pages"].values()} <= set(pages)


def test_all_published_data_is_of_the_schema_that_it_names(site: Path):
    assert faults(site) == {}


def test_no_page_shows_what_a_frame_was_stamped_with(site: Path):
    left = [path for path in site.rglob("*") if path.suffix in (".html", ".json", ".xml") and b"zz-mallisto" in path.read_bytes()]

    assert left == []


def test_what_has_not_happened_is_no_result(site: Path, catalog: Catalog):
    for model in catalog.models:
        results = _data(site, f"models/{model.id}.json").get("results", {})
        for fact in (*results.get("claims", ()), *results.get("figures", ())):
            assert fact["modality"] not in NOT_HAPPENED, fact["id"]


def test_tto_has_no_results_yet(site: Path):
    results = _data(site, "models/tto.json")["results"]

    assert "claims" not in results
    assert "figures" not in results


def test_the_cost_of_tykke_says_what_is_in_it_and_what_is_not(site: Path):
    (figure,) = _data(site, "models/tykke.json")["cost"]["figures"]

    assert (figure["value"], figure["unit"], figure["qualifier"]) == (1080, "euros-per-client", "approx")
    assert figure["includes"]
    assert [each["fi"] for each in figure["excludes"]] == ["tilakustannukset"]


def test_the_figures_of_uusi_suunta_are_those_of_its_source(site: Path):
    model = _data(site, "models/uusi-suunta.json")

    results = {each["id"]: each["value"] for each in model["results"]["figures"]}
    totals = ("agency-total", "open-labour-market", "targeted-services-total", "kela-services-total", "health-services-total")

    assert [each["amount"]["value"] for each in model["basics"]["funding"]] == [312399]
    assert [each["value"] for each in model["for_whom"]["size"]] == [107]
    assert [results[total] for total in (*totals, "working-life-skills-total")] == [83, 2, 44, 17, 64, 12]


def test_the_grant_and_the_planned_staff_of_tto_are_those_of_its_source(site: Path):
    model = _data(site, "models/tto.json")

    (staff,) = model["people"]["staffing"]

    assert [each["amount"]["value"] for each in model["basics"]["funding"] if "amount" in each] == [1100000]
    assert (staff["min"], staff["max"], staff["unit"], staff["modality"]) == (4, 5, "employees", "planned")


def test_the_clients_of_espoo_are_background_and_not_a_result(site: Path):
    model = _data(site, "models/espoo-tyokykyhanke.json")

    (figure,) = [each for each in model["why"]["figures"] if each.get("value") == 20000]

    assert figure["qualifier"] == "more_than"
    assert 20000 not in [each.get("value") for each in model["results"].get("figures", ())]


def test_the_digital_tool_of_toike_is_a_prototype(site: Path):
    tools = {each["id"]: each["maturity"] for each in _data(site, "models/toike.json")["tools"]}

    assert tools["digital-client-plan"] == "prototype"


def test_one_content_security_policy_stands_on_every_page_and_allows_nothing_inline(pages: dict[str, Webpage]):
    """A training section to take along is one file with its style inside; it runs nothing and asks for nothing."""
    taken_along = {path for path in pages if not path.endswith(("index.html", "404.html"))}
    policies = {
        path: page.one("meta", **{"http-equiv": "Content-Security-Policy"})["content"]
        for path, page in pages.items()
        if not path.endswith("muokkaa/index.html")
    }

    assert taken_along
    assert {policies.pop(path) for path in taken_along} == {"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"}
    assert len(set(policies.values())) == 1
    policy = next(iter(policies.values()))
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    inline = {path for path, page in pages.items() for element in page.elements if element["style"] or element.tag == "style"}
    assert inline <= taken_along


def test_every_model_and_every_other_page_has_a_card_of_its_own_that_is_small(shown: dict[str, Webpage], site: Path):
    cards = {path: page.one("meta", property="og:image")["content"] for path, page in shown.items()}

    sizes = {path: (site / card.removeprefix(SITE_URL)).stat().st_size for path, card in cards.items()}
    found = {path: re.match(r"((?:sv/|en/)?mallit/[^/]+)/", path) for path in shown}
    of_models = {model[1] for model in found.values() if model}
    others = [path for path, model in found.items() if not model]
    assert len(set(cards.values())) == len(of_models) + len(others)
    assert {path: size for path, size in sizes.items() if size > LARGEST_CARD} == {}
    with Image.open(site / cards["index.html"].removeprefix(SITE_URL)) as picture:
        named = (shown["index.html"].one("meta", property=f"og:image:{side}")["content"] for side in ("width", "height"))
        assert picture.size == tuple(map(int, named))
