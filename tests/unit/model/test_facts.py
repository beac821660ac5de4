"""The facts of a model: one list of them, found in the values, so that none can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from builders import a_catalog, a_figure, a_funding, a_model, a_provenance, a_statement, a_text, results
from building import FIVE, MINIATURE, ROOT
from documents import full_documents
from mallisto.i18n.language import Language
from mallisto.model import Basics, Basis, Modality, NamedFact, Reference, Text
from mallisto.model.facts import NAMING_FIELDS
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import sources
from mallisto.parse import parse_model
from mallisto.reading.document import Document
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.model_reader import read_model_file
from mallisto.reading.schema import Schemas
from mallisto.reports import links

SCHEMAS = Schemas.load(ROOT / "schemas")
FILES = [path for folder in (FIVE, MINIATURE) for path in sorted((folder / "models").glob("*.yml"))]
WRITTEN = [document for path in FILES if (document := read_model_file(path, path.name, SCHEMAS["model"]).document)]

Path = tuple[str | int, ...]


@pytest.mark.parametrize("document", [*WRITTEN, *full_documents(SCHEMAS["model"])], ids=lambda document: document.file)
def test_whatever_says_on_what_basis_it_is_known_is_a_fact_of_the_model(document: Document):
    model = parse_model(document)

    found = [fact.where.path[:-1] if fact.where.path[-1] == "id" else fact.where.path for fact in model.facts]

    assert sorted(map(str, found)) == sorted(map(str, _with_basis(document.root)))
    assert len(found) > 1


def _with_basis(value: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of the mappings that have a basis."""
    if isinstance(value, dict):
        if "basis" in value:
            yield path
        for key, inner in value.items():
            yield from _with_basis(inner, (*path, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _with_basis(inner, (*path, index))


@pytest.mark.parametrize("document", [*WRITTEN, *full_documents(SCHEMAS["model"])], ids=lambda document: document.file)
def test_the_ids_that_may_be_given_once_are_those_of_the_facts(document: Document):
    model = parse_model(document)

    assert sorted(fact_id for fact_id, _ in model.fact_ids) == sorted(fact.id for fact in model.facts if isinstance(fact, NamedFact))


def test_a_fact_within_a_fact_is_one_too_and_a_changed_model_has_the_facts_of_its_new_values():
    amount, claim = a_figure("summa"), a_statement("tulos")
    money = replace(a_funding("grant"), amount=amount)
    basics = Basics(period=None, place=None, organisations=(), programme=(), funding=(money,), links=())
    model = a_model(basics=basics)

    changed = replace(model, results=results(claims=[claim]))

    assert [fact for fact in model.facts if isinstance(fact, NamedFact)][:2] == [money, amount]
    assert list(model.figures()) == [amount]
    assert set(changed.facts) - set(model.facts) == {claim}
    assert changed.facts == replace(model, results=results(claims=[claim])).facts


def test_every_kind_of_fact_that_others_can_link_to_has_words_of_its_own():
    kinds = NamedFact.__subclasses__()

    assert len(kinds) > 1
    assert [kind for kind in kinds if not set(NAMING_FIELDS) & {field.name for field in fields(kind)}] == []
    assert a_figure(label=a_text("Asiakkaita")).words == a_text("Asiakkaita")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_of_sources_counts_every_fact_once(code: str):
    known = [a_provenance(modality) for modality in Modality] + [
        a_provenance(None, basis=basis) for basis in (Basis.EDITORIAL, Basis.EXTERNAL)
    ]
    claims = [a_statement(f"tieto-{number}", provenance=each) for number, each in enumerate(known)]
    model = a_model(results=results(claims=claims))
    catalog = a_catalog(model)

    counts = sources.counts(model, PageContext.for_address(catalog, Language.of(code, SCHEMAS), "mallit/malli/lahteet/"))

    assert sum(int(count) for _, count in counts) == len(model.facts) > len(known)
    assert len(counts) == len({name for name, _ in counts}) == len(known)


def test_a_web_address_is_visited_whatever_fact_refers_to_it():
    reference = Reference(title=Text(fi="Laki"), url=Text(fi="https://esimerkki.fi/laki"), accessed="2026-01-01")
    external = replace(a_provenance(None, basis=Basis.EXTERNAL), reference=reference)
    model = a_model()
    steps = tuple(replace(step, provenance=external) for step in model.pathway.steps)
    catalog = a_catalog(replace(model, pathway=replace(model.pathway, steps=steps)))

    visited = [url for url, _ in links.addresses(catalog)]

    assert visited == ["https://esimerkki.fi/laki"] * len(steps)
