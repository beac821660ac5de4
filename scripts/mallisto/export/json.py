"""The published data: all models with ids, bases, modalities and sources, in the shape of the files that authors write."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from mallisto.addresses import data_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.catalog.facets import facets, facets_of
from mallisto.export import published, sitemap
from mallisto.export.plain import Shape, plain
from mallisto.files.output_file import OutputFile, json_file
from mallisto.i18n.language import Language
from mallisto.model import Level, Model
from mallisto.reading.edition import short_hash
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.schema import ADOPTION, COMMON, MODEL, Schema, Schemas


def files(catalog: Catalog, schemas: Schemas, site_url: str) -> Iterator[OutputFile]:
    """The list of models, as one document and a line each, the records of their use, the vocabularies and the schemas."""
    listed = _listed(catalog, schemas, site_url)
    yield json_file(data_urls.MODELS, {**told(published.MODELS, data_urls.MODELS, site_url), **_with_mark(listed)})
    yield OutputFile(data_urls.MODEL_LINES, "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in listed["models"]).encode())
    words = plain(catalog.vocabulary, Shape.of(published.vocabulary(schemas), schemas[COMMON]))
    yield json_file(data_urls.VOCABULARY, {**told(published.VOCABULARY, data_urls.VOCABULARY, site_url), **_with_mark(words)})
    used = [record for records in catalog.contributed(ADOPTED, Language.of(DEFAULT, schemas)).values() for record in records]
    yield json_file(data_urls.ADOPTIONS, {**told(published.ADOPTIONS, data_urls.ADOPTIONS, site_url), **_with_mark({"adoptions": used})})
    for name, schema in published.schemas_of(schemas, site_url).items():
        yield json_file(data_urls.schema(name), schema)


def of_model(model: Model, schemas: Schemas, site_url: str) -> OutputFile:
    """All data of a model: its file, and before it what the published file says of itself."""
    before = {**told(MODEL, data_urls.model(model.id), site_url), "edition": model.edition, **_days(model)}
    return json_file(data_urls.model(model.id), {**before, **plain(model, _shape(schemas[MODEL], model.level))})


def of_old_ids(model: Model, catalog: Catalog, schemas: Schemas, site_url: str) -> Iterator[OutputFile]:
    """The same at the addresses of the ids under which a model was published before."""
    for old in catalog.addresses.old_ids_of(model):
        yield replace(of_model(model, schemas, site_url), path=data_urls.model(old))


def told(kind: str, path: str, site_url: str) -> dict[str, Any]:
    """What every file says of itself, but for its edition."""
    return {
        "$schema": published.address(kind, site_url),
        "url": urls.absolute(path, "", site_url),
        "licence": {"name": data_urls.LICENCE, "url": data_urls.LICENCE_URL},
    }


def _with_mark(content: Mapping[str, Any]) -> dict[str, Any]:
    return {"edition": short_hash(json.dumps(content, ensure_ascii=False)), **content}


def _days(model: Model) -> dict[str, str]:
    return {"changed": model.upkeep.changed, "reviewed": model.upkeep.last_reviewed}


def _listed(catalog: Catalog, schemas: Schemas, site_url: str) -> dict[str, Any]:
    """All models, with the names of what they are filtered by."""
    days = [head.changed for head in catalog.heads]
    return {
        **({"changed": max(days)} if days else {}),
        "facets": _facet_names(catalog, schemas),
        "models": [_addressed(entry, site_url) for entry in catalog.contributed(API, Language.of(DEFAULT, schemas)).values()],
    }


def _facet_names(catalog: Catalog, schemas: Schemas) -> dict[str, Any]:
    """Every facet with its values, by their ids, named in all languages."""
    found: dict[str, Any] = {}
    for code in LANGUAGES:
        for facet in facets(catalog, Language.of(code, schemas)):
            of_key = found.setdefault(facet.key, {"name": {}, "values": {}})
            of_key["name"][code] = facet.name
            for value in facet.values:
                of_key["values"].setdefault(value.id, {})[code] = value.name
    return found


def _entry(model: Model, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What one needs of a model to find it and to filter the models, in all languages, but for its addresses."""
    wanted = ("id", "name", "short_name", "summary", "kind", "level", "status", "basics", "upkeep")
    shape = _shape(language.schemas[MODEL], model.level).only(*wanted)
    data = plain(model, shape)
    status, upkeep, place = data["status"], data["upkeep"], data.get("basics", {}).get("place", {})
    return {
        **{key: data[key] for key in ("id", "name", "short_name", "summary", "kind", "level") if key in data},
        "development": status["development"],
        "lifecycle": status["lifecycle"],
        "edition": model.edition,
        **_days(model),
        "review_by": upkeep["review_by"],
        "languages": [code for code in LANGUAGES if upkeep["translations"].get(code, {}).get("status") != "missing"],
        "translations": upkeep["translations"],
        "areas": {key: place[key] for key in ("municipalities", "counties_now") if key in place},
        "facets": _facets(model, catalog),
    }


API: Channel[dict[str, Any]] = Channel("api", dict[str, Any], _entry, is_neutral=True)


def _adopted(model: Model, catalog: Catalog, language: Language) -> list[dict[str, Any]]:
    """The records of a model's use as their authors wrote them, each with its id."""
    schema = language.schemas[ADOPTION]
    shape = Shape.of(schema.root, schema)
    return [{"id": each.id, **plain(each, shape)} for each in catalog.adoptions_of(model)]


ADOPTED: Channel[list[dict[str, Any]]] = Channel("adopted", list[dict[str, Any]], _adopted, is_neutral=True)


def _addressed(entry: dict[str, Any], site_url: str) -> dict[str, Any]:
    """An entry with the addresses of the model's pages and of its data."""
    page = urls.model_page(entry["id"])
    pages = {code: sitemap.address(page, code, site_url) for code in LANGUAGES}
    return {**entry, "pages": pages, "data": urls.absolute(data_urls.model(entry["id"]), "", site_url)}


def _facets(model: Model, catalog: Catalog) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in facets_of(model, catalog).pairs:
        found.setdefault(key, []).append(value)
    return found


@cache
def _shape(schema: Schema, level: Level) -> Shape:
    """The shape of a model's file; a full description has parts that must be there even when they are empty."""
    more = schema.root["then"]["required"] if level is Level.FULL else ()
    return Shape.of({**schema.root, "required": [*schema.root["required"], *more]}, schema)
