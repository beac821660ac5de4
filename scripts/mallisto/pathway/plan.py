"""The input of the layout: numbers and kinds, no texts."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model import Direction, Pathway, Step, StepType, Text, Way


@dataclass(frozen=True, slots=True)
class Stop:
    """A step: its kind, its lane and the lanes that take part, counted from zero."""

    kind: StepType
    lane: int
    guests: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A way between two steps, counted from zero; `label_length` is that of the longest translation, 0 without a label."""

    source: int
    target: int
    is_back: bool = False
    label_length: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A pathway without its texts. Equal plans have equal layouts."""

    lane_count: int
    stops: tuple[Stop, ...]
    edges: tuple[Edge, ...]

    @classmethod
    def of(cls, pathway: Pathway) -> Plan:
        lanes = {lane.id: number for number, lane in enumerate(pathway.lanes)}
        steps = {step.id: number for number, step in enumerate(pathway.steps)}
        return cls(
            lane_count=len(lanes),
            stops=tuple(_stop(step, lanes) for step in pathway.steps),
            edges=tuple(_edge(number, way, steps) for number, step in enumerate(pathway.steps) for way in step.next),
        )

    def into(self, stop: int) -> tuple[Edge, ...]:
        """Return the edges that lead to a stop."""
        return tuple(edge for edge in self.edges if edge.target == stop)

    def out_of(self, stop: int) -> tuple[Edge, ...]:
        """Return the edges that leave a stop."""
        return tuple(edge for edge in self.edges if edge.source == stop)

    def lanes_apart(self, edge: Edge) -> int:
        """Return the distance of an edge's lanes."""
        return abs(self.stops[edge.source].lane - self.stops[edge.target].lane)


def _stop(step: Step, lanes: dict[str, int]) -> Stop:
    return Stop(step.type, lanes[step.lane.to], tuple(lanes[ref.to] for ref in step.taking_part))


def _edge(source: int, way: Way, steps: dict[str, int]) -> Edge:
    return Edge(source, steps[way.to.to], way.kind is Direction.BACK, _longest(way.label))


def _longest(text: Text | None) -> int:
    return max(len(each or "") for each in (text.fi, text.sv, text.en)) if text else 0
