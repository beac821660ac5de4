"""The content of a pathway figure: hyphenated texts, lanes, cards, labels, legend, roles."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.i18n.language import LocalizedText
from mallisto.pages.pathway.figure_lines import Mark


@dataclass(frozen=True, slots=True)
class Word:
    """A word with adjacent punctuation; it breaks only if it is too long for a line of its own."""

    parts: tuple[str, ...]

    @property
    def may_break(self) -> bool:
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class Soft:
    """A model text word by word; `language` is set if it differs from the page's language."""

    words: tuple[Word, ...]
    language: str | None = None

    @property
    def may_break(self) -> bool:
        return any(each.may_break for each in self.words)

    def __str__(self) -> str:
        """The text without hyphens, as a screen reader should get it."""
        return " ".join("".join(each.parts) for each in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """The heading of a lane."""

    classes: str
    title: Soft
    note: Soft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextView:
    """A way out as text: the condition, whether it leads back, the target, and the `lane` that takes over responsibility."""

    label: Soft | None
    back: str
    number: int
    title: Soft
    hands_over: str
    lane: Soft


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCardView:
    """A step in the figure. `label` is all that stands on its tile, as a screen reader should get it."""

    classes: str
    href: str
    label: str
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
    """A role whose steps can be highlighted; `number` connects its link with its steps."""

    anchor: str
    number: int
    name: LocalizedText
    steps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayFigureView:
    """The figure."""

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
