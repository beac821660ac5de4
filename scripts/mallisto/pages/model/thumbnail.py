"""The pathway in miniature: its shapes, lanes and ways, without words in the boxes. The whole pathway has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mallisto.i18n.language import LocalizedText
from mallisto.model import Model, Step
from mallisto.pages.elements.page_context import PageContext

WIDTH, EDGE, LANE = 340, 14, 36
# A step stands so far below the upper edge of its lane, beside which the lane's name is written.
_DOWN, _NAME = 25, 13


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneBand:
    """A lane: its upper edge, the base line of its name, and whether it is the client's."""

    y: int
    name_y: int
    name: LocalizedText
    is_client: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShape:
    """A step: its kind selects the shape."""

    kind: str
    x: float
    y: int
    is_optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A way from one step to another, as the path of a line."""

    path: str
    is_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThumbnailView:
    """The picture in units of its own, and the sentence that leads to the whole pathway."""

    height: int
    lanes: tuple[LaneBand, ...]
    shapes: tuple[StepShape, ...]
    curves: tuple[Curve, ...]
    words: str


def thumbnail(model: Model, context: PageContext) -> ThumbnailView | None:
    """Return the miniature of a pathway, or None without one. Steps stand in reading order from left to right."""
    pathway, language = model.pathway, context.language
    if not pathway.steps:
        return None
    placed = _placed(model)
    lanes = tuple(
        LaneBand(y=LANE * number, name_y=LANE * number + _NAME, name=language.pick(lane.title), is_client=lane.kind == "client")
        for number, lane in enumerate(pathway.lanes)
    )
    return ThumbnailView(
        height=LANE * len(lanes),
        lanes=lanes,
        shapes=tuple(
            StepShape(kind=step.type, x=placed[step.id][0], y=placed[step.id][1], is_optional=step.optional == "when_needed")
            for step in pathway.steps
        ),
        curves=tuple(_curves(pathway.steps, placed)),
        words=language.say("overview.thumbnail", steps=len(pathway.steps), lanes=len(lanes)),
    )


def _placed(model: Model) -> Mapping[str, tuple[float, int]]:
    """The middle of every step, by its id."""
    lanes = [lane.id for lane in model.pathway.lanes]
    between = _between(len(model.pathway.steps))
    return {
        step.id: (round(EDGE + number * between, 1), LANE * lanes.index(step.lane.to) + _DOWN)
        for number, step in enumerate(model.pathway.steps)
    }


def _between(steps: int) -> float:
    return (WIDTH - 2 * EDGE) / max(steps - 1, 1)


def _curves(steps: tuple[Step, ...], placed: Mapping[str, tuple[float, int]]) -> Iterator[Curve]:
    """Yield the ways: level to the next step, bent to another lane, arched over steps of the same one."""
    next_door = 1.5 * _between(len(steps))
    for step in steps:
        x, y = placed[step.id]
        for way in step.next:
            to_x, to_y = placed[way.to.to]
            middle = round((x + to_x) / 2, 1)
            arched = f"H{to_x}" if abs(to_x - x) < next_door else f"Q{middle} {y - 14} {to_x} {to_y}"
            bent = f"C{middle} {y} {middle} {to_y} {to_x} {to_y}"
            yield Curve(path=f"M{x} {y}{arched if y == to_y else bent}", is_back=way.kind == "back")
