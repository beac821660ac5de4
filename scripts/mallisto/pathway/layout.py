"""A finished layout: positions of steps, routes of edges, and measures of its quality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, pairwise

from mallisto.pathway.grid import Across, Down, Lattice, Point
from mallisto.pathway.plan import Edge, Plan


class Room(Enum):
    """Where a label is placed: in an empty cell, in the channels of a lane, or in the card its edge leads to."""

    CELL = "cell"
    CHANNEL = "channel"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class GridPlace:
    """The position of a label. `at` is a point of its own edge; `is_upright` says whether the edge is vertical there."""

    room: Room
    rank: int
    lane: int
    at: Point
    is_upright: bool


@dataclass(frozen=True, slots=True)
class Route:
    """An edge as a line: its corners from step to step, and the position of its label."""

    edge: Edge
    corners: tuple[Point, ...]
    label: GridPlace | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """Every grid point of the line."""
        found = [self.corners[0]]
        for start, end in pairwise(self.corners):
            found += _between(start, end)
        return tuple(found)

    @property
    def segments(self) -> frozenset[tuple[Point, Point]]:
        """Every unit segment of the line, from its smaller to its larger end."""
        return frozenset((min(a, b), max(a, b)) for a, b in pairwise(self.points))


def _between(start: Point, end: Point) -> list[Point]:
    """Return the points from one corner to the next, without the first."""
    (x0, y0), (x1, y1) = start, end
    if x0 == x1:
        return [(x0, y) for y in (range(y0 + 1, y1 + 1) if y1 > y0 else range(y0 - 1, y1 - 1, -1))]
    return [(x, y0) for x in (range(x0 + 1, x1 + 1) if x1 > x0 else range(x0 - 1, x1 - 1, -1))]


@dataclass(frozen=True, slots=True)
class Guest:
    """A lane that takes part in a step: a mark in its own cell, and how far its line to the card can reach."""

    stop: int
    lane: int
    at: Point
    line_end: int | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid out pathway; routes are in the order of the plan's edges."""

    plan: Plan
    ranks: tuple[int, ...]
    routes: tuple[Route, ...]
    guests: tuple[Guest, ...]

    @property
    def lattice(self) -> Lattice:
        return Lattice(self.plan.lane_count, max(self.ranks) + 1)

    def corner(self, stop: int) -> Point:
        """Return the upper left corner of a step's card."""
        return self.lattice.x(self.plan.stops[stop].lane, Across.LEFT), self.lattice.y(self.ranks[stop], Down.TOP)

    def borders_into_another_lane(self, route: Route) -> Iterator[Point]:
        """Yield the points at which an edge enters the lane it leads to."""
        start, end = (self.plan.stops[each].lane for each in (route.edge.source, route.edge.target))
        border = self.lattice.x(max(start, end) if end > start else end + 1, Across.BORDER)
        yield from (point for point in route.points[1:-1] if point[0] == border and start != end)

    @property
    def columns_in_use(self) -> tuple[int, ...]:
        """The column lines that edges run along."""
        return tuple(sorted({start[0] for route in self.routes for start, end in pairwise(route.corners) if start[0] == end[0]}))

    @property
    def rows_in_use(self) -> tuple[int, ...]:
        """The row lines that edges run along."""
        return tuple(sorted({start[1] for route in self.routes for start, end in pairwise(route.corners) if start[1] == end[1]}))

    @property
    def overlapping_cards(self) -> int:
        """The number of cards that share a cell with another; 0 in a good layout."""
        cells = Counter((rank, stop.lane) for rank, stop in zip(self.ranks, self.plan.stops, strict=True))
        return sum(count - 1 for count in cells.values())

    @property
    def crossings(self) -> int:
        """The number of points at which lines cross; lines that share a trunk cross others once."""
        level = {point for route in self.routes for point, is_upright in _straight(route) if not is_upright}
        upright = {point for route in self.routes for point, is_upright in _straight(route) if is_upright}
        return len(level & upright)

    @property
    def merged_lines(self) -> int:
        """The number of pairs of edges that share a line without sharing a source or a target."""
        related = [(route.edge.source, route.edge.target, route.segments) for route in self.routes]
        return sum(
            1
            for (source, target, here), (other_source, other_target, there) in combinations(related, 2)
            if source != other_source and target != other_target and not here.isdisjoint(there)
        )

    @property
    def lines_through_cards(self) -> int:
        """The number of points of lines that are in another step's card."""
        inside: dict[Point, int] = {}
        for stop in range(len(self.plan.stops)):
            left, top = self.corner(stop)
            inside |= {(x, y): stop for x in range(left, left + 5) for y in range(top, top + 3)}
        return sum(
            1
            for route in self.routes
            for point in route.points
            if inside.get(point, route.edge.source) not in (route.edge.source, route.edge.target)
        )


def _straight(route: Route) -> Iterator[tuple[Point, bool]]:
    """Yield the points at which a line does not turn, and whether it is vertical there."""
    points = route.points
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if before[0] == after[0] or before[1] == after[1]:
            yield here, before[0] == after[0]
