"""Entries for the finder: what can be found, under which address, in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import SmallLexicon, a_catalog, a_model, a_place, a_ref, a_role, a_role_in_model, a_text, an_area
from building import FIVE, ROOT
from mallisto.build import checking
from mallisto.catalog import facets
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language
from mallisto.model import Vocabulary
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.search.entries import of_model, of_vocabulary
from mallisto.search.entry import EntryKind, SearchEntry
from mallisto.search.finnish import Finnish
from mallisto.search.synonyms import Names

SCHEMAS = Schemas.load(ROOT / "schemas")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return checking.load(FIVE, date(2026, 11, 21)).catalog


def _entries(catalog: Catalog, code: str = "fi") -> dict[str, SearchEntry]:
    language = Language.of(code, SCHEMAS)
    found = (*(of_model(model, catalog, language) for model in catalog.models), *of_vocabulary(catalog, language))
    return {entry.address: entry for entry in found}


def test_every_model_role_and_term_can_be_found_in_every_language(catalog: Catalog):
    for code in LANGUAGES:
        kinds = [each.kind for each in _entries(catalog, code).values()]

        assert kinds.count(EntryKind.MODEL) == len(catalog.models)
        assert kinds.count(EntryKind.ROLE) == len(catalog.roles_in_use)
        assert kinds.count(EntryKind.TERM) == len(catalog.vocabulary.terms)


def test_every_step_role_and_item_of_a_model_has_its_part(catalog: Catalog):
    found = _entries(catalog)
    for model in catalog.models:
        parts = [each.kind for each in found[f"mallit/{model.id}/"].parts]

        assert parts.count(EntryKind.STEP) == len(model.pathway.steps)
        assert parts.count(EntryKind.ROLE) == len(model.people.roles)
        assert parts.count(EntryKind.ITEM) == len(model.checklist)


def test_a_figure_is_found_with_its_amount(catalog: Catalog):
    (cost,) = [each for each in _entries(catalog)["mallit/tykke/"].parts if each.address == "#kustannukset"]

    assert any("1\N{NO-BREAK SPACE}080" in str(each) for each in cost.texts)


def test_every_facet_of_a_model_has_a_name_and_the_model_among_its_own(catalog: Catalog):
    for code in LANGUAGES:
        offered = {facet.key: {each.id: each for each in facet.values} for facet in facets.facets(catalog, Language.of(code, SCHEMAS))}
        for model in catalog.models:
            for key, value in facets.facets_of(model, catalog).pairs:
                assert offered[key][value].name
                assert key == facets.CONTENT or model.id in {head.id for head in offered[key][value].models}


def test_whoever_a_text_names_is_told_in_every_word_for_it(catalog: Catalog):
    finnish = Finnish(lambda: SmallLexicon({}))
    organisation = next(each for each in catalog.vocabulary.organisations if each.short_name and each.short_name.fi != each.name.fi)

    names = Names.of(catalog, finnish)

    def spoken_of(text: str) -> set[str]:
        return {word for name in names.spoken_of(text, finnish) for word in name.others}

    assert organisation.short_name
    assert {organisation.short_name.fi, organisation.name.sv} <= spoken_of(f"Näin sanoo {organisation.name.fi}.")
    assert organisation.name.fi in spoken_of(organisation.short_name.fi)
    assert spoken_of("Näin ei sano kukaan.") == set()
    term = next(each for each in catalog.vocabulary.terms if each.search)
    assert {term.name.fi, term.name.sv, *term.search} <= spoken_of(term.search[0])


def test_a_model_is_found_by_what_its_areas_were_and_are_called():
    kuopio = replace(an_area("297"), name=a_text("Kuopio", "Kuopio", "Kuopio"), other_names=("Kuopijo",))
    juankoski = replace(an_area("174"), name=a_text("Juankoski", "Juankoski", "Juankoski"), merged_into=a_ref("297"))
    areas = Vocabulary(municipalities=(kuopio,), former_municipalities=(juankoski,))

    def found_by(code: str) -> tuple[str, ...]:
        model = a_model(basics=replace(a_model().basics, place=a_place(code)))
        entry = of_model(model, a_catalog(model, vocabulary=areas), Language.of("fi", SCHEMAS))
        return next(each.elsewhere for each in entry.parts if each.address == "#perustiedot")

    assert found_by("297") == ("Kuopijo", "Juankoski")
    assert found_by("174") == ("Kuopio",)


def test_a_function_is_found_by_the_professions_that_may_hold_it_and_says_whose_reading_that_is():
    roles = (a_role("nurse"), a_role("front-line-worker", kind="function", may_be_held_by=(a_ref("nurse"),)))
    model = a_model(people_roles=[a_role_in_model("front-line-worker")])
    language = Language.of("fi", SCHEMAS)

    entry = of_model(model, a_catalog(model, vocabulary=Vocabulary(roles=roles)), language)

    (part,) = [each for each in entry.parts if each.kind is EntryKind.ROLE]
    assert [str(each) for each in part.remarks] == [language.say("search.held_by", professions="nurse")]


def test_a_remark_is_told_from_the_facts_beside_it(catalog: Catalog):
    model = next(each for each in catalog.models if each.id == "toike")
    notes = {text.fi for text, where in model.texts if where.path[0] == "how" and where.path[-1] == "note"}

    parts = {each.address: each for each in _entries(catalog)["mallit/toike/"].parts}

    assert notes
    assert {str(each) for each in parts["#perusidea"].remarks} == notes
    assert notes.isdisjoint(map(str, parts["#perusidea"].texts))
    assert parts["#aukot"].texts == ()


def test_every_text_of_a_model_stands_in_one_of_its_parts(catalog: Catalog):
    for model in catalog.models:
        entry = _entries(catalog)[f"mallit/{model.id}/"]
        told = {str(each) for each in entry.spoken}

        assert {text.fi for text, where in model.texts if where.path[0] != "upkeep"} <= told


def test_a_part_is_found_by_what_it_is_in_other_languages(catalog: Catalog):
    model = next(each for each in catalog.models if each.id == "toike")
    step = model.pathway.steps[0]

    (part,) = [each for each in _entries(catalog)["mallit/toike/"].parts if each.address == f"polku/#vaihe-{step.id}"]

    assert step.title.fi == str(part.title)
    assert {step.title.sv, step.title.en} <= set(part.elsewhere)
