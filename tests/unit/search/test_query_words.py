"""What the search page is told of queries: places, everyday words, pages and filters in words."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pytest

from building import ROOT
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.search import query_words


@cache
def _project() -> checking.Result:
    return checking.check(ROOT, date(2026, 11, 30), {})


@cache
def _words(code: str = "fi") -> dict[str, Any]:
    """The data of the project's own vocabularies in a language."""
    result = _project()
    script = query_words.file(result.catalog, Language.of(code, result.schemas)).content.decode()
    data: dict[str, Any] = json.loads(script[script.index("{") : script.rindex(")")])
    return data


def _area(stem: str) -> str:
    return str(_words()["places"]["stems"][stem])


def test_every_municipality_of_today_and_before_has_a_stem():
    areas = {code for code in _words()["places"]["stems"].values() if not code.startswith("c")}

    vocabulary = _project().catalog.vocabulary
    now = {each.name.fi for each in vocabulary.municipalities}
    without = [each.name.fi for each in (*vocabulary.municipalities, *vocabulary.former_municipalities) if each.id not in areas]
    # Parainen is a municipality of today too. Lappi was a municipality and is a region: its name stands for the region.
    assert [name for name in without if name not in now] == ["Lappi"]


@pytest.mark.parametrize(
    ("stem", "county"),
    [
        ("pirkanmaa", "c08"),
        ("pohjois-savo", "c13"),
        ("keski-suome", "c15"),
        ("lapi", "c21"),
        ("pohde", "c19"),
        ("lapland", "c21"),
    ],
)
def test_a_region_and_the_short_name_of_a_county_stand_for_the_county(stem: str, county: str):
    assert _words()["places"]["stems"].get(stem, "") == county


def test_a_former_municipality_tells_what_it_is_part_of():
    name, _, _, merged, since = _words()["places"]["areas"][_area("nastola")]

    assert (name, _words()["places"]["areas"][merged][0], since) == ("Nastola", "Lahti", "2016")


def test_everyday_words_of_every_language_stand_in_each_list():
    rows = {row[0]: row for row in _words("sv")["everyday"]}

    words = rows["vieraskielinen"][2]
    assert {"maahanmuuttaja", "flykting", "refugee"} <= set(words)
    assert rows["vieraskielinen"][1].startswith("person med ett främmande språk")


def test_every_page_that_editors_list_exists():
    catalog = _project().catalog
    words = catalog.search_words
    assert words

    addresses = {each.address for each in words.pages}
    assert sorted(addresses - catalog.authored) == []


def test_every_filter_in_words_is_called_as_its_facet():
    words = _project().catalog.search_words
    assert words

    labels = {(row[0], row[1]): row[2] for row in _words()["asked"]}

    assert len(labels) == len(words.asked)
    assert labels["lahete", "not_required"] == "Lähete: ei tarvita"
