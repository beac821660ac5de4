"""The shape of a model as `form/compact.js` reads it, so that the form can unfold and fold files as the reader does."""

from __future__ import annotations

from typing import Any

from mallisto.reading import usual_values as usual
from mallisto.reading.compact_shape import Shape, shape_of
from mallisto.reading.schema import Schema


def form_shape(schema: Schema) -> dict[str, Any]:
    """Return what the compact form needs to know of every node; of a value that it never touches there is nothing."""
    return _form_shape(shape_of(schema))


def _form_shape(shape: Shape) -> dict[str, Any]:
    if shape.is_text:
        return {"text": True}
    fields = {key: made for key, each in shape.properties.items() if (made := _form_shape(each))}
    item = _form_shape(shape.item) if shape.item else {}
    is_source = shape.name == "upkeep.sources" and bool(fields)
    known = {
        "statement": shape.is_statement,
        "part": shape.is_part,
        "flat": shape.is_flat,
        "short": shape.short if fields or shape.is_statement else "",
        "ownOrigin": shape.is_part and shape.has_own_origin,
        "editorial": shape.is_statement and shape.name in usual.EDITORIAL_PLACES,
        "said": usual.SAID.get(shape.name, "") if shape.is_statement else "",
        "headings": shape.name == "upkeep.sources.headings" and shape.item is not None,
        "group": usual.GROUPS.get(shape.name, "") if shape.item else "",
        "isSource": is_source,
    }
    made = {key: value for key, value in known.items() if value}
    if shape.is_statement or is_source:
        made["absent"] = shape.absent({})
    if fields or (shape.properties and (made or not shape.name)):
        made["fields"] = fields
    return made | ({"item": item} if item else {})
