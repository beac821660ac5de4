"""The rank of each step: below everything that leads to it, one step for each rank and lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mallisto.model import StepType
from mallisto.pathway.plan import Edge, Plan

# A longer label does not fit on the short line between neighbouring lanes.
SHORT_LABEL = 6


def compact(plan: Plan) -> tuple[int, ...]:
    """Every stop as high as it may stand."""
    return _ranks(plan, lambda number, ranks: 0)


def in_lane_order(plan: Plan) -> tuple[int, ...]:
    """Every stop below the stops of its lane that are read before it."""

    def below_its_lane(number: int, ranks: Sequence[int]) -> int:
        own = plan.stops[number].lane
        return 1 + max((rank for stop, rank in zip(plan.stops, ranks, strict=False) if stop.lane == own), default=-1)

    return _ranks(plan, below_its_lane)


def in_reading_order(plan: Plan) -> tuple[int, ...]:
    """No stop above one that is read before it."""
    return _ranks(plan, lambda number, ranks: max(ranks, default=0))


def _ranks(plan: Plan, floor: Callable[[int, Sequence[int]], int]) -> tuple[int, ...]:
    """The rank of every stop: below what leads to it, not above its floor, alone in its rank and lane."""
    ranks: list[int] = []
    taken: set[tuple[int, int]] = set()
    for number, stop in enumerate(plan.stops):
        leading = [edge for edge in plan.into(number) if not edge.is_back]
        rank = 1 + max((ranks[edge.source] for edge in leading), default=-1)
        if stop.kind is StepType.EXIT and len(leading) == 1 and _has_room_beside(plan, leading[0], ranks[leading[0].source], taken):
            rank -= 1
        rank = max(rank, floor(number, ranks))
        while (rank, stop.lane) in taken:
            rank += 1
        ranks.append(rank)
        taken.add((rank, stop.lane))
    return tuple(ranks)


def _has_room_beside(plan: Plan, edge: Edge, rank: int, taken: set[tuple[int, int]]) -> bool:
    """Whether an exit can stand in the rank of the only step that leads to it."""
    start, end = plan.stops[edge.source].lane, plan.stops[edge.target].lane
    apart = abs(end - start)
    between = range(min(start, end), max(start, end) + 1)
    has_room = apart > 1 or (apart == 1 and edge.label_length <= SHORT_LABEL)
    return has_room and not any((rank, lane) in taken for lane in between if lane != start)
