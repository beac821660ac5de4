"""A pathway as BPMN 2.0 with its diagram: one pool, a lane for each party, explicit gateways, time from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from mallisto.catalog.catalog import Catalog
from mallisto.export.bpmn_flow import Flow, FlowLink, Node, NodeKind
from mallisto.export.geometry import BESIDE_CARD, Box, Geometry, Spot
from mallisto.export.metadata import About
from mallisto.export.text_wrap import width
from mallisto.i18n.language import Language
from mallisto.model import Model, Step
from mallisto.pathway import Room

POOL_HEAD, LANE_HEAD, LEFT, TOP = 30.0, 30.0, 160.0, 80.0
GATEWAY, EVENT = 50.0, 36.0
LABEL_WIDTH, LABEL_SIZE, LABEL_LINE = 110.0, 11.0, 14.0

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f]")

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" \
xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id={id} targetNamespace={namespace} exporter="Mallisto">
"""


def diagram(model: Model, catalog: Catalog, about: About, language: Language) -> bytes:
    """The pathway as an XML document."""
    flow = Flow.of(model.pathway)
    layout = catalog.layout_of_plan(flow.plan(model.pathway))
    drawing = _BpmnDrawing(model, about, language, flow)
    widths = {number: drawing.label_width(link) for number, link in enumerate(flow.links)}
    geometry = Geometry.of(layout, LEFT + POOL_HEAD + LANE_HEAD, TOP, widths)
    parts = (
        _HEAD.format(id=quoteattr(_id("definitions", model.id)), namespace=quoteattr(about.address)),
        *drawing.process(),
        *drawing.plane(geometry),
    )
    return "".join(_printable(part) for part in (*parts, "</bpmn:definitions>\n")).encode()


@dataclass(frozen=True, slots=True)
class _BpmnDrawing:
    model: Model
    about: About
    language: Language
    flow: Flow

    def process(self) -> Iterator[str]:
        """What the diagram means."""
        pathway, pick = self.model.pathway, self.language.pick
        yield f'<bpmn:collaboration id="Collaboration">{_documentation(self.about.words(self.language))}'
        yield f'<bpmn:participant id="Pool" name={quoteattr(self.about.model)} processRef="Process"/></bpmn:collaboration>\n'
        yield '<bpmn:process id="Process" isExecutable="false">\n<bpmn:laneSet id="Lanes">\n'
        for lane in pathway.lanes:
            inside = "".join(
                f"<bpmn:flowNodeRef>{_id('node', node.id)}</bpmn:flowNodeRef>"
                for node in self.flow.nodes
                if node.belongs_to.lane.to == lane.id
            )
            note = _documentation(str(pick(lane.note))) if lane.note else ""
            yield f'<bpmn:lane id="{_id("lane", lane.id)}" name={quoteattr(str(pick(lane.title)))}>{note}{inside}</bpmn:lane>\n'
        yield "</bpmn:laneSet>\n"
        for number, node in enumerate(self.flow.nodes):
            yield self._node(number, node)
        for number, link in enumerate(self.flow.links):
            yield self._flow(number, link)
        yield "</bpmn:process>\n"

    def _node(self, number: int, node: Node) -> str:
        ends = "".join(f"<bpmn:incoming>flow-{n}</bpmn:incoming>" for n, link in enumerate(self.flow.links) if link.target == number)
        ends += "".join(f"<bpmn:outgoing>flow-{n}</bpmn:outgoing>" for n, link in enumerate(self.flow.links) if link.source == number)
        name = f" name={quoteattr(self._name(node))}" if self._name(node) else ""
        told = _documentation("\n".join(self._told(node.step))) if node.step else ""
        return f'<bpmn:{node.kind} id="{_id("node", node.id)}"{name}>{told}{ends}</bpmn:{node.kind}>\n'

    def _name(self, node: Node) -> str:
        if node.step:
            return str(self.language.pick(node.step.title))
        is_split = node.id.startswith("split-")
        return self.language.say(f"step.split.{node.belongs_to.split or 'one'}") if is_split else ""

    def _told(self, step: Step) -> Iterator[str]:
        pick = self.language.pick
        yield from (str(pick(text)) for text in (step.text, step.duration, step.place) if text)
        if step.optional == "when_needed":
            yield self.language.say("step.when_needed")
        yield f"{self.about.address}#vaihe-{step.id}"

    def _flow(self, number: int, link: FlowLink) -> str:
        ends = f'sourceRef="{_id("node", self.flow.nodes[link.source].id)}" targetRef="{_id("node", self.flow.nodes[link.target].id)}"'
        name = self.label(link)
        if link.is_conditional:
            condition = f'<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">{escape(name)}</bpmn:conditionExpression>'
            return f'<bpmn:sequenceFlow id="flow-{number}" name={quoteattr(name)} {ends}>{condition}</bpmn:sequenceFlow>\n'
        if name:
            return f'<bpmn:sequenceFlow id="flow-{number}" name={quoteattr(name)} {ends}/>\n'
        told = _documentation(str(self.language.pick(link.way.label))) if link.way and link.way.label else ""
        return f'<bpmn:sequenceFlow id="flow-{number}" {ends}>{told}</bpmn:sequenceFlow>\n'

    def label(self, link: FlowLink) -> str:
        """The condition of a choice; a way whose source names none is called after the step it leads to, where it needs a name."""
        if link.way is None or not link.is_choice:
            return ""
        if link.way.label:
            return str(self.language.pick(link.way.label))
        return str(self.language.pick(self.model.pathway.step(link.way.to).title)) if link.is_conditional else ""

    def label_width(self, link: FlowLink) -> float:
        return min(LABEL_WIDTH, 10 + width(self.label(link), LABEL_SIZE))

    def plane(self, geometry: Geometry) -> Iterator[str]:
        """Where everything stands."""
        yield '<bpmndi:BPMNDiagram id="Diagram">\n<bpmndi:BPMNPlane id="Plane" bpmnElement="Collaboration">\n'
        pool = Box(LEFT, TOP, geometry.right - LEFT, geometry.bottom - TOP)
        yield f'<bpmndi:BPMNShape id="Pool_di" bpmnElement="Pool" isHorizontal="true">{_bounds(pool)}</bpmndi:BPMNShape>\n'
        for number, lane in enumerate(self.model.pathway.lanes):
            begin, end = geometry.lane(number)
            box, name = Box(LEFT + POOL_HEAD, begin, pool.width - POOL_HEAD, end - begin), _id("lane", lane.id)
            yield f'<bpmndi:BPMNShape id="{name}_di" bpmnElement="{name}" isHorizontal="true">{_bounds(box)}</bpmndi:BPMNShape>\n'
        boxes = tuple(_box(node, geometry.card(number)) for number, node in enumerate(self.flow.nodes))
        for number, node in enumerate(self.flow.nodes):
            yield self._shape(number, node, boxes[number], geometry)
        for number, link in enumerate(self.flow.links):
            yield self._edge(number, link, boxes, geometry)
        yield "</bpmndi:BPMNPlane>\n</bpmndi:BPMNDiagram>\n"

    def _shape(self, number: int, node: Node, box: Box, geometry: Geometry) -> str:
        marker = ' isMarkerVisible="true"' if node.kind is NodeKind.EXCLUSIVE else ""
        label = ""
        if node.kind is not NodeKind.TASK and self._name(node):
            label = f"<bpmndi:BPMNLabel>{_bounds(self._beside(number, box, geometry))}</bpmndi:BPMNLabel>"
        name = _id("node", node.id)
        return f'<bpmndi:BPMNShape id="{name}_di" bpmnElement="{name}"{marker}>{_bounds(box)}{label}</bpmndi:BPMNShape>\n'

    def _beside(self, number: int, box: Box, geometry: Geometry) -> Box:
        """Room for a name below its shape, or above it where a line leaves or comes from below."""
        x, y = box.centre
        lines = [route for route in geometry.layout.routes if number in (route.edge.source, route.edge.target)]
        ends = [line.corners[:2] if line.edge.source == number else line.corners[:-3:-1] for line in lines]
        is_below = any(after[0] > at[0] for at, after in ends)
        top = y - box.height / 2 - 2 * LABEL_LINE - 3 if is_below else y + box.height / 2 + 3
        return Box(x - 62, top, 124, 2 * LABEL_LINE)

    def _edge(self, number: int, link: FlowLink, boxes: tuple[Box, ...], geometry: Geometry) -> str:
        route = geometry.layout.routes[number]
        line = list(geometry.line(route))
        line[0] = _on_border(line[0], line[1], boxes[link.source])
        line[-1] = _on_border(line[-1], line[-2], boxes[link.target])
        points = "".join(f'<di:waypoint x="{x:.0f}" y="{y:.0f}"/>' for x, y in line)
        label = ""
        if self.label(link):
            breadth = self.label_width(link)
            height = LABEL_LINE * (1 + width(self.label(link), LABEL_SIZE) // LABEL_WIDTH)
            x, y = geometry.label_spot(route)
            if route.label is None or route.label.room is Room.CARD:
                x, y = x - breadth / 2 - BESIDE_CARD, y - height
            label = f"<bpmndi:BPMNLabel>{_bounds(Box(x - breadth / 2, y - height - 4, breadth, height))}</bpmndi:BPMNLabel>"
        return f'<bpmndi:BPMNEdge id="flow-{number}_di" bpmnElement="flow-{number}">{points}{label}</bpmndi:BPMNEdge>\n'


def _box(node: Node, card: Box) -> Box:
    """The shape of a node in the middle of its card."""
    size = {NodeKind.TASK: 0.0, NodeKind.START: EVENT, NodeKind.END: EVENT}.get(node.kind, GATEWAY)
    x, y = card.centre
    return Box(x - size / 2, y - size / 2, size, size) if size else card


def _on_border(end: Spot, other: Spot, box: Box) -> Spot:
    """The point at which a line meets the border of its shape."""
    (x, y), (other_x, other_y) = end, other
    middle_x, middle_y = box.centre
    if x == other_x:
        return x, box.y if other_y < middle_y else box.y + box.height
    return box.x if other_x < middle_x else box.x + box.width, y


def _bounds(box: Box) -> str:
    return f'<dc:Bounds x="{box.x:.0f}" y="{box.y:.0f}" width="{box.width:.0f}" height="{box.height:.0f}"/>'


def _documentation(text: str) -> str:
    return f"<bpmn:documentation>{escape(text)}</bpmn:documentation>"


def _id(kind: str, name: str) -> str:
    """An id of our own as BPMN takes it; ids of models are plain words with hyphens."""
    return f"{kind}-{name}"


def _printable(text: str) -> str:
    """The text without the control characters that XML 1.0 has no place for."""
    return _UNPRINTABLE.sub("", text)
