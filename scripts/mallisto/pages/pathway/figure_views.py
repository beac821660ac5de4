"""What a pathway figure shows, finished: words that may break, lanes, cards, labels, legend, roles."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.i18n.language import LocalizedText
from mallisto.pages.pathway.figure_lines import Mark


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the signs around it; one that may break does so only where it is too long for a line of its own."""

    parts: tuple[str, ...]

    @property
    def may_break(self) -> bool:
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class Soft:
    """A text of the model word by word; `language` is set where it is not the page's own."""

    words: tuple[Word, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """The heading of a lane."""

    classes: str
    title: Soft
    note: Soft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextView:
    """A way on, as it is read: the condition, whether it leads back, where to, and whether responsibility passes to `lane`."""

    label: Soft | None
    back: str
    number: int
    title: Soft
    hands_over: str
    lane: Soft


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCardView:
    """A step in the figure, finished."""

    classes: str
    href: str
    number: int
    kind: str
    is_decision: bool
    conditions: tuple[Soft, ...]
    title: Soft
    more: tuple[Soft, ...]
    split: str
    lane: Soft
    taking_part: tuple[Soft, ...]
    next: tuple[NextView, ...]
    next_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelView:
    classes: str
    text: Soft


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendItem:
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHighlightView:
    """A role whose steps can be made to stand out; `number` ties its link to its steps."""

    anchor: str
    number: int
    name: LocalizedText
    steps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayFigureView:
    """The figure, finished."""

    style: str
    name: str
    classes: str
    legend: tuple[LegendItem, ...]
    shares: tuple[RoleHighlightView, ...]
    heads: tuple[HeadView, ...]
    grounds: tuple[str, ...]
    marks: tuple[Mark, ...]
    cards: tuple[StepCardView, ...]
    labels: tuple[LabelView, ...]
