"""Frozen values as JSON knows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from mallisto.model import Ref, Text
from mallisto.problems import Location

# What a model gathers about itself while it is read is no content.
_GATHERED = frozenset({"edition", "texts", "refs", "facts", "said", "dates"})


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
    for field in fields(value):
        part = getattr(value, field.name)
        if isinstance(part, Location) or part is None or part == () or (field.name in _GATHERED and not isinstance(value, Text)):
            continue
        inner = plain(part)
        if field.name == "provenance":
            yield from inner.items()
        elif inner != {}:
            yield field.name, inner
