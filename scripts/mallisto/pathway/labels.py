"""Place labels and participants: on free space beside or on their own line, never on another line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mallisto.pathway.grid import CHANNELS, Across, Down, Lattice, Point
from mallisto.pathway.layout import GridPlace, Guest, Room, Route
from mallisto.pathway.plan import Plan

# The costs of a label's position; a position that costs more than the limit is not used.
LIMIT, FOREIGN_LINE, NOT_ALONE, TAKEN, CHANNEL, SHORT_LEVEL = 60.0, 60.0, 200.0, 500.0, 4.0, 100.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A free part of a lane: a cell without a card, or the channels above a rank."""

    room: Room
    rank: int
    lane: int
    columns: range
    rows: range

    def holds(self, point: Point) -> bool:
        return point[0] in self.columns and point[1] in self.rows


@dataclass(slots=True)
class Surface:
    """The free space of a drawing and the lines on it."""

    plan: Plan
    ranks: tuple[int, ...]
    lattice: Lattice
    routes: Sequence[Route]
    lines: dict[Point, list[Route]]
    cells: dict[tuple[int, int], int]

    @classmethod
    def of(cls, plan: Plan, ranks: tuple[int, ...], routes: Sequence[Route]) -> Surface:
        lines: dict[Point, list[Route]] = {}
        for route in routes:
            for point in route.points:
                lines.setdefault(point, []).append(route)
        cells = {(rank, stop.lane): number for number, (rank, stop) in enumerate(zip(ranks, plan.stops, strict=True))}
        return cls(plan, ranks, Lattice(plan.lane_count, max(ranks) + 1), routes, lines, cells)

    def slots(self) -> Iterator[Slot]:
        """Yield every slot, lane by lane."""
        for lane in range(self.plan.lane_count):
            columns = range(self.lattice.x(lane, Across.LEFT), self.lattice.x(lane, Across.RIGHT) + 1)
            for rank in range(self.lattice.ranks):
                if (rank, lane) not in self.cells:
                    rows = range(self.lattice.y(rank, Down.TOP), self.lattice.y(rank, Down.BOTTOM) + 1)
                    yield Slot(Room.CELL, rank, lane, columns, rows)
            for rank in range(self.lattice.ranks + 1):
                first = self.lattice.y(rank, 0)
                yield Slot(Room.CHANNEL, rank, lane, columns, range(first, first + CHANNELS))


def with_labels(plan: Plan, ranks: tuple[int, ...], routes: Sequence[Route]) -> tuple[Route, ...]:
    """Return the routes with their labels placed near the start of their line, or else in the card the line leads to."""
    surface = Surface.of(plan, ranks, routes)
    slots = tuple(surface.slots())
    taken: set[tuple[Room, int, int]] = set()
    placed: dict[int, Route] = {}
    for number in sorted(range(len(routes)), key=lambda each: (plan.edges[each].is_back, plan.edges[each].source, plan.edges[each].target)):
        route = routes[number]
        if route.edge.label_length:
            place = _place(route, slots, surface, taken)
            taken.add((place.room, place.rank, place.lane))
            placed[number] = replace(route, label=place)
    return tuple(placed.get(number, route) for number, route in enumerate(routes))


def _place(route: Route, slots: Sequence[Slot], surface: Surface, taken: set[tuple[Room, int, int]]) -> GridPlace:
    offers = [offer for slot in slots if (offer := _offer(route, slot, surface, taken)) is not None]
    cost, _, place = min(offers, default=(LIMIT, 0, None), key=lambda offer: offer[:2])
    if place is not None and cost < LIMIT:
        return place
    target = route.edge.target
    return GridPlace(Room.CARD, surface.ranks[target], surface.plan.stops[target].lane, route.corners[-1], is_upright=False)


def _offer(route: Route, slot: Slot, surface: Surface, taken: set[tuple[Room, int, int]]) -> tuple[float, int, GridPlace] | None:
    """Return the cost and position of a label in a slot, or None if its line does not cross the slot."""
    points = route.points
    inside = [number for number, point in enumerate(points) if slot.holds(point)]
    run = _straight([points[number] for number in inside])
    if len(run) < 2:
        return None
    is_upright = run[0][0] == run[1][0]
    alone = [point for point in run if len(surface.lines[point]) == 1]
    foreign = {id(other) for x in slot.columns for y in slot.rows for other in surface.lines.get((x, y), ()) if other is not route}
    cost = abs(inside[0] - len(points) / 2) if route.edge.is_back else float(inside[0])
    cost += FOREIGN_LINE * len(foreign)
    cost += NOT_ALONE if len(alone) < 2 else 0.0
    cost += TAKEN if (slot.room, slot.rank, slot.lane) in taken else 0.0
    cost += CHANNEL if slot.room is Room.CHANNEL else 0.0
    cost += SHORT_LEVEL if not is_upright and len(run) < 3 else 0.0
    at = run[len(run) // 2] if slot.room is Room.CELL else (alone or run)[0]
    return cost, inside[0], GridPlace(slot.room, slot.rank, slot.lane, at, is_upright)


def _straight(points: list[Point]) -> list[Point]:
    """Return the longest vertical run between turns, or all points of a straight line."""
    if len({x for x, _ in points}) == 1 or len({y for _, y in points}) == 1:
        return points
    columns = [x for x, _ in points]
    longest = max(dict.fromkeys(columns), key=columns.count, default=0)
    return [point for point in points if point[0] == longest]


def guests_of(plan: Plan, ranks: tuple[int, ...], routes: Sequence[Route]) -> tuple[Guest, ...]:
    """Return marks of the lanes that take part in a step, where their cell is free."""
    surface = Surface.of(plan, ranks, routes)
    labelled = {(route.label.rank, route.label.lane) for route in routes if route.label and route.label.room is Room.CELL}
    found = []
    for number, stop in enumerate(plan.stops):
        for lane in stop.guests:
            if (ranks[number], lane) not in labelled and (guest := _guest(number, lane, surface)):
                found.append(guest)
    return tuple(found)


def _guest(stop: int, lane: int, surface: Surface) -> Guest | None:
    lattice, rank, own = surface.lattice, surface.ranks[stop], surface.plan.stops[stop].lane
    columns = range(lattice.x(lane, Across.LEFT), lattice.x(lane, Across.RIGHT) + 1)
    rows = range(lattice.y(rank, Down.TOP), lattice.y(rank, Down.BOTTOM) + 1)
    is_free = (rank, lane) not in surface.cells and not any((x, y) in surface.lines for x in columns for y in rows)
    if not is_free or lane == own:
        return None
    at = (lattice.x(lane, Across.CENTRE), lattice.y(rank, Down.MIDDLE))
    end = lattice.x(own, Across.LEFT if lane < own else Across.RIGHT)
    is_clear = _is_clear(min(at[0], end), max(at[0], end), rank, stop, surface)
    return Guest(stop, lane, at, end if is_clear else None)


def _is_clear(first: int, last: int, rank: int, stop: int, surface: Surface) -> bool:
    """Return whether no line and no card is on the middle of a rank between two column lines."""
    y = surface.lattice.y(rank, Down.MIDDLE)
    lanes = range(surface.lattice.lane_of(first), surface.lattice.lane_of(last) + 1)
    is_level = any((x, y) in surface.lines and (x + 1, y) in surface.lines for x in range(first, last))
    return not is_level and all(surface.cells.get((rank, lane), stop) == stop for lane in lanes)
