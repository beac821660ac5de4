"""The published data as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html), with what version 1 promises to keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mallisto.addresses import data_urls, urls
from mallisto.export import published
from mallisto.files.output_file import OutputFile, json_file
from mallisto.i18n.language import Language
from mallisto.reading.schema import MODEL


def file(ids: Iterable[str], english: Language, site_url: str) -> OutputFile:
    """The description; `ids` are those of the models there are."""
    known = sorted(ids)
    content = {
        "openapi": "3.1.1",
        "info": {
            "title": english.say("data.catalog.title"),
            "version": "1",
            "description": english.say("data.promise"),
            "license": {"name": data_urls.LICENCE, "url": data_urls.LICENCE_URL},
        },
        "servers": [{"url": urls.absolute("", "", site_url).rstrip("/")}],
        "paths": {
            f"/{data_urls.MODELS}": _get("models", english, _json(published.MODELS)),
            f"/{data_urls.MODEL_LINES}": _get("lines", english, {"application/x-ndjson": {"schema": {"type": "string"}}}),
            f"/{data_urls.model('{id}')}": _get("model", english, _json(MODEL), known),
            f"/{data_urls.statements('{id}')}": _get("statements", english, _json(published.STATEMENTS), known),
            f"/{data_urls.ADOPTIONS}": _get("adoptions", english, _json(published.ADOPTIONS)),
            f"/{data_urls.VOCABULARY}": _get("vocabulary", english, _json(published.VOCABULARY)),
            f"/{data_urls.CONCEPTS}": _get("concepts", english, {"application/ld+json": {"schema": {"type": "object"}}}),
        },
    }
    return json_file(data_urls.OPENAPI, content)


def _json(kind: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": data_urls.schema(kind).removeprefix(data_urls.FOLDER)}}}


def _get(name: str, language: Language, content: Mapping[str, Any], ids: Iterable[str] = ()) -> dict[str, Any]:
    found = {"200": {"description": language.say(f"data.get.{name}"), "content": content}}
    operation: dict[str, Any] = {"operationId": name, "summary": language.say(f"data.get.{name}"), "responses": found}
    if listed := list(ids):
        one = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "enum": listed}}
        operation |= {"parameters": [one], "responses": {**found, "404": {"description": language.say("data.get.none")}}}
    return {"get": operation}
