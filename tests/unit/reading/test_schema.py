"""A document against its schema: each kind of violation, where it is, and what would be right."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from building import FIVE
from mallisto.reading.document import Document
from mallisto.reading.messages import say
from mallisto.reading.problems import Problem, UsageError
from mallisto.reading.schema import Schemas, description, enum_choices, title
from mallisto.reading.shape_problems import _mended, shape_problems
from mallisto.reading.yaml_reader import read, read_file

ROOT = Path(__file__).parents[3]


@cache
def schemas() -> Schemas:
    return Schemas.load(ROOT / "schemas")


@cache
def a_model_document() -> Document:
    document = read_file(FIVE / "models" / "tykke.yml", "malli.yml").document
    assert document is not None
    return document


def changed(path: str, value: Any) -> Document:
    """Our own model with one value changed, or removed where the value is None; steps of the path are parted by dots."""
    root = json.loads(json.dumps(a_model_document().root))
    *steps, last = [int(each) if each.isdigit() else each for each in path.split(".")]
    inner = root
    for step in steps:
        inner = inner[step]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    reading = read(json.dumps(root, ensure_ascii=False, indent=1).encode(), "malli.yml")
    assert reading.document is not None
    return reading.document


def violations(path: str, value: Any) -> list[Problem]:
    return list(shape_problems(schemas()["model"], changed(path, value)))


def the_one(path: str, value: Any) -> Problem:
    (problem,) = violations(path, value)
    return problem


def test_our_own_model_is_of_the_schemas_shape():
    assert list(shape_problems(schemas()["model"], a_model_document())) == []


WRONG_VALUES: tuple[tuple[str, Any, str], ...] = (
    ("kind", "kokeilu ", "value.unknown"),
    ("kind", 5, "value.unknown"),
    ("kind", True, "value.unknown"),
    ("kind", ["pilot"], "value.single"),
    ("kind", {"fi": "kokeilu"}, "value.single"),
    ("kind", None, "field.empty_required"),
    ("id", "Tykke", "value.id"),
    ("id", 5, "value.id"),
    ("id", "tykke\n", "value.id"),
    ("id", "a" * 61, "text.too_long"),
    ("status.as_of", "1.4.2017", "value.date"),
    ("status.as_of", 17, "value.date"),
    ("status.as_of", 2117, "value.date"),
    ("status.as_of", True, "value.date"),
    ("status.as_of", ["2017"], "value.single"),
    ("basics.links.0.url", "htp:/x.fi", "value.url"),
    ("basics.links.0.url", "https://user:word@x.fi/", "value.url"),
    ("basics.links.0.url", "javascript:alert(1)", "value.url"),
    ("basics.place.municipalities.0", 297, "value.text"),
    ("basics.place.municipalities.1", "297", "list.repeated"),
    ("basics.place.municipalities", "297", "value.list"),
    ("classification.topics.0", None, "field.empty"),
    ("classification.topics.0", "", "text.empty"),
    ("cost.figures.0.value", "1 080 €", "value.number"),
    ("cost.figures.0.value", -1, "number.small"),
    ("cost.figures.0.value", True, "value.number"),
    ("name", "TYKKE", "value.texts"),
    ("name.sv", "", "text.empty"),
    ("name.sv", ["TYKKE"], "value.single"),
    ("name.sv", 5, "value.text"),
    ("name.no", "TYKKE", "field.unknown"),
    ("status", "päättynyt", "value.fields"),
    ("pathway.steps", [], "list.short"),
    ("pathway.steps.0.title.fi", "x" * 46, "text.too_long"),
    ("pathway.steps.0.next.0", 5, "value.text"),
    ("pathway.steps.0.next.0", {"to": "referral", "kind": "taakse"}, "value.unknown"),
    ("gaps.0.field", "Cost figures", "value.pattern"),
    ("gaps.0.field", "cost.figurs", "field-name.unknown"),
    ("gaps.0.modality", "described", "field.not_here"),
)


def test_a_wrong_value_is_told_once_and_at_its_own_place():
    wrong = []
    for path, value, code in WRONG_VALUES:
        named = tuple(int(each) if each.isdigit() else each for each in path.split("."))
        found = [
            (each.code, each.where.path[: len(named)] == named[: len(each.where.path)], each.where.line > 1)
            for each in violations(path, value)
        ]
        if found != [(code, True, True)]:
            wrong.append((path, value, code, found))

    assert wrong == []


@pytest.mark.parametrize(
    ("path", "code", "found"),
    [
        ("kind", "field.required", "kind"),
        ("name.sv", "text.translation_missing", "sv"),
        ("name.fi", "text.translation_missing", "fi"),
        ("why.need.0.text.fi", "text.translation_missing", "fi"),
        ("pathway.steps.1.lane", "field.required", "lane"),
        ("upkeep.owner.role", "field.required", "role"),
    ],
)
def test_a_missing_field_is_told_where_it_should_be(path: str, code: str, found: str):
    problem = the_one(path, ...)

    assert (problem.code, problem.found) == (code, found)
    assert problem.candidates[0].names


def test_a_figure_without_a_value_may_have_one_of_two_fields():
    problem = the_one("cost.figures.0.value", ...)

    assert problem.code == "field.one_of"
    assert "value" in say(problem, "fi").mend


def test_a_misspelt_field_is_told_once_with_the_field_that_was_meant():
    root = dict(a_model_document().root)
    root["for_whmo"] = root.pop("for_whom")
    document = read(json.dumps(root).encode(), "malli.yml").document
    assert document is not None

    (problem,) = shape_problems(schemas()["model"], document)

    assert problem.code == "field.unknown"
    assert say(problem, "en").mend.startswith("Did you mean “for_whom” (")


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("päättynyt", "ended"),
        ("Päättynyt", "ended"),
        ("paattynyt", "ended"),
        ("projektperioden avslutat", "ended"),
        ("endet", "ended"),
        ("pågår", "running"),
    ],
)
def test_a_word_of_any_language_finds_the_value_it_means(word: str, value: str):
    assert say(the_one("status.lifecycle", word), "fi").mend.startswith(f"Tarkoititko ”{value}”")


MENDS = (
    ("status.as_of", "1.4.2017", "2017-04-01"),
    ("status.as_of", "1. 4. 2017", "2017-04-01"),
    ("status.as_of", "01/04/2017", "2017-04-01"),
    ("status.as_of", "2017-4-1", "2017-04-01"),
    ("status.as_of", "4/2017", "2017-04"),
    ("status.as_of", "41.4.2017", ""),
    ("status.as_of", "1.13.2017", ""),
    ("status.as_of", "13/2017", ""),
    ("status.as_of", "huhtikuu", ""),
    ("cost.figures.0.value", "312 399 €", "312399"),
    ("cost.figures.0.value", "312\u00a0399 euroa", "312399"),
    ("cost.figures.0.value", "1080,00", "1080"),
    ("cost.figures.0.value", "20.000", ""),
    ("cost.figures.0.value", "1080,50", "1080.50"),
    ("cost.figures.0.value", "8,9 %", "8.9"),
    ("cost.figures.0.value", "noin 1080", "1080"),
    ("cost.figures.0.value", "3–5", "min: 3, max: 5"),
    ("cost.figures.0.value", "30 kpl", "30"),
    ("cost.figures.0.value", "3 tuhatta", ""),
    ("status.as_of", "heinäkuu 2021", "2021-07"),
    ("status.as_of", "juli 2021", "2021-07"),
    ("status.as_of", "July 2021", "2021-07"),
    ("status.as_of", "27.7.21", "2021-07-27"),
    ("status.as_of", "alkaen 2021", ""),
    ("id", "käytäntö 1", "kaytanto-1"),
    ("basics.links.0.url", "htp:/www.kunnonpaikka.com/tykke", "http://www.kunnonpaikka.com/tykke"),
    ("basics.links.0.url", "www.kunnonpaikka.com", "https://www.kunnonpaikka.com"),
    ("basics.links.0.url", "HTTPS:/kunnonpaikka.com", "https://kunnonpaikka.com"),
    ("basics.links.0.url", "kunnonpaikka", ""),
    ("id", "Väärät palvelut", "vaarat-palvelut"),
    ("id", "2-TYKKE", "tykke"),
    ("id", "!!", ""),
)


def test_the_mend_is_what_was_meant_or_nothing():
    found = [(path, written, the_one(path, written).mend) for path, written, _ in MENDS]

    assert found == list(MENDS)


def test_a_mend_is_always_right_by_the_schema():
    secure = schemas()["model"].resolve({"$ref": "common.schema.json#/definitions/url"})

    assert _mended("http://x.fi/", "url", secure) == "https://x.fi/"
    assert _mended("x.fi/a b", "url", secure) == ""


def test_the_path_is_told_in_the_words_of_the_schema_counted_from_one():
    schema = schemas()["model"]

    assert schema.trail(("pathway", "steps", 3, "next", 0), "fi") == ("Asiakkaan polku", "Vaihe 4", "Seuraava vaihe 1")
    assert schema.trail(("pathway", "steps", 3, "lane"), "sv")[1] == "Steg 4"
    assert schema.trail(("how", "goals", 1), "fi") == ("Ratkaisun perusidea", "Tavoitteet 2")
    assert schema.trail(("mitä", "tahansa"), "fi") == ("mitä", "tahansa")


def test_words_missing_in_a_language_are_finnish():
    node = {"title": "Nimi", "description": "Selitys", "x-i18n": {"sv": {"title": "Namn"}}}

    assert (title(node, "sv"), title(node, "en"), description(node, "sv")) == ("Namn", "Nimi", "Selitys")
    assert enum_choices({}) == ()


def test_every_field_that_can_be_named_is_found_by_its_name_with_dots():
    names = {each.value for each in schemas()["model"].field_names()}

    assert {"cost.figures", "how.entry.referral", "upkeep.sources.headings.title"} <= names


@pytest.mark.parametrize("broken", [{}, {"common.schema.json": "{}"}, {"model.schema.json": "{"}])
def test_schemas_that_are_missing_or_broken_are_wrong_use(broken: dict[str, str], tmp_path: Path):
    for name, text in broken.items():
        (tmp_path / name).write_text(text)

    with pytest.raises(UsageError):
        Schemas.load(tmp_path)


@pytest.mark.parametrize("name", ["roles", "organisations", "topics", "glossary", "areas"])
def test_our_own_vocabularies_are_of_their_schemas_shape(name: str):
    document = read_file(FIVE / "models" / "vocabulary" / f"{name}.yml", name).document

    assert document is not None
    assert list(shape_problems(schemas()[name], document)) == []
