"""Which edition of a model somebody has: the day of its last change, and a short hash of all it says."""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from mallisto.model import Model, Ref
from mallisto.problems import Location

# What a model gathers about itself while it is read, and how it is kept, are no facts of it.
_NO_FACTS = frozenset({"texts", "refs", "facts", "said", "dates", "upkeep"})


def version(model: Model) -> str:
    """The edition of a model, such as `2026-11-20-3f2a9c`: another one as soon as a fact of it is another."""
    day = max((model.upkeep.added, *(each.date for each in model.upkeep.changes)))
    return f"{day}-{hashlib.blake2b(repr(_said(model)).encode(), digest_size=3).hexdigest()}"


def _said(value: Any) -> Any:
    """A value without the places it was written at: a line that has moved changes nothing."""
    if isinstance(value, Location):
        return None
    if isinstance(value, Ref):
        return value.to
    if isinstance(value, tuple):
        return [_said(each) for each in value]
    names = _names(type(value))  # type: ignore[arg-type]  # mypy takes no class for hashable
    return [_said(getattr(value, name)) for name in names] if names else value


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.name not in _NO_FACTS) if is_dataclass(kind) else ()
