"""Frozen values as JSON knows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from mallisto.model import Ref, Text
from mallisto.problems import Location

# What a model gathers about itself while it is read is no content.
_GATHERED = frozenset({"edition", "texts", "refs", "fact_ids", "said", "dates"})


def plain(value: Any) -> Any:
    """A frozen value as JSON: names of fields as keys, ids for references, nothing for what is absent."""
    if isinstance(value, Ref):
        return value.to
    if isinstance(value, Enum) or value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return dict(_fields(value))
    raise TypeError(f"{type(value).__name__} has no place in the JSON")


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    kind: Any = type(value)
    for name in _names(kind):
        part = getattr(value, name)
        if part is None or part == () or isinstance(part, Location):
            continue
        inner = plain(part)
        if name == "provenance":
            yield from inner.items()
        elif inner != {}:
            yield name, inner


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of value that say something."""
    return tuple(each.name for each in fields(kind) if kind is Text or each.name not in _GATHERED)
