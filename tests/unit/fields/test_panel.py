"""The facts panel: what a place is called now."""

from __future__ import annotations

from dataclasses import replace

from builders import a_catalog, a_model, a_place, a_ref, a_text, an_area
from building import ROOT
from mallisto.fields.panel import place_then
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import Language
from mallisto.model import Vocabulary
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def test_a_former_municipality_is_shown_with_the_one_of_today():
    kuopio = replace(an_area("297"), name=a_text("Kuopio"))
    juankoski = replace(an_area("174"), name=a_text("Juankoski"), merged_into=a_ref("297"))
    model = a_model(basics=replace(a_model().basics, place=a_place("174", "297")))
    catalog = a_catalog(model, vocabulary=Vocabulary(municipalities=(kuopio,), former_municipalities=(juankoski,)))

    shown = [value.words for value in place_then(FieldReader(model, catalog, FINNISH))]

    assert shown == ["Juankoski Nyt: Kuopio", "Kuopio"]
