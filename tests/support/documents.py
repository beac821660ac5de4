"""Documents made from a schema: every field it has, and documents that together use all of them."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

import jsonschema

from mallisto.reading.document import Document
from mallisto.reading.schema import Node, Schema
from mallisto.reading.yaml_reader import read

# A field's name with dots; the items of a list bear the list's name.
Field = str

# Something of every shape that a pattern allows, by the schema's own name for the shape.
_SHAPED = {
    "date": "2020-01-01",
    "url": "https://esimerkki.fi/sivu",
    "uri": "http://www.yso.fi/onto/yso/p1",
    "code": "001",
    "address": "mallit/vanha/",
    "number": "8.9",
}


def fields_of(schema: Schema) -> dict[Field, Node]:
    """Every field of a schema with what the schema says of it."""
    return dict(_fields(schema, schema.resolve(schema.root), ""))


def _fields(schema: Schema, node: Node, name: Field) -> Iterator[tuple[Field, Node]]:
    for branch in (node, *map(schema.resolve, node.get("anyOf", ()))):
        if "items" in branch:
            yield from _fields(schema, schema.resolve(branch["items"]), name)
        # The name of what a list lacks stands in the place of an id and is no field of its own.
        for key, inner in branch.get("properties", {}).items() if "x-ref" not in branch else ():
            field = f"{name}.{key}" if name else key
            yield field, schema.resolve(inner)
            yield from _fields(schema, schema.resolve(inner), field)


def is_free_text(node: Node) -> bool:
    """Whether an author may write here what he wants."""
    if "items" in node:
        return is_free_text(node["items"])
    return node.get("type") == "string" and not {"enum", "pattern", "x-ref", "x-shape"} & set(node)


def fields_in(value: Any, name: Field = "") -> Iterator[tuple[Field, Any]]:
    """Every field of a document with its value; the items of a list bear the list's name."""
    if isinstance(value, dict):
        for key, inner in value.items():
            field = f"{name}.{key}" if name else key
            yield field, inner
            yield from fields_in(inner, field)
    if isinstance(value, list):
        for inner in value:
            yield from fields_in(inner, name)


def full_documents(schema: Schema) -> list[Document]:
    """Valid documents that together use every field; each takes another word of every enum and another branch of every choice."""
    return [_document(schema, variant) for variant in range(3)]


def _document(schema: Schema, variant: int) -> Document:
    value = _value(schema, schema.resolve(schema.root), variant, itertools.count(1))
    reading = read(json.dumps(value, ensure_ascii=False).encode(), "full.yml")
    assert reading.document, reading.problems
    return reading.document


def _value(schema: Schema, node: Node, variant: int, numbers: Iterator[int]) -> Any:
    if "anyOf" in node and "properties" not in node:
        return _value(schema, schema.resolve(_one_of(node["anyOf"], variant)), variant, numbers)
    match node.get("type"):
        case "object":
            return _object(schema, node, variant, numbers)
        case "array":
            item = schema.resolve(node["items"])
            return [_value(schema, item, variant, numbers) for _ in range(node.get("minItems", 1))]
        case "integer":
            return node.get("minimum", 1)
        case _:
            return _string(node, variant, numbers)


def _object(schema: Schema, node: Node, variant: int, numbers: Iterator[int]) -> dict[str, Any]:
    value = {key: _value(schema, schema.resolve(inner), variant, numbers) for key, inner in node.get("properties", {}).items()}
    for rule in _rules(schema, node):
        if "if" in rule and jsonschema.Draft7Validator(rule["if"]).is_valid(value):
            for key, inner in rule["then"].get("properties", {}).items():
                if key in value and not jsonschema.Draft7Validator(inner).is_valid(value[key]):
                    del value[key]
    return value


def _rules(schema: Schema, node: Node) -> Iterator[Node]:
    for each in node.get("allOf", ()):
        rule = schema.resolve(each)
        yield rule
        yield from _rules(schema, rule)


def _string(node: Node, variant: int, numbers: Iterator[int]) -> str:
    if "enum" in node:
        return str(_one_of(node["enum"], variant))
    if node.get("x-ref") == "field":
        return "cost.figures"
    if node.get("x-shape") == "id" or "x-ref" in node:
        return f"id-{next(numbers)}"
    if "pattern" in node:
        return _SHAPED[node["x-shape"]]
    return "teksti".ljust(node.get("minLength", 0), "i")


def _one_of(values: Any, variant: int) -> Any:
    return values[variant % len(values)]
