"""What a decider reads first: the gaps that matter as questions, texts up to a length, each statement once, and a budget of words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from builders import a_catalog, a_gap, a_model, a_statement, a_text
from building import ROOT
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import overview
from mallisto.pages.model.decision_part import first_statements, unknowns
from mallisto.reading.schema import Schemas
from marks import tree
from page_budgets import MOST_WORDS

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def of(model: Model) -> PageContext:
    return PageContext.for_address(a_catalog(model), FINNISH, "mallit/malli/")


@pytest.fixture(scope="module")
def result() -> checking.Result:
    return checking.load(ROOT, date(2026, 11, 30))


def test_the_gaps_that_weigh_most_come_first_each_as_its_question():
    gaps = tuple(a_gap(field, id=field) for field in ("tools", "cost.figures", "results.claims", "for_whom.consent"))
    model = a_model(gaps=gaps)

    shown = unknowns(model, of(model))

    assert [each.question for each in shown] == [
        "Auttoiko se asiakkaita?",
        "Paljonko se maksaa?",
        "Miten asiakkaan lupa pyydetään?",
        "Mitä välineitä siinä käytetään?",
    ]


def test_a_question_is_asked_once_before_a_second_gap_of_its_kind_and_five_at_most():
    fields = ("results.claims", "results.figures", "cost.figures", "status.lifecycle", "people.roles", "tools")
    model = a_model(gaps=tuple(a_gap(field, id=field) for field in fields))

    shown = [each.question for each in unknowns(model, of(model))]

    assert len(shown) == len(set(shown)) == 5


def test_a_text_ends_before_the_statement_that_would_be_too_much_and_has_one_at_least():
    long = [a_statement(str(number), text=a_text("yksi kaksi kolme")) for number in range(3)]

    assert [len(first_statements(long, most)) for most in (1, 6, 8, 9)] == [1, 2, 2, 3]


def test_every_fact_stands_on_the_page_once(result: checking.Result):
    for model in result.catalog.models:
        context = PageContext.for_address(result.catalog, Language.of("fi", result.schemas), f"mallit/{model.id}/")
        page = overview.page(model, context)
        ids = re.findall(r' id="([^"]+)"', f"{page.head}{page.chapter}")
        assert len(ids) == len(set(ids)), model.id


def test_the_decision_part_of_every_model_keeps_to_its_budget_of_words(result: checking.Result):
    for model in result.catalog.models:
        context = PageContext.for_address(result.catalog, Language.of("fi", result.schemas), f"mallit/{model.id}/")
        page = overview.page(model, context)
        part = f"{page.head}{page.chapter}".split('<section class="all"')[0]
        seen = re.sub(r"<(svg|nav|details)\b.*?</\1>", "", part, flags=re.S)
        assert len(re.findall(r"\w[^\s]*", tree(seen).text)) <= MOST_WORDS, model.id
