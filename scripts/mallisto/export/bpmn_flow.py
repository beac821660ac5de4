"""A pathway with its joins and splits as nodes of their own, as BPMN wants them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mallisto.model import Direction, Pathway, Step, StepType, Way
from mallisto.pathway import Edge, Plan, Stop


class NodeKind(StrEnum):
    """The elements of BPMN that a pathway needs, by their names there."""

    START = "startEvent"
    TASK = "task"
    END = "endEvent"
    EXCLUSIVE = "exclusiveGateway"
    PARALLEL = "parallelGateway"


@dataclass(frozen=True, slots=True)
class Node:
    """An event, a task or a gateway. `step` is the step it stands for; a join or a split stands for none, and belongs to one."""

    id: str
    kind: NodeKind
    belongs_to: Step
    step: Step | None


@dataclass(frozen=True, slots=True)
class FlowLink:
    """A flow between two nodes, counted from zero. `way` is the way it stands for, `is_choice` says that it is taken on a condition."""

    source: int
    target: int
    way: Way | None = None
    is_choice: bool = False
    is_conditional: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """The nodes in an order in which every flow but a way back leads on, and the flows between them."""

    nodes: tuple[Node, ...]
    links: tuple[FlowLink, ...]

    @classmethod
    def of(cls, pathway: Pathway) -> Flow:
        return _Builder(pathway).flow()

    def plan(self, pathway: Pathway) -> Plan:
        """The flow as the layout takes it: gateways are laid out as decisions."""
        lanes = {lane.id: number for number, lane in enumerate(pathway.lanes)}
        kinds = {NodeKind.START: StepType.START, NodeKind.TASK: StepType.TASK, NodeKind.END: StepType.EXIT}
        return Plan(
            lane_count=len(lanes),
            stops=tuple(Stop(kinds.get(node.kind, StepType.DECISION), lanes[node.belongs_to.lane.to]) for node in self.nodes),
            edges=tuple(Edge(link.source, link.target, link.target <= link.source, 12 if link.is_choice else 0) for link in self.links),
        )


@dataclass(slots=True)
class _Builder:
    pathway: Pathway

    def flow(self) -> Flow:
        nodes: list[Node] = []
        inner: list[FlowLink] = []
        entries: dict[tuple[str, bool], int] = {}
        exits: dict[str, int] = {}
        for step in self.pathway.steps:
            group = list(self._group(step))
            first = len(nodes)
            nodes += group
            inner += [FlowLink(first + number, first + number + 1) for number in range(len(group) - 1)]
            # Ways back enter behind a parallel join, which would wait for them for ever.
            entries[step.id, False] = first
            entries[step.id, True] = first + (len(group) > 1 and group[0].kind is NodeKind.PARALLEL and group[0].step is None)
            exits[step.id] = len(nodes) - 1
        outer = [
            FlowLink(exits[step.id], entries[way.to.to, way.kind is Direction.BACK], way, _is_choice(step), _is_conditional(step))
            for step in self.pathway.steps
            for way in step.next
        ]
        return Flow(tuple(nodes), tuple(sorted([*inner, *outer], key=lambda link: (link.source, link.target))))

    def _group(self, step: Step) -> Iterator[Node]:
        """The nodes a step needs: joins, itself, a split."""
        onward = [each for each, way in self._into(step) if way.kind is Direction.FLOW]
        back = [each for each, way in self._into(step) if way.kind is Direction.BACK]
        is_parallel = len(onward) > 1 and self._closes_a_split(step, onward)
        if is_parallel:
            yield Node(f"join-all-{step.id}", NodeKind.PARALLEL, step, None)
        if len(onward) + len(back) > 1 and not (is_parallel and not back):
            yield Node(f"join-{step.id}", NodeKind.EXCLUSIVE, step, None)
        yield Node(step.id, _kind(step), step, step)
        if len(step.next) > 1 and step.type in (StepType.START, StepType.TASK) and not _is_conditional(step):
            yield Node(f"split-{step.id}", NodeKind.PARALLEL if step.split == "all" else NodeKind.EXCLUSIVE, step, None)

    def _into(self, step: Step) -> Iterator[tuple[Step, Way]]:
        return ((each, way) for each in self.pathway.steps for way in each.next if way.to.to == step.id)

    def _closes_a_split(self, step: Step, onward: list[Step]) -> bool:
        """Whether what leads to a step are just the branches of one split that takes all its ways."""
        splits = {self._branch_of(each, step) for each in onward}
        split = next(iter(splits))
        return len(splits) == 1 and split is not None and len(split.next) == len(onward)

    def _branch_of(self, step: Step, end: Step) -> Step | None:
        """The split a plain chain of steps comes from; None where it is no plain chain, or not from such a split."""
        follower = end
        while not (step.split == "all" and len(step.next) > 1):
            before = [each for each, _ in self._into(step)]
            if len(step.next) > 1 or len(before) != 1 or follower is step:
                return None
            follower, step = step, before[0]
        return step


def _kind(step: Step) -> NodeKind:
    if step.type is StepType.START:
        return NodeKind.START
    if step.type is StepType.EXIT:
        return NodeKind.END
    if step.type is StepType.TASK or _is_conditional(step):
        return NodeKind.TASK
    return NodeKind.PARALLEL if step.split == "all" else NodeKind.EXCLUSIVE


def _is_conditional(step: Step) -> bool:
    """Whether one or more of a step's ways are taken: conditional flows out of a task say that."""
    return step.split == "any" and len(step.next) > 1 and step.type is not StepType.START


def _is_choice(step: Step) -> bool:
    return len(step.next) > 1 and step.split != "all"
