"""What figures count is said before they are shown, and money that a model received is never shown as its cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from builders import a_catalog, a_consistency_note, a_figure, a_funding, a_model, a_ref, a_text, an_organisation, results
from building import FIVE, ROOT, SITE_URL
from mallisto.build import checking
from mallisto.fields.readers import result_figures
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import Language
from mallisto.model import Basics, ConsistencyNote, Cost, Figure, Model, Vocabulary
from mallisto.pages.elements import chart
from mallisto.pages.elements.key_facts import key_rows
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import memo, overview, sections
from mallisto.pages.slides import slides_page
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))
VOCABULARY = Vocabulary(organisations=(an_organisation(),))


@pytest.fixture(scope="module")
def result() -> checking.Result:
    return checking.load(FIVE, date(2026, 11, 22))


@pytest.fixture(params=LANGUAGES)
def context(result: checking.Result, request: pytest.FixtureRequest) -> PageContext:
    return PageContext.for_address(result.catalog, Language.of(request.param, result.schemas), "mallit/malli/")


def drawn(*notes: ConsistencyNote, unit: str = "unknown") -> Model:
    """A model with a total of three parts and a whole figure beside it."""
    whole = (a_figure("summa", 6, unit=unit, population=a_text("Kokeilun asiakastyö")), a_figure("muu", 2, unit=unit))
    parts = (a_figure(each, number, unit=unit, group=a_ref("summa")) for number, each in enumerate(("a", "b", "c"), 1))
    return a_model(results=results(figures=(*whole, *parts), consistency_notes=notes))


def a_note(fi: str, *about: str) -> ConsistencyNote:
    return replace(a_consistency_note(*about), text=a_text(fi))


def of(model: Model) -> PageContext:
    return PageContext.for_address(a_catalog(model, vocabulary=VOCABULARY), FINNISH, "mallit/malli/")


def chart_of(model: Model) -> chart.ChartView:
    shown = chart.chart(model.results.figures, model, of(model))
    assert shown
    return shown


def test_a_chart_says_its_unit_and_of_whom_it_is():
    unknown, known = chart_of(drawn()), chart_of(drawn(unit="clients"))

    assert unknown.unit == FINNISH.say("chart.unit_unknown")
    assert known.unit == FINNISH.say("chart.unit", unit=FINNISH.value("results.figures.unit", "clients"))
    assert [str(each) for each in unknown.populations] == ["Kokeilun asiakastyö"]


def test_a_note_on_all_totals_is_the_caution_of_a_chart_and_one_on_a_part_is_not():
    model = drawn(a_note("Summat eivät täsmää.", "muu", "summa", "a"), a_note("Osa on epäselvä.", "a", "summa"))

    assert [str(each) for each in chart_of(model).cautions] == ["Summat eivät täsmää."]


def test_unit_and_caution_stand_before_the_bars():
    page = str(overview.page(drawn(a_note("Summat eivät täsmää.", "muu", "summa")), of(drawn())).chapter)

    before_bars = page[: page.index('class="bars"')]
    assert FINNISH.say("chart.unit_unknown") in before_bars
    assert "Summat eivät täsmää." in before_bars


def test_every_chart_of_every_model_has_its_unit_or_cautions_right_before_its_bars(context: PageContext):
    for model in context.catalog.models:
        for before_bars in str(overview.page(model, context).chapter).split('<table class="bars"')[:-1]:
            assert 'class="caution"' in before_bars[before_bars.rindex("<h2") :]


def test_slides_and_comparison_say_before_the_same_figures_what_they_count():
    model = drawn(a_note("Summat eivät täsmää.", "muu", "summa"))
    title = FINNISH.say("slides.figures", how=FINNISH.say("told.editorial"))

    with_figures = [each for each in slides_page.view(model, of(model), SITE_URL).slides if str(each.title).startswith(title)]
    compared = [str(each.text) for each in result_figures(FieldReader(model, of(model).catalog, FINNISH))]

    assert with_figures
    assert {each.lead for each in with_figures} == {FINNISH.say("chart.unit_unknown")}
    assert str(with_figures[0].lines[0].text) == compared[0] == "Summat eivät täsmää."


def funded(*costs: Figure) -> Model:
    funding = replace(a_funding("state_grant"), amount=a_figure("avustus", 312399, unit="euros", label=a_text("Myönnetty rahoitus")))
    basics = Basics(period=None, place=None, organisations=(), programme=(), funding=(funding,), links=())
    return a_model(basics=basics, cost=Cost(figures=costs, notes=()))


def anchors(views: Iterable[object]) -> list[str]:
    return [str(getattr(each, "anchor", "")) for each in views]


def costs_of(model: Model, context: PageContext) -> dict[str, list[str]]:
    """The groups of the section on costs by their titles, with the anchors of their figures."""
    written = sections.SectionWriter(model, context, frozenset()).all()
    groups = [group for section in written if section.anchor == "kustannukset" for group in section.groups]
    return {each.title: anchors(each.figures.rows) for each in groups if each.figures}


def test_a_grant_stands_under_funding_and_never_among_the_costs():
    price = a_figure("hinta", 1080, unit="euros-per-client")

    assert costs_of(funded(), of(funded())) == {FINNISH.title("basics.funding"): ["tieto-avustus"]}
    assert costs_of(funded(price), of(funded())) == {
        FINNISH.title("cost.figures"): ["tieto-hinta"],
        FINNISH.title("basics.funding"): ["tieto-avustus"],
    }


def test_where_only_a_grant_is_known_key_facts_and_memo_call_it_funding():
    model = funded()

    shown = memo.view(model, of(model))

    assert key_rows(model, of(model))[-1].title == FINNISH.title("basics.funding")
    assert (anchors(shown.prices), anchors(shown.funding)) == ([], ["tieto-avustus"])


def test_no_model_shows_its_funding_as_a_cost(context: PageContext):
    title = context.language.title("basics.funding")

    for model in context.catalog.models:
        received = {f"tieto-{each.amount.id}" for each in model.basics.funding if each.amount}
        others = [anchor for group, held in costs_of(model, context).items() if group != title for anchor in held]
        assert received.isdisjoint(others)
        assert received.isdisjoint(anchors(memo.view(model, context).prices))
