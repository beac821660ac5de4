"""A municipality stands below the area that organises its services, beside the models that tell of either."""

from __future__ import annotations

import re
from dataclasses import replace

from builders import a_catalog, a_model, a_place, a_ref, a_text, an_area
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.model import Model, Vocabulary
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.site.own_municipality import own_municipality
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))
AREAS = Vocabulary(
    counties=(replace(an_area("13"), name=a_text("Savo")), replace(an_area("91"), name=a_text("Saaret"))),
    employment_areas=(replace(an_area("17"), name=a_text("Kuopion alue")),),
    municipalities=(
        replace(an_area("297"), name=a_text("Kuopio"), county=a_ref("13"), employment_area=a_ref("17")),
        replace(an_area("035"), name=a_text("Brändö"), county=a_ref("91")),
    ),
    former_municipalities=(replace(an_area("174"), name=a_text("Juankoski"), merged_into=a_ref("297"), since="2017-01-01"),),
)


def shown(*models: Model) -> str:
    return str(own_municipality(PageContext.for_address(a_catalog(*models, vocabulary=AREAS), FINNISH, "oma-kunta/")))


def in_the_place(model: Model, *codes: str) -> Model:
    return replace(model, basics=replace(model.basics, place=a_place(*codes)))


def test_a_model_of_a_former_municipality_is_one_of_its_successor():
    page = shown(in_the_place(a_model("malli"), "174"))

    assert '<li data-municipalities="297">' in page
    assert page.count("Mallistossa ei ole mallia tältä alueelta.") == 1


def test_a_former_municipality_can_be_typed_and_its_successor_tells_of_it():
    page = shown()

    assert '<option value="Juankoski">' in page
    (place,) = re.findall(r'<span data-code="297"[^>]*>', page)
    assert 'data-former="Juankoski"' in place
    assert "Juankoski" in re.findall(r'data-names="([^"]*)"', place)[0]


def test_a_municipality_without_an_employment_area_says_so():
    assert "Ei työllisyysaluetta" in shown()
