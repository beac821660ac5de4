"""What VS Code shows while somebody writes a model: hover, completion, snippets and mistakes in Finnish, asked of its language server."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from building import FIVE, ROOT
from language_server import Editor, editing
from mallisto.drafts.fold_file import folded
from mallisto.reading.schema import Schemas

SERVER = ROOT / "tests" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
COMPACT = folded((FIVE / "models" / "tykke.yml").read_bytes(), "tykke.yml", Schemas.load(ROOT / "schemas")["model"])
MODEL = (FIVE / "models" / "tykke.yml").read_text("utf-8").replace("schemas/model.", "schemas/editor/model.", 1)


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    node = shutil.which("node", path=str(ROOT / ".venv" / "bin")) or "node"
    with editing([node, str(SERVER), "--stdio"], ROOT, _sections()) as found:
        yield found


def _sections() -> dict[str, Any]:
    """The settings of the folder as an editor hands them over: one mapping for all that begins with `yaml.`."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    yaml = {"hover": True, "completion": True, "validate": True}
    for name, value in settings.items():
        head, *rest = name.split(".")
        if head == "yaml" and rest != ["schemas"]:
            inner = yaml
            for step in rest[:-1]:
                inner = inner.setdefault(step, {})  # type: ignore[assignment]
            inner[rest[-1]] = value
    return {"yaml": yaml, "[yaml]": settings["[yaml]"]}


def test_our_own_model_has_no_mistakes_for_the_editor(editor: Editor):
    address = editor.opened("models/tykke.yml", MODEL)

    assert editor.problems(address) == []


def test_the_compact_form_has_no_mistakes_either_and_its_fields_are_explained_and_completed(editor: Editor):
    address = editor.opened("models/tiivis.yml", COMPACT)
    line = COMPACT.split("\n").index("      said: experienced") + 1

    assert editor.problems(address) == []
    assert "Mistä tieto on" in _said(editor.at("hover", address, COMPACT.split("\n").index("  from: toteutus") + 1, 4)["contents"])
    begun = editor.opened("models/alku.yml", COMPACT.replace("      said: experienced", "      said: ", 1))
    assert {"planned", "reported"} <= {each["label"] for each in _items(editor.at("completion", begun, line, len("      said: ") + 1))}


def test_hovering_a_field_tells_what_it_asks(editor: Editor):
    address = editor.opened("models/hover.yml", MODEL)
    line = MODEL.split("\n").index("kind: pilot") + 1

    hover = editor.at("hover", address, line, 2)

    assert "Laji" in _said(hover["contents"])
    assert "kokeilu" in _said(editor.at("hover", address, line, 8)["contents"])


def test_completion_offers_fields_values_and_snippets_in_finnish(editor: Editor):
    begun = MODEL.split("\n")[: MODEL.split("\n").index("kind: pilot")]
    address = editor.opened("models/completion.yml", "\n".join([*begun, "kind: ", "gaps:", "  - ", ""]))
    kind = len(begun) + 1

    values = {each["label"]: each for each in _items(editor.at("completion", address, kind, len("kind: ") + 1))}
    items = {each["label"]: each for each in _items(editor.at("completion", address, kind + 2, len("  - ") + 1))}

    assert {"pilot", "service"} <= set(values)
    assert "kokeilu" in _said(values["pilot"].get("documentation", ""))
    snippet = items["puuttuva tieto"]
    assert snippet["insertTextFormat"] == 2
    assert "field:" in snippet.get("insertText", "") + json.dumps(snippet.get("textEdit", {}))


def test_a_mistake_is_told_in_finnish_at_its_line(editor: Editor):
    address = editor.opened("models/mistake.yml", MODEL.replace("kind: pilot", "kind: kokeilu"))

    (problem,) = editor.problems(address)

    assert problem["range"]["start"]["line"] == MODEL.split("\n").index("kind: pilot")
    assert problem["message"].startswith("Valitse jokin näistä: model (toimintamalli)")


def _items(answer: Any) -> list[dict[str, Any]]:
    return answer["items"] if isinstance(answer, dict) else answer


def _said(contents: Any) -> str:
    return contents if isinstance(contents, str) else str(contents["value"])
