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


def test_what_only_the_writer_needs_is_no_part_of_the_basis(context: PageContext):
    rows = _rows("tykke", context)
    assert (rows["salary"].basis, rows["salary"].help) == ("", context.language.say("costs.salary.help"))
    assert rows["unit"].help not in rows["unit"].basis


def test_the_client_is_no_staff(context: PageContext):
    model = next(each for each in context.catalog.models if any(role.role.to == "client" for role in each.people.roles))

    view = memo.view(model, context)

    assert [each.id for each in view.roles] == [each.role.to for each in model.people.roles if each.role.to != "client"]


def test_a_board_gets_words_to_begin_with_only_where_they_hold_for_any_model(context: PageContext):
    texts = memo.view(context.catalog.model_by_id["tykke"], context).texts

    assert {name for name, text in texts.items() if text.start} == {
        "asia",
        "vaihtoehto-malli",
        "vaihtoehto-muu",
        "vaihtoehto-nykytila",
        "ehdotus",
        "toimeenpano",
    }
    assert all(text.label for text in texts.values())


def test_every_party_to_agree_with_stands_in_the_memo(context: PageContext):
    for model in context.catalog.models:
        view = memo.view(model, context)
        shown = [matter.anchor for party in view.agreements.parties for matter in party.matters] if view.agreements else []
        assert len(shown) == len(model.agreements)


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
        assert view.version == model.edition
        assert view.version_href.endswith(f"muutokset/?versio={model.edition}")
