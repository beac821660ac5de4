"""Mistakes in the origin of a statement, told in the words of the form it is written in: `from`, `said`, `by` or the long form's five."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mallisto.reading.document import Document
from mallisto.reading.problems import Path, Problem
from mallisto.reading.usual_values import LONG, ORIGIN, OWN_ORIGIN

# The compact form's names of what the long form calls otherwise.
COMPACT_NAMES: Mapping[str, str] = {"basis": "from", "heading": "from", "source": "from", "modality": "said", "reported_by": "by"}


def is_compact(document: Document, path: Path) -> bool:
    """Whether a statement is written without `basis`; in an expanded document it has one that has no name in the file."""
    try:
        given = document[path]
    except (KeyError, IndexError):
        return False
    if not isinstance(given, dict) or not LONG & given.keys():
        return True
    return "basis" in given and document.where_key((*path, "basis")) == document.where((*path, "basis"))


def missing(document: Document, path: Path, key: str) -> tuple[str, str]:
    """The code of a missing field's problem and the name that its author would write."""
    if key == "basis" and not LONG & document[path].keys():
        return "from.missing", "from"
    return "field.required", COMPACT_NAMES.get(key, key) if is_compact(document, path) else key


def long_names(document: Document, path: Path, missing: str) -> list[Problem]:
    """The long form's names in a statement that is otherwise compact, which is why it lacks `basis`."""
    given: Mapping[str, Any] = document[path]
    if missing != "basis" or {"source", "heading"} <= given.keys():
        return []
    names = [key for key in given if key in LONG]
    return [Problem(document.where_key((*path, key)), "from.long_name", found=key, mend=f"{COMPACT_NAMES[key]}: …") for key in names]


def unknown(document: Document, path: Path, key: str) -> Problem | None:
    """The problem of an origin where none belongs; nothing where a field is simply unknown."""
    if key not in ORIGIN:
        return None
    given: Mapping[str, Any] = document[path]
    here = (*path, key)
    if given[key] is None:
        return Problem(document.where_key(here), "field.empty", found=key)
    if not isinstance(given[key], str):
        return Problem(document.where(here), "value.single" if isinstance(given[key], dict | list) else "value.text", found=str(given[key]))
    if key == "from" and len(path) == 1 and path[0] in OWN_ORIGIN:
        return Problem(document.where_key(here), "from.not_here", found=key)
    if "basis" in given:
        return Problem(document.where_key(here), "from.needless" if is_compact(document, path) else "from.with_basis", found=key)
    return None
