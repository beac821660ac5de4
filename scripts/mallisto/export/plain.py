"""Frozen values as JSON of the same shape as the files that authors write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from enum import Enum
from typing import Any

from mallisto.model import Area, Model, Ref, Step, Upkeep, Vocabulary
from mallisto.reading.schema import Node, Schema

# Fields that the program calls otherwise than the files do; no name where a field only holds others of the same value together.
_CALLED: Mapping[tuple[type, str], str] = {
    (Model, "adoption"): "",
    (Model, "items"): "checklist",
    (Step, "with"): "taking_part",
    (Upkeep, "translations"): "",
    (Area, "code"): "id",
    (Vocabulary, "wellbeing_services_counties"): "counties",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a schema says of a value: its fields with name, whether they must be there, and shape; of a list, the shape of its items."""

    fields: tuple[tuple[str, bool, Shape], ...]
    items: Shape | None

    @classmethod
    def of(cls, node: Node, schema: Schema) -> Shape:
        """The shape of a node of the schema; of a short and a long form, that of the long one."""
        node = schema.resolve(node)
        branches = (node, *map(schema.resolve, node.get("anyOf", ())))
        items = next((branch["items"] for branch in branches if "items" in branch), None)
        fields = tuple(
            (key, key in branch.get("required", ()), cls.of(inner, schema))
            for branch in branches
            for key, inner in branch.get("properties", {}).items()
        )
        return cls(fields, None if items is None else cls.of(items, schema))

    def only(self, *keys: str) -> Shape:
        """The same with some of the fields alone."""
        return Shape(tuple(each for each in self.fields if each[0] in keys), self.items)


def plain(value: Any, shape: Shape) -> Any:
    """A frozen value as JSON: the fields of its shape, ids for references, nothing for what is absent unless it must be there.

    AttributeError where the schema has a field that the value lacks.
    """
    if isinstance(value, Ref):
        return value.to
    if isinstance(value, tuple):
        return [plain(each, shape.items or _SINGLE) for each in value]
    if is_dataclass(value):
        return dict(_fields(value, shape))
    return value.value if isinstance(value, Enum) else value


def _fields(value: Any, shape: Shape) -> Iterator[tuple[str, Any]]:
    for key, is_required, inner in shape.fields:
        part = _part(value, key)
        if part is None:
            continue
        said = plain(part, inner)
        if is_required or not _is_empty(said):
            yield key, said


def _is_empty(said: Any) -> bool:
    """Whether nothing is said at any depth: of a model without a pathway, neither lanes nor steps."""
    return said == [] or (isinstance(said, dict) and all(map(_is_empty, said.values())))


def _part(value: Any, key: str) -> Any:
    """The field of a value, or of its provenance, whose fields stand beside its own in the files."""
    name = _CALLED.get((type(value), key), key)
    if not name:
        return value
    holder = value if hasattr(value, name) else getattr(value, "provenance", value)
    return getattr(holder, name)


_SINGLE = Shape((), None)
