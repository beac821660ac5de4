"""The schema that editors use is the one made from the model's own, and knows both forms of a file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from building import FIVE, ROOT
from mallisto.drafts.fold import fold
from mallisto.drafts.yaml_writer import as_yaml
from mallisto.reading.editor_schema import editor_schema
from mallisto.reading.schema import Schemas
from mallisto.reading.yaml_reader import read, read_file

SCHEMA = Schemas.load(ROOT / "schemas")["model"]
MADE = editor_schema(SCHEMA)
EDITOR = jsonschema.Draft7Validator(MADE)
COMPACT = ROOT / "schemas" / "editor" / "model.schema.json"


def mistakes(text: str) -> list[str]:
    document = read(text.encode(), "malli.yml").document
    assert document is not None
    return [".".join(map(str, each.absolute_path)) for each in EDITOR.iter_errors(document.root)]


def test_the_published_file_is_the_one_made_from_the_models_schema():
    assert json.loads(COMPACT.read_text("utf-8")) == MADE, "mallisto schema --editor > schemas/editor/model.schema.json"


@pytest.mark.parametrize("path", sorted((FIVE / "models").glob("*.yml")), ids=lambda path: path.stem)
def test_both_forms_of_a_model_are_right(path: Path):
    document = read_file(path, path.name).document
    assert document is not None

    assert mistakes(path.read_text("utf-8")) == []
    assert mistakes(as_yaml(fold(document.root, SCHEMA))) == []


def test_a_mistake_in_the_compact_form_is_found():
    long = read_file(FIVE / "models" / "tykke.yml", "tykke.yml").document
    assert long is not None
    text = as_yaml(fold(long.root, SCHEMA))

    for before, after, place in (
        ("kind: pilot", "kind: kokeilu", "kind"),
        ("from: toteutus", "from: Toteutus aikana", "basics.from"),
        ("said: reported", "said: raportoitu", "said"),
        ("by: huoltoliitto", "by: [huoltoliitto]", "by"),
    ):
        assert before in text
        assert any(each.endswith(place) for each in mistakes(text.replace(before, after, 1))), place
