"""What models answer to the facets that are concluded from several facts; and every model stays within reach of the filter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import (
    a_catalog,
    a_concept,
    a_lane,
    a_model,
    a_pathway,
    a_provenance,
    a_ref,
    a_role,
    a_role_in_model,
    a_start,
    an_exit,
    an_organisation,
)
from building import FIVE, ROOT
from mallisto.build import checking
from mallisto.catalog.facets import facets_of
from mallisto.i18n.language import Language
from mallisto.model import Answer, Model, Participant, Vocabulary
from mallisto.pages.choosing.model_list import MOST_CARDS, model_cards
from mallisto.pages.elements.page_context import PageContext
from mallisto.reading.schema import Schemas
from webpage import read_page


def an_answer(value: str) -> Answer:
    return Answer(provenance=a_provenance(), where=a_ref("x").where, value=value, text=None)


def an_open_model(referral: str = "not_required", voluntary: str = "voluntary", start: str = "client") -> Model:
    pathway = a_pathway(a_start("alku", "loppu", lane="alkaja"), an_exit("loppu"), lanes=(a_lane("alkaja", kind=start), a_lane()))
    model = a_model(pathway=pathway)
    return replace(
        model, how=replace(model.how, entry=replace(model.how.entry, referral=an_answer(referral), voluntary=an_answer(voluntary)))
    )


def answers(model: Model, key: str, *others: Model, vocabulary: Vocabulary | None = None) -> list[str]:
    return [value for of, value in facets_of(model, a_catalog(model, *others, vocabulary=vocabulary)).pairs if of == key]


def test_a_threshold_is_low_without_referral_or_obligation_and_with_a_client_who_begins():
    assert answers(an_open_model(), "kynnys") == ["low"]


@pytest.mark.parametrize(
    "model",
    [
        an_open_model(referral="unknown"),
        an_open_model(referral="required"),
        an_open_model(voluntary="unknown"),
        an_open_model(start="network"),
        a_model(),
    ],
)
def test_what_is_not_known_makes_no_threshold_low(model: Model):
    assert answers(model, "kynnys") == []


def test_a_model_with_a_kind_of_a_role_is_found_by_the_role():
    vocabulary = Vocabulary(roles=(a_role("physician"), a_role("physiatrist", broader=a_ref("physician"))))

    assert answers(a_model(people_roles=[a_role_in_model("physiatrist")]), "rooli", vocabulary=vocabulary) == ["physiatrist", "physician"]
    assert answers(a_model(people_roles=[a_role_in_model("physician")]), "rooli", vocabulary=vocabulary) == ["physician"]


def test_a_function_is_found_by_who_may_hold_it_apart_from_those_whom_a_model_names():
    function = a_role("front-line-worker", kind="function", may_be_held_by=(a_ref("physician"), a_ref("nurse")))
    vocabulary = Vocabulary(roles=(a_role("physician"), a_role("nurse"), function))
    named = [a_role_in_model("front-line-worker"), a_role_in_model("nurse")]

    assert answers(a_model(people_roles=named), "rooli", vocabulary=vocabulary) == ["front-line-worker", "nurse", "voi-physician"]


def test_a_model_that_names_a_part_of_a_group_is_found_by_the_group():
    groups = (
        a_concept("adults"),
        a_concept("unemployed", broader=a_ref("adults")),
        a_concept("long-term-unemployed", broader=a_ref("unemployed")),
    )
    model = a_model()
    named = replace(model, classification=replace(model.classification, target_groups=(a_ref("long-term-unemployed"), a_ref("adults"))))

    found = answers(named, "kohderyhma", vocabulary=Vocabulary(target_groups=groups))

    assert found == ["long-term-unemployed", "unemployed", "adults"]


def test_no_facet_of_our_models_denies_a_role_or_a_group():
    catalog = checking.load(FIVE, date(2026, 11, 22)).catalog

    for model in catalog.models:
        named = {each.role.to for each in model.people.roles}
        for key, value in facets_of(model, catalog).pairs:
            if value in catalog.role_by_id:
                kinds = {each.id for each in catalog.family_of(catalog.role_by_id[value])}
                assert (key, bool(kinds & named)) == ("rooli", True), (model.id, key, value)


def test_implementers_and_coordinators_tell_their_kind_and_others_do_not():
    vocabulary = Vocabulary(organisations=(an_organisation("jarjesto"), replace(an_organisation("kaupunki"), kind="municipality")))
    taking_part = [("jarjesto", "coordinator"), ("kaupunki", "funder")]
    parts = tuple(
        Participant(where=a_ref("x").where, provenance=a_provenance(), organisation=a_ref(to), part=part, note=None)
        for to, part in taking_part
    )
    model = a_model()

    found = answers(replace(model, basics=replace(model.basics, organisations=parts)), "toteuttaja", vocabulary=vocabulary)

    assert found == ["association"]


@pytest.mark.parametrize("number", [3, MOST_CARDS, MOST_CARDS + 1])
def test_every_model_can_be_filtered_as_a_card_and_in_a_long_list(number: int):
    models = [a_model(f"malli-{each}") for each in range(number)]
    vocabulary = Vocabulary(roles=(a_role(),))
    context = PageContext.for_address(
        a_catalog(*models, vocabulary=vocabulary), Language.of("fi", Schemas.load(ROOT / "schemas")), "mallit/"
    )

    page = read_page(str(model_cards(context)))

    numbers = {dict(each.attributes).get("data-answer") for each in page.elements if each.tag == "input"}
    items = [set(str(dict(each.attributes)["data-answers"]).split()) for each in page.elements if "data-answers" in dict(each.attributes)]
    assert len(items) == number
    assert len(page.all("input", name="malli")) == number
    assert all(item and item <= numbers for item in items)
    assert bool([each for each in page.elements if each.tag == "section"]) is (number > MOST_CARDS)
