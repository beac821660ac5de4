"""Marks of a checklist: the same for the same words, others for others, and told with what became of the items that are gone."""

from __future__ import annotations

import json
from dataclasses import replace

from builders import a_catalog, a_history, a_model, a_moved, a_role, a_text, an_item
from building import ROOT
from mallisto.catalog import checklist_versions
from mallisto.export import checklist as export
from mallisto.i18n.language import Language
from mallisto.model import Basis, Model, Phase, Vocabulary
from mallisto.reading.schema import Schemas


def test_the_mark_of_an_item_follows_its_finnish_words_alone():
    item = an_item()

    assert checklist_versions.text_version(item) == checklist_versions.text_version(
        replace(item, text=a_text(en="Other words"), why=a_text("Muu"))
    )
    assert checklist_versions.text_version(item) != checklist_versions.text_version(replace(item, text=a_text("Toisin")))


def test_an_item_is_from_the_source_or_the_editors():
    item = an_item()

    assert checklist_versions.origin(item) == "source"
    assert checklist_versions.origin(replace(item, provenance=replace(item.provenance, basis=Basis.EDITORIAL))) == "editorial"


def test_the_data_number_the_items_through_the_phases_and_tell_what_is_gone():
    items = (replace(an_item("myohempi"), phase=Phase.START), an_item("ensin"))
    page = "mallit/malli/tarkistuslista/#kohta-"
    moved = [a_moved(f"{page}vanha", f"{page}ensin"), a_moved(f"{page}turha"), a_moved("mallit/muu/tarkistuslista/#kohta-x")]

    data = _data(a_model(checklist=items), moved)

    assert [(each["number"], each["id"], each["phase"]) for each in data["items"]] == [(1, "ensin", "decide"), (2, "myohempi", "start")]
    assert [each["id"] for each in data["phases"]] == ["decide", "start"]
    assert data["items"][0]["owner"] == {"role": "nurse", "name": "Sairaanhoitaja"}
    assert data["removed"] == [{"id": "vanha", "to": "ensin", "why": ""}, {"id": "turha", "to": None, "why": "Suomeksi"}]


def _data(model: Model, moved: list[object]) -> dict[str, object]:
    vocabulary = Vocabulary(roles=(a_role("nurse", a_text("Sairaanhoitaja")),))
    catalog = a_catalog(model, vocabulary=vocabulary, history=a_history(moved=moved))
    return json.loads(export.of_model(model, catalog, Language.of("fi", Schemas.load(ROOT / "schemas"))).content)
