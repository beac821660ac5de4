"""Fit a card on one sheet of A4: lines are counted before printing, and the rest stays on the web page."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from mallisto.i18n.language import Language
from mallisto.pages.elements.card_rows import CardRow

# How much a sheet holds in the type of card.css, by the widest of the usual system fonts: lines, characters on each, and characters on
# a line of a row's title.
LINES, WIDTH, TITLE = 53.0, 78, 18

# The number of characters in the note that says how many lines are left out.
LEFT_OUT = 20

# The lines taken by the heading of a part, and the space between rows in lines.
HEADING, GAP = 3.6, 0.25

# The maximum number of parts, so that every part has room for an answer or two.
MOST_PARTS = 10


def fitted(parts: tuple[tuple[CardRow, ...], ...], language: Language, above: str = "") -> tuple[tuple[CardRow, ...], ...]:
    """Return the rows of every part with the lines marked that do not fit one sheet; `above` is printed before them.

    Gaps are placed first, since a reader of paper must not take silence for knowledge; then the first lines of all rows, and so
    on.
    """
    lines = LINES - math.ceil(len(above) / WIDTH)
    count = _printed(parts, lines)
    room = lines - HEADING * count
    chosen: set[tuple[int, int, int]] = set()
    closed: set[tuple[int, int]] = set()
    for place in sorted(_places(parts[:count]), key=lambda each: _turn(each, parts)):
        part, number, depth = place
        row = parts[part][number]
        is_opened = any(each[:2] == (part, number) for each in chosen)
        cost = _height(row, depth) + (0 if is_opened else _opening(row))
        if cost > room or (part, number) in closed:
            closed.add((part, number))
        else:
            chosen.add(place)
            room -= cost
    return tuple(
        tuple(_marked(row, {depth for *of, depth in chosen if of == [part, number]}, language) for number, row in enumerate(rows))
        for part, rows in enumerate(parts)
    )


def _printed(parts: tuple[tuple[CardRow, ...], ...], room: float) -> int:
    """Return the number of parts on the sheet: as many as leave half of it to known facts when all their gaps are printed."""
    for count in range(min(len(parts), MOST_PARTS), 1, -1):
        lines = [(row, depth) for part in parts[:count] for row in part for depth, line in enumerate(row.lines) if line.is_gap]
        if sum(_height(*each) for each in lines) <= (room - HEADING * count) / 2:
            return count
    return min(len(parts), 1)


def _places(parts: tuple[tuple[CardRow, ...], ...]) -> Iterator[tuple[int, int, int]]:
    return ((part, number, depth) for part, rows in enumerate(parts) for number, row in enumerate(rows) for depth in range(len(row.lines)))


def _turn(place: tuple[int, int, int], parts: tuple[tuple[CardRow, ...], ...]) -> tuple[bool, int, int, int]:
    part, number, depth = place
    return (not parts[part][number].lines[depth].is_gap, depth, number, part)


def _height(row: CardRow, depth: int) -> int:
    """Return the lines that a line of a row takes, including the note that says how many are left out."""
    more = LEFT_OUT if len(row.lines) > 1 else 0
    return math.ceil((len(row.lines[depth].words) + more) / WIDTH)


def _opening(row: CardRow) -> float:
    """Return the lines that a row takes besides its content: the space before it and its higher title."""
    return GAP + math.ceil(len(row.title) / TITLE) - 1


def _marked(row: CardRow, printed: set[int], language: Language) -> CardRow:
    """Return the row as printed: its last printed line says how many are left out."""
    missing = len(row.lines) - len(printed)
    words = language.say("card.left_out", count=missing) if missing else ""
    last = max(printed, default=-1)
    lines = (replace(each, is_on_paper=depth in printed, left_out=words if depth == last else "") for depth, each in enumerate(row.lines))
    return replace(row, lines=tuple(lines))
