"""The same findings as text, annotations, JSON, SARIF and Markdown; nothing a stranger wrote acts in any of them."""

from __future__ import annotations

import json
import re
from functools import cache

import markdown
import pytest

from building import ROOT
from mallisto.reading.problems import Choice, Location, Problem, Severity
from mallisto.reading.schema import Schemas
from mallisto.reports.formats import FORMATS, Report

FILE = "models/malli.yml"
WRONG = Problem(
    Location(FILE, 12, 7, ("pathway", "steps", 1, "roles", 0)),
    "role.unknown",
    found="nurs",
    candidates=(Choice("nurse", {"fi": "sairaanhoitaja"}),),
)
NOTE = Problem(Location("models/muu.yml", 3, 5), "address.unlocked", limit=2, severity=Severity.NOTE)


@cache
def schemas() -> Schemas:
    return Schemas.load(ROOT / "schemas")


def printed(form: str, *problems: Problem, language: str = "fi") -> str:
    return FORMATS[form](Report.of(problems, schemas(), {FILE: "model"}, language, 5))


def test_text_says_place_severity_where_what_code_and_mend_and_ends_with_the_sum():
    assert printed("text", WRONG, NOTE).split("\n") == [
        "models/malli.yml:12:7: virhe: Asiakkaan polku › Vaihe 2 › Roolit 1: Roolia ”nurs” ei ole. [role.unknown]",
        "    → Tarkoititko ”nurse” (sairaanhoitaja)? Roolit ovat tiedostossa models/vocabulary/roles.yml. "
        "Jos oikea rooli puuttuu luettelosta, kirjoita tunnisteen tilalle name: ja nimi suomeksi.",
        "models/muu.yml:3:5: huomautus: Uusia osoitteita ei ole vielä kirjattu pysyviksi (2). [address.unlocked]",
        "    → Ylläpito kirjaa ne komennolla mallisto lock. Sinun ei tarvitse tehdä mitään.",
        "Tarkistus on valmis. Korjattavaa: 1. Huomautuksia: 1.",
    ]


@pytest.mark.parametrize(("language", "said"), [("fi", "Kaikki 5 tiedostoa ovat kunnossa."), ("sv", "5."), ("en", "5.")])
def test_nothing_found_is_said_in_one_line(language: str, said: str):
    assert printed("text", language=language).endswith(said)
    assert printed("markdown", language=language).endswith(said)


def test_annotations_stand_beside_their_lines():
    assert printed("github", WRONG, NOTE).split("\n") == [
        "::error file=models/malli.yml,line=12,col=7,title=Asiakkaan polku › Vaihe 2 › Roolit 1"
        "::Roolia ”nurs” ei ole. Tarkoititko ”nurse” (sairaanhoitaja)? Roolit ovat tiedostossa models/vocabulary/roles.yml. "
        "Jos oikea rooli puuttuu luettelosta, kirjoita tunnisteen tilalle name: ja nimi suomeksi.",
        "::warning file=models/muu.yml,line=3,col=5,title=Uusia osoitteita ei ole vielä kirjattu pysyviksi (2)."
        "::Uusia osoitteita ei ole vielä kirjattu pysyviksi (2). "
        "Ylläpito kirjaa ne komennolla mallisto lock. Sinun ei tarvitse tehdä mitään.",
    ]
    assert printed("github") == ""


def test_json_tells_everything_by_name():
    first, second = json.loads(printed("json", WRONG, NOTE))

    assert first["path"] == ["pathway", "steps", 1, "roles", 0]
    assert {key: first[key] for key in ("file", "line", "column", "severity", "code", "where")} == {
        "file": FILE,
        "line": 12,
        "column": 7,
        "severity": "error",
        "code": "role.unknown",
        "where": "Asiakkaan polku › Vaihe 2 › Roolit 1",
    }
    assert (second["severity"], second["what"][:5]) == ("note", "Uusia")
    assert json.loads(printed("json")) == []


def test_sarif_has_a_rule_for_each_code_and_a_place_for_each_result():
    document = json.loads(printed("sarif", WRONG, NOTE))

    (run,) = document["runs"]
    assert document["version"] == "2.1.0"
    assert [each["id"] for each in run["tool"]["driver"]["rules"]] == ["address.unlocked", "role.unknown"]
    assert [(each["ruleId"], each["level"]) for each in run["results"]] == [("role.unknown", "error"), ("address.unlocked", "note")]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": FILE}, "region": {"startLine": 12, "startColumn": 7}}
    assert run["results"][0]["message"]["text"].startswith("Asiakkaan polku › Vaihe 2 › Roolit 1: Roolia ”nurs” ei ole. ")


def test_markdown_has_one_table_for_each_file():
    text = printed("markdown", WRONG, NOTE)

    assert text.count("|---|---|---|---|") == 2
    assert "**models/malli.yml**" in text
    assert "| 12 | Asiakkaan polku › Vaihe 2 › Roolit 1 | virhe: Roolia ”nurs” ei ole. |" in text


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://paha.example/x.png)",
    "[x](javascript:alert(1))",
    "`code` **bold** __under__ ~~gone~~",
    "a | b | c |",
    "\\| \\\\| \\",
    "$\\href{https://paha.example}{x}$",
    "&lt;b&gt; &#64;kaikki",
    "<!-- --> -->",
)


NAMES = ("@kaikki", "#123", "GH-123", "https://paha.example", "www.paha.example", "omistaja/projekti#1", "a@paha.example")
COMMANDS = ("x\n::error::x", "x\r\n::add-mask::x", "%0A::error::x", "a,line=1::b", "\x1b]0;x\x07", "x\u2028::error::")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_plain_words_in_markdown(text: str):
    cells = printed("markdown", Problem(Location(FILE, 1), "value.unknown", found=text)).split("\n")[-1]
    page = markdown.markdown("| a | b | c | d |\n|---|---|---|---|\n" + cells, extensions=["tables"])

    assert set(re.findall(r"<(\w+)", page)) <= {"table", "thead", "tbody", "tr", "th", "td"}
    assert page.count("<td") == 4
    assert "$" not in cells.replace("\\$", "")


@pytest.mark.parametrize("text", NAMES)
def test_a_hostile_text_mentions_and_links_nobody(text: str):
    cells = printed("markdown", Problem(Location(FILE, 1), "value.unknown", found=text))

    assert text not in cells
    assert text in cells.replace("<!-- -->", "")
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.", cells)


@pytest.mark.parametrize("text", COMMANDS)
def test_a_hostile_text_or_field_name_starts_no_command_and_steers_no_terminal(text: str):
    problem = Problem(Location(f"models/{text}.yml", 1, 1, (text,)), "field.unknown", found=text)
    names = {problem.where.file: "model"}
    report = Report.of([problem], schemas(), names, "fi", 1)

    (annotation,) = FORMATS["github"](report).splitlines()
    assert annotation.startswith("::error file=")
    assert "::" not in annotation.split("::", 2)[1]
    for line in FORMATS["text"](report).splitlines():
        assert line.startswith(("models/", "    → ", "Tarkistus"))
        assert line.isprintable()
    assert FORMATS["markdown"](report).replace("\n", "").isprintable()


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_name_that_is_no_unicode_can_still_be_printed(form: str):
    printed(form, Problem(Location("models/\udcff.yml"), "file.name", found="\udcff.yml")).encode()
