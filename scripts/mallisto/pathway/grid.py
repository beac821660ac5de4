"""The grid lines of a drawing. All lanes and ranks have the same number of lines; unused lines take no space."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

# A lane: its border, gutters, the card's left edge, quarter, centre, quarter and right edge, gutters.
GUTTERS = 3
CARD = 1 + GUTTERS
LANE = CARD + 5 + GUTTERS

# A rank: channels above the card, then the card's top, middle and bottom.
CHANNELS = 4
RANK = CHANNELS + 3

Point = tuple[int, int]


class Across(IntEnum):
    """The named column lines of a lane, counted from its border."""

    BORDER = 0
    LEFT = CARD
    QUARTER = CARD + 1
    CENTRE = CARD + 2
    THREE_QUARTERS = CARD + 3
    RIGHT = CARD + 4


class Down(IntEnum):
    """The named row lines of a rank, counted from its first channel."""

    TOP = CHANNELS
    MIDDLE = CHANNELS + 1
    BOTTOM = CHANNELS + 2


_UPRIGHT = frozenset({*range(1, LANE), Across.CENTRE} - {Across.LEFT, Across.RIGHT, Across.BORDER})
_LEVEL = frozenset({*range(CHANNELS), Down.MIDDLE})


@dataclass(frozen=True, slots=True)
class Lattice:
    """All grid lines of a drawing with a number of lanes and ranks."""

    lanes: int
    ranks: int

    @property
    def width(self) -> int:
        return self.lanes * LANE + 1

    @property
    def height(self) -> int:
        return self.ranks * RANK + CHANNELS

    def x(self, lane: int, line: int) -> int:
        return lane * LANE + line

    def y(self, rank: int, line: int) -> int:
        return rank * RANK + line

    def takes_upright(self, x: int) -> bool:
        """Return whether an edge may run along this column line."""
        return x % LANE in _UPRIGHT and x < self.width - 1

    def takes_level(self, y: int) -> bool:
        """Return whether an edge may run along this row line."""
        return y % RANK in _LEVEL and y > 0

    def is_border(self, x: int) -> bool:
        return x % LANE == Across.BORDER

    def is_gutter(self, x: int) -> bool:
        return not self.is_border(x) and not Across.LEFT <= x % LANE <= Across.RIGHT

    def is_channel(self, y: int) -> bool:
        return y % RANK < CHANNELS

    def lane_of(self, x: int) -> int:
        return min(x // LANE, self.lanes - 1)

    def rank_of(self, y: int) -> int:
        """Return the rank of a row line; channels below the last rank count as one more rank."""
        return y // RANK
