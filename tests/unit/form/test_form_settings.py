"""The settings of the form: its words, its choices, and where a model lists what it names itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from building import FIVE, ROOT
from mallisto import form
from mallisto.build import checking, npm_assets
from mallisto.form.paths import own_lists
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.model_reader import read_model_file
from mallisto.reading.schema import MODEL, Schemas

SCHEMAS = Schemas.load(ROOT / "schemas")
REPOSITORY = "https://github.com/project/mallisto"


def settings(code: str) -> Mapping[str, Any]:
    prefix = Language.of(code, SCHEMAS).prefix
    (file,) = (each for each in form.files(SCHEMAS, REPOSITORY) if each.path == f"{prefix}muokkaa/asetukset.json")
    return json.loads(file.content)


@pytest.mark.parametrize("code", LANGUAGES)
def test_our_words_stand_in_the_place_of_words_that_the_form_says(code: str):
    found = settings(code)
    said = json.loads((npm_assets.FOLDER / "node_modules/@sveltia/cms/locales/en-US.json").read_text("utf-8"))

    published = {each.path for each in npm_assets.files()}

    assert f"assets/lib/@sveltia/cms/locales/{found['language']}.js" in published
    for name, words in found["words"].items():
        place = said
        for step in name.split("."):
            place = place[step]
        assert isinstance(place, str)
        assert sorted(_gaps(words)) == sorted(_gaps(place)), name


def _gaps(words: str) -> list[str]:
    return [each.partition("}")[0] for each in words.split("{$")[1:]]


def test_everything_that_is_named_by_its_id_is_chosen_but_the_fields_of_gaps():
    fields = dict(_named(settings("fi")["cms"]["collections"][0]["fields"], ()))
    references = {path for path, node in _nodes(SCHEMAS[MODEL].resolve(SCHEMAS[MODEL].root), ()) if "x-ref" in node}

    free = {path for path in references if path in fields and fields[path]["widget"] not in ("relation", "own")}
    assert {".".join(path) for path in free} == {"gaps.field"}
    assert len(references & set(fields)) > 80


def test_every_list_that_a_field_chooses_from_is_a_file_of_the_form():
    collections = settings("fi")["cms"]["collections"]
    offered = {each["name"] for each in collections[1]["files"]}

    chosen = {field["file"] for _, field in _named(collections[0]["fields"], ()) if "file" in field}
    assert chosen >= {"acts", "areas", "roles"}
    assert chosen <= offered


def test_the_choices_hold_every_figure_and_fact_of_our_models():
    lists = own_lists(SCHEMAS[MODEL])
    result = checking.load(FIVE, date(2026, 12, 1))

    for model in result.catalog.models:
        document = read_model_file(FIVE / model.where.file, model.where.file, SCHEMAS[MODEL]).document
        content = document.root if document else {}
        ids = {kind: {each["id"] for path in paths for each in _at(content, path.split("."))} for kind, paths in lists.items()}
        assert {each.id for each in model.figures()} <= ids["figure"]
        assert {each for each, _ in model.fact_ids} <= ids["fact"]


def test_one_button_signs_in_only_where_there_is_a_service():
    without, with_one = (form.cms(SCHEMAS, Language.of("fi", SCHEMAS), REPOSITORY, at)["backend"] for at in ("", "https://service.example"))

    assert without["auth_methods"] == ["token"]
    assert "base_url" not in without
    assert with_one["auth_methods"] == ["oauth", "token"]
    assert (with_one["base_url"], with_one["auth_endpoint"]) == ("https://service.example", "auth")


def test_folded_groups_show_words_nobody_is_asked_for_the_id_of_a_fact_and_conditions_are_said():
    fields = {each["name"]: each for each in form.cms(SCHEMAS, Language.of("fi", SCHEMAS), REPOSITORY)["collections"][0]["fields"]}
    need = fields["why"]["fields"][0]
    by_name = {each["name"]: each for each in need["fields"]}

    assert (fields["why"]["summary"], need["summary"]) == ("{{need.0.text.fi}}", "{{text.fi}}")
    assert by_name["id"] == {"name": "id", "widget": "hidden", "required": False}
    assert by_name["heading"]["hint"].startswith("Pakollinen, kun Peruste on ”lähteestä”. ")
    assert "Pakollinen" not in by_name["derived_from"]["hint"]


def _named(fields: list[Any], before: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    for each in fields:
        path = (*before, each["name"])
        yield path, each.get("field", each) if each["widget"] == "list" else each
        yield from _named(each.get("fields", []), path)


def _nodes(node: Any, before: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    schema = SCHEMAS[MODEL]
    for shape in (node, *map(schema.resolve, node.get("anyOf", ()))):
        for name, inner in shape.get("properties", {}).items():
            child = schema.resolve(inner)
            yield (*before, name), child
            yield from _nodes(child, (*before, name))
        if "items" in shape:
            item = schema.resolve(shape["items"])
            yield before, item
            yield from _nodes(item, before)


def _at(value: Any, path: list[str]) -> Iterator[Any]:
    if not path:
        if isinstance(value, dict) and "id" in value:
            yield value
    elif path[0] == "*":
        for each in value or ():
            yield from _at(each, path[1:])
    elif isinstance(value, dict) and path[0] in value:
        yield from _at(value[path[0]], path[1:])
