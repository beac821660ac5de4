"""What the pages tell: bars on one scale, gaps as gaps, changes in order, the accessibility statement as its data has it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from markupsafe import escape

from builders import a_model, a_provenance, a_ref, a_reference, a_statement, a_text, an_answer
from building import FIVE, ROOT
from mallisto.build import checking
from mallisto.catalog.diff import ChangeKind, Comparison, Difference, Revision
from mallisto.i18n.language import Language
from mallisto.model import AccessibilityFinding, Basis, Modality, Text, Why
from mallisto.pages.elements import chart, facts, key_facts
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import history, sources
from mallisto.pages.pathway import pathway_page
from mallisto.pages.site import accessibility_statement, changes, gaps, organisations
from mallisto.reading.languages import LANGUAGES


@pytest.fixture(scope="module")
def result() -> checking.Result:
    return checking.load(FIVE, date(2026, 11, 22))


@pytest.fixture(params=LANGUAGES)
def context(result: checking.Result, request: pytest.FixtureRequest) -> PageContext:
    return PageContext.for_address(result.catalog, Language.of(request.param, result.schemas), "mallit/uusi-suunta/")


def test_bars_stand_on_one_scale_and_the_longest_is_full(context: PageContext):
    model = context.catalog.model_by_id["uusi-suunta"]

    groups = chart.bar_groups(model.results.figures, model, context)

    assert [each.total.value for each in groups] == ["83", "2", "44", "17", "64", "12"]
    assert groups[0].total.width == "100.0"
    assert all(bar.width == f"{100 * int(bar.value) / 83:.1f}" for group in groups for bar in (group.total, *group.parts))


def test_a_part_whose_place_is_not_sure_says_so(context: PageContext):
    model = context.catalog.model_by_id["uusi-suunta"]

    groups = chart.bar_groups(model.results.figures, model, context)

    certain, health = groups[0].parts, groups[4].parts
    assert all(each.certainty == "certain" and not each.doubt for each in certain)
    assert [each.certainty for each in health if each.value == "28"] == ["unclear"]
    assert all(each.doubt for each in health if each.certainty != "certain")


def test_a_model_without_parts_has_no_bars(context: PageContext):
    model = context.catalog.model_by_id["tykke"]

    assert chart.bar_groups(model.results.figures, model, context) == ()


def test_facts_in_a_row_from_the_same_place_are_told_together_and_no_others(context: PageContext):
    model = context.catalog.model_by_id["uusi-suunta"]
    source = a_ref(model.upkeep.sources[0].id)
    here = a_statement("a", provenance=replace(a_provenance(), source=source))
    there = a_statement("d", provenance=replace(a_provenance(Modality.REPORTED), source=source))

    views = facts.statement_views((here, replace(here, id="b"), replace(here, id="c"), there, replace(here, id="e")), model, context)

    assert [each.is_joined for each in views] == [True, True, False, False, False]
    assert [each.told_of for each in views] == ["", "", context.language.say("told.of", count=3), "", ""]
    assert [each.text.text for each in views] == [each.text.text for each in facts.statement_views((here,), model, context)] * 5


def test_a_public_source_is_named_and_linked_in_the_language_of_the_page_else_in_finnish(context: PageContext):
    model, code = context.catalog.models[0], context.language.code
    act = a_reference(Text("Laki", "Lag", "Act"), Text("https://laki.example/fi", "https://laki.example/sv", "https://laki.example/en"))
    page = a_reference(Text("Sivu"), Text("https://sivu.example"))

    told = [
        facts.provenance_view(replace(a_provenance(None, basis=Basis.EXTERNAL), reference=each), model, context)
        for each in (act, page, a_reference())
    ]

    assert [str(each.place) for each in told] == [act.title.in_language(code), "Sivu", act.title.in_language(code)]
    assert [each.href for each in told] == [f"https://laki.example/{code}", "https://sivu.example", None]
    assert told[1].place is not None
    assert told[1].place.language == (None if code == "fi" else "fi")


def test_values_of_a_row_that_are_known_alike_share_a_mark_and_no_others(context: PageContext):
    model = context.catalog.models[0]
    source = a_ref(model.upkeep.sources[0].id)
    plan, report = (
        facts.provenance_view(replace(a_provenance(each), source=source), model, context) for each in (Modality.PLANNED, Modality.REPORTED)
    )
    values = tuple(key_facts.FactValue(text=text, provenance=mark) for text, mark in (("a", plan), ("b", report), ("c", plan)))

    runs = key_facts.FactRow(title="", values=values, is_known=True).runs

    assert [([each.text for each in run.values], run.provenance) for run in runs] == [(["a", "c"], plan), (["b"], report)]


def test_a_column_of_the_pathway_that_no_step_fills_is_left_out_and_named(context: PageContext):
    told = pathway_page.view(context.catalog.model_by_id["tykke"], context)
    silent = pathway_page.view(context.catalog.model_by_id["toike"], context)

    say = context.language.say
    assert [each.title for each in told.columns] == [say(f"step.{name}") for name in ("with", "place", "duration", "inputs", "outputs")]
    assert told.untold == ""
    assert [each.title for each in silent.columns] == [say(f"step.{name}") for name in ("with", "place", "outputs")]
    assert silent.untold == say("pathway.untold", what=f"{say('step.duration')}, {say('step.inputs')}")
    assert all(len(each.cells) == len(silent.steps) and any(each.cells) for each in silent.columns)


def on_the_page_of_gaps(context: PageContext) -> PageContext:
    return PageContext.for_address(context.catalog, context.language, "puutteet/")


def test_a_plan_has_no_results_in_the_matrix_of_what_is_missing(context: PageContext):
    context = on_the_page_of_gaps(context)
    page = str(gaps.gaps(context))

    row = page[page.index(context.model_href(context.catalog.model_by_id["tto"], "", "aukot")) :].split("</tr>")[0]
    told, untold = row.split("cell--unknown")
    for name in map(context.language.title, ("results.claims", "results.figures")):
        assert (name in told, name in untold) == (False, True)
    assert page.count('<tr><th scope="row">') == len(context.catalog.models)


def test_every_gap_of_every_model_stands_on_the_to_do_list(context: PageContext):
    page = str(gaps.gaps(on_the_page_of_gaps(context)))

    assert all(f"#tieto-{gap.id}" in page for model in context.catalog.models for gap in model.gaps)


def test_of_many_models_is_told_how_many_lack_what_and_what_each_could_tell_next(context: PageContext):
    models = context.catalog.models
    many = tuple(replace(model, id=f"{model.id}-{number}") for number in range(gaps.MOST_IN_FULL) for model in models)

    context = on_the_page_of_gaps(context)
    among_many = replace(context, catalog=context.catalog.with_models(many))
    page = str(gaps.gaps(among_many))

    assert all(f'href="{among_many.model_href(model, "", "aukot")}"' in page for model in many)
    funding = page[page.index(f'<th scope="row">{context.language.title("basics.funding")}</th>') :].split("</tr>")[0]
    assert sum(int(each) for each in re.findall(r"<td>(\d+)</td>", funding)) == len(many)
    assert len(page) / len(many) < len(str(gaps.gaps(context))) / len(models) / 10


def test_all_changes_are_those_of_the_models_own_pages_and_lead_there(context: PageContext):
    model = context.catalog.models[0]
    comparison = Comparison((Difference(steps=("kind",), kind=ChangeKind.CHANGED, before="pilot", after="model"),), {})
    revision = Revision(time="2026-12-24T10:00:00Z", comparison=comparison, replaced="2026-11-21-abcdef")
    catalog = replace(context.catalog, revisions={model.id: (revision,)})

    page = str(changes.changes(replace(context, catalog=catalog)))

    (newest, *_), own = (
        page.partition('class="news"')[2].split("</li>"),
        str(history.page(model, replace(context, catalog=catalog)).chapter),
    )
    anchor = re.search(r"muutokset/#([^\"]+)", newest)
    assert anchor
    assert f'id="{anchor[1]}"' in own


def test_every_model_stands_among_the_changes_as_added(context: PageContext):
    page = str(changes.changes(context))

    assert page.count(context.language.say("news.added")) == len(context.catalog.models)


def test_a_body_that_ended_shows_what_took_its_place(context: PageContext):
    page = str(organisations.organisations(context))

    office = page[page.index('id="organisaatio-pohjois-savo-te-services"') :].split("</dd>")[0]
    assert context.language.date("2025-01-01") in office


def test_the_public_sources_of_a_body_stand_in_the_language_of_the_page_with_the_day_they_were_read(context: PageContext):
    language = context.language
    sources = {each for organisation in context.catalog.organisations_in_use for each in organisation.references}

    page = str(organisations.organisations(context))

    assert sources
    for each in sources:
        assert str(escape(language.pick(each.title).text)) in page
        if each.url:
            assert f'href="{escape(language.pick(each.url).text)}"' in page
        if each.accessed:
            assert language.say("organisations.read", date=language.date(each.accessed)) in page


@pytest.mark.parametrize("modality", list(Modality))
def test_every_way_of_saying_has_its_word_its_look_and_its_place_in_the_counts(context: PageContext, modality: Modality):
    said = a_statement(provenance=a_provenance(modality))
    model = replace(context.catalog.models[0], why=Why(need=(), context=(said,), figures=()))
    styles = (ROOT / "docs/assets/css/content.css").read_text("utf-8")

    counted = [words for words, _ in sources.view(model, context).counts]

    assert context.language.say(f"told.{modality}") in counted
    assert modality is Modality.DESCRIBED or f".told--{modality} " in styles


def test_consent_needed_for_a_part_is_an_answer_and_not_the_same_as_consent(context: PageContext):
    part, whole = (facts.answer_view("for_whom.consent", an_answer(each), a_model(), context) for each in ("partly", "required"))

    assert part.is_known
    assert part.value not in (whole.value, context.language.say("unknown"))


# As the authority writes of itself, in the language of the page.
AUTHORITY = {
    "fi": (
        "Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö",
        "www.saavutettavuusvaatimukset.fi",
        "saavutettavuus@traficom.fi",
        "puhelinnumero vaihde 029 534 5000",
    ),
    "sv": (
        "Enheten för tillsyn över digital tillgänglighet",
        "www.tillganglighetskrav.fi",
        "tillganglighet@traficom.fi",
        "telefonnummer växeln 029 534 5000",
    ),
    "en": (
        "Digital Accessibility Supervision Unit",
        "www.webaccessibility.fi",
        "saavutettavuus@traficom.fi",
        "telephone switchboard 029 534 5000",
    ),
}
BEGINNING = {
    "fi": "Tämä saavutettavuusseloste koskee ",
    "sv": "Detta tillgänglighetsutlåtande gäller ",
    "en": "This accessibility statement applies to ",
}


def test_the_statement_has_the_parts_of_the_authoritys_model_in_their_order(context: PageContext):
    language, publisher = context.language, context.catalog.publisher
    assert publisher
    data = publisher.accessibility

    page = str(accessibility_statement.statement(context))

    told = (
        BEGINNING[language.code],
        "306/2019",
        *(language.say(f"statement.{key}") for key in (f"method.{data.method}", f"status.{data.status}")),
    )
    parts = (
        *told,
        language.say("statement.findings"),
        publisher.feedback_email,
        language.say("statement.authority_how"),
        *AUTHORITY[language.code],
    )
    places = [page.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    first = page[places[0] : places[1]]
    assert language.date(data.prepared) in first
    assert language.date(data.updated) in first


def test_the_statement_tells_who_assessed_and_what_is_not_accessible(context: PageContext):
    publisher = context.catalog.publisher
    assert publisher
    text = a_text("Kuvalla ei ole tekstiä", "Bilden saknar text", "A picture has no text")
    finding = AccessibilityFinding(id="kuva", criterion="1.1.1", text=text, alternative=None, reason="in_progress", mended_by="2027-01-01")
    assessed = replace(publisher.accessibility, method="external", status="partial", findings=(finding,))

    page = str(
        accessibility_statement.statement(
            replace(context, catalog=replace(context.catalog, publisher=replace(publisher, accessibility=assessed)))
        )
    )

    assert context.language.say("statement.method.external") in page
    assert context.language.say("statement.status.partial") in page
    assert f"WCAG 1.1.1: {context.language.pick(text)}" in page
    assert context.language.date("2027-01-01") in page


@pytest.mark.parametrize("has_real_owner", [True, False])
def test_the_statement_says_that_it_is_a_draft_until_there_is_an_owner(context: PageContext, has_real_owner: bool):
    publisher = context.catalog.publisher
    assert publisher
    owned = replace(context.catalog, publisher=replace(publisher, has_real_owner=has_real_owner))

    page = str(accessibility_statement.statement(replace(context, catalog=owned)))

    assert (context.language.say("statement.placeholder") in page) is not has_real_owner
