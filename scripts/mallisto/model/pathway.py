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
    """Whether a way leads on or back to an earlier step."""

    FLOW = "flow"
    BACK = "back"


class HandOver(StrEnum):
    """When responsibility passes along a way, where the source says that it does."""

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
    """A way from one step to another. Where nobody says that responsibility passes, `hands_over` is None, whatever the lanes are."""

    to: Ref
    label: Text | None
    kind: Direction
    hands_over: HandOver | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(NamedFact):
    """One step of the pathway."""

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
    """Asiakkaan polku: lanes in drawing order, steps in reading order."""

    where: Location
    notes: tuple[Statement, ...]
    lanes: tuple[Lane, ...]
    steps: tuple[Step, ...]

    def lane(self, ref: Ref) -> Lane:
        """The lane a step or a way names."""
        return next(lane for lane in self.lanes if lane.id == ref.to)

    def step(self, ref: Ref) -> Step:
        """The step a way leads to."""
        return next(step for step in self.steps if step.id == ref.to)

    def hand_overs(self) -> Iterator[tuple[Step, Way]]:
        """The ways along which responsibility is said to pass, with the step they leave."""
        yield from ((step, way) for step in self.steps for way in step.next if way.hands_over)

    def step_number(self, step_id: str) -> int:
        """The step's place in reading order, from one; zero where there is no such step."""
        return next((number for number, step in enumerate(self.steps, 1) if step.id == step_id), 0)

    @property
    def entries(self) -> tuple[Step, ...]:
        """Where a client comes in: the starts, or what follows a start that is only the client's own situation."""
        found: dict[str, Step] = {}
        for start in (each for each in self.steps if each.type is StepType.START):
            is_situation = self.lane(start.lane).kind == "client"
            found |= {each.id: each for each in ((self.step(way.to) for way in start.next) if is_situation else (start,))}
        return tuple(found.values())

    def beyond(self, steps: Collection[Step]) -> frozenset[str]:
        """The ids of all steps that some steps lead to, near or far."""
        found: set[str] = set()
        ahead = [way.to for each in steps for way in each.next]
        while ahead:
            step = self.step(ahead.pop())
            if step.id not in found:
                found.add(step.id)
                ahead += [way.to for way in step.next]
        return frozenset(found)

    def returns_to(self, steps: Collection[Step]) -> tuple[tuple[Step, Step], ...]:
        """The ways back to some steps once the client has left them for another party: the last step there, and the step come back to."""
        own, beyond = {each.id for each in steps}, self.beyond(steps)
        return tuple(
            (step, back)
            for step in self.steps
            if step.id in beyond and step.id not in own
            for back in (self.step(way.to) for way in step.next if way.to.to in own)
            if back.lane.to != step.lane.to
        )

    @property
    def has_inferred_order(self) -> bool:
        return any("order" in step.inferred for step in self.steps)
