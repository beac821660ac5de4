"""An empty model with questions: every field of the schema with a comment, required fields left empty for the checker to report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mallisto.drafts.yaml_writer import CommentedValue, Tree
from mallisto.reading.schema import Node, Schema, enum_choices, question, title

# Provenance fields are explained once in the guide; they are the same everywhere.
_PROVENANCE = frozenset({"modality", "source", "heading", "reported_by", "derived_from", "reference"})


def skeleton(schema: Schema, model_id: str, answers: Mapping[str, Tree], language: str) -> Mapping[str, Tree]:
    """Return an empty model with its id and the given answers, which are keyed by dotted field names."""
    tree = _fields(schema, schema.resolve(schema.root), {"id": model_id, **answers}, language, "")
    return tree if isinstance(tree, Mapping) else {}


def _fields(schema: Schema, node: Node, answers: Mapping[str, Tree], language: str, before: str) -> Tree:
    required = set(node.get("required", ()))
    fields: dict[str, Tree] = {}
    for key in node.get("properties", {}):
        child, name = schema.child(node, key), f"{before}{key}"
        if name in answers:
            fields[key] = answers[name]
        elif key not in _PROVENANCE:
            is_needed = key in required or (_holds_fields(child) and not child.get("required"))
            value = _empty(schema, child, answers, language, f"{name}.") if is_needed else None
            fields[key] = CommentedValue(value, tuple(_question(child, key in required, language)), is_needed)
    return fields


def _holds_fields(node: Node) -> bool:
    """Return whether a field is a list, or a mapping that is a part of the model rather than one fact.

    A part that has required fields of its own, the pathway, is only asked about: a light description has none.
    """
    return node.get("type") == "array" or ("properties" in node and "basis" not in node["properties"] and not node.get("x-localized"))


def _empty(schema: Schema, node: Node, answers: Mapping[str, Tree], language: str, before: str) -> Tree:
    if node.get("x-localized"):
        return dict.fromkeys(node["required"])
    if "properties" in node:
        return _fields(schema, node, answers, language, before)
    if node.get("type") == "array":
        item = schema.child(node, 0)
        return [_empty(schema, item, answers, language, before)] if node.get("minItems") and "properties" in item else []
    return None


def _question(node: Node, is_required: bool, language: str) -> Iterator[str]:
    asked = question(node, language)
    yield f"{title(node, language)}{' *' if is_required else ''}{f': {asked}' if asked else ''}".strip()
    choices = enum_choices(node)
    if choices:
        yield "  " + ", ".join(f"{each.value} = {each.names.get(language, each.value)}" for each in choices)
