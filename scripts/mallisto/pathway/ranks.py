"""Assign steps to ranks: below every step that leads to them, one step for each rank and lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mallisto.model import StepType
from mallisto.pathway.plan import Edge, Plan

# A longer label does not fit on the short line between neighbouring lanes.
SHORT_LABEL = 6


def compact(plan: Plan) -> tuple[int, ...]:
    """Rank every stop as high as possible."""
    return _ranks(plan, lambda number, ranks: 0)


def in_lane_order(plan: Plan) -> tuple[int, ...]:
    """Rank every stop below the earlier stops of its lane."""

    def below_its_lane(number: int, ranks: Sequence[int]) -> int:
        own = plan.stops[number].lane
        return 1 + max((rank for stop, rank in zip(plan.stops, ranks, strict=False) if stop.lane == own), default=-1)

    return _ranks(plan, below_its_lane)


def in_reading_order(plan: Plan) -> tuple[int, ...]:
    """Rank no stop above an earlier one."""
    return _ranks(plan, lambda number, ranks: max(ranks, default=0))


def _ranks(plan: Plan, floor: Callable[[int, Sequence[int]], int]) -> tuple[int, ...]:
    """Return the rank of every stop: below what leads to it, not above its floor, alone in its rank and lane."""
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
    """Return whether an exit can share the rank of the only step that leads to it."""
    start, end = plan.stops[edge.source].lane, plan.stops[edge.target].lane
    apart = abs(end - start)
    between = range(min(start, end), max(start, end) + 1)
    has_room = apart > 1 or (apart == 1 and edge.label_length <= SHORT_LABEL)
    return has_room and not any((rank, lane) in taken for lane in between if lane != start)
