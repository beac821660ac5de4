"""The model's schema as the compact form sees it: which node is a statement, a text, a part, and what may stand for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mallisto.reading import usual_values as usual
from mallisto.reading.schema import Node, Schema


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A node of the model's schema and what the compact form needs to know of it; `name` is dotted, `item` that of a list's items."""

    name: str
    properties: Mapping[str, Shape]
    required: frozenset[str]
    item: Shape | None
    is_text: bool
    choices: tuple[str, ...]

    @property
    def is_statement(self) -> bool:
        """Whether the node has provenance."""
        return "basis" in self.properties

    @property
    def is_part(self) -> bool:
        """Whether the node is a part of the file, whose origin the statements inside inherit."""
        return "." not in self.name and bool(self.properties) and not self.is_statement and self.name not in ("upkeep", "classification")

    @property
    def is_flat(self) -> bool:
        """Whether the languages of its text may stand directly in it."""
        return self.is_statement and "text" in self.properties and not {"title", "name"} & self.properties.keys()

    @property
    def short(self) -> str:
        """The field that a plain text stands for, if any."""
        return usual.SHORT.get(self.name) or ("text" if self.is_flat and "text" in self.required else "")

    @property
    def has_own_origin(self) -> bool:
        return self.name in usual.OWN_ORIGIN

    @property
    def makes_ids(self) -> bool:
        return self.is_statement and "id" in self.required and self.name not in usual.ADDRESSED

    def absent(self, given: Mapping[str, Any]) -> dict[str, str]:
        """The usual values of fields that are not written."""
        found = {key: usual.ABSENT[f"{self.name}.{key}"] for key in self.properties if f"{self.name}.{key}" in usual.ABSENT}
        if "qualifier" in self.properties and not {"min", "max"} & given.keys():
            found[usual.EXACT[0]] = usual.EXACT[1]
        return {key: value for key, value in found.items() if key not in given}


@cache
def shape_of(schema: Schema) -> Shape:
    """The shape of a whole model."""
    return shape_within(schema, schema.root, "")


def shape_within(schema: Schema, node: Node, name: str) -> Shape:
    """The shape of a node of the schema by its dotted name."""
    node = schema.resolve(node)
    inner = {key: shape_within(schema, each, f"{name}.{key}".lstrip(".")) for key, each in node.get("properties", {}).items()}
    item = shape_within(schema, node["items"], name) if "items" in node else None
    return Shape(name, inner, frozenset(node.get("required", ())), item, bool(node.get("x-localized")), tuple(node.get("enum", ())))
