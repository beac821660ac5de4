"""The published data: it says all that the files say, in their own shape, and its schemas are made from theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from builders import a_catalog, a_model, a_ref, an_area
from building import FIVE, MINIATURE, ROOT, SITE_URL
from documents import full_documents
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.facets import facets_of
from mallisto.catalog.project_files import VOCABULARY
from mallisto.export import json as export
from mallisto.export import published
from mallisto.export.plain import Shape, plain
from mallisto.model import Place, Text, Translation, Vocabulary, as_unlisted
from mallisto.parse import parse_model, parse_vocabulary
from mallisto.reading.document import Document
from mallisto.reading.model_reader import read_model_file
from mallisto.reading.schema import MODEL, Schema, Schemas
from mallisto.reading.shape_problems import shape_problems
from mallisto.reading.yaml_reader import read, read_file

SCHEMAS = Schemas.load(ROOT / "schemas")
MODELS = sorted((*(FIVE / "models").glob("*.yml"), *(MINIATURE / "models").glob("*.yml")))

# What the data says where a file leaves out the usual answer to a closed question.
USUAL = {"no", "flow", "False"}


def data_of(document: Document) -> dict[str, Any]:
    """What is published of a model's file."""
    content: dict[str, Any] = json.loads(export.of_model(parse_model(document), SCHEMAS, SITE_URL).content)
    return content


def as_file(data: dict[str, Any]) -> Document:
    """The model's own part of published data, written into a file and read from it."""
    own = {key: value for key, value in data.items() if key in SCHEMAS[MODEL].root["properties"]}
    reading = read(yaml.safe_dump(own, allow_unicode=True, sort_keys=False).encode(), "models/malli.yml")
    assert reading.problems == ()
    assert reading.document is not None
    return reading.document


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every single value with its path, as text; a way may be written as the step it leads to alone."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            is_short = path[-1] == "next" and isinstance(inner, str)
            yield from leaves({"to": inner} if is_short else inner, (*path, number))
    else:
        yield path, str(value)


@cache
def full() -> tuple[Document, ...]:
    return tuple(full_documents(SCHEMAS[MODEL]))


@cache
def documents() -> tuple[Document, ...]:
    """Our own models, the hostile one, and documents that together use every field."""
    read_ones = [read_model_file(path, path.name, SCHEMAS[MODEL]).document for path in MODELS]
    return (*full(), *(each for each in read_ones if each))


def test_the_data_of_a_model_is_a_model_file_that_gives_the_same_data():
    for document in documents():
        data = data_of(document)

        file = as_file(data)
        again = data_of(file)

        assert list(shape_problems(SCHEMAS[MODEL], file)) == []
        # An edition is that of a file as it is written.
        assert {**again, "edition": data["edition"]} == data
        assert data_of(as_file(again)) == again


def test_the_data_of_a_model_says_all_that_its_file_says():
    for document in documents():
        said, data = dict(leaves(document.root)), dict(leaves(data_of(document)))

        # What a vocabulary lacks is said by its name, in the place of an id.
        unlisted = {path: as_unlisted(value) for path, value in said.items() if data.get(path[:-1]) == as_unlisted(value)}
        said = {path: value for path, value in said.items() if path not in unlisted} | {path[:-1]: each for path, each in unlisted.items()}
        assert {path: value for path, value in said.items() if data.get(path) != value} == {}
        own = SCHEMAS[MODEL].root["properties"]
        assert {value for path, value in data.items() if path not in said and path[0] in own} <= USUAL


@pytest.mark.parametrize("folder", [ROOT / VOCABULARY, MINIATURE / VOCABULARY], ids=["ours", "miniature"])
def test_the_vocabularies_say_all_that_their_files_say(folder: Path):
    read_ones = {path.stem: read_file(path, path.name).document for path in sorted(folder.glob("*.yml"))}
    said = {name: each.root for name, each in read_ones.items() if each}

    data = vocabulary_of(*(parse_vocabulary(each) for each in read_ones.values() if each))

    assert len(said) == len(list(folder.glob("*.yml"))) > 0
    for name, root in said.items():
        for key, value in root.items():
            assert dict(leaves(data[key if isinstance(value, list) else f"{name}_{key}"], (key,))) == dict(leaves(value, (key,)))


def vocabulary_of(*vocabularies: Vocabulary) -> dict[str, Any]:
    files = export.files(Catalog.of(models=(), vocabularies=vocabularies), SCHEMAS, SITE_URL)
    content: dict[str, Any] = json.loads(next(each.content for each in files if each.path == "api/v1/vocabulary.json"))
    return content


def test_a_field_of_the_schema_that_no_value_has_is_told_and_not_left_out():
    schema = replace(SCHEMAS[MODEL], root={"properties": {"id": {"type": "string"}, "colour": {"type": "string"}}})

    with pytest.raises(AttributeError, match="colour"):
        plain(a_model(), Shape.of(schema.root, schema))


def test_an_empty_list_is_there_only_where_a_file_must_have_it():
    data = json.loads(export.of_model(a_model(), SCHEMAS, SITE_URL).content)

    assert data["gaps"] == []
    assert "advice" not in data


def test_a_published_file_says_what_it_is():
    model = a_model("malli")

    data = json.loads(export.of_model(model, SCHEMAS, SITE_URL).content)

    assert data["$schema"] == f"{SITE_URL}api/v1/schema/model.schema.json"
    assert data["url"] == f"{SITE_URL}api/v1/models/malli.json"
    assert data["edition"] == model.edition
    assert (data["changed"], data["reviewed"]) == (model.upkeep.changed, model.upkeep.last_reviewed)
    assert data["licence"] == {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}


@cache
def schemas() -> dict[str, Any]:
    return dict(published.schemas_of(SCHEMAS, SITE_URL))


@pytest.mark.parametrize("name", [MODEL, published.MODELS, published.VOCABULARY])
def test_a_published_schema_is_valid_and_stands_alone(name: str):
    schema = schemas()[name]

    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$id"] == f"{SITE_URL}api/v1/schema/{name}.schema.json"
    keys = list(nodes(schema))
    assert {value.removeprefix("#/definitions/") for key, value in keys if key == "$ref"} == set(schema["definitions"])
    assert {key for key, _ in keys} & {"x-question", "errorMessage", "defaultSnippets"} == set()
    assert [value for key, value in keys if key == "type" and isinstance(value, list)] == []


def nodes(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key of a schema with its value."""
    for each in value if isinstance(value, list) else ():
        yield from nodes(each)
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield key, inner
        yield from nodes(inner)


def test_the_schema_of_a_model_takes_what_its_files_may_say_and_nothing_else():
    validator = jsonschema.Draft7Validator(schemas()[MODEL])

    for document in full():
        data = data_of(document)

        assert [error.message for error in validator.iter_errors(data)] == []
        assert not validator.is_valid({**data, "colour": "sininen"})
        assert not validator.is_valid({key: value for key, value in data.items() if key != "licence"})
        assert not validator.is_valid({**data, "changed": 2026})
        assert not validator.is_valid({**data, "$schema": "https://muu.example/"})


def test_of_a_short_and_a_long_form_the_long_one_is_published():
    way = schemas()[MODEL]["properties"]["pathway"]["properties"]["steps"]["items"]["properties"]["next"]["items"]

    assert "anyOf" not in way
    assert way["type"] == "object"


def test_a_field_added_to_the_models_schema_is_in_the_published_one():
    root = SCHEMAS[MODEL].root
    new = {**root, "properties": {**root["properties"], "colour": {"type": "string", "x-question": {"fi": "Minkä värinen?"}}}}
    by_name: dict[str, Schema] = {**SCHEMAS.by_name, MODEL: replace(SCHEMAS[MODEL], root=new)}

    schema = published.schemas_of(Schemas(by_name), SITE_URL)[MODEL]

    assert schema["properties"]["colour"] == {"type": "string"}


def listed(*models: Any) -> dict[str, Any]:
    catalog = a_catalog(*models, vocabulary=Vocabulary(counties=(an_area("06"),), municipalities=(an_area("837"),)))
    file = next(each for each in export.files(catalog, SCHEMAS, SITE_URL) if each.path == "api/v1/models.json")
    content: dict[str, Any] = json.loads(file.content)
    return content


def test_the_list_holds_what_models_are_filtered_by():
    place = Place(
        where=a_ref("x").where,
        provenance=a_model().status.provenance,
        site=None,
        municipalities=(a_ref("837"),),
        counties_now=(a_ref("06"),),
        organisations_then=(),
        note=None,
    )
    model = a_model("malli", short_name=Text("Lyhyt"))
    model = replace(
        model,
        basics=replace(model.basics, place=place),
        upkeep=replace(model.upkeep, sv=Translation(status="missing", updated=None), en=Translation(status="partial", updated=None)),
    )

    (entry,) = listed(model)["models"]

    facets = {(key, value) for key, values in entry["facets"].items() for value in values}
    assert facets == set(facets_of(model, a_catalog(model)).pairs)
    assert entry["languages"] == ["fi", "en"]
    assert entry["translations"]["sv"] == {"status": "missing"}
    assert entry["areas"] == {"municipalities": ["837"], "counties_now": ["06"]}
    assert (entry["edition"], entry["changed"], entry["reviewed"]) == (model.edition, model.upkeep.changed, model.upkeep.last_reviewed)
    assert (entry["review_by"], entry["lifecycle"]) == (model.upkeep.review_by, model.status.lifecycle)
    assert entry["pages"]["sv"] == f"{SITE_URL}sv/mallit/malli/"
    assert entry["data"] == f"{SITE_URL}api/v1/models/malli.json"


def test_every_facet_of_a_model_is_named_in_the_list_in_all_languages():
    content = listed(a_model())

    for key, values in content["models"][0]["facets"].items():
        assert set(content["facets"][key]["name"]) == {"fi", "sv", "en"}
        assert set(values) <= set(content["facets"][key]["values"])


def test_another_fact_makes_another_edition_of_the_list():
    assert listed(a_model())["edition"] == listed(a_model())["edition"]
    assert listed(a_model())["edition"] != listed(a_model(kind="service"))["edition"]
