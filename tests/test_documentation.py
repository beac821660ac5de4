"""The documents name everything there is, their examples are valid, and their links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from building import ROOT
from documents import fields_of
from mallisto import cli
from mallisto.reading import messages
from mallisto.reading.editor_schema import editor_schema
from mallisto.reading.schema import Schemas
from mallisto.reading.yaml_reader import read

GUIDES = ROOT / "docs" / "contributing"
README, CONTRIBUTING = ROOT / "README.md", ROOT / "CONTRIBUTING.md"
DOCUMENTS = (README, CONTRIBUTING, *sorted(GUIDES.glob("*.md")))

# The words of the report itself are no problem's.
CODES = {code for code in messages.codes("fi") if "." in code}

# What each kind of annotated example is an example of.
EXAMPLES = {
    "statement": "definitions/statement",
    "figure": "properties/cost/properties/figures/items",
    "role": "properties/people/properties/roles/items",
    "step": "properties/pathway/properties/steps/items",
    "checklist-item": "properties/adoption/properties/items/items",
    "gap": "properties/gaps/items",
    "source": "properties/sources/items",
}


def test_every_problem_code_stands_in_the_list_of_problems():
    listed = set(re.findall(r"`([a-z_.-]+)`", (GUIDES / "problems.md").read_text("utf-8")))

    assert CODES - listed == set()


def test_the_list_of_problems_names_no_code_that_is_gone():
    listed = re.findall(r"^\| `([a-z_.-]+)` \|", (GUIDES / "problems.md").read_text("utf-8"), re.MULTILINE)

    assert set(listed) - CODES == set()
    assert len(listed) == len(set(listed))


def test_every_command_and_option_stands_in_the_documents(capsys: pytest.CaptureFixture[str]):
    said = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    commands = re.findall(r"^    ([a-z-]+) ", _help(capsys), re.MULTILINE)

    options = {
        option for command in ((), *((each,) for each in commands)) for option in re.findall(r"(--[a-z-]+)", _help(capsys, *command))
    }

    assert {"check", "lock", "schema"} <= set(commands)
    assert [command for command in commands if f"mallisto {command}" not in said] == []
    assert [option for option in sorted(options - {"--help"}) if option not in said] == []


def _help(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit):
        cli.main([*command, "--help"])
    return capsys.readouterr().out


def test_every_field_of_a_model_stands_in_the_list_of_fields():
    named = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", (GUIDES / "fields.md").read_text("utf-8")))))

    assert {field.split(".")[-1] for field in fields_of(Schemas.load(ROOT / "schemas")["model"])} - named == set()


def test_the_list_of_fields_is_what_the_schemas_say_now(capsys: pytest.CaptureFixture[str]):
    assert cli.main(["--root", str(ROOT), "schema", "--docs"]) == 0

    assert (GUIDES / "fields.md").read_text("utf-8").rstrip() == capsys.readouterr().out.rstrip()


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_annotated_example_is_valid(kind: str):
    schema = editor_schema(Schemas.load(ROOT / "schemas")["model"])
    validator = jsonschema.Draft7Validator({"definitions": {}, **schema, **_part(schema, EXAMPLES[kind])})

    reading = read(_examples()[kind].encode(), kind)

    assert reading.problems == ()
    assert reading.document is not None
    assert [error.message for error in validator.iter_errors(reading.document.root)] == []


def _part(schema: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """A part of a schema, with the reference it may consist of followed; what the whole demands besides is undone."""
    part: Any = schema
    for step in path.split("/"):
        part = part[step]
    found = schema["definitions"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    return {"required": [], **found}


def test_every_kind_of_example_is_known():
    assert set(_examples()) == set(EXAMPLES)


def _examples() -> dict[str, str]:
    """The fenced examples of the guide for authors, by their kind."""
    return dict(
        _kind_and_text(fenced) for fenced in re.findall(r"^```yaml\n(# esimerkki: .*?)^```", CONTRIBUTING.read_text("utf-8"), re.M | re.S)
    )


def _kind_and_text(fenced: str) -> tuple[str, str]:
    return fenced.split("\n", 1)[0].removeprefix("# esimerkki:").strip(), fenced


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_document_leads_to_a_file_and_a_heading(document: Path):
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", _prose(document)) if not re.match(r"[a-z]+:", link)]

    broken = [link for link in links if not _leads_somewhere(link, document)]

    assert broken == []


def _leads_somewhere(link: str, document: Path) -> bool:
    path, _, anchor = unquote(link).partition("#")
    target = (document.parent / path).resolve() if path else document
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or target.suffix != ".md" or anchor in _anchors(target)


def _anchors(document: Path) -> set[str]:
    """The anchors GitHub gives to headings: small letters, without punctuation, hyphens for spaces."""
    headings = re.findall(r"^#+ (.+)$", _prose(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.replace("`", "").strip().lower()).replace(" ", "-") for heading in headings}


def _prose(document: Path) -> str:
    """A document without its fenced examples."""
    return re.sub(r"^```.*?^```", "", document.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
