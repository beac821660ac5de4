"""The page of acts tells what is in force and every place that relies on an act."""

from __future__ import annotations

from dataclasses import replace

from builders import a_catalog, a_model, a_provenance, a_ref, a_statement, a_text, an_act, an_agreement, an_item
from building import ROOT
from mallisto.checks.references import act_is_in_force
from mallisto.i18n.language import Language
from mallisto.model import Amendment, Model, Reference, Vocabulary
from mallisto.pages.elements.agreements import agreements
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.site.acts import acts
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))
OLD = an_act("1369/2014", in_force_to="2024-12-31", replaced_by=(a_ref("act-381-2023"),))
NEW = an_act("381/2023", amended=(Amendment(date="2026-01-01", text=a_text("Suunnitelma muuttui")),))


def context(*models: Model, address: str = "lait/") -> PageContext:
    return PageContext.for_address(a_catalog(*models, vocabulary=Vocabulary(acts=(NEW, OLD))), FINNISH, address)


def test_a_repealed_act_stands_apart_with_its_successor_and_says_when_it_ended():
    page = str(acts(context()))

    now, ended = page.split('id="kumotut"')
    assert 'id="laki-381-2023"' in now
    assert "Suunnitelma muuttui" in now
    assert "31.12.2024" in ended
    assert 'href="../lait/#laki-381-2023"' in ended


def test_the_places_of_an_act_are_the_matters_that_name_it_and_the_facts_that_cite_it():
    reference = Reference(title=a_text("Laki työllistymisestä 381/2023"), url=None, accessed=None)
    cited = a_statement("tieto", provenance=replace(a_provenance(), reference=reference))
    model = a_model("malli", agreements=(an_agreement("act-381-2023", id="asia"),), advice=(cited,))

    page = str(acts(context(model)))

    assert "2 kohtaa nojaa tähän lakiin" in page
    assert "mallit/malli/tarkistuslista/#tieto-asia" in page
    assert page.count("Mikään tällä sivustolla ei viittaa tähän lakiin.") == 1


def test_a_matter_shows_its_party_act_and_the_number_of_its_item():
    model = a_model("malli", checklist=(an_item("eka"), an_item("toka")), agreements=(an_agreement("act-381-2023", items=["toka"]),))

    view = agreements(model, context(model, address="mallit/malli/tarkistuslista/"))

    assert view is not None
    (party,) = view.parties
    (matter,) = party.matters
    assert (party.kind, party.name) == ("county", "hyvinvointialue")
    assert [href.partition("lait/")[2] for _, href in matter.acts] == ["#laki-381-2023"]
    assert [number for number, _ in matter.items] == [2]


def test_a_matter_that_rests_on_a_repealed_act_is_noted():
    model = a_model("malli", agreements=(an_agreement("act-1369-2014", "act-381-2023"),))

    assert [problem.found for problem in act_is_in_force(context(model).catalog)] == ["1369/2014"]
