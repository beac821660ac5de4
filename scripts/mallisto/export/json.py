"""Models as JSON: all data with ids, bases, modalities and sources, straight from the typed values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from mallisto.catalog import Catalog
from mallisto.model import Model, Ref, Text
from mallisto.output import OutputFile
from mallisto.problems import Location
from mallisto.schema import Schemas

VERSION = "api/v1"
LICENCE = "CC BY 4.0"

# What a model gathers about itself while it is read is no content.
_GATHERED = frozenset({"texts", "refs", "facts", "said", "dates"})


def files(catalog: Catalog, schemas: Schemas) -> Iterator[OutputFile]:
    """The list of models, the vocabularies and the schemas."""
    yield _file("models.json", {"licence": LICENCE, "models": [_entry(each) for each in catalog.models]})
    yield _file("vocabulary.json", {"licence": LICENCE, **plain(catalog.vocabulary)})
    for name, schema in schemas.by_name.items():
        yield _file(f"schema/{name}.schema.json", schema.root)


def of_model(model: Model) -> OutputFile:
    """All data of a model."""
    return _file(f"models/{model.id}.json", {"licence": LICENCE, **plain(model)})


def _entry(model: Model) -> dict[str, Any]:
    return {
        "id": model.id,
        "name": plain(model.name),
        "summary": plain(model.summary),
        "kind": model.kind,
        "development": model.status.development,
        "lifecycle": model.status.lifecycle,
        "last_reviewed": model.upkeep.last_reviewed,
        "data": f"models/{model.id}.json",
        "page": f"/mallit/{model.id}/",
    }


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


def _file(path: str, content: Any) -> OutputFile:
    text = json.dumps(content, ensure_ascii=False)  # on one line: indented, it is half as long again and eight times slower to make
    return OutputFile(f"{VERSION}/{path}", (text + "\n").encode())
