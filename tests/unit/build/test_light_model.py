"""A light description, built: no page, link, heading or tool of what it does not tell."""

from __future__ import annotations

import itertools
import json
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from building import RENDERED, ROOT, miniature
from mallisto.build import pipeline
from published import faults
from webpage import Webpage, pages_of

LIGHT = ROOT / "tests" / "cases" / "light"
HEADINGS = ("h1", "h2", "h3", "h4")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature with two light descriptions beside its two full ones."""
    root = miniature(tmp_path_factory.mktemp("light") / "repository")
    for name in ("kevyt.yml", "kevyt-tulokset.yml"):
        shutil.copy(LIGHT / name, root / "models")
    assert pipeline.publish(root, RENDERED, root / "site", date(2026, 12, 1)) == ""
    return root / "site"


def test_a_light_description_has_an_overview_its_sources_and_its_history(site: Path):
    folder = site / "mallit" / "kevyt"

    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")) == [
        "index.html",
        "lahteet/index.html",
        "muutokset/index.html",
    ]
    assert sorted(path.name for path in folder.rglob("*") if path.suffix in (".bpmn", ".svg", ".csv", ".json")) == [
        "sopivuus.json",
        "vertailu.json",
    ]


def test_every_link_to_a_model_or_a_role_leads_to_a_place(site: Path):
    pages = pages_of(site)
    ids = {page.tail: set(page.ids) for page in pages.values()}

    lost = [
        f"{path}: {address}"
        for path, page in pages.items()
        for address, place, anchor in _ways(page)
        if place not in ids or (anchor and anchor not in ids[place])
    ]

    assert [each for each in lost if "kevyt" in each] == []


def _ways(page: Webpage) -> list[tuple[str, str, str]]:
    """The addresses on a page that name a model or a role, with the page and the anchor they lead to."""
    found = []
    for element, address in page.addresses():
        parts = urlsplit(urljoin(f"/{page.tail}", address))
        place = parts.path.lstrip("/")
        if element.tag == "a" and not parts.netloc and place.removeprefix("sv/").removeprefix("en/").startswith(("mallit/", "roolit/")):
            is_page = place.endswith("/") and place != "mallit/"
            found += [(address, place, parts.fragment)] if is_page else []
    return found


def test_no_heading_of_a_light_description_is_empty_or_skips_a_level(site: Path):
    for path, page in pages_of(site).items():
        if "mallit/kevyt" in path:
            levels = [HEADINGS.index(each.tag) for each in page.elements if each.tag in HEADINGS]
            assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels)), path
            # The booklet sets the chapters' titles in the rank of what stands below them.
            assert "/vihko/" in path or _empty_headings(page) == [], path


def _empty_headings(page: Webpage) -> list[str]:
    """The headings with no word between them and the next of their rank or above, or the end of the section they stand in."""
    found: list[str] = []
    waiting: list[tuple[int, str]] = []
    words: list[str] | None = None
    for piece in page.reading:
        if piece[0] == "<" and piece[1] in HEADINGS:
            rank = HEADINGS.index(piece[1])
            found += [name for other, name in waiting if other >= rank]
            waiting, words = [each for each in waiting if each[0] < rank], []
        elif piece[0] == ">" and piece[1] in HEADINGS and words is not None:
            waiting, words = [*waiting, (HEADINGS.index(piece[1]), "".join(words))], None
        elif piece == (">", "section"):
            found, waiting = [*found, *(name for _, name in waiting)], []
        elif piece[0] == "text" and piece[1].strip():
            if words is None:
                waiting = []
            else:
                words.append(piece[1])
    return found


def test_the_data_of_a_light_description_is_of_the_schema_that_it_names(site: Path):
    assert faults(site) == {}


def test_the_fit_finder_can_leave_a_light_description_out_and_leads_to_no_page_it_lacks(site: Path):
    listed = json.loads((site / "sopiiko" / "mallit.json").read_text("utf-8"))["models"]
    told = json.loads((site / "mallit" / "kevyt" / "sopivuus.json").read_text("utf-8"))

    assert {each[0]: each[-1] for each in listed} == {"esimerkki": 0, "kevyt": 1, "kevyt-tulokset": 1, "vihamielinen": 0}
    assert (told["ways"], told["level"]) == ([], "Kevyt kuvaus, 3/16 kohtaa")


def test_no_page_calls_an_untranslated_description_a_translation(site: Path):
    pages = {code: (site / code / "mallit" / "kevyt" / "index.html").read_text("utf-8") for code in ("sv", "en")}

    assert "Endast på finska." in pages["sv"]
    assert "Only in Finnish." in pages["en"]
    assert not any(words in page for words in ("Det här är en översättning", "courtesy translation") for page in pages.values())


def test_what_real_pages_say_stands_on_the_page_and_in_the_data(site: Path):
    page = (site / "mallit" / "kevyt-tulokset" / "index.html").read_text("utf-8").replace("\u00a0", " ")
    roles = (site / "mallit" / "kevyt-tulokset" / "roolit" / "index.html").read_text("utf-8")
    data = json.loads((site / "api" / "v1" / "models" / "kevyt-tulokset.json").read_text("utf-8"))

    said = (
        "8,9 prosenttia",
        "135 000–140 000,5 euroa vuodessa",
        "Satunnaistettu tutkimus",
        "EU:n elpymisväline (RRF)",
        "Esimerkkitutkimus",
    )
    assert [words for words in said if words not in page] == []
    assert "Esimerkkilä:" in roles
    assert "Lähde ei kerro" not in roles
    assert data["results"]["figures"][0]["value"] == 8.9
    assert "pathway" not in data
