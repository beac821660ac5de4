"""The front page shows the newest full descriptions and says how many models there are."""

from __future__ import annotations

import re

import pytest

from builders import a_catalog, a_model, an_upkeep
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.model import Level, Model
from mallisto.pages.choosing.model_list import FRONT_CARDS, latest_models
from mallisto.pages.elements.page_context import PageContext
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def added(day: int, level: Level = Level.FULL) -> Model:
    return a_model(f"malli-{day}", level=level, upkeep=an_upkeep(added=f"2026-01-0{day}"))


def shown(*models: Model) -> str:
    return str(latest_models(PageContext.for_address(a_catalog(*models), FINNISH, "")))


def test_a_new_light_description_comes_after_the_full_ones():
    page = shown(added(1), added(2), added(3, Level.LIGHT))

    assert re.findall(r"<h3><a[^>]*>(?:<[^>]*>)?([^<]*)", page) == ["malli-2", "malli-1", "malli-3"]
    assert page.count("Kevyt kuvaus, ") == 1


@pytest.mark.parametrize(("count", "words"), [(FRONT_CARDS, ""), (FRONT_CARDS + 1, f"Katso kaikki {FRONT_CARDS + 1} mallia")])
def test_where_models_are_left_out_the_way_to_all_is_shown(count: int, words: str):
    page = shown(*(added(day) for day in range(1, count + 1)))

    assert page.count('class="card"') == FRONT_CARDS
    assert ("Katso kaikki" in page) == bool(words)
    assert words in page
