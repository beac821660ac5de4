"""A page of a model exists where the model tells what would stand on it."""

from __future__ import annotations

import pytest

from builders import a_model, a_pathway, a_role_in_model, an_item
from mallisto.addresses import urls
from mallisto.model import Model, Pathway

ALWAYS = {urls.SOURCES, urls.HISTORY}
NO_PATHWAY = Pathway(where=a_pathway().where, notes=(), lanes=(), steps=())


@pytest.mark.parametrize(
    ("model", "more"),
    [
        (a_model(pathway=NO_PATHWAY), set()),
        (a_model(), {urls.PATHWAY, urls.SLIDES, urls.BOOKLET}),
        (a_model(pathway=NO_PATHWAY, people_roles=[a_role_in_model("nurse")]), {urls.ROLES, urls.BOOKLET}),
        (a_model(pathway=NO_PATHWAY, checklist=(an_item(),)), {urls.CHECKLIST, urls.MEMO, urls.BOOKLET}),
    ],
)
def test_a_page_without_content_has_no_address(model: Model, more: set[str]):
    assert set(urls.parts_of(model)) == ALWAYS | more
    assert {address for address in urls.of_model(model) if "#" not in address} == {
        urls.model_page(model.id, part) for part in ("", *ALWAYS, *more)
    }
