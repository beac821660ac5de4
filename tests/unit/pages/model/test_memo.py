"""The decision memo's views: sources' figures as they are, and nothing where a source is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from building import FIVE
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import cost_calculator, memo
from mallisto.reading.languages import LANGUAGES


@pytest.fixture(scope="module")
def result() -> checking.Result:
    return checking.load(FIVE, date(2026, 11, 22))


@pytest.fixture(params=LANGUAGES)
def context(result: checking.Result, request: pytest.FixtureRequest) -> PageContext:
    return PageContext.for_address(result.catalog, Language.of(request.param, result.schemas), "mallit/tykke/paatosmuistio/")


def _rows(model_id: str, context: PageContext) -> dict[str, cost_calculator.CostRow]:
    return {each.name: each for each in cost_calculator.view(context.catalog.model_by_id[model_id], context).rows}


def test_only_a_single_figure_of_the_source_is_filled_in(context: PageContext):
    assert _rows("tykke", context)["unit"].value == "1080"
    assert _rows("tto", context)["staff"].value == "4–5"
    assert _rows("uusi-suunta", context)["staff"].value == "4"
    assert _rows("toike", context)["staff"].value == ""
    assert len(_rows("toike", context)["staff"].figures) == 2


def test_a_price_without_its_year_says_so_and_a_grant_is_no_price(context: PageContext):
    assert _rows("tykke", context)["unit"].warning == context.language.say("costs.no_price_year")
    for model_id in ("tto", "uusi-suunta"):
        row = _rows(model_id, context)["unit"]
        assert (row.value, row.figures, row.basis) == ("", (), context.language.say("costs.unit.none"))


def test_the_numbers_of_single_roles_are_shown_but_make_no_total(context: PageContext):
    model = context.catalog.model_by_id["toike"]

    (row,) = (
        each
        for each in cost_calculator.view(replace(model, people=replace(model.people, staffing=())), context).rows
        if each.name == "staff"
    )

    assert len(row.figures) == sum(len(role.staffing) for role in model.people.roles)
    assert (row.value, row.basis) == ("", context.language.say("costs.staff.source"))


def test_what_only_the_municipality_knows_is_left_empty(context: PageContext):
    for model in context.catalog.models:
        rows = _rows(model.id, context)
        assert [rows[name].value for name in ("clients", "salary", "other")] == ["", "", ""]


def test_the_memo_has_every_gap_change_and_item_and_names_its_edition(context: PageContext):
    for model in context.catalog.models:
        view = memo.view(model, context)

        assert len(view.gaps) == len(model.gaps)
        assert len(view.changes) == len(model.currency)
        assert sorted(item.id for _, items in view.phases for item in items) == sorted(each.id for each in model.checklist)
        assert model.edition in {str(value) for _, value in view.facts}
        assert view.version_href.endswith(f"muutokset/?versio={model.edition}")
