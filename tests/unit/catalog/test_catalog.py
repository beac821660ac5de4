"""The questions one can ask about all models together."""

from __future__ import annotations

from dataclasses import replace

from builders import (
    HERE,
    a_catalog,
    a_concept,
    a_model,
    a_pathway,
    a_ref,
    a_role,
    a_role_in_model,
    a_start,
    a_term,
    an_exit,
    an_item,
    an_upkeep,
)
from mallisto.model import Vocabulary

NURSE, PHYSICIAN = a_role("nurse"), a_role("physician")
VOCABULARY = Vocabulary(roles=(NURSE, PHYSICIAN), terms=(a_term("termi", used_in=[a_ref("malli")]),))


def test_models_stand_in_the_order_of_their_ids():
    assert [each.id for each in a_catalog(a_model("b"), a_model("a")).models] == ["a", "b"]


def test_vocabularies_become_one():
    catalog = a_catalog(vocabulary=VOCABULARY)

    assert set(catalog.role_by_id) == {"nurse", "physician"}
    assert catalog.role(a_ref("nurse")) is NURSE


def test_the_models_the_steps_and_the_items_of_a_role_are_found():
    pathway = a_pathway(a_start("alku", "loppu", roles=(a_ref("nurse"),)), an_exit("loppu"))
    model = a_model(pathway=pathway, people_roles=[a_role_in_model("nurse")], checklist=(an_item(owner="nurse"),))
    catalog = a_catalog(model, vocabulary=VOCABULARY)

    assert [head.id for head in catalog.heads_where(NURSE)] == [model.id]
    assert catalog.heads_where(PHYSICIAN) == ()
    assert [each.id for each in catalog.steps_with(model, NURSE)] == ["alku"]
    assert [head.id for head in catalog.heads_owning_items(NURSE)] == [model.id]


def test_a_kind_of_a_profession_may_hold_what_the_profession_may():
    broad, narrow = a_role("nurse"), a_role("public-health-nurse", broader=a_ref("nurse"))
    function = a_role("adviser", kind="function", may_be_held_by=(a_ref("nurse"),))
    catalog = a_catalog(vocabulary=Vocabulary(roles=(broad, narrow, function)))

    assert catalog.holders_of(function) == (broad, narrow)
    assert [catalog.functions_of(each) for each in (broad, narrow, function)] == [(function,), (function,), ()]


def test_a_broader_role_has_the_models_the_steps_and_the_items_of_its_kinds():
    broad, narrow = a_role("nurse"), a_role("public-health-nurse", broader=a_ref("nurse"))
    pathway = a_pathway(a_start("alku", "loppu", roles=(a_ref("public-health-nurse"),)), an_exit("loppu"))
    by_part = a_model("a", people_roles=[a_role_in_model("public-health-nurse")], checklist=(an_item(owner="public-health-nurse"),))
    by_step = a_model("b", pathway=pathway)
    catalog = a_catalog(by_part, by_step, a_model("c"), vocabulary=Vocabulary(roles=(broad, narrow)))

    assert catalog.family_of(broad) == (broad, narrow)
    assert catalog.family_of(narrow) == (narrow,)
    assert (catalog.roles_above(narrow), catalog.roles_above(broad)) == ((broad,), ())
    assert [each.id for each in catalog.heads_where(broad)] == ["a", "b"]
    assert [head.id for head in catalog.heads_owning_items(broad)] == ["a"]
    assert [each.id for each in catalog.steps_with(by_step, *catalog.family_of(broad))] == ["alku"]


def test_the_groups_above_a_group_are_told_even_where_they_go_round():
    adults, unemployed, long_term = (
        a_concept("adults"),
        a_concept("unemployed", broader=a_ref("adults")),
        a_concept("long-term", broader=a_ref("unemployed")),
    )
    turned = a_concept("adults", broader=a_ref("long-term"))
    model = a_model()
    named = replace(model, classification=replace(model.classification, target_groups=(a_ref("long-term"),)))
    catalog = a_catalog(named, vocabulary=Vocabulary(target_groups=(adults, unemployed, long_term)))
    round_and_round = a_catalog(vocabulary=Vocabulary(target_groups=(turned, unemployed, long_term)))

    assert catalog.groups_of(named) == (long_term,)
    assert catalog.groups_above(long_term) == (unemployed, adults)
    assert catalog.groups_above(adults) == ()
    assert round_and_round.groups_above(long_term) == (unemployed, turned)


def test_a_broader_role_is_in_use_where_a_kind_of_it_is():
    broad, narrow = a_role("nurse"), a_role("public-health-nurse", broader=a_ref("nurse"))
    catalog = a_catalog(a_model(refs=(("role", a_ref("public-health-nurse")),)), vocabulary=Vocabulary(roles=(broad, narrow)))

    assert catalog.roles_in_use == (broad, narrow)


def test_a_role_is_in_use_where_a_model_names_it():
    catalog = a_catalog(a_model(refs=(("role", a_ref("physician")), ("organisation", a_ref("nurse")))), vocabulary=VOCABULARY)

    assert catalog.roles_in_use == (PHYSICIAN,)


def test_a_term_knows_the_models_it_is_used_in():
    assert [each.id for each in a_catalog(a_model(), vocabulary=VOCABULARY).heads_using(VOCABULARY.terms[0])] == ["malli"]


def test_the_latest_review_is_that_of_any_model():
    catalog = a_catalog(a_model("a", upkeep=an_upkeep("2025-01-01")), a_model("b", upkeep=an_upkeep("2026-05-01")))

    assert (catalog.latest_review, a_catalog().latest_review) == ("2026-05-01", "")


def test_what_was_said_and_dated_anywhere_is_found_with_its_place():
    vocabulary = Vocabulary(free_texts=(("sana", HERE),), dates=(("2020", HERE),))
    catalog = a_catalog(a_model(free_texts=(("lause", HERE),), dates=(("2021", HERE),)), vocabulary=vocabulary)

    assert list(catalog.free_texts()) == [("lause", HERE), ("sana", HERE)]
    assert list(catalog.dates()) == [("2021", HERE), ("2020", HERE)]
