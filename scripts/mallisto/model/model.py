"""One operating model (toimintamalli) and its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mallisto.model.basics import Basics, Classification, Status
from mallisto.model.evidence import Evaluation, Evidence, grade
from mallisto.model.facts import Answer, Fact, Figure, NamedFact, Ref, Statement, Text, facts_within
from mallisto.model.pathway import Pathway
from mallisto.model.upkeep import Heading, Source, Upkeep
from mallisto.reading.problems import Location


class Level(StrEnum):
    """How much a description promises: what a public page tells, or that with a pathway and translated names besides."""

    LIGHT = "light"
    FULL = "full"


class Phase(StrEnum):
    """The five phases of adopting a model, in order."""

    DECIDE = "decide"
    PREPARE = "prepare"
    START = "start"
    RUN = "run"
    ESTABLISH = "establish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why the model exists (”Toimintaympäristö, lähtötilanne”)."""

    need: tuple[Statement, ...]
    context: tuple[Statement, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForWhom:
    """The people the model serves (”Kohderyhmä ja asiakasymmärrys”)."""

    description: tuple[Statement, ...]
    criteria: tuple[Statement, ...]
    segments: tuple[Statement, ...]
    size: tuple[Figure, ...]
    consent: Answer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How a client enters the service."""

    routes: tuple[Statement, ...]
    referral: Answer | None
    voluntary: Answer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How the model works (”Ratkaisun perusidea”)."""

    idea: tuple[Statement, ...]
    goals: tuple[Statement, ...]
    principles: tuple[Statement, ...]
    methods: tuple[Statement, ...]
    components: tuple[Statement, ...]
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInModel(Fact):
    """A shared role as this model uses it, perhaps in one organisation only (`site`)."""

    role: Ref
    title: Text | None
    site: Ref | None
    needed: str
    tasks: tuple[Statement, ...]
    staffing: tuple[Figure, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The roles and their tasks (”Roolit ja vastuut”)."""

    description: tuple[Statement, ...]
    staffing: tuple[Figure, ...]
    roles: tuple[RoleInModel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool(NamedFact):
    """A tool and its maturity."""

    name: Text
    text: Text | None
    maturity: str
    term: Ref | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What the model needs in order to work (”Toimivuuden ja käyttöönoton ehdot”)."""

    competences: tuple[Statement, ...]
    resources: tuple[Statement, ...]
    agreements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsistencyNote(NamedFact):
    """A note on figures that contradict each other. `about` refers to the figures."""

    text: Text
    about: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Results and lessons (”Arvioinnin tulokset, opit”). Expectations and visions are separate from reported results."""

    claims: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    consistency_notes: tuple[ConsistencyNote, ...]
    expected_results: tuple[Statement, ...]
    lessons: tuple[Statement, ...]
    next_steps: tuple[Statement, ...]
    vision: tuple[Statement, ...]
    evaluation: Evaluation | None = None

    @property
    def evidence(self) -> Evidence:
        """The grade of evidence on the results."""
        return grade(self.claims, self.figures, self.evaluation)

    def notes_on_all(self, figures: Iterable[Figure]) -> tuple[ConsistencyNote, ...]:
        """Return the consistency notes that are about all of these figures."""
        ids = {each.id for each in figures}
        return tuple(each for each in self.consistency_notes if ids and ids <= {ref.to for ref in each.about})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Costs (”Kustannukset”)."""

    figures: tuple[Figure, ...]
    notes: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem(NamedFact):
    """One item of the adoption checklist."""

    phase: Phase
    text: Text
    why: Text
    owner: Ref
    verify: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(NamedFact):
    """A related model or project. `name` is set where it has no page here."""

    kind: str
    model: Ref | None
    name: Text | None
    text: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(NamedFact):
    """Something that has changed in the world since the source was written."""

    text: Text
    since: str | None
    organisations: tuple[Ref, ...]
    concerns: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(NamedFact):
    """Something the source does not say about a field. `roles` are those on whose cards the gap is shown."""

    text: Text
    field: Ref
    roles: tuple[Ref, ...]


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
