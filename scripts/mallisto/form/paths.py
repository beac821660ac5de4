"""Schema paths that the form's YAML writer treats specially: dotted, with `*` for every item of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mallisto.reading.schema import Node, Schema, title

# The lists of a model that its own fields refer to, by the kind of reference; figures and facts are found everywhere.
_LISTS = {
    "lane": "pathway.lanes.*",
    "source": "upkeep.sources.*",
    "step": "pathway.steps.*",
    "heading": "upkeep.sources.*.headings.*",
    "item": "adoption.items.*",
}
_UPKEEP, _SOURCES, _FIRST_FACT = "upkeep", "sources", "status"
_STANDING_ALL_OVER = ("figure", "fact")
OWN = frozenset({*_LISTS, *_STANDING_ALL_OVER})


def short_items(schema: Schema) -> Iterator[tuple[str, str]]:
    """Yield the items that may be written as a single one of their fields, with that field."""
    for path, trail in _inside(schema, schema.root):
        for shape in map(schema.resolve, trail[-1].get("anyOf", ())):
            if "properties" in shape:
                (field,) = shape["required"]
                yield path, field


def years(schema: Schema) -> list[str]:
    """Return the texts that a file may hold as a number: dates of which only the year is known, and figures."""
    return [path for path, trail in _inside(schema, schema.root) if isinstance(trail[-1].get("type"), list)]


def names(schema: Schema) -> list[str]:
    """Return the references that may be the plain name of what a list lacks, as a mapping with `name` alone."""
    return [path for path, trail in _inside(schema, schema.root) if "x-ref" in trail[-1] and "object" in trail[-1].get("type", ())]


def own_lists(schema: Schema) -> dict[str, list[str]]:
    """Return where a model lists what its own fields refer to, by kind of reference."""
    nodes = [(path, trail[-1].get("properties", {})) for path, trail in _inside(schema, schema.root)]
    return {
        **{kind: [path] for kind, path in _LISTS.items()},
        "figure": [path for path, fields in nodes if "group" in fields],
        "fact": [path for path, fields in nodes if {"id", "basis"} <= set(fields)],
    }


def in_form(path: str) -> str:
    """Return the path at which the form has a value: the sources of a model stand on their own in it, before all that refers to them."""
    return path.removeprefix(f"{_UPKEEP}.") if path.startswith(f"{_UPKEEP}.{_SOURCES}.") else path


def sources_first(fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The fields of a model in the order of the form: its sources before the first fact."""
    *others, upkeep = fields
    (sources,) = (each for each in upkeep["fields"] if each["name"] == _SOURCES)
    rest = upkeep | {"fields": [each for each in upkeep["fields"] if each is not sources]}
    first = next(place for place, each in enumerate(others) if each["name"] == _FIRST_FACT)
    return [*others[:first], sources, *others[first:], rest]


def own_mentions(schema: Schema, language: str) -> list[dict[str, Any]]:
    """Return where a model refers to something of its own, and the names of these fields."""
    listed = own_lists(schema)
    return [
        {"named": path, "listed": listed[trail[-1]["x-ref"]], "title": " › ".join(dict.fromkeys(title(each, language) for each in trail))}
        for path, trail in _inside(schema, schema.root)
        if trail[-1].get("x-ref") in OWN
    ]


def _inside(schema: Schema, node: Node, path: tuple[str, ...] = (), trail: tuple[Node, ...] = ()) -> Iterator[tuple[str, tuple[Node, ...]]]:
    """Yield every path in a schema with the nodes along it, its own last; of alternative shapes the one with fields is entered."""
    inner = [(name, each) for name, each in node.get("properties", {}).items()]
    inner += [("*", node["items"])] if "items" in node else []
    for step, inner_node in inner:
        child = schema.resolve(inner_node)
        way = (*trail, child)
        yield ".".join((*path, step)), way
        for shape in (child, *map(schema.resolve, child.get("anyOf", ()))):
            yield from _inside(schema, shape, (*path, step), way)
