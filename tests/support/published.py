"""The JSON files of a built site: which of them are published data, and what is wrong with those."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema

from building import SITE_URL
from mallisto.addresses.data_urls import LICENCE, LICENCE_URL

API, MODELS = "api/", "api/v1/models/"
META = "http://json-schema.org/draft-07/schema#"

# JSON files that are no published data of ours, and why they follow no schema of ours.
INTERNAL = {
    r"oembed/[\w-]+\.json": "has the format of https://oembed.com/",
    r"mallit/[\w-]+/vertailu\.json": "a column of the comparison page, as HTML for its script",
    r"mallit/[\w-]+/sopivuus\.json": "verdicts for the script of the fit finder",
    r"sopiiko/mallit\.json": "names for the script of the fit finder",
    r"api/v1/openapi\.json": "has the format of https://spec.openapis.org/oas/",
    r"datapackage\.json": "has the format of https://datapackage.org/",
    r"mallit/[\w-]+/tarkistuslista/tiedot\.json": "the checklist's own page in a form for the adoption tool",
}


def faults(site: Path) -> dict[str, list[str]]:
    """What is wrong with the JSON files of a site, by their paths: unknown files, no or another schema, another address, no licence."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.json"))
    assert {"api/v1/models.json", "api/v1/vocabulary.json"} <= set(paths)
    texts = {path: json.loads((site / path).read_text("utf-8")) for path in paths if path.startswith(API) and not _is_internal(path)}
    schemas = {each["$id"]: each for path, each in texts.items() if "/schema/" in path}
    others = {path: ["is neither published data nor known as internal"] for path in paths if path not in texts and not _is_internal(path)}
    named = {each["$schema"] for each in texts.values() if "$schema" in each}
    unnamed = {path: ["no file names this schema"] for path, each in texts.items() if "$id" in each and each["$id"] not in named}
    found = {path: [*_of_data(path, each, schemas)] for path, each in texts.items()}
    return {path: wrong for path, wrong in {**found, **unnamed, **others}.items() if wrong}


def _is_internal(path: str) -> bool:
    return any(re.fullmatch(rf"((sv|en)/)?{pattern}", path) for pattern in INTERNAL)


def _of_data(path: str, content: Any, schemas: dict[str, Any]) -> Iterator[str]:
    schema = content.get("$schema")
    if schema == META:
        jsonschema.Draft7Validator.check_schema(content)
        yield from () if content["$id"] == f"{SITE_URL}{path}" else ("has another address",)
        return
    if schema not in schemas:
        yield f"names no schema of the site: {schema}"
    for error in jsonschema.Draft7Validator(schemas.get(schema, {})).iter_errors(content):
        yield f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"
    if content.get("licence") != {"name": LICENCE, "url": LICENCE_URL}:
        yield "has another licence"
    # What is read at an id of earlier names the address of today.
    own = f"{MODELS}{content['id']}.json" if "id" in content else path
    if content.get("url") != f"{SITE_URL}{own}":
        yield "has another address"
