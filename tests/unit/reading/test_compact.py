"""The compact form of a model file: what stands for what, that nothing is lost, and where a mistake is told."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from building import FIVE, ROOT
from mallisto.drafts.fold import fold
from mallisto.drafts.yaml_writer import as_yaml
from mallisto.reading import usual_values as usual
from mallisto.reading.compact import is_made
from mallisto.reading.document import Document
from mallisto.reading.messages import say
from mallisto.reading.model_reader import read_model, read_model_file
from mallisto.reading.problems import Path as Steps
from mallisto.reading.problems import Problem
from mallisto.reading.schema import Schemas
from mallisto.reading.shape_problems import shape_problems
from mallisto.reading.yaml_reader import read_file

SCHEMA = Schemas.load(ROOT / "schemas")["model"]
LONG = FIVE / "models" / "tykke.yml"
FILES = sorted((FIVE / "models").glob("*.yml"))

HEAD = """\
id: oma
sources:
  - title: Oma malli
    publisher: innokyla
    headings: {perusidea: Ratkaisun perusidea, tulokset: Tulokset}
  - {id: raportti, title: Raportti, publisher: thl, headings: {luku-2: Luku 2}}
"""


def document(text: str) -> Document:
    found = read_model((HEAD + text).encode(), "oma.yml", SCHEMA).document
    assert found is not None
    return found


def problems(text: str) -> list[Problem]:
    """What is wrong with these lines; what the rest of a model lacks is left out."""
    reading = read_model((HEAD + text).encode(), "oma.yml", SCHEMA)
    found = [*reading.problems, *(shape_problems(SCHEMA, reading.document) if reading.document else ())]
    return [each for each in found if each.where.line > HEAD.count("\n")]


def the_one(text: str) -> tuple[str, str, int, int]:
    (problem,) = problems(text)
    return problem.code, problem.found, problem.where.line - HEAD.count("\n"), problem.where.column


def paths(value: Any, path: Steps = ()) -> Iterator[Steps]:
    yield path
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from paths(each, (*path, key))


def written(root: Mapping[str, Any]) -> str:
    return as_yaml(fold(root, SCHEMA))


def test_a_plain_text_is_a_finnish_statement_of_the_parts_heading():
    (fact,) = document("how:\n  from: perusidea\n  idea:\n    - Tiimi auttaa.\n")["how", "idea"]

    identifier = fact.pop("id")
    assert fact == {
        "text": {"fi": "Tiimi auttaa."},
        "basis": "source",
        "modality": "described",
        "source": "innokyla",
        "heading": "perusidea",
    }
    assert identifier.startswith("idea--")


def test_a_statement_says_what_differs_from_its_part():
    fact_lines = "    - fi: Tuki löytyy.\n      sv: Stödet hittas.\n      from: raportti#luku-2\n      said: reported\n"
    text = f"by: kela\nhow:\n  from: perusidea\n  goals:\n{fact_lines}"
    (fact,) = document(text)["how", "goals"]

    assert fact["text"] == {"fi": "Tuki löytyy.", "sv": "Stödet hittas."}
    assert [fact[key] for key in ("modality", "source", "heading", "reported_by")] == ["reported", "raportti", "luku-2", "kela"]


def test_lists_are_written_by_group():
    text = "basics:\n  from: perusidea\n  organisations:\n    implementer: [kela, {organisation: thl, note: Aluksi}]\n    partner: kuopio\n"
    found = document(text)["basics", "organisations"]

    assert [(each["organisation"], each["part"]) for each in found] == [
        ("kela", "implementer"),
        ("thl", "implementer"),
        ("kuopio", "partner"),
    ]
    assert found[1]["note"] == {"fi": "Aluksi"}


def test_a_made_id_stays_when_a_statement_is_put_before_and_changes_with_the_words():
    one, both = (
        document(f"from: perusidea\nhow:\n  idea:\n{lines}")["how", "idea"] for lines in ("    - Toinen.\n", "    - Eka.\n    - Toinen.\n")
    )

    assert one[0]["id"] == both[1]["id"] == "idea--gjxhs"
    assert both[0]["id"] != both[1]["id"]


def test_statements_of_the_same_words_have_different_ids():
    text = "from: perusidea\nhow:\n  idea: [Sama., Sama.]\n  methods: [Sama.]\n"
    ids = [each["id"] for name in ("idea", "methods") for each in document(text)["how", name]]

    assert len(set(ids)) == 3
    assert all(map(is_made, ids))


def test_a_step_and_a_checklist_item_always_have_an_id_of_their_own():
    assert the_one("from: perusidea\nadoption:\n  items:\n    - {fi: A, why: B, verify: C, phase: start, owner: physician}\n")[:2] == (
        "field.required",
        "id",
    )


def test_upkeep_may_be_a_date():
    upkeep = document("upkeep:\n  added: 2026-11-30\n")["upkeep",]

    assert (upkeep["last_reviewed"], upkeep["review_by"]) == ("2026-11-30", "2027-11-30")
    assert "translations" not in upkeep


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_folding_and_expanding_lose_nothing(path: Path):
    root = read_model_file(path, path.name, SCHEMA).document.root  # type: ignore[union-attr]
    text = written(root)
    reading = read_model(text.encode(), path.name, SCHEMA)

    assert reading.document is not None
    assert (reading.document.root, reading.problems) == (root, ())
    assert written(reading.document.root) == text
    assert [each for each in paths(root) if not reading.document.where(each).line] == []


def test_a_file_in_the_long_form_is_as_it_was():
    assert read_model_file(LONG, "tykke.yml", SCHEMA) == read_file(LONG, "tykke.yml")


def test_whatever_statements_say_of_their_origin_comes_back():
    """Any origin at any place, a translation that is missing, a note that is gone."""
    original = read_file(LONG, LONG.name).document
    assert original is not None
    for seed in range(100):
        chance, root = random.Random(seed), copy.deepcopy(original.root)
        for fact in statements(root):
            if chance.random() < 0.3:
                rewrite(fact, chance)
        document = read_model(written(root).encode(), "x.yml", SCHEMA).document
        assert document is not None
        assert document.root == root, seed


def statements(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and "basis" in value:
        yield value
    for each in list(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()):
        yield from statements(each)


def rewrite(fact: dict[str, Any], chance: random.Random) -> None:
    for key in (*usual.LONG, "derived_from", "reference", "note"):
        fact.pop(key, None)
    match chance.choice(("source", "source", "other source", "editorial", "derived", "external")):
        case "editorial":
            fact["basis"] = "editorial"
        case "derived":
            fact |= {"basis": "editorial", "derived_from": ["somewhere"]}
        case "external":
            fact |= {"basis": "external", "reference": {"title": {"fi": "Laki"}}}
        case kind:
            source = "kokeilunpaikka-tykke" if kind == "source" else "another"
            fact |= {
                "basis": "source",
                "modality": chance.choice(MODALITIES),
                "source": source,
                "heading": chance.choice(("esittely", "miksi")),
            }
            if fact["modality"] in usual.REPORTED or chance.random() < 0.1:
                fact["reported_by"] = chance.choice(("kela", "huoltoliitto"))
    if isinstance(fact.get("text"), dict) and chance.random() < 0.5:
        fact["text"] = {"fi": fact["text"]["fi"]}


MODALITIES = ("described", "planned", "expected", "reported", "experienced", "vision", "question")

MISTAKES = (
    ("how:\n  idea:\n    - Tiimi auttaa.\n", ("from.missing", "from", 3, 7)),
    ("how:\n  from: perusidea\n  idea:\n    - Tiimissä on kolme osaa: arvio ja tuki.\n", ("yaml.item_colon", "", 4, 7)),
    ("how:\n  from: perusidea\n  idea:\n    - Tiimissä on osia: arvio: tuki.\n", ("yaml.item_colon", "", 4, 7)),
    ("how:\n  idea:\n    - Tiimi auttaa.\n      from: perusidea\n", ("yaml.item_below", "from", 4, 7)),
    ("how:\n  from: perusidea\n  idea:\n    - fi: Tiimi.\n      said: ehdotettu\n", ("value.unknown", "ehdotettu", 5, 13)),
    ("how:\n  from: perusidea\n  idea:\n    - fi: Tiimi.\n      said: reported\n", ("field.required", "by", 4, 7)),
    ("how:\n  idea:\n    - fi: Tiimi.\n      form: perusidea\n", ("field.unknown", "form", 4, 7)),
    ("how:\n  from: perusidea\n  idea:\n    - fi: Tiimi.\n      from:\n", ("field.empty", "from", 5, 7)),
    ("how:\n  idea:\n    - {fi: Tiimi., from: perusidea, basis: editorial, id: a}\n", ("from.with_basis", "from", 3, 20)),
    ("how:\n  from: perusidea\n  idea:\n    - fi: Tiimi.\n      reported_by: kela\n", ("from.long_name", "reported_by", 5, 7)),
    ("how:\n  idea:\n    - {fi: Tiimi., from: editorial, said: planned}\n", ("from.needless", "said", 3, 37)),
    ("results:\n  from: tulokset\n", ("from.not_here", "from", 2, 3)),
    ("from: perusidea\nresults:\n  lessons:\n    - Opimme.\n", ("from.missing", "from", 4, 7)),
    ("how:\n  from: perusidea\n  idea:\n    - sv: Teamet.\n", ("text.translation_missing", "fi", 4, 11)),
)


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_is_told_once_in_the_words_of_the_form_and_at_its_place(text: str, told: tuple[str, str, int, int]):
    assert the_one(text) == told


def test_the_mend_of_a_text_with_a_colon_is_the_text_in_quotes():
    (problem,) = problems("how:\n  from: perusidea\n  idea:\n    - Osia on kaksi: arvio ja tuki\n")

    assert say(problem, "fi").mend == 'Laita koko teksti lainausmerkkeihin, esimerkiksi: - "Osia on kaksi: arvio ja tuki"'


def test_what_is_not_written_never_changes_its_meaning():
    """Commits of the past are read with these tables. A value may be added for a new field; none may change."""
    assert usual.SAID == {
        "how.goals": "expected",
        "results.claims": "reported",
        "results.figures": "reported",
        "results.expected_results": "expected",
        "results.lessons": "reported",
        "results.next_steps": "planned",
        "results.vision": "vision",
    }
    assert {
        "pathway.notes",
        "adoption.items",
        "adoption.agreements",
        "advice",
        "gaps",
        "results.consistency_notes",
    } == usual.EDITORIAL_PLACES
    assert {"results", "cost"} == usual.OWN_ORIGIN
    assert usual.ABSENT == {
        "status.lifecycle": "unknown",
        "people.roles.needed": "unknown",
        "pathway.steps.type": "task",
        "tools.maturity": "unknown",
        "basics.links.state": "unchecked",
        "upkeep.sources.kind": "web_page",
        "upkeep.sources.language": "fi",
    }
    assert (usual.DESCRIBED, usual.EXACT, set(usual.REPORTED)) == ("described", ("qualifier", "exact"), {"reported", "experienced"})
    assert usual.PARTS == ("basics", "classification", "why", "for_whom", "how", "people", "results", "adoption")
    assert usual.GROUPS == {"basics.organisations": "part", "people.roles": "needed"}
    assert usual.a_year_after("2028-02-29") == "2029-02-28"
