"""What the vocabularies lack: it is shown by its name, noted, listed for the editors, and in no list of the site."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import (
    a_catalog,
    a_model,
    a_participant,
    a_ref,
    a_role,
    a_role_in_model,
    an_organisation,
    at,
)
from mallisto.addresses import urls
from mallisto.catalog import facets
from mallisto.catalog.head import Head
from mallisto.checks import references
from mallisto.model import Vocabulary, as_unlisted
from mallisto.reading.problems import Severity

PLACE = at(12, 7)
OPISTO = as_unlisted("Raision seudun opisto")
LISTED = Vocabulary(organisations=(an_organisation("kela"),), roles=(a_role("nurse"),))


def test_a_name_that_stands_for_an_id_is_an_entry_with_that_name():
    catalog = a_catalog(vocabulary=LISTED)

    assert catalog.organisation(a_ref(OPISTO)).name.fi == "Raision seudun opisto"
    assert catalog.role(a_ref(as_unlisted("Tulkki"))).name.fi == "Tulkki"
    assert catalog.municipality_by_id[as_unlisted("Nuijamaa")].name.fi == "Nuijamaa"


def test_an_id_that_does_not_exist_is_no_entry():
    with pytest.raises(KeyError):
        a_catalog(vocabulary=LISTED).organisation(a_ref("kelaa"))


def test_a_name_is_a_note_and_an_id_that_does_not_exist_an_error():
    model = a_model(refs=(("organisation", a_ref(OPISTO, PLACE)), ("organisation", a_ref("opisto", PLACE))))

    problems = list(references.reference_exists(a_catalog(model, vocabulary=LISTED)))

    assert [(each.code, each.found, each.severity) for each in problems] == [
        ("organisation.unlisted", "Raision seudun opisto", Severity.NOTE),
        ("organisation.unknown", "opisto", Severity.ERROR),
    ]


def test_a_head_tells_the_names_a_model_uses():
    model = a_model(refs=(("organisation", a_ref(OPISTO)), ("organisation", a_ref("kela")), ("organisation", a_ref(OPISTO))))

    assert Head.of(model).unlisted == (("organisation", "Raision seudun opisto"),)


def test_what_is_in_no_list_has_no_facet_and_no_lasting_address():
    model = a_model()
    people = replace(model.people, roles=(a_role_in_model(as_unlisted("Tulkki")), a_role_in_model("nurse")))
    basics = replace(model.basics, organisations=(a_participant(OPISTO, "implementer"),))
    model = replace(model, people=people, basics=basics)
    catalog = a_catalog(model, vocabulary=LISTED)

    pairs = facets.facets_of(model, catalog).pairs

    assert [value for key, value in pairs if key in ("toteuttaja", "rooli")] == ["nurse"]
    assert [each for each in urls.of_model(model) if "tulkki" in each] == []
    assert catalog.roles_in_use == ()
    assert catalog.organisations_in_use == ()
