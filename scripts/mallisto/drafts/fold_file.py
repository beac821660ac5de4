"""Rewrite a model's file in the compact form, if nothing is lost by it."""

from __future__ import annotations

import re

from mallisto.drafts.fold import fold
from mallisto.drafts.yaml_writer import as_yaml
from mallisto.reading.model_reader import read_model
from mallisto.reading.problems import Severity, UsageError
from mallisto.reading.schema import Schema

# Editors take hover texts, completion and snippets from this; models and drafts lie in folders beside the schemas.
SCHEMA_LINE = "yaml-language-server: $schema=../schemas/editor/model.schema.json"

_HEAD = re.compile(r"(?:#[^\n]*\n|\s*\n)*")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_COMMENT = re.compile(r"(?:^|\s)#")


def folded(content: bytes, name: str, schema: Schema) -> str:
    """Return the file's text in the compact form; comments at its beginning stay.

    UsageError if the file cannot be read, has comments elsewhere, which would be lost, or would say something else afterwards.
    """
    document = _read(content, name, schema)
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    head, body = _parts(text)
    commented = next((number for number, line in enumerate(body.split("\n")) if _COMMENT.search(_QUOTED.sub("", line))), None)
    if commented is not None:
        line = commented + head.count("\n") + 1
        raise UsageError.about(f"{name}:{line}", "kommentti katoaisi", "kommentaren skulle försvinna", "the comment would be lost")
    lines = [line.removeprefix("#").strip() for line in head.splitlines() if line.startswith("#")]
    found = as_yaml(fold(document, schema), [SCHEMA_LINE, *(line for line in lines if not line.startswith("yaml-language-server:"))])
    if _read(found.encode(), name, schema) != document:
        raise UsageError.about(name, "tiedot muuttuisivat", "uppgifterna skulle ändras", "the data would change")
    return found


def _parts(text: str) -> tuple[str, str]:
    """The comments at the beginning of a file, and the rest."""
    match = _HEAD.match(text)
    end = match.end() if match else 0
    return text[:end], text[end:]


def _read(content: bytes, name: str, schema: Schema) -> dict[str, object]:
    reading = read_model(content, name, schema)
    errors = [each for each in reading.problems if each.severity is Severity.ERROR]
    if reading.document is None or errors:
        line = errors[0].where.line if errors else 1
        raise UsageError.about(f"{name}:{line}", "tiedostoa ei voi lukea", "filen kan inte läsas", "the file cannot be read")
    return reading.document.root
