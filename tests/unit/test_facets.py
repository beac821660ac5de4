"""What models answer to the facets that are concluded from several facts; and every model stays within reach of the filter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_catalog, a_lane, a_model, a_pathway, a_provenance, a_ref, a_role, a_role_in_model, a_start, an_exit, an_organisation
from building import ROOT
from mallisto.facets import facets_of
from mallisto.language import Language
from mallisto.model import Answer, Model, Participant, Vocabulary
from mallisto.pages.models import MOST_CARDS, model_cards
from mallisto.pages.setting import Setting
from mallisto.schema import Schemas
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
    return [value for of, value in facets_of(model, a_catalog(model, *others, vocabulary=vocabulary)) if of == key]


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


def test_a_role_is_not_required_where_neither_roles_nor_pathway_need_it():
    demanding = a_model("vaativa", people_roles=[a_role_in_model("physician")])

    assert answers(a_model(), "ilman", demanding) == ["physician"]
    assert answers(demanding, "ilman", a_model()) == []


@pytest.mark.parametrize("needed", ["always", "unknown"])
def test_a_role_whose_need_is_not_known_is_not_called_unneeded(needed: str):
    demanding = a_model("vaativa", people_roles=[a_role_in_model("physician")])
    model = a_model(people_roles=[replace(a_role_in_model("physician"), needed=needed)])

    assert answers(model, "ilman", demanding) == []


def test_a_role_on_the_pathway_is_not_called_unneeded():
    demanding = a_model("vaativa", people_roles=[a_role_in_model("physician")])
    model = a_model(pathway=a_pathway(a_start("alku", "loppu", roles=(a_ref("physician"),)), an_exit("loppu")))

    assert answers(model, "ilman", demanding) == []


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
    setting = Setting.at(a_catalog(*models, vocabulary=vocabulary), Language.of("fi", Schemas.load(ROOT / "schemas")), "mallit/")

    page = read_page(str(model_cards(setting)))

    numbers = {dict(each.attributes).get("data-answer") for each in page.elements if each.tag == "input"}
    items = [set(str(dict(each.attributes)["data-answers"]).split()) for each in page.elements if "data-answers" in dict(each.attributes)]
    assert len(items) == number
    assert len(page.all("input", name="malli")) == number
    assert all(item and item <= numbers for item in items)
    assert bool([each for each in page.elements if each.tag == "section"]) is (number > MOST_CARDS)
