"""The models around a model, seen from both sides."""

from __future__ import annotations

from builders import a_catalog, a_model, a_relation
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import surroundings
from mallisto.reading.schema import Schemas


def test_a_model_that_another_names_tells_of_it_once():
    old, new = a_model("vanha"), a_model("uusi", relations=(a_relation("same_area", "vanha"),))
    both = a_model("kumpikin", relations=(a_relation("continues_as", "vanha"),))
    knows = a_model("vanha", relations=(a_relation("similar", "kumpikin"),))

    assert told(old, new) == [("sama alue", "../uusi/")]
    assert told(knows, new, both) == [("sama alue", "../uusi/")]
    assert told(old, both) == [("tätä edelsi", "../kumpikin/")]


def told(model, *others):
    catalog = a_catalog(model, *others)
    context = PageContext.for_address(catalog, Language.of("fi", Schemas.load(ROOT / "schemas")), f"mallit/{model.id}/")
    return [(each.words, each.href.replace("../../mallit/", "../")) for each in surroundings.related(model, context)]
