"""What programs read of the site: each format is good by its own validator, and says what the pages say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from openapi_spec_validator import validate as validate_openapi
from pyshacl import validate as validate_shapes
from rdflib import Graph

from building import FIVE, ROOT, SITE_URL
from webpage import pages_of

SHAPES = ROOT / "tests/cases/shapes"
IDS = sorted(path.stem for path in (FIVE / "models").glob("*.yml"))


def graph(path: Path) -> Graph:
    return Graph().parse(path, format="json-ld")


def conformance(data: Graph, shapes: str) -> str:
    """What the shapes find in the data; nothing where it conforms."""
    conforms, _, said = validate_shapes(data, shacl_graph=Graph().parse(SHAPES / shapes))
    return "" if conforms else said


def statements(site: Path, model_id: str) -> Any:
    return json.loads((site / f"api/v1/statements/{model_id}.json").read_text("utf-8"))


def test_the_catalogue_conforms_to_dcat_ap(site: Path):
    data = graph(site / "catalog.jsonld")

    assert len(data) > 100
    assert conformance(data, "dcat-ap-3.0.1.ttl") == ""
    assert conformance(data, "dcat-ap-3.0.1-ranges.ttl") == ""


def test_every_file_that_the_catalogue_names_is_there(site: Path):
    named = set(re.findall(r'"downloadURL": "([^"]+)"', (site / "catalog.jsonld").read_text("utf-8")))

    assert len(named) == 8
    assert [each for each in named if not (site / each.removeprefix(SITE_URL)).is_file()] == []


def test_the_vocabularies_are_concept_schemes(site: Path):
    data = graph(site / "api/v1/vocabulary.jsonld")

    assert len(data) > 1000
    assert conformance(data, "skos.ttl") == ""


def test_the_tables_are_read_as_the_data_package_says(site: Path):
    with system.use_context(trusted=True):
        report = Package(str(site / "datapackage.json")).validate()

    assert report.flatten(["type", "rowNumber", "fieldName", "note"]) == []
    assert report.stats["tasks"] == 3


def test_the_description_of_the_data_is_openapi_and_its_addresses_answer(site: Path):
    path = site / "api/v1/openapi.json"
    content = json.loads(path.read_text("utf-8"))

    validate_openapi(content, base_uri=path.as_uri())

    ids = content["paths"]["/api/v1/models/{id}.json"]["get"]["parameters"][0]["schema"]["enum"]
    assert ids == IDS
    answers = [each.lstrip("/").replace("{id}", model_id) for each in content["paths"] for model_id in ids]
    assert [each for each in answers if not (site / each).is_file()] == []


def test_every_line_of_the_models_is_a_model_of_the_list(site: Path):
    lines = (site / "api/v1/models.ndjson").read_text("utf-8").splitlines()

    assert [json.loads(each) for each in lines] == json.loads((site / "api/v1/models.json").read_text("utf-8"))["models"]


def test_every_statement_has_a_place_on_a_page(site: Path):
    ids = {path: set(page.ids) for path, page in pages_of(site).items() if path.startswith("mallit/")}
    for model_id in IDS:
        told = statements(site, model_id)["statements"]
        places = [each["address"].removeprefix(SITE_URL).split("#") for each in told]
        assert len(told) > 50
        assert [f"{tail}#{anchor}" for tail, anchor in places if anchor not in ids[f"{tail}index.html"]] == []


def test_a_plan_is_told_as_a_plan_and_every_statement_of_a_source_names_it(site: Path):
    told = [each for model_id in IDS for each in statements(site, model_id)["statements"]]

    planned = {each["known"]["fi"] for each in told if each["modality"] == "planned"}
    assert planned == {"Suunnitelma"}
    assert [each["address"] for each in told if each["basis"] != "editorial" and "source" not in each] == []
    assert {each["kind"] for each in told} == {"statement", "figure", "step", "gap"}


def test_the_statements_are_provenance_that_programs_read(site: Path):
    data = graph(site / "api/v1/statements/toike.json")

    asked = """PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX schema: <https://schema.org/>
        SELECT ?statement ?text ?source WHERE { ?whole dct:hasPart ?statement .
        ?statement schema:text ?text ; prov:hadPrimarySource/dct:title ?source . FILTER(lang(?text) = "fi") }"""
    assert len(data.query(asked)) > 50


@pytest.mark.parametrize("folder", ["", "sv/", "en/"])
def test_a_model_is_one_text_with_all_that_its_pages_state(site: Path, folder: str):
    code = folder.strip("/") or "fi"
    text = (site / f"{folder}mallit/toike/index.md").read_text("utf-8")
    plain = re.sub(r"\\(.)", r"\1", text)

    words = [each["text"].get(code) for each in statements(site, "toike")["statements"] if each["kind"] == "statement"]
    missing = [each for each in words if each and " ".join(each.split()) not in " ".join(plain.split())]
    assert len(words) > 50
    assert missing == []
    assert text.startswith(f"---\nurl: {SITE_URL}{folder}mallit/toike/\nlanguage: {code}\n")


def test_markdown_has_no_link_that_leads_nowhere_and_no_element(site: Path):
    for path in (*site.glob("mallit/*/index.md"), *site.glob("roolit/*/index.md"), site / "sanasto/index.md"):
        text = path.read_text("utf-8")
        links = re.findall(r"(?<!\\)\]\(([^)\s]+)", text)
        assert all(each.startswith(("http://", "https://", "mailto:")) for each in links), path
        assert re.findall(r"(?<!\\)<(?!https?://)[a-z/]", text) == [], path


def test_crawlers_and_assistants_find_the_way(site: Path):
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    listed = re.findall(r"\((\S+index\.md)\)", (site / "llms.txt").read_text("utf-8"))
    assert [each for each in listed if not (site / each.removeprefix(SITE_URL)).is_file()] == []
    assert len(listed) == len(IDS)


def linked(site: Path, page: str) -> Any:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', (site / page).read_text("utf-8"))
    return [json.loads(each) for each in found]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("mallit/toike/", "CreativeWork"),
        ("roolit/nurse/", "DefinedTerm"),
        ("sanasto/", "DefinedTermSet"),
        ("koulutus/palvelujarjestelma/", "LearningResource"),
        ("tietoa/", "Dataset"),
    ],
)
@pytest.mark.parametrize("folder", ["", "sv/", "en/"])
def test_a_page_says_what_it_is_and_its_files_are_there(site: Path, folder: str, page: str, kind: str):
    (told,) = linked(site, f"{folder}{page}index.html")

    assert told["@type"] == kind
    files = [each["contentUrl"] for each in (*told.get("encoding", ()), *told.get("distribution", ()))]
    assert [each for each in files if not (site / folder / page / each).is_file()] == []


def test_no_model_is_told_to_be_a_public_service_unless_it_is_known_to_run(site: Path):
    running = {
        each["id"] for each in json.loads((site / "api/v1/models.json").read_text("utf-8"))["models"] if each["lifecycle"] == "running"
    }

    told = {model_id for model_id in IDS if "about" in linked(site, f"mallit/{model_id}/index.html")[0]}

    assert told == running
