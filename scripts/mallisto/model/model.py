"""One operating model (toimintamalli) and its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mallisto.model.basics import Basics, Classification, Status
from mallisto.model.evidence import Evidence
from mallisto.model.facts import Fact, Figure, NamedFact, Ref, Statement, Text, facts_within
from mallisto.model.parts import (
    Agreement,
    Change,
    ChecklistItem,
    Conditions,
    Cost,
    ForWhom,
    Gap,
    How,
    People,
    Phase,
    Relation,
    Results,
    Tool,
    Why,
)
from mallisto.model.pathway import Pathway
from mallisto.model.quality import CoreElement, Criteria
from mallisto.model.upkeep import Heading, Source, Upkeep
from mallisto.reading.problems import Location


class Level(StrEnum):
    """How much a description promises: what a public page tells, or that with a pathway and translated names besides."""

    LIGHT = "light"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Whether a model runs now, as the editors conclude; `end` is the last day of its project period (ISO, perhaps only a year)."""

    lifecycle: str
    end: str | None
    is_continued: bool


@dataclass(frozen=True, kw_only=True)
class Model:
    """One operating model (toimintamalli).

    `edition` identifies this state of the content: the date of the last change and a short hash. `texts`, `free_texts`, `dates`,
    `refs` and `fact_ids` list what the whole file contains, for the checks.
    """

    where: Location
    edition: str
    id: str
    name: Text
    short_name: Text | None
    other_names: tuple[Text, ...]
    summary: Text
    kind: str
    level: Level
    status: Status
    basics: Basics
    classification: Classification
    why: Why
    for_whom: ForWhom
    how: How
    people: People
    pathway: Pathway
    tools: tuple[Tool, ...]
    conditions: Conditions
    results: Results
    cost: Cost
    checklist: tuple[ChecklistItem, ...]
    agreements: tuple[Agreement, ...]
    core: tuple[CoreElement, ...]
    criteria: Criteria | None
    advice: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    currency: tuple[Change, ...]
    gaps: tuple[Gap, ...]
    upkeep: Upkeep
    texts: tuple[tuple[Text, Location], ...]
    free_texts: tuple[tuple[str, Location], ...]
    dates: tuple[tuple[str, Location], ...]
    refs: tuple[tuple[str, Ref], ...]
    fact_ids: tuple[tuple[str, Location], ...]

    def __hash__(self) -> int:
        """Hash the id only: hashing thousands of parts would cost more than the caches save."""
        return hash(self.id)

    @property
    def title(self) -> Text:
        """The short name if there is one, otherwise the name."""
        return self.short_name or self.name

    @property
    def is_light(self) -> bool:
        """Whether the description tells only what a public page says: its silence does not mean that the source is silent."""
        return self.level is Level.LIGHT

    @property
    def evidence(self) -> Evidence | None:
        """The grade of evidence on the results; nothing where a light description says nothing of results."""
        found = self.results.evidence
        return None if self.is_light and found is Evidence.NONE else found

    @property
    def runs(self) -> Runs:
        """Whether the model runs now."""
        is_continued = any(relation.kind == "continues_as" for relation in self.relations)
        period = self.basics.period
        return Runs(lifecycle=self.status.lifecycle, end=period.end if period else None, is_continued=is_continued)

    def items_in(self, phase: Phase) -> tuple[ChecklistItem, ...]:
        """Return the checklist items of one phase."""
        return tuple(each for each in self.checklist if each.phase is phase)

    @property
    def ordered_checklist(self) -> tuple[ChecklistItem, ...]:
        """The checklist in the order of its numbers: phase by phase."""
        return tuple(each for phase in Phase for each in self.items_in(phase))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the model in the order of its fields, collected from the values themselves."""
        return tuple(facts_within(self))

    def statements(self) -> Iterator[Statement]:
        """Yield every statement of the model."""
        return (fact for fact in self.facts if isinstance(fact, Statement))

    def figures(self) -> Iterator[Figure]:
        """Yield every figure of the model."""
        return (fact for fact in self.facts if isinstance(fact, Figure))

    @cached_property
    def fact_by_id(self) -> Mapping[str, NamedFact]:
        """Named facts by id; the first one where ids repeat."""
        return {fact.id: fact for fact in reversed(self.facts) if isinstance(fact, NamedFact)}

    @cached_property
    def figure_by_id(self) -> Mapping[str, Figure]:
        return {each.id: each for each in self.figures()}

    def source(self, source_id: str) -> Source | None:
        return next((each for each in self.upkeep.sources if each.id == source_id), None)

    @cached_property
    def heading_by_ids(self) -> Mapping[tuple[str, str], Heading]:
        """Headings by the id of their source and their own."""
        return {(source.id, each.id): each for source in self.upkeep.sources for each in source.headings}
