"""Where in a file the form's writer finds what it treats in its own way: paths with dots, `*` for every item of a list."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.schema import Node, Schema, title

# What a model lists for itself, by what others of its fields call it.
_OWN = {"lane": "pathway.lanes.*.id", "source": "upkeep.sources.*.id", "step": "pathway.steps.*.id"}


def short_items(schema: Schema) -> Iterator[tuple[str, str]]:
    """The items that may be written as a single field of theirs, with that field."""
    for path, trail in _inside(schema, schema.root):
        for each in map(schema.resolve, trail[-1].get("anyOf", ())):
            if "properties" in each:
                (field,) = each["required"]
                yield path, field


def years(schema: Schema) -> list[str]:
    """The texts that a file may hold as a number: dates of which only the year is known."""
    return [path for path, trail in _inside(schema, schema.root) if trail[-1].get("type") == ["string", "integer"]]


def own_mentions(schema: Schema, language: str) -> list[dict[str, str]]:
    """Where a model names what it must list itself, and what the field is called."""
    return [
        {"named": path, "listed": _OWN[trail[-1]["x-ref"]], "title": " › ".join(dict.fromkeys(title(each, language) for each in trail))}
        for path, trail in _inside(schema, schema.root)
        if trail[-1].get("x-ref") in _OWN
    ]


def _inside(schema: Schema, node: Node, path: tuple[str, ...] = (), trail: tuple[Node, ...] = ()) -> Iterator[tuple[str, tuple[Node, ...]]]:
    """Every path into a schema with the nodes on the way, the path's own last; of several shapes the one with fields goes on."""
    inner = [(name, each) for name, each in node.get("properties", {}).items()]
    inner += [("*", node["items"])] if "items" in node else []
    for step, each in inner:
        child = schema.resolve(each)
        way = (*trail, child)
        yield ".".join((*path, step)), way
        for shape in (child, *map(schema.resolve, child.get("anyOf", ()))):
            yield from _inside(schema, shape, (*path, step), way)
