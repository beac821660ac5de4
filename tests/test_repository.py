"""The repository keeps its own rules: models pass, schemas and code agree, strings are whole, git holds what it should."""

from __future__ import annotations

import ast
import functools
import json
import re
import string
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jinja2
import jsonschema
import pytest
import yaml
from jinja2 import nodes

import mallisto.model
from building import FIVE, ROOT
from documents import fields_in, fields_of, full_documents
from mallisto.build import checking
from mallisto.model import (
    AdoptionState,
    Basis,
    CaseMoment,
    Certainty,
    Compared,
    Direction,
    Evaluator,
    Evidence,
    HandOver,
    Level,
    Modality,
    Phase,
    ResultKind,
    StepType,
)
from mallisto.parse import parse_model
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Severity
from mallisto.reading.schema import Schemas
from mallisto.reading.shape_problems import shape_problems

PACKAGE = ROOT / "scripts" / "mallisto"
SCHEMAS = sorted((ROOT / "schemas").glob("*.schema.json"))
STRINGS = {code: yaml.safe_load((PACKAGE / "strings" / f"{code}.yml").read_text("utf-8")) for code in LANGUAGES}
PHRASES = {code: yaml.safe_load((PACKAGE / "strings" / f"problems.{code}.yml").read_text("utf-8")) for code in LANGUAGES}

# Where the schema lists the words of each enum of the code.
ENUMS = {
    Basis: ("common", "statement.basis"),
    Modality: ("common", "statement.modality"),
    Certainty: ("common", "figure.group_certainty"),
    Level: ("model", "level"),
    Phase: ("model", "adoption.items.phase"),
    StepType: ("model", "pathway.steps.type"),
    Direction: ("model", "pathway.steps.next.kind"),
    HandOver: ("model", "pathway.steps.next.hands_over"),
    ResultKind: ("common", "result_statement.result"),
    Evaluator: ("model", "results.evaluation.evaluator"),
    Compared: ("model", "results.evaluation.comparison"),
    CaseMoment: ("training", "sections.cases.moment"),
    AdoptionState: ("adoption", "state"),
}
# What the code concludes; no author writes it.
CONCLUDED = {Evidence}

# The keywords of draft 7, and what the YAML extension of VS Code adds to them; our own keywords begin with `x-`.
DRAFT_7 = set(jsonschema.Draft7Validator.META_SCHEMA["properties"])
EDITOR = {"errorMessage", "patternErrorMessage", "markdownDescription", "markdownEnumDescriptions", "enumDescriptions", "defaultSnippets"}
FORMATS = {"date", "time", "date-time", "uri", "uri-reference", "email", "hostname", "regex"}

# They go on while other programs run; `time.process_time` does not.
WALL_CLOCKS = {"time.time", "time.monotonic", "time.perf_counter"}

# Keywords under which other keywords stand as names or data, not as keywords.
NAMES = {"properties", "definitions", "patternProperties", "dependencies"}
DATA = {"enum", "const", "default", "examples", "required", "defaultSnippets"}


def test_our_own_models_pass_the_checker():
    result = checking.load(ROOT, date(2026, 11, 21))

    assert len(result.catalog.models) >= 5
    assert [each for each in result.problems if each.severity is Severity.ERROR] == []


def test_every_field_of_the_schema_is_read_by_the_parser():
    schema = Schemas.load(ROOT / "schemas")["model"]

    documents = full_documents(schema)

    assert [problem for document in documents for problem in shape_problems(schema, document)] == []
    assert set(fields_of(schema)) - {field for document in documents for field, _ in fields_in(document.root)} == set()
    for document in documents:
        read: set[tuple[str | int, ...]] = set()
        parse_model(replace(document, root=watched(document.root, read)))
        assert {".".join(map(str, path)) for path in set(_paths(document.root)) - read} == set()


class Watched(dict[str, Any]):
    """A mapping of a document that tells which of its fields were read."""

    def __init__(self, fields: dict[str, Any], path: tuple[str | int, ...], read: set[tuple[str | int, ...]]) -> None:
        super().__init__(fields)
        self.path, self.read = path, read

    def get(self, key: str, default: Any = None) -> Any:
        self.read.add((*self.path, key))
        return super().get(key, default)


def watched(value: Any, read: set[tuple[str | int, ...]], path: tuple[str | int, ...] = ()) -> Any:
    if isinstance(value, dict):
        return Watched({key: watched(inner, read, (*path, key)) for key, inner in value.items()}, path, read)
    return [watched(inner, read, (*path, index)) for index, inner in enumerate(value)] if isinstance(value, list) else value


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every field of a document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from _paths(inner, (*path, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _paths(inner, (*path, index))


def test_every_enum_of_the_code_is_compared_with_the_schema():
    values = vars(mallisto.model).values()

    assert {each for each in values if isinstance(each, type) and issubclass(each, StrEnum)} == {*ENUMS, *CONCLUDED}


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_an_enum_of_the_code_has_the_words_of_the_schema(enum: type[StrEnum]):
    name, field = ENUMS[enum]
    schema = Schemas.load(ROOT / "schemas")[name]

    node = schema.resolve(schema.root["definitions"][field.split(".")[0]]) if name == "common" else schema.root
    for step in field.split(".")[name == "common" :]:
        node = schema.child(schema.child(node, 0) or node, step)

    assert [each.value for each in enum] == node["enum"]


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_a_schema_is_valid_draft_7(path: Path):
    schema = json.loads(path.read_text("utf-8"))

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"].endswith(f"/{path.name}")
    jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_a_schema_uses_only_keywords_that_every_validator_knows_or_skips(path: Path):
    nodes_of = list(_nodes(json.loads(path.read_text("utf-8"))))

    keywords = {key for node in nodes_of for key in node}
    assert {key for key in keywords if not key.startswith("x-")} - DRAFT_7 - EDITOR == set()
    assert {node["format"] for node in nodes_of if "format" in node} - FORMATS == set()


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_a_pattern_reads_alike_in_python_and_javascript(path: Path):
    patterns = [node["pattern"] for node in _nodes(json.loads(path.read_text("utf-8"))) if "pattern" in node]

    for pattern in patterns:
        re.compile(pattern)
        # With the flag `u`, which ajv sets, JavaScript refuses to escape a character that needs no escape.
        assert re.findall(r"\\[^dDsSwWbBnrtfv0/^$.*+?()\[\]{}|\\]", pattern) == [], pattern
        assert re.findall(r"\(\?[^:=!]|\\[AZz]", pattern) == [], pattern
        assert pattern.startswith("^"), pattern
        assert pattern.endswith("$"), pattern


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_every_reference_of_a_schema_leads_to_a_definition(path: Path):
    roots = {root["$id"]: root for root in (json.loads(each.read_text("utf-8")) for each in SCHEMAS)}
    schema = json.loads(path.read_text("utf-8"))

    for node in _nodes(schema):
        if "$ref" in node:
            address, _, pointer = urljoin(schema["$id"], node["$ref"]).partition("#")
            target = roots[address]
            for step in pointer.strip("/").split("/"):
                assert step in target, node["$ref"]
                target = target[step]


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every place of a schema where keywords stand."""
    if isinstance(node, list):
        for each in node:
            yield from _nodes(each)
    if isinstance(node, dict):
        yield node
        for key, inner in node.items():
            if key in NAMES:
                for each in inner.values():
                    yield from _nodes(each)
            elif key not in DATA and not key.startswith("x-"):
                yield from _nodes(inner)


@pytest.mark.parametrize("path", sorted((FIVE / "models").rglob("*.yml")), ids=lambda path: path.relative_to(FIVE).as_posix())
def test_a_model_file_tells_editors_its_schema(path: Path):
    first = path.read_text("utf-8").splitlines()[0]

    modeline = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert modeline, first
    schema = (path.parent / modeline[1]).resolve()
    of_a_model = ROOT / "schemas" / "editor" / "model.schema.json"
    assert schema == of_a_model if path.parent == FIVE / "models" else schema.name == f"{path.stem}.schema.json"
    assert schema.is_file()


@pytest.mark.parametrize("words", [STRINGS, PHRASES], ids=["interface", "problems"])
def test_the_string_files_have_the_same_keys_and_gaps(words: dict[str, dict[str, str]]):
    gaps = {code: {key: _gaps(str(said)) for key, said in words[code].items()} for code in LANGUAGES}

    for code in ("sv", "en"):
        assert list(words[code]) == list(words["fi"]), code
        assert {
            key: found for key, found in gaps[code].items() if found != gaps["fi"][key] and words["fi"][key] and words[code][key]
        } == {}, code


def _gaps(said: str) -> set[str]:
    """The names of what is filled in. A language writes the month as a number or by its name."""
    return {name.removesuffix("_name") for _, name, _, _ in string.Formatter().parse(said) if name}


def test_every_interface_string_is_said_somewhere():
    mentioned = [re.compile(each) for each in {*_literals(), *_built_keys(), *_families()}]

    assert [key for key in STRINGS["fi"] if not any(each.fullmatch(key) for each in mentioned)] == []


def test_every_interface_string_that_is_said_exists():
    said = {*_keys_said_in_code(), *_keys_said_in_templates()}

    assert len(said) > 50
    assert {key for key in said if not any(re.fullmatch(key, known) for known in STRINGS["fi"])} == set()


def test_every_phrase_of_the_checker_is_used_somewhere():
    mentioned = [re.compile(each) for each in {*_literals(), *_built_keys()}]

    used = {key for key in PHRASES["fi"] if any(each.fullmatch(key) or each.fullmatch(_code(key)) for each in mentioned)}
    assert set(PHRASES["fi"]) - used == set()


def _code(key: str) -> str:
    """The code of the problem that a phrase is of."""
    return re.sub(r"\.(what|mend)$", "", key)


def test_every_problem_of_the_code_has_its_phrase():
    codes = {
        _pattern(node.args[1])
        for tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node.func) == "Problem" and len(node.args) > 1
    }

    known = [key.removesuffix(".what") for key in PHRASES["fi"] if key.endswith(".what")]
    assert {code for code in codes if code and not any(re.fullmatch(code, each) for each in known)} == set()


@functools.cache
def _modules() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "scripts").rglob("*.py")))


def _literals() -> Iterator[str]:
    """Every text that code and templates hold, as a pattern of itself."""
    for tree in _modules():
        yield from (re.escape(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    yield from _keys_said_in_templates()


def _families() -> Iterator[str]:
    """Keys that are handed to scripts together, by the beginning of their names."""
    for tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) == "family" and isinstance(node.args[0], ast.Constant):
                yield re.escape(str(node.args[0].value)) + r"\..*"


def _built_keys() -> Iterator[str]:
    """Keys that are put together where they are said, as patterns."""
    for tree in _modules():
        for node in ast.walk(tree):
            parts = node.args if isinstance(node, ast.Call) else [node.slice] if isinstance(node, ast.Subscript) else []
            for part in parts:
                for built in ast.walk(part):
                    if isinstance(built, ast.JoinedStr) and re.search("[a-z]{3}", _pattern(built)):
                        yield _pattern(built)


def _keys_said_in_code() -> Iterator[str]:
    for tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) == "say" and node.args:
                branches = [node.args[0].body, node.args[0].orelse] if isinstance(node.args[0], ast.IfExp) else [node.args[0]]
                yield from (_pattern(each) for each in branches if _pattern(each))


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _pattern(node: ast.expr) -> str:
    """A text or an f-string as a pattern, with something in every gap; nothing for what is neither."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(each) or ".+" for each in node.values)
    return ""


def _keys_said_in_templates() -> Iterator[str]:
    for path in (*(PACKAGE / "templates").rglob("*.jinja"), *(ROOT / "docs" / "overrides").rglob("*.html")):
        template = jinja2.Environment().parse(path.read_text("utf-8"))
        for call in template.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                yield _template_pattern(call.args[0])


def _template_pattern(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const):
        return re.escape(str(node.value))
    if isinstance(node, nodes.Add):
        return _template_pattern(node.left) + _template_pattern(node.right)
    if isinstance(node, nodes.Concat):
        return "".join(map(_template_pattern, node.nodes))
    return ".+"


def test_git_holds_no_links_and_no_other_repositories():
    odd = [line for line in _git("ls-files", "--stage") if line.startswith(("120000", "160000"))]

    assert odd == []


def test_no_test_judges_by_the_clock_on_the_wall():
    modules = sorted(path for path in (ROOT / "tests").rglob("test_*.py") if "node_modules" not in path.parts)

    read = {
        f"{path.name}:{node.lineno}"
        for path in modules
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node).removesuffix("_ns") in WALL_CLOCKS
    }

    assert len(modules) > 1
    assert read == set()


def test_git_holds_nothing_that_is_generated():
    assert _git("ls-files", "--cached", "--ignored", "--exclude-standard") == []
    assert _git("ls-files", "site") == []


def test_no_text_of_ours_holds_invisible_characters():
    # The cases of broken files hold such characters on purpose; the figures of the expected site hold soft hyphens.
    paths = [path for path in _git("ls-files", "--cached", "--others", "--exclude-standard") if not path.startswith("tests/cases/broken/")]
    drawn = {path: {"U+00AD"} for path in paths if path.startswith("tests/cases/site/expected/")}

    found = {path: hidden for path in paths if (hidden := _hidden(ROOT / path) - drawn.get(path, set()))}

    assert found == {}


def _hidden(path: Path) -> set[str]:
    content = path.read_bytes() if path.is_file() else b""
    if b"\0" in content:
        return set()
    return {
        f"U+{ord(each):04X}"
        for each in content.decode("utf-8")
        if unicodedata.category(each) in ("Cc", "Cf", "Co", "Cn") and each not in "\n\t\r"
    }


def _git(*arguments: str) -> list[str]:
    run = subprocess.run(["git", "-c", "core.quotepath=off", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()
