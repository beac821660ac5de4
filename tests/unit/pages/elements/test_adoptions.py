"""A record of use beside its model: every place it changes is named and linked, or the checker says that it is not there."""

from __future__ import annotations

import random
from typing import Any

from builders import (
    HERE,
    a_catalog,
    a_model,
    a_moved,
    a_pathway,
    a_ref,
    a_role,
    a_start,
    a_text,
    an_adoption,
    an_exit,
    an_item,
    an_organisation,
    at,
)
from building import ROOT
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.lasting_addresses import History
from mallisto.checks import adoptions as adoption_checks
from mallisto.i18n.language import Language
from mallisto.model import Adaptation, Adoption, ConcernedPlace, Model, Office, Vocabulary
from mallisto.pages.elements.adoptions import adoption_views
from mallisto.pages.elements.page_context import PageContext
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))
FAMILIES = ("step", "role", "item", "fact")
MODEL = a_model(pathway=a_pathway(a_start("ohjaus", "loppu", roles=(a_ref("nurse"),)), an_exit("loppu")), checklist=(an_item("kohta"),))
VOCABULARY = Vocabulary(organisations=(an_organisation(),), roles=(a_role("nurse"),))


def a_place(family: str, place: str, line: int = 1) -> ConcernedPlace:
    return ConcernedPlace(**{each: a_ref(place, at(line)) if each == family else None for each in FAMILIES})


def an_adaptation(*places: ConcernedPlace, **rest: Any) -> Adaptation:
    absent = {"decided_by": (), "decided_by_body": None, "why": None}
    unknown = {"kind": "tailored", "planned": "unknown", "keeps_core": "unknown"}
    return Adaptation(**{"where": HERE, "id": "muutos", "what": a_text("Toisin."), "concerns": places, **absent, **unknown, **rest})


def used(*adaptations: Adaptation, **rest: Any) -> Adoption:
    places = [place for each in adaptations for place in each.concerns]
    refs = tuple((place.family, place.ref) for place in places)
    return an_adoption(adaptations=adaptations, refs=refs, **rest)


def a_catalog_of(adoption: Adoption, model: Model = MODEL, **rest: Any) -> Catalog:
    return a_catalog(model, vocabulary=VOCABULARY, adoptions=(adoption,), **rest)


def viewed(catalog: Catalog) -> Any:
    (view,) = adoption_views(catalog.models[0], PageContext.for_address(catalog, FINNISH, "mallit/malli/"))
    return view


def test_a_record_says_who_and_whom_to_ask():
    owner = Office(role=a_ref("nurse"), email="kirjaamo@kunta.fi", email_where=HERE, url=None)

    view = viewed(a_catalog_of(used(owner=owner, since="2024-01")))

    assert (str(view.body), view.state, view.email, view.anchor) == ("jarjesto", "käytössä", "kirjaamo@kunta.fi", "kaytto-kunta")
    assert ("Alkaen", "1/2024") in view.details
    assert view.source == ("taho itse", "")


def test_what_nobody_has_confirmed_is_marked():
    assert viewed(a_catalog_of(used(), stale_adoptions=frozenset({"kunta/malli"}))).is_stale
    assert not viewed(a_catalog_of(used())).is_stale


def test_a_change_leads_to_the_places_of_the_parent():
    record = used(an_adaptation(a_place("step", "ohjaus"), a_place("role", "nurse"), a_place("item", "kohta")))

    (change,) = viewed(a_catalog_of(record)).adaptations

    assert [href.partition("mallit/malli/")[2] for _, href in change.places] == [
        "polku/#vaihe-ohjaus",
        "roolit/#rooli-nurse",
        "tarkistuslista/#kohta-kohta",
    ]


def test_a_place_under_a_former_id_leads_to_the_present_one():
    moved = a_moved("mallit/malli/polku/#vaihe-vanha", "mallit/malli/polku/#vaihe-ohjaus")
    record = used(an_adaptation(a_place("step", "vanha")))

    (change,) = viewed(a_catalog_of(record, history=History(moved=(moved,)))).adaptations

    assert change.places[0][1].endswith("#vaihe-ohjaus")


def test_random_changes_never_crash_and_point_at_nothing_silently():
    chance = random.Random(21)
    ids = ["ohjaus", "loppu", "nurse", "kohta", "puuttuu", "", "vaihe-ohjaus", "ohjaus#", "ä", "idea--gjxhs"]
    there = {("step", "ohjaus"), ("step", "loppu"), ("role", "nurse"), ("item", "kohta")}
    facts = {fact_id for fact_id, _ in MODEL.fact_ids}

    for number in range(200):
        wanted = [(chance.choice(FAMILIES), chance.choice(ids)) for _ in range(chance.randint(0, 4))]
        places = (a_place(family, to, line) for line, (family, to) in enumerate(wanted, 2))
        catalog = a_catalog_of(used(an_adaptation(*places)))
        lost = [problem.where.line for problem in adoption_checks.places_exist(catalog)]

        assert lost == [line for line, pair in enumerate(wanted, 2) if pair not in there and pair[1] not in facts], (number, wanted)
        if not lost:
            (change,) = viewed(catalog).adaptations
            assert len(change.places) == len(wanted)
            assert all(str(name) and href for name, href in change.places)


def test_a_record_taken_away_leaves_the_model_as_it_was():
    record = used(an_adaptation(a_place("step", "ohjaus")))
    with_record = a_catalog_of(record)
    viewed(with_record)

    assert with_record.models == a_catalog(MODEL, vocabulary=VOCABULARY).models
    assert adoption_views(MODEL, PageContext.for_address(a_catalog(MODEL, vocabulary=VOCABULARY), FINNISH, "mallit/malli/")) == ()
