"""The schema that editors use while somebody writes a model: both forms of a file, made from the model's own schema.

The checker does not use it: it expands a file and validates the long form. A new field of the model needs no line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mallisto.reading import usual_values as usual
from mallisto.reading.compact_shape import Shape, shape_of, shape_within
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Node, Schema

_FIRST = ("id", "name", "short_name", "other_names", "summary", "kind", "level", "sources")
_ORIGIN = {
    "from": {"$ref": "#/definitions/from"},
    "said": {"$ref": "#/definitions/modality"},
    "by": {"$ref": "#/definitions/reported_by"},
}
# What the long form needs and the reader fills in where a file leaves it out.
_OF_A_FILE = frozenset({*usual.PARTS, "gaps"})
_OF_UPKEEP = frozenset({"sources", "translations", "last_reviewed", "review_by"})
_OF_A_SOURCE = frozenset({"id", "kind", "language"})


def editor_schema(schema: Schema) -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of what authors write; it refers to nothing outside itself."""
    root = _node(schema.root, shape_of(schema), schema)
    fields = root.pop("properties")
    fields["sources"] = fields["upkeep"]["properties"]["sources"]
    first = {key: fields.pop(key) for key in _FIRST}
    root["required"] = [key for key in root["required"] if key not in _OF_A_FILE]
    full = root["then"]
    upkeep = {"required": [key for key in full["properties"]["upkeep"]["required"] if key not in _OF_UPKEEP]}
    needed = [key for key in full["required"] if key not in _OF_A_FILE]
    root["then"] = {"required": needed, "properties": {**full["properties"], "upkeep": upkeep}}
    common = schema.common["definitions"]
    definitions = {key: _node(node, shape_within(schema, node, f"common.{key}"), schema) for key, node in common.items()}
    return {**root, "properties": {**first, **_ORIGIN, **fields}, "definitions": definitions}


def _node(node: Node, shape: Shape, schema: Schema) -> dict[str, Any]:
    made: dict[str, Any] = _local({key: each for key, each in node.items() if key not in ("properties", "items")})
    if "$ref" in node:
        return made
    if "items" in node and shape.item:
        made |= _list(node, shape, shape.item, schema)
    if "properties" in node:
        made["properties"] = {key: _node(each, shape.properties[key], schema) for key, each in node["properties"].items()}
        made["required"] = [key for key in node.get("required", ()) if key not in _unneeded(shape)]
    if shape.is_text and shape.required == {"fi"}:
        limits = {key: value for key, value in node["properties"]["fi"].items() if key in ("minLength", "maxLength")}
        made |= {"type": ["string", "object"], **limits}
    elif shape.is_statement:
        made |= _statement(made, node, shape, schema)
    elif shape.is_part and shape.name:
        own = {key: each for key, each in _ORIGIN.items() if not (key == "from" and shape.has_own_origin)}
        made["properties"] = {**own, **made["properties"]}
    return made


def _local(value: Any) -> Any:
    """The value without the words that only our own tools read; its references lead to the definitions of the same file."""
    if isinstance(value, Mapping):
        return {key: _local_field(key, each) for key, each in value.items() if not key.startswith("x-")}
    return [_local(each) for each in value] if isinstance(value, list) else value


def _local_field(key: str, value: Any) -> Any:
    if key == "$ref":
        return f"#/definitions/{value.rpartition('/')[2]}"
    return [{**each, "body": _snippet(each["body"])} for each in value] if key == "defaultSnippets" else _local(value)


def _snippet(body: Mapping[str, Any]) -> dict[str, Any]:
    """What an editor puts in, in the compact form; only what has a lasting address begins with an id."""
    keeps_id = {"lane", "headings"} & body.keys() or "verify" in body
    made: dict[str, Any] = {}
    for key, value in body.items():
        if key in ("basis", "modality", "source") or (key == "id" and not keeps_id):
            continue
        if key == "text":
            made |= value
        elif key == "headings":
            made[key] = {each["id"]: each["title"] for each in value}
        else:
            made[{"heading": "from", "reported_by": "by"}.get(key, key)] = value
    return made


def _unneeded(shape: Shape) -> frozenset[str]:
    """The fields that the long form needs and authors may leave out."""
    if shape.name == "upkeep":
        return _OF_UPKEEP
    if shape.name == "upkeep.sources":
        return _OF_A_SOURCE
    if not shape.is_statement:
        return frozenset()
    grouped = {usual.GROUPS[shape.name]} if shape.name in usual.GROUPS else set()
    return frozenset({"basis", *shape.absent({}), *grouped, *({"id"} if shape.makes_ids else ()), *({"text"} if shape.is_flat else ())})


def _list(node: Node, shape: Shape, item: Shape, schema: Schema) -> dict[str, Any]:
    items = _node(node["items"], item, schema)
    if shape.name == "upkeep.sources.headings":
        names = {"pattern": schema.resolve(node["items"]["properties"]["id"])["pattern"]}
        return {"items": items, "type": ["array", "object"], "propertyNames": names, "additionalProperties": items["properties"]["title"]}
    if shape.name not in usual.GROUPS:
        return {"items": items}
    groups = {choice: {"type": "array", "items": items} for choice in item.properties[usual.GROUPS[shape.name]].choices}
    return {"items": items, "type": ["array", "object"], "properties": groups, "additionalProperties": False}


def _statement(made: Mapping[str, Any], node: Node, shape: Shape, schema: Schema) -> dict[str, Any]:
    own = made["properties"]
    first = {"id": own["id"]} if "id" in own else {}
    if not shape.is_flat:
        return {"properties": {**own, **_ORIGIN}, **({"type": ["string", "object"]} if shape.short else {})}
    languages = schema.resolve(node["properties"]["text"])["properties"]
    text = {code: {key: languages[code][key] for key in ("title", "type", "minLength", "maxLength")} for code in LANGUAGES}
    is_needed = "text" in shape.required
    return {
        "properties": {**first, **text, **own, **_ORIGIN},
        **({"type": ["string", "object"]} if shape.short else {}),
        **({"anyOf": [{"required": ["fi"]}, {"required": ["text"]}]} if is_needed else {}),
    }
