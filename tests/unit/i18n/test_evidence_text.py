"""How strong the evidence is: the highest grade that holds, told as the editors' reading, and never as a count of statements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from builders import a_catalog, a_figure, a_gap, a_model, a_provenance, a_statement, an_evaluation, an_organisation, results
from building import FIVE, ROOT, SITE_URL
from mallisto import fit
from mallisto.build import checking
from mallisto.catalog.facets import facets_of
from mallisto.checks import results as result_checks
from mallisto.comparison import GROUPS
from mallisto.fields.decision_card import decision_card
from mallisto.fields.values import FieldReader
from mallisto.i18n import evidence_text
from mallisto.i18n.language import Language
from mallisto.model import Evaluation, Evidence, Modality, Model, ResultKind, Results, Vocabulary
from mallisto.pages.elements.facts import told_by_editors
from mallisto.pages.elements.key_facts import key_rows
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import memo, overview
from mallisto.pages.model.decision_part import card_source
from mallisto.pages.slides import slides_page
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

SCHEMAS = Schemas.load(ROOT / "schemas")
OUTPUT, EXPERIENCE, CHANGE = ResultKind.OUTPUT, ResultKind.EXPERIENCE, ResultKind.CHANGE
GRADE = next(question for group in GROUPS for question in group.questions if question.id == "naytto")


@pytest.fixture(scope="module")
def result() -> checking.Result:
    return checking.load(FIVE, date(2026, 11, 22))


@pytest.fixture(params=LANGUAGES)
def context(result: checking.Result, request: pytest.FixtureRequest) -> PageContext:
    return PageContext.for_address(result.catalog, Language.of(request.param, result.schemas), "mallit/malli/")


def told(claims: Iterable[ResultKind] = (), figures: Iterable[ResultKind] = (), evaluation: Evaluation | None = None) -> Results:
    return results(
        claims=[a_statement(f"tulos-{kind}", result=kind) for kind in claims],
        figures=[a_figure(f"luku-{kind}", result=kind) for kind in figures],
        evaluation=evaluation,
    )


@pytest.mark.parametrize(
    ("given", "grade"),
    [
        (told(), Evidence.NONE),
        (told(evaluation=an_evaluation("external", "comparison_group")), Evidence.NONE),
        (told([OUTPUT]), Evidence.OUTPUTS),
        (told([OUTPUT], [OUTPUT]), Evidence.OUTPUTS),
        (told([OUTPUT, EXPERIENCE]), Evidence.OWN_ACCOUNT),
        (told([CHANGE], [OUTPUT]), Evidence.OWN_ACCOUNT),
        (told([OUTPUT], [CHANGE]), Evidence.OWN_FIGURES),
        (told([], [EXPERIENCE], an_evaluation("implementer", "before_after")), Evidence.OWN_FIGURES),
        (told([CHANGE], [], an_evaluation("external", "none")), Evidence.EXTERNAL_EVALUATION),
        (told([CHANGE], [CHANGE], an_evaluation("external", "before_after")), Evidence.EXTERNAL_EVALUATION),
        (told([], [CHANGE], an_evaluation("implementer", "comparison_group")), Evidence.COMPARISON_GROUP),
        (told([], [CHANGE], an_evaluation("external", "comparison_group")), Evidence.COMPARISON_GROUP),
        (told([], [CHANGE], an_evaluation("external", "randomised")), Evidence.RANDOMISED),
        (told([], [CHANGE], an_evaluation("implementer", "follow_up")), Evidence.OWN_FIGURES),
    ],
)
def test_the_evidence_has_the_highest_grade_that_holds(given: Results, grade: Evidence):
    assert given.evidence is grade


@pytest.mark.parametrize("evaluation", [None, an_evaluation(), an_evaluation("nobody", "none")])
def test_what_nobody_has_evaluated_or_told_raises_no_grade(evaluation: Evaluation | None):
    assert [told([kind], [], evaluation).evidence for kind in (OUTPUT, CHANGE)] == [Evidence.OUTPUTS, Evidence.OWN_ACCOUNT]


def test_that_there_is_no_evaluation_is_said_only_where_the_data_says_so():
    finnish = Language.of("fi", SCHEMAS)
    silent, denied = told([CHANGE]), told([CHANGE], [], an_evaluation("nobody", "none"))

    assert evidence_text.evaluation_sentence(silent, finnish) == finnish.say("evidence.by.unknown")
    assert evidence_text.evaluation_sentence(told([CHANGE], [], an_evaluation()), finnish) == finnish.say("evidence.by.unknown")
    assert evidence_text.evaluation_sentence(denied, finnish) == finnish.say("evidence.by.nobody")
    assert evidence_text.evaluation_sentence(told(), finnish) == ""


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.EXPECTED, Modality.VISION])
def test_a_planned_evaluation_is_none(modality: Modality):
    planned = an_evaluation("external", "comparison_group", provenance=a_provenance(modality))

    (problem,) = result_checks.evaluation_was_made(a_catalog(a_model(results=told([CHANGE], [], planned))))

    assert (problem.code, problem.found) == ("results.not_evaluated", modality)
    assert list(result_checks.evaluation_was_made(a_catalog(a_model(results=told([CHANGE], [], an_evaluation("external")))))) == []


def test_every_grade_has_its_words_everywhere():
    graded = {
        Evidence.NONE: told(),
        Evidence.OUTPUTS: told([OUTPUT]),
        Evidence.OWN_ACCOUNT: told([CHANGE]),
        Evidence.OWN_FIGURES: told([], [CHANGE]),
        Evidence.EXTERNAL_EVALUATION: told([CHANGE], [], an_evaluation("external", "none")),
        Evidence.COMPARISON_GROUP: told([CHANGE], [], an_evaluation("external", "comparison_group")),
        Evidence.RANDOMISED: told([CHANGE], [], an_evaluation("external", "randomised")),
    }
    assert list(graded) == list(Evidence)

    for code in LANGUAGES:
        language = Language.of(code, SCHEMAS)
        assert len({evidence_text.grade(each, language) for each in graded.values()}) == len(graded)
        for each in graded.values():
            remarks = fit.remarks(a_model(results=each, gaps=(a_gap("results"),)), a_catalog())
            assert all(f"fit.why.{reason.says}" in language.strings for side, reason in remarks if side is fit.Dimension.EVIDENCE)


def test_every_model_tells_its_grade_as_the_editors_reading_wherever_its_results_are_summed_up(context: PageContext):
    for model in context.catalog.models:
        grade = evidence_text.grade(model.results, context.language)
        (row,) = (each for each in key_rows(model, context) if each.values[0].href == "#tulokset")
        card = decision_card(FieldReader(model, context.catalog, context.language))
        (answer,) = GRADE.answer(FieldReader(model, context.catalog, context.language)).values
        mark = told_by_editors("classified", context)

        assert row.values[0].text == grade
        assert card.evidence.values[0].text == grade
        assert overview.view(model, context).card == memo.view(model, context).card == card
        assert (answer.text, answer.known.words) == (grade, mark.words)
        assert row in [each for slide in slides_page.view(model, context, SITE_URL).slides if slide.kind == "brief" for each in slide.rows]
        assert ("naytto", str(model.results.evidence)) in facets_of(model, context.catalog).pairs
        for page in (overview.page(model, context).key_facts, memo.page(model, context).chapter):
            assert grade in page
            assert card_source(model, context) in page
        cell = re.search(rf"<dt>{re.escape(row.title)}</dt><dd>(.*?)</dd>", str(slides_page.page(model, context, SITE_URL).chapter), re.S)
        assert cell
        assert grade in cell[1]
        assert mark.words in cell[1]


def test_saying_the_same_in_more_statements_changes_no_summary(context: PageContext):
    for model in context.catalog.models:
        given = model.results
        more = replace(model, results=replace(given, claims=given.claims * 3, figures=given.figures * 3))

        assert summed_up(more, context) == summed_up(model, context)


def summed_up(model: Model, context: PageContext) -> tuple[object, ...]:
    """What the screens that people read first say of a model."""
    shown = overview.view(model, context)
    rows: tuple[object, ...] = (*key_rows(model, context), *shown.card.rows)
    headings = [(section.title, section.lead) for section in shown.sections]
    remarks = [(side, reason.verdict, reason.says, reason.count) for side, reason in fit.remarks(model, context.catalog)]
    compared = [each.words for each in GRADE.answer(FieldReader(model, context.catalog, context.language)).values]
    brief = [each for each in slides_page.view(model, context, SITE_URL).slides if each.kind == "brief"]
    return rows, headings, remarks, compared, brief, facets_of(model, context.catalog).pairs


def test_a_folded_group_does_not_count_its_statements(context: PageContext):
    for model in context.catalog.models:
        folded = re.findall(r"<summary>(.*?)</summary>", str(overview.page(model, context).chapter), re.S)

        assert folded
        assert [each for each in folded if re.search(r"\d", re.sub(r"<[^>]+>", "", each))] == []


def test_an_evaluation_by_the_implementer_is_told_as_such_in_the_fit_finder():
    vocabulary = Vocabulary(organisations=(an_organisation("jarjesto"),))
    model = a_model(results=told([CHANGE], [], an_evaluation("implementer", "none")))

    said = [each.says for side, each in fit.remarks(model, a_catalog(model, vocabulary=vocabulary)) if side is fit.Dimension.EVIDENCE]

    assert said == ["evidence.own_account", "evidence.by.implementer"]
