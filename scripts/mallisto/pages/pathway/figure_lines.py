"""The lines and marks of a pathway figure as boxes on its grid, with the CSS classes that place them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mallisto.pathway import LANE, RANK, Across, Down, GridPlace, Guest, Layout, Point, Room, Route


@dataclass(frozen=True, slots=True)
class Mark:
    """A box without text; its classes set position and drawing. `is_hand_over` adds the ring with two arrows."""

    classes: str
    is_hand_over: bool = False


def area(left: int, top: int, right: int, bottom: int) -> str:
    """Return the classes that place a box between four grid lines, counted from zero; a span of one needs no class."""
    span = [f"w{right - left}"] if right - left > 1 else []
    span += [f"h{bottom - top}"] if bottom - top > 1 else []
    return " ".join([f"x{left + 1}", f"y{top + 1}", *span])


def lane_area(lane: int) -> str:
    return f"x{lane * LANE + 1} w{LANE}"


def card_area(layout: Layout, stop: int) -> str:
    left, top = layout.corner(stop)
    return f"x{left + 1} y{top + 1}"


def columns_in_use(layout: Layout) -> str:
    """Return the classes that give width to the gutters with lines."""
    return " ".join(f"u{x // LANE}-{x % LANE}" for x in layout.columns_in_use if layout.lattice.is_gutter(x))


def marks(layout: Layout, hand_overs: frozenset[int]) -> Iterator[Mark]:
    """Yield everything below the cards, ways back first; `hand_overs` are the edges along which responsibility passes."""
    yield from _spacers(layout)
    for guest in layout.guests:
        yield from _guest(guest)
    numbered = sorted(enumerate(layout.routes), key=lambda each: (not each[1].edge.is_back, each[0] in hand_overs))
    for _, route in numbered:
        yield from _line(route)
    for number, route in numbered:
        if number in hand_overs:
            yield from (Mark(f"over {area(x, y, x + 1, y + 1)}", is_hand_over=True) for x, y in layout.borders_into_another_lane(route))


def label_area(layout: Layout, place: GridPlace) -> str:
    """Return the classes that place a label: over an empty cell, or in the channel of its line."""
    left = place.lane * LANE + Across.LEFT
    if place.room is Room.CELL:
        top = place.rank * RANK + Down.TOP
        return area(left, top, left + 4, top + 2)
    return area(left, place.at[1], left + 4, place.at[1] + 1)


def _spacers(layout: Layout) -> Iterator[Mark]:
    """Yield the spaces between lines in the channels of a rank."""
    rows = [y for y in layout.rows_in_use if layout.lattice.is_channel(y)]
    for above, below in pairwise(rows):
        if above // RANK == below // RANK:
            yield Mark(f"gap {area(0, below - 1, 1, below)}")


def _guest(guest: Guest) -> Iterator[Mark]:
    x, y = guest.at
    if guest.line_end is not None:
        yield Mark(f"dots {area(min(x, guest.line_end), y, max(x, guest.line_end), y + 1)}")
    yield Mark(f"ring {area(x, y, x + 1, y + 1)}")


def _line(route: Route) -> Iterator[Mark]:
    """Yield a piece for every corner, or one straight piece, and the arrowhead."""
    back = " back" if route.edge.is_back else ""
    corners = route.corners
    if len(corners) == 2:
        yield _straight(corners[0], corners[1], back)
    for number in range(1, len(corners) - 1):
        yield _corner(corners, number, back)
    yield _arrow(corners[-2], corners[-1], back)


def _straight(start: Point, end: Point, back: str) -> Mark:
    (x0, y0), (x1, y1) = start, end
    if x0 == x1:
        return Mark(f"line v{back} {area(x0, min(y0, y1), x0 + 1, max(y0, y1))}")
    return Mark(f"line h{back} {area(min(x0, x1), y0, max(x0, x1), y0 + 1)}")


def _corner(corners: tuple[Point, ...], number: int, back: str) -> Mark:
    """Return two arms that meet; an arm is full at the ends of the line, and half where the next corner draws the rest."""
    before, here, after = corners[number - 1 : number + 2]
    comes_upright = before[0] == here[0]
    upright, level = (before, after) if comes_upright else (after, before)
    is_first, is_last = number == 1, number == len(corners) - 2
    whole_upright = is_first if comes_upright else is_last
    whole_level = is_last if comes_upright else is_first
    side = ("b" if upright[1] < here[1] else "t") + ("r" if level[0] < here[0] else "l")
    arms = (" whole-v" if whole_upright else "") + (" whole-h" if whole_level else "")
    xs, ys = (before[0], here[0], after[0]), (before[1], here[1], after[1])
    return Mark(f"line {side}{arms}{back} {area(min(xs), min(ys), max(xs), max(ys))}")


def _arrow(before: Point, end: Point, back: str) -> Mark:
    (x0, y0), (x, y) = before, end
    if x0 == x:
        return Mark(f"tip d{back} {area(x, y - 1, x + 1, y)}" if y > y0 else f"tip u{back} {area(x, y, x + 1, y + 1)}")
    return Mark(f"tip r{back} {area(x - 1, y, x, y + 1)}" if x > x0 else f"tip l{back} {area(x, y, x + 1, y + 1)}")
