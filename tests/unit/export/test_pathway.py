"""Pathways to take along: BPMN that others can read, a picture, and a table that is no formula."""

from __future__ import annotations

import csv as reader
import io
from collections import Counter
from functools import cache
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema

from builders import a_lane, a_model, a_pathway, a_start, a_step, a_text, a_way, an_exit
from mallisto.export import bpmn, csv, svg
from mallisto.export.metadata import About
from mallisto.model import Direction, HandOver, Model, StepType
from mallisto.reading.languages import LANGUAGES
from pathways import MODELS, a_setting, our_catalog, the_synthetic_model

SCHEMA = Path(__file__).parents[2] / "cases" / "bpmn" / "BPMN20.xsd"
NAMES = {
    "b": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "d": "http://www.omg.org/spec/BPMN/20100524/DI",
    "c": "http://www.omg.org/spec/DD/20100524/DC",
}
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '=x "><script>alert(1)</script> & ]]>'
ABOUT = About(
    model=HOSTILE,
    date="21.11.2026",
    reviewed="Kuvaus verrattu lähteeseen.",
    licence="CC BY 4.0",
    source=HOSTILE,
    steps=HOSTILE,
    address="https://mallisto.example/mallit/malli/polku/",
)


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMA)


def diagram(model: Model, code: str = "fi") -> bytes:
    context = a_setting(model, code)
    return bpmn.diagram(model, context.catalog, ABOUT, context.language)


def exported(model: Model, code: str = "fi") -> ElementTree.Element:
    return ElementTree.fromstring(diagram(model, code))


def flows(root: ElementTree.Element) -> list[tuple[str, str]]:
    return [(each.attrib["sourceRef"], each.attrib["targetRef"]) for each in root.iterfind(".//b:sequenceFlow", NAMES)]


def kinds(root: ElementTree.Element) -> dict[str, str]:
    """The nodes of the process by their ids, with the names of their elements."""
    named = {str(each.text) for each in root.iterfind(".//b:flowNodeRef", NAMES)}
    return {each.attrib["id"]: each.tag.rpartition("}")[2] for each in root.iterfind("b:process/*", NAMES) if each.attrib["id"] in named}


def models() -> list[Model]:
    return [*(our_catalog().model_by_id[each] for each in MODELS), the_synthetic_model()]


@pytest.mark.parametrize(("model", "code"), list(product(models(), LANGUAGES)), ids=lambda each: getattr(each, "id", each))
def test_the_diagram_is_valid_bpmn(model: Model, code: str):
    content = diagram(model, code)

    assert [error.reason for error in schema().iter_errors(io.BytesIO(content))] == []


@pytest.mark.parametrize("model", models(), ids=lambda each: each.id)
def test_every_node_stands_in_its_lane_and_on_nothing_else(model: Model):
    root = exported(model)
    boxes = {each.attrib["bpmnElement"]: _box(each) for each in root.iterfind(".//d:BPMNShape", NAMES)}

    for lane in root.iterfind(".//b:lane", NAMES):
        for node in lane.iterfind("b:flowNodeRef", NAMES):
            assert _holds(boxes[lane.attrib["id"]], boxes[str(node.text)]), node.text
    nodes = [boxes[each] for each in kinds(root)]
    assert not any(_meet(one, other) for number, one in enumerate(nodes) for other in nodes[:number])


def _box(shape: ElementTree.Element) -> tuple[float, float, float, float]:
    bounds = shape.find("c:Bounds", NAMES)
    assert bounds is not None
    x, y, width, height = (float(bounds.attrib[each]) for each in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def _holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("model", models(), ids=lambda each: each.id)
def test_joins_and_splits_are_gateways_and_no_gateway_is_both(model: Model):
    root = exported(model)
    into, out_of = Counter(target for _, target in flows(root)), Counter(source for source, _ in flows(root))
    conditional = {each.attrib["sourceRef"] for each in root.iterfind(".//b:sequenceFlow[b:conditionExpression]", NAMES)}

    for node, kind in kinds(root).items():
        is_gateway = kind.endswith("Gateway")
        assert into[node] <= 1 or is_gateway, node
        assert out_of[node] <= 1 or is_gateway or node in conditional, node
        assert not is_gateway or (into[node] > 1) != (out_of[node] > 1), node


def test_branches_that_all_are_taken_wait_for_each_other():
    steps = [
        a_start("alku", "jako"),
        a_step("jako", "yksi", "kaksi", split="all"),
        a_step("yksi", "arvio"),
        a_step("kaksi", "arvio"),
        a_step("arvio", "valinta"),
        a_step("valinta", "loppu", a_way("arvio", Direction.BACK), type=StepType.DECISION),
        an_exit("loppu"),
    ]

    found = kinds(exported(a_model(pathway=a_pathway(*steps))))

    assert found["node-split-jako"] == "parallelGateway"
    assert found["node-join-all-arvio"] == "parallelGateway"
    assert found["node-join-arvio"] == "exclusiveGateway"


def test_branches_of_which_one_is_taken_do_not_wait():
    steps = [a_start("alku", "yksi", "kaksi", split="one"), a_step("yksi", "loppu"), a_step("kaksi", "loppu"), an_exit("loppu")]

    found = kinds(exported(a_model(pathway=a_pathway(*steps))))

    assert (found["node-split-alku"], found["node-join-loppu"]) == ("exclusiveGateway", "exclusiveGateway")


def test_one_or_more_ways_are_flows_on_conditions():
    steps = [a_start("alku", "valinta"), a_step("valinta", "yksi", "kaksi", split="any"), an_exit("yksi"), an_exit("kaksi")]

    root = exported(a_model(pathway=a_pathway(*steps)))

    assert kinds(root)["node-valinta"] == "task"
    assert [each.attrib["name"] for each in root.iterfind(".//b:sequenceFlow[b:conditionExpression]", NAMES)] == ["yksi", "kaksi"]


def _hostile_model() -> Model:
    steps = [
        a_start("alku", a_way("loppu", label=a_text(HOSTILE, None, None)), title=a_text(HOSTILE, None, None)),
        an_exit("loppu", duration=a_text(HOSTILE, None, None), title=a_text("-2+3", None, None)),
    ]
    return a_model(pathway=a_pathway(*steps, lanes=[a_lane(title=a_text(HOSTILE, None, None), note=a_text(HOSTILE, None, None))]))


@pytest.mark.parametrize("ending", ["bpmn", "svg"])
def test_a_hostile_text_stays_text(ending: str):
    model = _hostile_model()
    context = a_setting(model)
    layout = context.catalog.layout_of(model)
    content = diagram(model) if ending == "bpmn" else svg.picture(model, layout, ABOUT, context.language)

    root = ElementTree.fromstring(content)

    assert not [each for each in root.iter() if "script" in each.tag]
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]
    assert "alert(1)" in ElementTree.tostring(root, encoding="unicode")


def _rows(model: Model) -> list[list[str]]:
    content = csv.table(model, ABOUT, a_setting(model).language).decode("utf-8-sig")
    return list(reader.reader(io.StringIO(content), delimiter=";"))


def test_no_cell_of_the_table_is_a_formula():
    rows = _rows(_hostile_model())

    assert rows[1][1] == f"'{HOSTILE}"
    assert rows[2][1] == "'-2+3"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_every_row_of_the_table_has_every_column():
    rows = _rows(the_synthetic_model())

    assert len(rows) == 28
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_says_what_it_is_of_what_day_and_under_what_licence(code: str):
    model = our_catalog().model_by_id["tykke"]
    language = a_setting(model, code).language
    about = About.of(model, our_catalog(), language, "https://mallisto.example/")
    picture = svg.picture(model, our_catalog().layout_of(model), about, language)
    written = (bpmn.diagram(model, our_catalog(), about, language), picture, csv.table(model, about, language))

    for content in written:
        for words in (about.model, about.date, "CC BY 4.0", model.upkeep.sources[0].title):
            assert words in content.decode("utf-8").replace("&amp;", "&")


@pytest.mark.parametrize(("when", "rings"), [(None, 0), (HandOver.ALWAYS, 1)])
def test_the_picture_rings_only_a_way_along_which_responsibility_is_said_to_pass(when: HandOver | None, rings: int):
    lanes = (a_lane("asiakas"), a_lane("kunta", "organisation"))
    steps = (a_start("alku", a_way("loppu", hands_over=when)), an_exit("loppu", lane="kunta"))
    model = a_model(pathway=a_pathway(*steps, lanes=lanes))
    context = a_setting(model)

    root = ElementTree.fromstring(svg.picture(model, context.catalog.layout_of(model), ABOUT, context.language))

    assert len([each for each in root.iter(f"{SVG}circle") if each.get("class") == "over"]) == rings


def test_the_picture_links_each_step_to_its_description():
    model = our_catalog().model_by_id["tykke"]
    language = a_setting(model).language
    root = ElementTree.fromstring(svg.picture(model, our_catalog().layout_of(model), ABOUT, language))

    assert [each.attrib["href"].partition("#")[2] for each in root.iter(f"{SVG}a")] == [f"vaihe-{step.id}" for step in model.pathway.steps]
