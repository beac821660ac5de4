"""Models as JSON: all data with ids, bases, modalities and sources, straight from the typed values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mallisto.catalog import Catalog
from mallisto.model import Model
from mallisto.output import OutputFile
from mallisto.plain import plain
from mallisto.schema import Schemas

VERSION = "api/v1"
LICENCE = "CC BY 4.0"


def files(catalog: Catalog, schemas: Schemas) -> Iterator[OutputFile]:
    """The list of models, the vocabularies and the schemas; and what is read at the old addresses of renamed models."""
    yield _file("models.json", {"licence": LICENCE, "models": [_entry(each) for each in catalog.models]})
    yield _file("vocabulary.json", {"licence": LICENCE, **plain(catalog.vocabulary)})
    for name, schema in schemas.by_name.items():
        yield _file(f"schema/{name}.schema.json", schema.root)
    for old, model in catalog.model_by_old_id.items():
        yield replace(of_model(model), path=_path(f"models/{old}.json"))


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


def _file(path: str, content: Any) -> OutputFile:
    text = json.dumps(content, ensure_ascii=False)  # on one line: indented, it is half as long again and eight times slower to make
    return OutputFile(_path(path), (text + "\n").encode())


def _path(name: str) -> str:
    return f"{VERSION}/{name}"
