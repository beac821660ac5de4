"""What the decision memo shows: a board paper with the facts of a model and fields for the municipality's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mallisto.fields.decision_card import DecisionCard
from mallisto.i18n.language import LocalizedText
from mallisto.pages.elements.agreements import AgreementsView
from mallisto.pages.elements.facts import AnswerView, FigureView, ProvenanceView, StatementView
from mallisto.pages.elements.model_nav import PartLink
from mallisto.pages.model import cost_calculator, sections, surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """A role, when it is needed, and the staffing that the source reports."""

    id: str
    name: LocalizedText
    needed: str
    numbers: tuple[FigureView, ...]
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source in one line."""

    title: LocalizedText
    publisher: LocalizedText
    date: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedItem:
    """A checklist item with its text version, owner and provenance."""

    id: str
    version: str
    number: int
    text: LocalizedText
    owner: LocalizedText
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A field for the writer's own words: its label, the words it begins with, and its height in lines."""

    label: str
    start: str
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoView:
    """The memo. `model` is the model's short name, `card` the decision card, `highest` the best grade of evidence there is."""

    name: LocalizedText
    model: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    script: str
    attributes: Mapping[str, str]
    texts: Mapping[str, OwnText]
    checklist_href: str
    privacy: str
    finder_href: str
    card: DecisionCard
    highest: int
    card_source: str
    summary: LocalizedText
    summarised: ProvenanceView
    idea: tuple[StatementView, ...]
    overview_href: str
    conditions: tuple[AnswerView, ...]
    staffing: tuple[FigureView, ...]
    roles: tuple[RoleRow, ...]
    roles_href: str
    prices: tuple[FigureView, ...]
    funding_title: str
    funding: tuple[FigureView, ...]
    price_notes: tuple[StatementView, ...]
    costs: cost_calculator.CostsView
    changes: tuple[surroundings.CurrencyView, ...]
    gaps: tuple[sections.GapView, ...]
    agreements: AgreementsView | None
    phases: tuple[tuple[str, tuple[OwnedItem, ...]], ...]
    sources: tuple[SourceLine, ...]
    made_from: str
    version: str
    history: tuple[tuple[str, str, LocalizedText | str], ...]
    version_href: str
    history_href: str
    role_names: tuple[tuple[str, LocalizedText], ...]
