"""A pathway: lanes in drawing order, steps in reading order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mallisto.model.facts import NamedFact, Ref, Statement, Text
from mallisto.reading.problems import Location


class StepType(StrEnum):
    """The four kinds of steps of a pathway."""

    START = "start"
    TASK = "task"
    DECISION = "decision"
    EXIT = "exit"


class Direction(StrEnum):
    """Whether a way leads forwards or back to an earlier step."""

    FLOW = "flow"
    BACK = "back"


class HandOver(StrEnum):
    """When responsibility is handed over along a way."""

    ALWAYS = "always"
    WHEN_NEEDED = "when_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One responsible party of the pathway."""

    where: Location
    id: str
    kind: str
    organisation: Ref | None
    title: Text
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way from one step to another. `hands_over` is None unless the source says that responsibility passes, whatever the lanes are."""

    to: Ref
    label: Text | None
    kind: Direction
    hands_over: HandOver | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(NamedFact):
    """One step of the pathway. `inferred` names the fields that the editors concluded."""

    type: StepType
    lane: Ref
    taking_part: tuple[Ref, ...]
    title: Text
    text: Text | None
    duration: Text | None
    place: Text | None
    channel: tuple[str, ...]
    roles: tuple[Ref, ...]
    inputs: tuple[Text, ...]
    outputs: tuple[Text, ...]
    optional: str
    exit_kind: str | None
    metric: Ref | None
    split: str | None
    inferred: tuple[str, ...]
    next: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """The client's pathway (”Asiakkaan polku”): lanes in drawing order, steps in reading order."""

    where: Location
    notes: tuple[Statement, ...]
    lanes: tuple[Lane, ...]
    steps: tuple[Step, ...]

    def lane(self, ref: Ref) -> Lane:
        """Return the lane that a step or a way refers to."""
        return next(lane for lane in self.lanes if lane.id == ref.to)

    def step(self, ref: Ref) -> Step:
        """Return the step that a way leads to."""
        return next(step for step in self.steps if step.id == ref.to)

    def hand_overs(self) -> Iterator[tuple[Step, Way]]:
        """Yield the ways along which responsibility is handed over, with the steps they start from."""
        yield from ((step, way) for step in self.steps for way in step.next if way.hands_over)

    def step_number(self, step_id: str) -> int:
        """Return the position of a step in reading order, from 1; 0 for an unknown id."""
        return next((number for number, step in enumerate(self.steps, 1) if step.id == step_id), 0)

    @property
    def entries(self) -> tuple[Step, ...]:
        """The first steps a client meets: the starts, or the steps after a start that is only the client's own situation."""
        found: dict[str, Step] = {}
        for start in (each for each in self.steps if each.type is StepType.START):
            is_situation = self.lane(start.lane).kind == "client"
            found |= {each.id: each for each in ((self.step(way.to) for way in start.next) if is_situation else (start,))}
        return tuple(found.values())

    def reachable_from(self, steps: Collection[Step]) -> frozenset[str]:
        """Return the ids of all steps that can be reached from these steps."""
        found: set[str] = set()
        waiting = [way.to for each in steps for way in each.next]
        while waiting:
            step = self.step(waiting.pop())
            if step.id not in found:
                found.add(step.id)
                waiting += [way.to for way in step.next]
        return frozenset(found)

    def returns_to(self, steps: Collection[Step]) -> tuple[tuple[Step, Step], ...]:
        """Return the ways back to these steps from a step of another lane, as pairs of the last step there and the step returned to."""
        own, reachable = {each.id for each in steps}, self.reachable_from(steps)
        return tuple(
            (step, back)
            for step in self.steps
            if step.id in reachable and step.id not in own
            for back in (self.step(way.to) for way in step.next if way.to.to in own)
            if back.lane.to != step.lane.to
        )

    @property
    def has_inferred_order(self) -> bool:
        return any("order" in step.inferred for step in self.steps)
