"""A change of a model names the bodies whose own changes concern the same place."""

from __future__ import annotations

from builders import HERE, a_catalog, a_document, a_model, a_ref, a_text, an_adoption, an_organisation
from building import ROOT
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.diff import compare
from mallisto.i18n.language import Language
from mallisto.model import Adaptation, ConcernedPlace, Vocabulary
from mallisto.reading.schema import MODEL, Schemas
from mallisto.reports.adopters import to_tell

SCHEMAS = Schemas.load(ROOT / "schemas")
FINNISH = Language.of("fi", SCHEMAS)
BEFORE = "pathway:\n  steps:\n    - {id: ohjaus, title: {fi: Ohjaus}}\n    - {id: loppu, title: {fi: Loppu}}\n"


def catalog() -> Catalog:
    step = ConcernedPlace(step=a_ref("ohjaus"), role=None, item=None, fact=None)
    change = Adaptation(
        where=HERE,
        id="muutos",
        what=a_text("Puhelimessa."),
        kind="setting",
        planned="unknown",
        decided_by=(),
        decided_by_body=None,
        why=None,
        keeps_core="unknown",
        concerns=(step,),
    )
    vocabulary = Vocabulary(organisations=(an_organisation(),))
    return a_catalog(a_model(), vocabulary=vocabulary, adoptions=(an_adoption(adaptations=(change,)),))


def told(after: str) -> list[str]:
    comparison = compare(a_document(BEFORE), a_document(after), SCHEMAS[MODEL])
    return list(to_tell({"malli.yml": comparison}, catalog(), FINNISH))


def test_a_change_of_the_step_that_a_body_changed_names_the_body():
    (sentence,) = told(BEFORE.replace("{fi: Ohjaus}", "{fi: Neuvonta}"))

    assert sentence.startswith("jarjesto")
    assert "ohjaus" in sentence
    assert "Puhelimessa." in sentence


def test_a_change_of_another_step_names_nobody():
    assert told(BEFORE.replace("{fi: Loppu}", "{fi: Päätös}")) == []


def test_a_step_that_is_gone_names_the_body():
    assert len(told("pathway:\n  steps:\n    - {id: loppu, title: {fi: Loppu}}\n")) == 1
