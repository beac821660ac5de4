"""A layout turned on its side, in pixels: time runs to the right, lanes lie below one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from mallisto.pathway import CHANNELS, LANE, RANK, Across, Down, Layout, Point, Room, Route

CARD_WIDTH, CARD_HEIGHT = 150.0, 88.0
BESIDE_CARD, BETWEEN_LINES, ABOVE_CARD, BETWEEN_GUTTERS = 26.0, 16.0, 22.0, 14.0

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Spot:
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where every line of a turned layout lies: ranks to the right, lanes downwards."""

    layout: Layout
    ranks: tuple[float, ...]
    lanes: tuple[float, ...]

    @classmethod
    def of(cls, layout: Layout, left: float, top: float, label_widths: Mapping[int, float]) -> Geometry:
        """The geometry of a layout; a channel is as wide as the widest label in it, by the number of the label's edge."""
        wanted: dict[int, float] = {}
        for number, route in enumerate(layout.routes):
            if route.label and route.label.room is Room.CHANNEL:
                track = route.label.at[1]
                wanted[track] = max(wanted.get(track, 0.0), label_widths.get(number, 0.0) + BESIDE_CARD)
        rows, columns = frozenset(layout.rows_in_use), frozenset(layout.columns_in_use)
        along = (max(_along(y, rows), wanted.get(y, 0.0)) for y in range(layout.lattice.height - 1))
        across = (_across(x, columns) for x in range(layout.lattice.width - 1))
        return cls(layout, tuple(accumulate(along, initial=left)), tuple(accumulate(across, initial=top)))

    @property
    def right(self) -> float:
        return self.ranks[-1] + BESIDE_CARD

    @property
    def bottom(self) -> float:
        return self.lanes[-1]

    def spot(self, point: Point) -> Spot:
        return self.ranks[point[1]], self.lanes[point[0]]

    def card(self, stop: int) -> Box:
        """The room of a step's card."""
        left, top = self.layout.corner(stop)
        return self._box(left, top, left + 4, top + 2)

    def lane(self, number: int) -> tuple[float, float]:
        """Where a lane begins and ends."""
        return self.lanes[number * LANE], self.lanes[(number + 1) * LANE]

    def line(self, route: Route) -> tuple[Spot, ...]:
        return tuple(self.spot(corner) for corner in route.corners)

    def label_spot(self, route: Route) -> Spot:
        """The middle of the room in which a label stands; for one without room, the end of its line."""
        place = route.label
        if place is None or place.room is Room.CARD:
            return self.spot(route.corners[-1])
        if place.room is Room.CELL:
            left, top = place.lane * LANE + Across.LEFT, place.rank * RANK + Down.TOP
            return self._box(left, top, left + 4, top + 2).centre
        (x0, y), x1 = self.spot(place.at), self.ranks[place.at[1] + 1]
        return (x0 + x1) / 2, y

    def _box(self, left: int, top: int, right: int, bottom: int) -> Box:
        x, y = self.ranks[top], self.lanes[left]
        return Box(x, y, self.ranks[bottom] - x, self.lanes[right] - y)


def _along(y: int, used: frozenset[int]) -> float:
    """The length from one row line to the next along the time axis."""
    line = y % RANK
    if line in (Down.TOP, Down.MIDDLE):
        return CARD_WIDTH / 2
    if line in (Down.BOTTOM, CHANNELS - 1):
        return BESIDE_CARD
    return BETWEEN_LINES if y + 1 in used else 0.0


def _across(x: int, used: frozenset[int]) -> float:
    """The length from one column line to the next across the lanes."""
    line = x % LANE
    if Across.LEFT <= line < Across.RIGHT:
        return CARD_HEIGHT / 4
    if line in (Across.LEFT - 1, Across.RIGHT):
        return ABOVE_CARD
    gutter = x + 1 if line < Across.LEFT else x
    return BETWEEN_GUTTERS if gutter in used else 0.0
