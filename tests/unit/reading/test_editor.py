"""What an editor offers to those who write models: snippets that are right as soon as they are filled in, and schemas for every file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from building import FIVE, ROOT
from mallisto.reading.schema import Schema, Schemas

SCHEMAS = Schemas.load(ROOT / "schemas")


def _snippets(value: Any) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Every snippet of a schema with the node it belongs to."""
    if isinstance(value, dict):
        yield from ((value, each) for each in value.get("defaultSnippets", ()))
        for inner in value.values():
            yield from _snippets(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _snippets(inner)


ALL = [each for name in ("model", "common") for each in _snippets(json.loads((ROOT / f"schemas/{name}.schema.json").read_text("utf-8")))]


@pytest.mark.parametrize(("node", "snippet"), ALL, ids=lambda each: each.get("label", "") if isinstance(each, dict) else "")
def test_a_snippet_has_the_fields_its_place_needs_and_no_others(node: Mapping[str, Any], snippet: Mapping[str, Any]):
    body, properties = snippet["body"], node["properties"]

    assert set(body) <= set(properties)
    assert set(node.get("required", ())) <= set(body) or "fi" in body
    if body.get("basis") == "source":
        assert {"modality", "source", "heading"} <= set(body)
    for key, value in body.items():
        _offers_only_known_values(SCHEMAS["model"], SCHEMAS["model"].resolve(properties[key]), value)


def _offers_only_known_values(schema: Schema, node: Mapping[str, Any], value: Any) -> None:
    if "enum" in node:
        offered = re.fullmatch(r"\$\{\d+\|(.*)\|\}", value)
        assert set(offered[1].split(",") if offered else [value]) <= set(node["enum"])
    if isinstance(value, dict):
        for key, inner in value.items():
            _offers_only_known_values(schema, schema.child(node, key), inner)


def test_every_kind_of_item_that_the_guide_shows_has_a_snippet():
    labels = {snippet.get("label") for _, snippet in ALL}

    assert {"tieto lähteestä", "luku lähteestä", "rooli", "vaihe", "tarkistuslistan kohta", "puuttuva tieto", "lähde"} <= labels


def test_the_editor_knows_a_schema_for_every_file_and_every_schema_exists():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    patterns = {name: [each] if isinstance(each, str) else each for name, each in settings["yaml.schemas"].items()}

    files = [path.relative_to(FIVE) for path in (FIVE / "models").rglob("*.yml")]
    assert [path for path in files if not any(path.match(each) for names in patterns.values() for each in names)] == []
    assert [name for name in patterns if not (ROOT / name).is_file()] == []


def test_the_hook_runs_a_command_that_exists():
    hooks = [*yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    hooks += yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]

    assert {each["entry"].removeprefix(".venv/bin/") for each in hooks} == {"mallisto check"}
