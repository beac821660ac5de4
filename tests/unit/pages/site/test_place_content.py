"""What stands at a place, as packs and papers show it."""

from __future__ import annotations

from datetime import date

import pytest

from building import FIVE
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.pages.elements import link_targets
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.site.place_content import PlaceContent, of_place

RESULT = checking.load(FIVE, date(2026, 11, 22))
CATALOG = RESULT.catalog


@pytest.fixture
def context() -> PageContext:
    return PageContext.for_address(CATALOG, Language.of("fi", RESULT.schemas), "l/abcde/")


def content(address: str, model: Model | None, context: PageContext) -> PlaceContent:
    targets = link_targets.of_model(model, CATALOG) if model else link_targets.of_shared(CATALOG)
    return of_place(next(each for each in targets if each.address == address), model, context)


def test_a_step_tells_its_sentence_who_acts_its_mark_its_neighbours_and_the_date(context: PageContext):
    model = CATALOG.model_by_id["tto"]

    shown = content("mallit/tto/polku/#vaihe-assess-at-primary-level", model, context)

    assert shown.title == "2. Arvio työ- ja toimintakyvystä"
    assert str(shown.text).startswith("Perustason ammattilainen arvioi")
    assert shown.who == "Sote-keskuksen perustaso: perustason sote-ammattilainen"
    assert shown.mark is not None
    assert shown.mark.words == "Suunnitelma"
    assert [name for name, _ in shown.around] == ["Ennen", "Jälkeen"]
    assert "21.11.2026" in shown.date


def test_a_role_tells_its_tasks_and_gaps_of_its_own(context: PageContext):
    model = CATALOG.model_by_id["tto"]
    tasks = next(each.tasks for each in model.people.roles if each.role.to == "primary-care-professional")

    shown = content("mallit/tto/roolit/#rooli-primary-care-professional", model, context)

    assert [str(each.text) for each in shown.lines] == [each.text.fi for each in tasks][:6]


def test_every_place_of_the_five_models_has_content(context: PageContext):
    for model in CATALOG.models:
        for target in link_targets.of_model(model, CATALOG):
            shown = of_place(target, model, context)
            assert shown.date
            assert shown.kind not in {"model", "step", "item"} or shown.text or shown.who
