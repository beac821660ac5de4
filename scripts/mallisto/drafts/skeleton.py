"""An empty model in the compact form, with questions: required fields are left empty for the checker to report, others are comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mallisto.drafts.yaml_writer import CommentedValue, Tree
from mallisto.reading import usual_values as usual
from mallisto.reading.schema import Node, Schema, enum_choices, question, title

# The origin of statements is explained once in the guide; it is the same everywhere.
_UNASKED = frozenset({*usual.LONG, "derived_from", "reference"})

# What the reader derives where it is not written, and what only a full description has: offered, not asked for.
_OFFERED = frozenset({"pathway", "adoption", "gaps", "upkeep.last_reviewed", "upkeep.review_by", "upkeep.translations", *usual.ABSENT})

_FIRST = ("id", "name", "short_name", "other_names", "summary", "kind", "level", "sources", "from")


def skeleton(schema: Schema, model_id: str, answers: Mapping[str, Tree], language: str) -> Mapping[str, Tree]:
    """Return an empty model with its id and the given answers, which are keyed by dotted field names."""
    fields = _fields(schema, schema.resolve(schema.root), {"id": model_id, **answers}, language, "")
    upkeep = fields["upkeep"]
    fields["sources"] = upkeep.value.pop("sources")
    origin = schema.resolve({"$ref": "#/definitions/from"})
    fields["from"] = CommentedValue(None, tuple(_question(origin, False, language)))
    return {key: fields[key] for key in dict.fromkeys([*_FIRST, *fields])}


def _fields(schema: Schema, node: Node, answers: Mapping[str, Tree], language: str, before: str) -> dict[str, Any]:
    required = set(node.get("required", ()))
    fields: dict[str, Any] = {}
    for key in node.get("properties", {}):
        child, name = schema.child(node, key), f"{before}{key}"
        if name in answers:
            fields[key] = answers[name]
        elif key not in _UNASKED:
            is_needed = name not in _OFFERED and (key in required or _holds_fields(child))
            value = _empty(schema, child, answers, language, f"{name}.") if is_needed else None
            lines = (*_question(child, is_needed and key in required, language), *(_block(schema, child) if not value else ()))
            fields[key] = CommentedValue(value, lines, is_needed)
    return fields


def _block(schema: Schema, node: Node) -> Iterator[str]:
    """The lines of one item of a list of facts in the compact form, to be copied; nothing for other fields."""
    properties = schema.child(node, 0).get("properties", {}) if node.get("type") == "array" else {}
    if "basis" not in properties:
        return
    wanted = [key for key in schema.child(node, 0).get("required", ()) if key not in (*usual.LONG, "id", usual.EXACT[0])]
    keys = [*(_COMPACT.get(key, key) for key in wanted), *(["value"] if usual.EXACT[0] in properties else []), "from"]
    for number, key in enumerate(dict.fromkeys(keys)):
        yield f"  {'  ' if number else '- '}{key}: …"


# A statement's text is written by its language.
_COMPACT = {"text": "fi"}


def _holds_fields(node: Node) -> bool:
    """Return whether a field is a list, or a mapping that is a part of the model rather than one fact."""
    is_part = "properties" in node and "basis" not in node["properties"] and not node.get("x-localized") and "x-ref" not in node
    return is_part or node.get("type") == "array"


def _empty(schema: Schema, node: Node, answers: Mapping[str, Tree], language: str, before: str) -> Any:
    if node.get("x-localized"):
        return dict.fromkeys(node["required"])
    if "properties" in node and "x-ref" not in node:
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
