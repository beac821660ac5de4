"""The content of a slide, and how much of it fits: text of at least 28 pixels on a screen of 1280 × 720."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from mallisto.i18n.language import LocalizedText
from mallisto.pages.elements.facts import ProvenanceView
from mallisto.pages.elements.key_facts import FactRow

# The number of lines below a slide's title and the characters on a line; a provenance label takes some characters.
LINES, LETTERS, BETWEEN = 9.5, 58, 0.45
# Rows of a table have no labels on lines of their own, and a narrower column for their values.
ROW_LINES, ROW_LETTERS = 12.5, 46

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A speaker note with its provenance."""

    text: LocalizedText | str
    label: str = ""
    provenance: ProvenanceView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideLine:
    """An item of a slide; `notes` are its speaker notes."""

    text: LocalizedText | str
    label: LocalizedText | str = ""
    more: LocalizedText | str = ""
    provenance: ProvenanceView | None = None
    notes: tuple[Note, ...] = ()

    @property
    def height(self) -> float:
        mark = len(self.provenance.words) + len(str(self.provenance.by or "")) + 6 if self.provenance else 0
        letters = len(str(self.label)) + len(str(self.text)) + len(str(self.more)) + mark
        return math.ceil(letters / LETTERS) + BETWEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A step in the overview by number and style; `is_other` where a role is shown that does not work in it."""

    number: int
    look: str
    is_other: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneRow:
    """A lane of the overview: its step in every column, or nothing if the lane does not take part there."""

    title: LocalizedText
    stops: tuple[Stop | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """A step on a slide: number and style, responsible party, provenance, its own sentence if there is room, and the ways out."""

    number: int
    look: str
    kind: str
    title: LocalizedText
    lane: LocalizedText
    provenance: ProvenanceView
    text: LocalizedText | str
    more: tuple[LocalizedText | str, ...]
    ways: tuple[tuple[LocalizedText | str, int, LocalizedText], ...]
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideView:
    """A slide. Parts that it does not have are empty."""

    kind: str
    title: LocalizedText | str
    anchor: str = ""
    lead: str = ""
    rows: tuple[FactRow, ...] = ()
    lanes: tuple[LaneRow, ...] = ()
    steps: tuple[StepCard, ...] = ()
    lines: tuple[SlideLine, ...] = ()
    link: str = ""
    qr: str = ""
    notes: tuple[Note, ...] = ()


def packed(
    lines: tuple[SlideLine, ...], title: str, *, anchor: str = "", lead: str = "", empty: str = "", link: str = "", qr: str = ""
) -> Iterator[SlideView]:
    """Distribute lines over as many slides as needed; without lines, yield one that says `empty`."""
    room = LINES - math.ceil(len(lead) / LETTERS) - (3 if qr else 0)
    pages = _pages(lines, room, lambda line: line.height) or [()]
    for number, page in enumerate(pages, 1):
        yield SlideView(
            kind="lines",
            title=_numbered(title, number, len(pages)),
            anchor=anchor if number == 1 else "",
            lead=lead or ("" if lines else empty),
            lines=page,
            link=link if number == len(pages) else "",
            qr=qr if number == len(pages) else "",
            notes=tuple(note for line in page for note in line.notes),
        )


def packed_rows(rows: tuple[FactRow, ...], title: str, *, kind: str, lead: str) -> Iterator[SlideView]:
    """Distribute the rows of a table over as many slides as needed, each with the lead."""
    pages = _pages(rows, ROW_LINES - math.ceil(len(lead) / LETTERS), _row_height)
    for number, page in enumerate(pages, 1):
        yield SlideView(kind=kind, title=_numbered(title, number, len(pages)), lead=lead, rows=page)


def _row_height(row: FactRow) -> float:
    said = [str(words) for value in row.values for words in (value.text, *value.more)]
    said += [run.provenance.words for run in row.runs if run.provenance]
    return math.ceil(len(", ".join(said)) / ROW_LETTERS) + BETWEEN


def _numbered(title: str, number: int, count: int) -> str:
    """Return the title of one of several slides with its number."""
    return title if count == 1 else f"{title} ({number}/{count})"


def _pages(items: tuple[Item, ...], room: float, height: Callable[[Item], float]) -> list[tuple[Item, ...]]:
    """Distribute items evenly over the smallest number of slides."""
    fewest = _filled(items, room, height)
    even = sum(map(height, items)) / max(len(fewest), 1)
    while even < room and len(_filled(items, even, height)) > len(fewest):
        even += BETWEEN
    return _filled(items, min(even, room), height)


def _filled(items: tuple[Item, ...], room: float, height: Callable[[Item], float]) -> list[tuple[Item, ...]]:
    pages: list[tuple[Item, ...]] = []
    for item in items:
        if pages and sum(map(height, pages[-1])) + height(item) <= room:
            pages[-1] += (item,)
        else:
            pages.append((item,))
    return pages
