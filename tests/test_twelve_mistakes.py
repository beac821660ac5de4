"""The twelve mistakes people make most, through every door: what the terminal and the annotations say, and what the form does with each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from building import FIVE, ROOT
from mallisto import form
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.reading.schema import Schemas
from mallisto.reading.yaml_reader import read
from mallisto.reports import formats
from mistakes import TODAY, edit_of
from repositories import a_repository
from writing import run

SCHEMAS = Schemas.load(ROOT / "schemas")
FINNISH = Language.of("fi", SCHEMAS)
SETTINGS = form.cms(SCHEMAS, FINNISH, "https://github.com/project/mallisto")

# What each is called by the checker. What the form lets through, the checker tells in the proposal.
MISTAKES = {
    "tab-as-indentation": "yaml.tab",
    "colon-in-a-text": "yaml.colon",
    "special-word-on": "yaml.boolean_word",
    "word-of-another-language-for-a-value": "value.unknown",
    "swedish-name-missing": "text.translation_missing",
    "misspelt-field": "field.unknown",
    "role-that-does-not-exist": "role.unknown",
    "id-used-twice": "id.duplicate",
    "finnish-date": "value.date",
    "number-with-spaces-and-euros": "value.number",
    "misspelt-web-address": "value.url",
    "step-nobody-leads-to": "step.unreachable",
}


@pytest.mark.parametrize(("case", "code"), MISTAKES.items())
def test_the_terminal_and_the_annotation_tell_the_mistake_and_its_mend(case: str, code: str, tmp_path: Path):
    root = a_repository(tmp_path, "tykke")
    edit_of(case).made_in(root)

    result = checking.load(root, TODAY)
    (problem,) = (each for each in result.problems if each.code == code and each.where.file == "models/tykke.yml")
    said = formats.Report.of([problem], result.schemas, result.schema_names, "fi", 1)
    terminal, annotation = formats.as_text(said), formats.as_github(said)

    place = f"{problem.where.file}:{problem.where.line}:{problem.where.column}"
    assert terminal.startswith(f"{place}: ")
    sentence, mend = re.match(r".*?: (?:virhe|huomautus): (.*) \[.*\]\n    → (.*)", terminal).groups()  # type: ignore[union-attr]
    assert f"file={problem.where.file},line={problem.where.line},col={problem.where.column}" in annotation
    shown = unquote(annotation.replace("::", ": "))
    assert sentence in shown
    assert mend in shown


def test_what_would_be_a_mistake_in_the_file_is_written_by_the_form_so_that_it_is_none(modules: Path):
    texts = ["Vaihe\tkaksi", "työ\u00adkyky\u200b", "Huomaa: palvelut ovat hajallaan", "on", "1.4.2017", "# ei huomautus", "312 399 €"]

    done = run("written.mjs", str(modules), json.dumps(form.file_format(SCHEMAS, FINNISH)), str(FIVE / "models" / "tykke.yml"), *texts)

    for text, written in zip(texts, done["written"], strict=True):
        reading = read(written.encode(), "models/tykke.yml")
        assert reading.problems == ()
        assert reading.document is not None
        assert reading.document[("status", "source_label")] == text.replace("\t", " ").replace("\u00ad", "").replace("\u200b", "")


def test_what_is_not_to_be_written_freely_is_chosen():
    lifecycle = field("status.lifecycle")
    roles = field("pathway.steps.roles")

    assert [each["value"] for each in lifecycle["options"]] == ["running", "ended", "unknown"]
    assert (roles["widget"], roles["file"], roles["value_field"], roles["multiple"]) == ("relation", "roles", "roles.*.id", True)
    pattern, _ = field("cost.figures.value")["pattern"]
    assert [each for each in ("107", "8.9", "noin 3", "3–5", "1 080 €") if re.search(pattern, each)] == ["107", "8.9"]
    for name, kind in (
        ("pathway.steps.lane", "lane"),
        ("pathway.steps.next.to", "step"),
        ("status.source", "source"),
        ("status.heading", "heading"),
    ):
        assert (field(name)["widget"], field(name)["of"]) == ("own", kind)


def test_the_field_refuses_a_date_and_an_address_in_the_checkers_own_words():
    start, address = field("basics.period.start"), field("basics.links.url")

    for each, wrong, right in (
        (start, "1.6.2018", "2018-06-01"),
        (address, "htp:/www.kunnonpaikka.com/tykke", "https://mallisto.example/"),
    ):
        pattern, words = each["pattern"]
        assert not re.search(pattern, wrong)
        assert re.search(pattern, right)
        assert len(words) > 20
    assert (field("name.fi")["required"], field("name.sv")["required"]) == (True, False)


def field(path: str) -> Mapping[str, Any]:
    """The form's field of a model at a path, through lists and mappings."""
    fields, found = SETTINGS["collections"][0]["fields"], {}
    for name in path.split("."):
        found = next(each for each in fields if each["name"] == name)
        fields = found.get("fields") or [found["field"]] if "fields" in found or "field" in found else []
    return found
