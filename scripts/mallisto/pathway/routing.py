"""Route the edges over the grid with A*: the cheapest way by length, bends, crossings and lines shared with other edges."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from mallisto.model import StepType
from mallisto.pathway.grid import LANE, RANK, Across, Down, Lattice, Point
from mallisto.pathway.layout import Route
from mallisto.pathway.plan import Edge, Plan

# Costs, in the unit of a way's length.
BEND, CROSSING, FOREIGN_BEND, OVERLAP, OTHER_END = 45.0, 100.0, 120.0, 400.0, 300.0
SHARED_SOURCE, SHARED_TARGET, OFF_CENTRE, BESIDE_CARDS = 0.55, 0.7, 1.3, 1.05
GUTTER_WIDTH, QUARTER_WIDTH, CHANNEL_HEIGHT, HALF_HEIGHT = 10.0, 40.0, 10.0, 34.0

# The cost of leaving or entering a card, at the middle of a side and away from it.
STRAIGHT, BACK_STRAIGHT, QUARTER_PORT = 0.0, 40.0, 18.0
SIDE_OUT, SIDE_OUT_OF_DECISION, SIDE_IN, SIDE_INTO_EXIT = 14.0, 4.0, 16.0, 6.0

# The remaining length is estimated slightly low, because shared lines are cheap.
CAUTION = 0.9

# The number of grid sizes whose moves are cached: many pathways have the same numbers of lanes and ranks.
_LATTICES = 32

DOWN, UP, LEFT, RIGHT = range(4)
_OPPOSITE = (UP, DOWN, RIGHT, LEFT)

# A point and the direction in which it was reached, encoded as (y * width + x) * 4 + direction.
State = int


# A move to the next state: the state, its node, the segment between, whether it is horizontal, and its cost without other lines.
Move = tuple[State, int, int, bool, float]


def routes_of(plan: Plan, ranks: tuple[int, ...]) -> tuple[Route, ...]:
    """Return a route for every edge, in the order of the edges; short and simple ones are routed first."""
    board = Board.of(plan, ranks)
    order = sorted(range(len(plan.edges)), key=lambda number: _turn(plan, ranks, plan.edges[number]))
    drawn = {number: board.draw(plan.edges[number]) for number in order}
    return tuple(drawn[number] for number in range(len(plan.edges)))


def _turn(plan: Plan, ranks: tuple[int, ...], edge: Edge) -> tuple[bool, bool, bool, int, int, int, int]:
    down, across = abs(ranks[edge.target] - ranks[edge.source]), plan.lanes_apart(edge)
    return (edge.is_back, across > 0, down + across > 2, down, across, edge.source, edge.target)


@dataclass(slots=True)
class Board:
    """The obstacles of a drawing and the routes found so far."""

    plan: Plan
    ranks: tuple[int, ...]
    lattice: Lattice
    cards: dict[int, int]
    across: list[float]
    down: list[float]
    moves: dict[State, list[Move]]
    segments: dict[int, list[Edge]] = field(default_factory=dict)
    passed: dict[int, list[tuple[Edge, bool, bool]]] = field(default_factory=dict)
    arrivals: set[int] = field(default_factory=set)
    departures: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, plan: Plan, ranks: tuple[int, ...]) -> Board:
        lattice = Lattice(plan.lane_count, max(ranks) + 1)
        cards = {
            lattice.y(rank, y) * lattice.width + lattice.x(stop.lane, x): number
            for number, (stop, rank) in enumerate(zip(plan.stops, ranks, strict=True))
            for x in range(Across.LEFT, Across.RIGHT + 1)
            for y in range(Down.TOP, Down.BOTTOM + 1)
        }
        across = [_across(x) for x in range(lattice.width)]
        down = [_down(y) for y in range(lattice.height)]
        return cls(plan, ranks, lattice, cards, across, down, _moves_known(lattice))

    def draw(self, edge: Edge) -> Route:
        """Find the route of an edge and occupy its lines."""
        nodes = [state // 4 for state in self._found(edge)]
        points = [(node % self.lattice.width, node // self.lattice.width) for node in nodes]
        corners = _corners(points)
        bends = set(corners)
        for start, end in pairwise(nodes):
            self.segments.setdefault(_segment(start, end), []).append(edge)
        for before, node, point in zip(nodes, nodes[1:], points[1:], strict=False):
            self.passed.setdefault(node, []).append((edge, point in bends, abs(node - before) == 1))
        self.departures.add(nodes[0])
        self.arrivals.add(nodes[-1])
        return Route(edge, corners)

    def _found(self, edge: Edge) -> list[State]:
        """Return the states of the cheapest way."""
        goals, estimate = self._entries(edge), self._estimate(edge)
        best = self._exits(edge)
        came: dict[State, State] = {}
        heap = [(cost + estimate(state // 4), state) for state, cost in best.items()]
        heapq.heapify(heap)
        done: set[State] = set()
        while heap:
            _, state = heapq.heappop(heap)
            if state in goals:
                return _way_to(state, came)
            if state in done:
                continue
            done.add(state)
            so_far = best[state]
            for move in self.moves.get(state) or self._moves(state):
                to, node = move[:2]
                if to in done or (node in self.cards and to not in goals):
                    continue
                cost = so_far + self._price(move, edge) + goals.get(to, 0.0)
                if cost < best.get(to, 1e18):
                    best[to], came[to] = cost, state
                    heapq.heappush(heap, (cost + estimate(node), to))
        raise ValueError(f"no way from stop {edge.source} to stop {edge.target}")

    def _price(self, move: Move, edge: Edge) -> float:
        """Return the cost of a move including the lines of other edges."""
        _, node, segment, is_level, price = move
        for other in self.segments.get(segment, ()):
            if other.source == edge.source and not other.is_back and not edge.is_back:
                price *= SHARED_SOURCE
            elif other.target == edge.target and other.is_back == edge.is_back and not other.label_length and not edge.label_length:
                price *= SHARED_TARGET
            else:
                price += OVERLAP
        for other, turns, runs_level in self.passed.get(node, ()):
            if other.source == edge.source or other.target == edge.target:
                continue
            if turns:
                price += FOREIGN_BEND
            elif runs_level != is_level:
                price += CROSSING
        return price

    def _moves(self, state: State) -> list[Move]:
        """Return the possible moves from a state, regardless of other edges."""
        node, direction = divmod(state, 4)
        y, x = divmod(node, self.lattice.width)
        found: list[Move] = []
        if self.lattice.takes_upright(x):
            dear = OFF_CENTRE if x % LANE in (Across.QUARTER, Across.THREE_QUARTERS) else 1.0
            for heading, ahead in ((DOWN, y + 1), (UP, y - 1)):
                if heading != _OPPOSITE[direction] and 0 <= ahead < self.lattice.height:
                    price = dear * abs(self.down[ahead] - self.down[y]) + (BEND if heading != direction else 0.0)
                    onward = node + (ahead - y) * self.lattice.width
                    found.append((onward * 4 + heading, onward, min(node, onward) * 2, False, price))
        if self.lattice.takes_level(y):
            dear = BESIDE_CARDS if y % RANK == Down.MIDDLE else 1.0
            for heading, ahead in ((LEFT, x - 1), (RIGHT, x + 1)):
                if heading != _OPPOSITE[direction] and 0 <= ahead < self.lattice.width:
                    price = dear * abs(self.across[ahead] - self.across[x]) + (BEND if heading != direction else 0.0)
                    onward = node + ahead - x
                    found.append((onward * 4 + heading, onward, min(node, onward) * 2 + 1, True, price))
        self.moves[state] = found
        return found

    def _exits(self, edge: Edge) -> dict[State, float]:
        """Return where the edge may leave its step, and at what cost."""
        side = SIDE_OUT_OF_DECISION if self.plan.stops[edge.source].kind is StepType.DECISION else SIDE_OUT
        ports = self._ports(edge.source, Down.BOTTOM, DOWN, side, edge)
        return {self._state(x, y, heading): cost + self._taken(x, y, self.arrivals) for x, y, heading, cost in ports}

    def _entries(self, edge: Edge) -> dict[State, float]:
        """Return where the edge may enter its step, and at what cost."""
        side = SIDE_INTO_EXIT if self.plan.stops[edge.target].kind is StepType.EXIT else SIDE_IN
        turned = {LEFT: RIGHT, RIGHT: LEFT}
        ports = self._ports(edge.target, Down.TOP, DOWN, side, edge)
        return {self._state(x, y, turned.get(heading, heading)): cost + self._taken(x, y, self.departures) for x, y, heading, cost in ports}

    def _ports(self, stop: int, line: Down, heading: int, side: float, edge: Edge) -> list[tuple[int, int, int, float]]:
        lane, rank = self.plan.stops[stop].lane, self.ranks[stop]
        x, y, middle = self.lattice.x(lane, 0), self.lattice.y(rank, line), self.lattice.y(rank, Down.MIDDLE)
        ports = [
            (x + Across.CENTRE, y, heading, BACK_STRAIGHT if edge.is_back else STRAIGHT),
            (x + Across.LEFT, middle, LEFT, side),
            (x + Across.RIGHT, middle, RIGHT, side),
        ]
        if self.plan.stops[stop].kind is StepType.TASK:
            ports += [(x + Across.QUARTER, y, heading, QUARTER_PORT), (x + Across.THREE_QUARTERS, y, heading, QUARTER_PORT)]
        return ports

    def _taken(self, x: int, y: int, by_others: set[int]) -> float:
        return OTHER_END if y * self.lattice.width + x in by_others else 0.0

    def _state(self, x: int, y: int, heading: int) -> State:
        return (y * self.lattice.width + x) * 4 + heading

    def _estimate(self, edge: Edge) -> Callable[[int], float]:
        """Return a function that gives a lower bound of the remaining cost: the distance to the nearest side of the target's card."""
        x0 = self.across[self.lattice.x(self.plan.stops[edge.target].lane, Across.CENTRE)]
        y0 = self.down[self.lattice.y(self.ranks[edge.target], Down.MIDDLE)]
        columns = [CAUTION * max(0.0, abs(x - x0) - 2 * QUARTER_WIDTH) for x in self.across]
        rows = [CAUTION * max(0.0, abs(y - y0) - HALF_HEIGHT) for y in self.down]
        width = self.lattice.width
        return lambda node: columns[node % width] + rows[node // width]


@lru_cache(_LATTICES)
def _moves_known(lattice: Lattice) -> dict[State, list[Move]]:
    """Return the moves found so far on grids of one size."""
    return {}


def _across(x: int) -> float:
    """Return the position of a column line, in the unit of a way's length."""
    lane, line = divmod(x, LANE)
    quarters = min(max(line - Across.LEFT, 0), 4)
    return lane * ((LANE - 4) * GUTTER_WIDTH + 4 * QUARTER_WIDTH) + quarters * QUARTER_WIDTH + (line - quarters) * GUTTER_WIDTH


def _down(y: int) -> float:
    """Return the position of a row line, in the unit of a way's length."""
    rank, line = divmod(y, RANK)
    halves = min(max(line - Down.TOP, 0), 2)
    return rank * ((RANK - 2) * CHANNEL_HEIGHT + 2 * HALF_HEIGHT) + halves * HALF_HEIGHT + (line - halves) * CHANNEL_HEIGHT


def _segment(start: int, end: int) -> int:
    """Encode the segment between two neighbouring nodes as one number."""
    return min(start, end) * 2 + (abs(start - end) == 1)


def _way_to(state: State, came: dict[State, State]) -> list[State]:
    way = [state]
    while way[-1] in came:
        way.append(came[way[-1]])
    return way[::-1]


def _corners(points: list[Point]) -> tuple[Point, ...]:
    """Return the ends of a line and the points at which it turns."""
    turns = (
        here for before, here, after in zip(points, points[1:], points[2:], strict=False) if before[0] != after[0] and before[1] != after[1]
    )
    return (points[0], *turns, points[-1])
