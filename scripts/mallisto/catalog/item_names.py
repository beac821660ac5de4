"""By which text a reader knows an item of a document, as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mallisto.model import NAMING_FIELDS, Text
from mallisto.reading.languages import LANGUAGES


def name_of(item: Any) -> Text | None:
    """Return the text that names an item to readers."""
    if not isinstance(item, dict):
        return None
    for key in NAMING_FIELDS:
        value = item.get(key)
        if isinstance(value, str):
            return Text(value)
        if text := text_of(value):
            return text
    return None


def text_of(value: Any) -> Text | None:
    """The text a mapping of languages is; None of anything else."""
    if not isinstance(value, dict) or not value or not set(value) <= set(LANGUAGES):
        return None
    said = {code: str(each) for code, each in value.items() if each is not None}
    return Text(said.get("fi", next(iter(said.values()), "")), said.get("sv"), said.get("en"))


def names_in(value: Any) -> Iterator[tuple[str, Text]]:
    """Yield every id in a document with its name."""
    if isinstance(value, list):
        for item in value:
            yield from names_in(item)
    elif isinstance(value, dict):
        name = name_of(value)
        if name and isinstance(value.get("id"), str):
            yield value["id"], name
        for item in value.values():
            yield from names_in(item)
