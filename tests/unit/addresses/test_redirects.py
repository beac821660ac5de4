"""What a published address answers when what stood there is gone."""

from __future__ import annotations

import pytest

from builders import a_catalog, a_history, a_model, a_moved, a_pathway, a_start, an_exit
from mallisto.catalog.catalog import Catalog

OLD_STEP, NEW_STEP = "mallit/vanha/polku/#vaihe-alku", "mallit/uusi/polku/#vaihe-alku"


def renamed(*published: str, to: str | None = "mallit/uusi/") -> Catalog:
    """A catalog in which the model `vanha` has become `uusi`, or is gone."""
    model = a_model("uusi", pathway=a_pathway(a_start("alku", "loppu"), an_exit("loppu")))
    return a_catalog(model, history=a_history(*published, moved=[a_moved("mallit/vanha/", to)]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mallit/vanha/", "mallit/uusi/"),
        ("mallit/vanha/polku/", "mallit/uusi/polku/"),
        (OLD_STEP, NEW_STEP),
        ("mallit/vanha/polku/#vaihe-poistettu", "mallit/uusi/polku/"),
        ("mallit/vanha/kuvat/", "mallit/uusi/"),
    ],
)
def test_what_is_told_of_a_model_holds_for_all_its_addresses(old: str, new: str):
    assert renamed(old).addresses.redirect_by_address[old].to == new


def test_a_removed_model_tells_the_same_reason_everywhere():
    found = renamed("mallit/vanha/", OLD_STEP, to=None).addresses.redirect_by_address

    assert {each.to for each in found.values()} == {None}
    assert len({each.gone for each in found.values()}) == 1
    assert (found[OLD_STEP].page, found[OLD_STEP].anchor) == ("mallit/vanha/polku/", "vaihe-alku")


def test_what_is_told_of_an_address_itself_goes_before_what_is_told_of_its_page():
    catalog = renamed(OLD_STEP)
    history = a_history(OLD_STEP, moved=[*catalog.history.moved, a_moved(OLD_STEP, "mallit/uusi/polku/#vaihe-loppu")])

    assert a_catalog(*catalog.models, history=history).addresses.redirect_by_address[OLD_STEP].to == "mallit/uusi/polku/#vaihe-loppu"


def test_what_is_there_needs_no_answer_and_what_nobody_told_of_has_none():
    assert set(renamed("mallit/uusi/", "mallit/toinen/").addresses.redirect_by_address) == {"mallit/vanha/"}


def test_an_address_leads_to_itself_to_where_it_went_or_to_where_its_end_is_told():
    moved = [a_moved("mallit/vanha/", "mallit/uusi/"), a_moved("mallit/poistunut/")]
    published = ("mallit/uusi/", "mallit/vanha/", OLD_STEP, "mallit/poistunut/polku/#vaihe-alku")
    catalog = a_catalog(*renamed().models, history=a_history(*published, moved=moved))

    found = [catalog.addresses.target_of(each.address) for each in catalog.history.published]

    assert found == ["mallit/uusi/", "mallit/uusi/", NEW_STEP, "mallit/poistunut/polku/#vaihe-alku"]
