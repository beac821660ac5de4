"""The one reader of models: whichever form a file has, its document is in the long one."""

from __future__ import annotations

from pathlib import Path

from mallisto.reading.compact import expand
from mallisto.reading.problems import Problem
from mallisto.reading.schema import MODEL, Schema, Schemas
from mallisto.reading.yaml_reader import Reading, content_of, read


def read_model(content: bytes, name: str, schema: Schema) -> Reading:
    """Read a model's file; the document is in the long form, whichever form the file has."""
    reading = read(content, name)
    if reading.document is None:
        return reading
    document, problems = expand(reading.document, schema)
    return Reading(document, (*reading.problems, *problems))


def read_model_file(path: Path, name: str, schema: Schema) -> Reading:
    """Read a model's file from disk; `name` is its name in problems."""
    content = content_of(path, name)
    return Reading(None, (content,)) if isinstance(content, Problem) else read_model(content, name, schema)


def read_as(content: bytes, name: str, schemas: Schemas, kind: str) -> Reading:
    """Read a file of a kind (the name of its schema); only models have a compact form."""
    return read_model(content, name, schemas[MODEL]) if kind == MODEL else read(content, name)
