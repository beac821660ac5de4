"""What a slide shows, and how much of it fits: letters of 28 pixels and more on a screen of 1280 × 720."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from mallisto.i18n.language import LocalizedText
from mallisto.pages.elements.facts import ProvenanceView
from mallisto.pages.elements.key_facts import FactRow

# A slide has so many lines of so many letters below its title; a mark of how something is known takes some letters of its line.
LINES, LETTERS, BETWEEN = 9.5, 58, 0.45
# The rows of a table have no marks on lines of their own, and their values stand in a narrower column.
ROW_LINES, ROW_LETTERS = 12.5, 46

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something for who speaks, with its place in the source."""

    text: LocalizedText | str
    label: str = ""
    told: ProvenanceView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideLine:
    """An item of a slide; `notes` is what its speaker has of it."""

    text: LocalizedText | str
    label: LocalizedText | str = ""
    more: LocalizedText | str = ""
    told: ProvenanceView | None = None
    notes: tuple[Note, ...] = ()

    @property
    def height(self) -> float:
        told = len(self.told.words) + len(str(self.told.by or "")) + 6 if self.told else 0
        letters = len(str(self.label)) + len(str(self.text)) + len(str(self.more)) + told
        return math.ceil(letters / LETTERS) + BETWEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneRow:
    """A lane of the overview: in which of the steps it works, as their numbers with their looks, or nothing."""

    title: LocalizedText
    stops: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """A step on a slide: its number and look, who answers for it, how it is known, and the ways on."""

    number: int
    look: str
    kind: str
    title: LocalizedText
    lane: LocalizedText
    told: ProvenanceView
    more: tuple[LocalizedText | str, ...]
    ways: tuple[tuple[LocalizedText | str, int, LocalizedText], ...]
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideView:
    """A slide. Of its contents those are empty that it does not have."""

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
    """Lines on as many slides as they need; without any, one that says `empty`."""
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
    """The rows of a table on as many slides as they need, each below the lead."""
    pages = _pages(rows, ROW_LINES - math.ceil(len(lead) / LETTERS), _row_height)
    for number, page in enumerate(pages, 1):
        yield SlideView(kind=kind, title=_numbered(title, number, len(pages)), lead=lead, rows=page)


def _row_height(row: FactRow) -> float:
    said = [str(words) for value in row.values for words in (value.text, *value.more)]
    said += [run.told.words for run in row.runs if run.told]
    return math.ceil(len(", ".join(said)) / ROW_LETTERS) + BETWEEN


def _numbered(title: str, number: int, count: int) -> str:
    """A title that several slides share, with the number of each."""
    return title if count == 1 else f"{title} ({number}/{count})"


def _pages(items: tuple[Item, ...], room: float, height: Callable[[Item], float]) -> list[tuple[Item, ...]]:
    """The items on as few slides as hold them, about as many on each."""
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
