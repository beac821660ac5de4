"""The schemas of the published data, made from those of the files that authors write, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mallisto.addresses import data_urls, urls
from mallisto.reading.schema import ADOPTION, API, COMMON, MODEL, Node, Schemas

MODELS, VOCABULARY, STATEMENTS, ADOPTIONS = "models", "vocabulary", "statements", "adoptions"

_VOCABULARIES = ("roles", "organisations", "topics", "glossary", "areas", "acts")
_LOCAL = "#/definitions/"
# What is said of the other type of a value that may be of two; the data has it as a text.
_OTHER_TYPE = frozenset({"minimum", "maximum", "maxLength", "properties", "required", "additionalProperties"})
# What helps people to write a file, and tells nothing to those who read the data.
_FOR_AUTHORS = frozenset(
    {
        "defaultSnippets",
        "errorMessage",
        "markdownEnumDescriptions",
        "patternErrorMessage",
        "x-localized",
        "x-pattern-help",
        "x-question",
        "x-shape",
    }
)


def address(name: str, site_url: str) -> str:
    """The absolute address of a published schema."""
    return urls.absolute(data_urls.schema(name), "", site_url)


def schemas_of(schemas: Schemas, site_url: str) -> Mapping[str, Node]:
    """The schema of each kind of published file; each holds all that it refers to."""
    contents = {
        MODEL: schemas[MODEL].root,
        MODELS: {},
        VOCABULARY: vocabulary(schemas),
        STATEMENTS: {},
        ADOPTIONS: _adoptions(schemas),
    }
    return {name: _whole(name, content, schemas, site_url) for name, content in contents.items()}


def vocabulary(schemas: Schemas) -> Node:
    """The lists of all vocabularies as one node; what a vocabulary says of itself has its name before its own: `areas_seen`."""
    fields = [(name, key, node) for name in _VOCABULARIES for key, node in schemas[name].root["properties"].items()]
    lists = {key: node for _, key, node in fields if node.get("type") == "array"}
    single = {f"{name}_{key}": node for name, key, node in fields if key not in lists}
    return {"required": list(lists), "properties": {**lists, **single}}


def _adoptions(schemas: Schemas) -> Node:
    """The list of adoption records as one node: what stands in their files, and the id of each."""
    record = {key: node for key, node in schemas[ADOPTION].root.items() if not key.startswith("$")}
    own = {"id": schemas[API].root["definitions"]["adoption_id"]}
    items = {**record, "required": ["id", *record["required"]], "properties": {**own, **record["properties"]}}
    return {"required": ["adoptions"], "properties": {"adoptions": {"title": record["title"], "type": "array", "items": items}}}


def _whole(name: str, content: Node, schemas: Schemas, site_url: str) -> Node:
    """A published schema: what every file has, what files of its kind have, and their content."""
    own = schemas[API].root["definitions"]
    parts = [(own["file"], API), (own[name], API), (content, MODEL)]
    nodes = [_published(part, file, schemas) for part, file in parts]
    properties = {key: node for part in nodes for key, node in part.get("properties", {}).items()}
    url = address(name, site_url)
    root = {
        **{key: value for part in nodes for key, value in part.items()},
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": url,
        "required": [key for part in nodes for key in part.get("required", ())],
        "properties": {**properties, "$schema": {**properties["$schema"], "const": url}},
    }
    return {**root, "definitions": _definitions(root, schemas)}


def _definitions(root: Node, schemas: Schemas) -> dict[str, Any]:
    """The shared parts that a schema refers to, and those that they refer to."""
    found: dict[str, Any] = {}
    waiting = set(_names(root))
    while waiting:
        name = min(waiting)
        found[name] = _published(schemas[COMMON].root["definitions"][name], COMMON, schemas)
        waiting = (waiting | set(_names(found[name]))) - set(found)
    return dict(sorted(found.items()))


def _names(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _names(each)
    elif isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].removeprefix(_LOCAL)
        for each in node.values():
            yield from _names(each)


def _published(node: Any, file: str, schemas: Schemas) -> Any:
    """A node of a schema file as it is published.

    Without what is for authors; dates and references are texts, figures are numbers; of a short and a long form the long one.
    """
    if isinstance(node, list):
        return [_published(each, file, schemas) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: inner for key, inner in node.items() if key not in _FOR_AUTHORS}
    long = next((each for each in node.get("anyOf", ()) if schemas[COMMON].resolve(each).get("type") == "object"), None)
    if long:
        node = {key: inner for key, inner in node.items() if key != "anyOf"} | long
    if "$ref" in node:
        return _referred(node, file, schemas)
    if node.get("type") == ["string", "number"]:
        node = {key: inner for key, inner in node.items() if key != "pattern"} | {"type": "number"}
    if isinstance(node.get("type"), list):
        node = {key: inner for key, inner in node.items() if key not in _OTHER_TYPE} | {"type": "string"}
    return {key: _published(inner, file, schemas) for key, inner in node.items()}


def _referred(node: Node, file: str, schemas: Schemas) -> Node:
    """A shared part stays a reference to a definition of the same schema; any other part takes the reference's place."""
    target, _, pointer = node["$ref"].partition("#")
    target = target.removesuffix(".schema.json") or file
    beside = {key: _published(inner, file, schemas) for key, inner in node.items() if key != "$ref"}
    if target == COMMON:
        return {**beside, "$ref": f"#{pointer}"}
    part: Any = schemas[target].root
    for step in pointer.strip("/").split("/"):
        part = part[step]
    return {**_published(part, target, schemas), **beside}
