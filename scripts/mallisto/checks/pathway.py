"""A pathway that can be followed and drawn."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.model import Direction, Pathway, Step, StepType
from mallisto.reading.problems import Choice, Problem

MOST_STEPS = 40
MOST_LANES = 9


def starts_at_the_start(catalog: Catalog) -> Iterator[Problem]:
    """The first step of a pathway is its start."""
    for pathway in _pathways(catalog):
        first = pathway.steps[0]
        if first.type is not StepType.START:
            yield Problem(first.where, "step.no_start", found=first.id)


def every_step_is_reached(catalog: Catalog) -> Iterator[Problem]:
    """Every step can be reached from a start."""
    for pathway in _pathways(catalog):
        if any(not pathway.step_number(way.to.to) for step in pathway.steps for way in step.next):
            continue  # a way to a missing step is reported first; most likely the unreached step was meant
        led_to = {way.to.to for step in pathway.steps for way in step.next}
        starts = [step.id for step in pathway.steps if step.type is StepType.START] or [pathway.steps[0].id]
        reached = _reached(pathway, starts)
        for step in sorted(pathway.steps, key=lambda each: each.id in led_to):
            if step.id not in reached:
                yield _about(step, "step.unreachable", mend=_step_before(pathway, step))
                reached |= _reached(pathway, [step.id])


def no_dead_end(catalog: Catalog) -> Iterator[Problem]:
    """Every step but an exit has a next step."""
    for step in _steps(catalog):
        if step.type is not StepType.EXIT and not step.next:
            yield _about(step, "step.dead_end")


def exit_is_the_end(catalog: Catalog) -> Iterator[Problem]:
    """An exit has no next step."""
    for step in _steps(catalog):
        if step.type is StepType.EXIT and step.next:
            yield _about(step, "step.exit_leads_on")


def decision_has_ways(catalog: Catalog) -> Iterator[Problem]:
    """A decision has at least two ways out."""
    for step in _steps(catalog):
        if step.type is StepType.DECISION and len(step.next) == 1:
            yield _about(step, "step.one_way_decision")


def split_is_told(catalog: Catalog) -> Iterator[Problem]:
    """A step that is not a decision and has several ways out says whether all, one or any of them are taken."""
    for step in _steps(catalog):
        if step.type in (StepType.START, StepType.TASK) and len(step.next) > 1 and not step.split:
            yield _about(step, "step.split_missing")


def direction_is_told(catalog: Catalog) -> Iterator[Problem]:
    """A way to an earlier step is declared as going back, and no other way is."""
    for pathway in _pathways(catalog):
        for number, step in enumerate(pathway.steps, 1):
            for way in step.next:
                target = pathway.step_number(way.to.to)
                if not target:
                    continue
                goes_back = target <= number
                if goes_back and way.kind is not Direction.BACK:
                    yield Problem(way.to.where, "step.goes_back", found=way.to.to)
                if not goes_back and way.kind is Direction.BACK:
                    yield Problem(way.to.where, "step.goes_forward", found=way.to.to)


def hand_over_leaves_the_lane(catalog: Catalog) -> Iterator[Problem]:
    """Responsibility is handed over only to another lane, because a lane is one responsible party."""
    for pathway in _pathways(catalog):
        lane_of = {step.id: step.lane.to for step in pathway.steps}
        for step in pathway.steps:
            for way in step.next:
                if way.hands_over and lane_of.get(way.to.to) == step.lane.to:
                    yield Problem(way.to.where, "step.hand_over_in_lane", found=way.to.to)


def fits_a_page(catalog: Catalog) -> Iterator[Problem]:
    """A pathway has at most 40 steps and 9 lanes; a longer one should be split."""
    for pathway in _pathways(catalog):
        if len(pathway.steps) > MOST_STEPS:
            yield Problem(pathway.steps[MOST_STEPS].where, "pathway.long", found=str(len(pathway.steps)), limit=MOST_STEPS)
        if len(pathway.lanes) > MOST_LANES:
            yield Problem(pathway.lanes[MOST_LANES].where, "pathway.wide", found=str(len(pathway.lanes)), limit=MOST_LANES)


def lanes_are_used(catalog: Catalog) -> Iterator[Problem]:
    """The client's lane is the first, and every lane has a step or takes part in one."""
    for pathway in _pathways(catalog):
        if pathway.lanes[0].kind != "client":
            yield Problem(pathway.lanes[0].where, "lane.client_first", found=pathway.lanes[0].id)
        used = {ref.to for step in pathway.steps for ref in (step.lane, *step.taking_part)}
        for lane in pathway.lanes:
            if lane.id not in used:
                yield Problem(lane.where, "lane.unused", found=lane.id)


def _pathways(catalog: Catalog) -> Iterator[Pathway]:
    """The pathways of the models that have one; a light description need not."""
    return (model.pathway for model in catalog.models if model.pathway.steps)


def _steps(catalog: Catalog) -> Iterator[Step]:
    return (step for pathway in _pathways(catalog) for step in pathway.steps)


def _step_before(pathway: Pathway, step: Step) -> str:
    """Return the id of the nearest earlier step that may have a next step."""
    before = pathway.steps[: pathway.step_number(step.id) - 1]
    return next((each.id for each in reversed(before) if each.type is not StepType.EXIT), pathway.steps[0].id)


def _reached(pathway: Pathway, starts: list[str]) -> set[str]:
    ways = {step.id: [way.to.to for way in step.next] for step in pathway.steps}
    reached, ahead = set(starts), list(starts)
    while ahead:
        for target in ways.get(ahead.pop(), ()):
            if target not in reached:
                reached.add(target)
                ahead.append(target)
    return reached


def _about(step: Step, code: str, mend: str = "") -> Problem:
    names = {"fi": step.title.fi, "sv": step.title.sv or step.title.fi, "en": step.title.en or step.title.fi}
    return Problem(step.where, code, found=step.id, candidates=(Choice(step.id, names),), mend=mend)
