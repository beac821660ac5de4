"""The core and the quality criteria of a model on its checklist page."""

from __future__ import annotations

import pytest

from builders import a_catalog, a_core_element, a_criterion, a_model, a_role, an_item, some_criteria
from building import ROOT
from mallisto.addresses import urls
from mallisto.i18n.language import Language
from mallisto.model import Level, Model, Vocabulary
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import checklist
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def _view(model: Model) -> checklist.ChecklistView:
    catalog = a_catalog(model, vocabulary=Vocabulary(roles=(a_role("nurse"),)))
    return checklist.view(model, PageContext.for_address(catalog, FINNISH, urls.model_page(model.id, urls.CHECKLIST)))


def test_criteria_are_numbered_and_the_scale_tells_the_lowest_and_the_highest_sum():
    criteria = _view(a_model(criteria=some_criteria(a_criterion("a", levels=(1, 5)), a_criterion("b"), bands=((2, 10),)))).criteria

    assert criteria
    assert [(each.id, each.number, len(each.levels)) for each in criteria.items] == [("a", 1, 2), ("b", 2, 0)]
    assert "2–10" in criteria.scale
    assert [(low, high) for low, high, _ in criteria.bands] == [(2, 10)]


@pytest.mark.parametrize(("level", "is_said"), [(Level.FULL, True), (Level.LIGHT, False)])
def test_only_a_full_description_says_that_there_are_no_criteria(level: Level, is_said: bool):
    assert _view(a_model(level=level, checklist=(an_item(),))).has_no_criteria is is_said


def test_the_core_is_told_once_for_what_is_known_alike_and_leads_to_the_item():
    view = _view(a_model(core=(a_core_element("a"), a_core_element("b", items=("kohta",))), checklist=(an_item("kohta"),)))

    assert [each.is_joined for each in view.core] == [True, False]
    assert view.core[1].about[0][1].endswith(f"#{urls.item('kohta')}")


def test_a_model_with_criteria_alone_has_a_checklist_page_and_no_memo():
    parts = urls.parts_of(a_model(criteria=some_criteria()))

    assert urls.CHECKLIST in parts
    assert urls.MEMO not in parts
