"""The recipe for adding a field in docs/contributing/code.md is complete: its steps, in a copy, show the field everywhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from building import ROOT
from repositories import a_repository, spoil

NODE = {
    "title": "Peruspalvelun kesto",
    "x-question": dict.fromkeys(("fi", "sv", "en"), "Kuinka kauan peruspalvelu kestää?"),
    "x-i18n": {"sv": {"title": "Grundtjänstens längd"}, "en": {"title": "Duration of the basic service"}},
    "type": "array",
    "items": {"$ref": "common.schema.json#/definitions/statement"},
}
VALUE = "  duration:\n    - id: basic-duration\n      text:\n        fi: Kaksitoista viikkoa.\n      basis: editorial\n"
ROW = """ROWS = (
    Row(
        field="basics.duration",
        key_fact=KeyFact(read=lambda asked: asked.statements(asked.model.basics.duration)),
        compared=Compared(group="vaihe", id="peruskesto", read=lambda asked: asked.statements(asked.model.basics.duration)),
        is_told=attrgetter("basics.duration"),
    ),
"""
SHOWN = """
import csv
import sys
from datetime import date
from pathlib import Path

from mallisto.build import checking
from mallisto.export import comparison, reference
from mallisto.i18n.language import Language
from mallisto.pages.elements.key_facts import rows
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.site.gaps import gaps

result = checking.load(Path(sys.argv[1]), date(2026, 1, 1))
language = Language.of("fi", result.schemas)
context = PageContext.for_address(result.catalog, language, "mallit/tykke/")
told = gaps(PageContext.for_address(result.catalog, language, "puutteet/"))
panel = {row.title: [str(value.text) for value in row.values] for row in rows(result.catalog.model_by_id["tykke"], context)}
table = comparison.file(result.catalog, language).content.decode()
head, *lines = csv.reader(table.splitlines(), delimiter=";")
line = next(row[head.index("Peruspalvelun kesto")] for row in lines if "TYKKE" in row[0])
for shown in ([each.code for each in result.problems if each.severity == 'error'], panel["Peruspalvelun kesto"], line,
              "Peruspalvelun kesto" in told, "basics.duration" in reference.markdown(result.schemas, "fi")):
    print(shown)
"""


def add_the_field(root: Path) -> None:
    """Steps 1 to 4 of the recipe, and a model that tells of the field."""
    package, schema = root / "scripts" / "mallisto", root / "schemas" / "model.schema.json"
    content = json.loads(schema.read_text("utf-8"))
    content["properties"]["basics"]["properties"]["duration"] = NODE
    schema.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    basics = package / "model" / "basics.py"
    spoil(basics, "NamedFact, Ref, Text", "NamedFact, Ref, Statement, Text")
    spoil(
        package / "model" / "basics.py", "    period: Period | None\n", "    period: Period | None\n    duration: tuple[Statement, ...]\n"
    )
    spoil(package / "parse" / "basics.py", "import figure, provenance", "import figure, provenance, statement")
    spoil(package / "parse" / "basics.py", "    return Basics(\n", '    return Basics(\n        duration=at.each("duration", statement),\n')
    spoil(package / "fields" / "table.py", "ROWS = (\n", ROW)
    spoil(root / "models" / "tykke.yml", "\nbasics:\n", f"\nbasics:\n{VALUE}")


def test_the_recipe_shows_a_new_field_on_overview_comparison_completeness_and_docs(tmp_path: Path):
    root = a_repository(tmp_path)
    shutil.copytree(ROOT / "scripts" / "mallisto", root / "scripts" / "mallisto")
    add_the_field(root)

    environment = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    done = subprocess.run([sys.executable, "-c", SHOWN, root], env=environment, capture_output=True, text=True, check=False)

    assert done.stderr == ""
    errors, panel, line, is_in_gaps, is_in_docs = done.stdout.splitlines()
    assert errors == "[]"
    assert panel == "['Kaksitoista viikkoa.']"
    assert "Kaksitoista viikkoa. [" in line
    assert (is_in_gaps, is_in_docs) == ("True", "True")
