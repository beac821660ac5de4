"""What an operating model is made of, and the shared vocabularies it speaks in. All values are frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mallisto.problems import Location


@dataclass(frozen=True, slots=True)
class Text:
    """A text in up to three languages; Finnish is always there and authoritative."""

    fi: str
    sv: str | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of something by its id, with the place of the mention."""

    to: str
    where: Location


class Basis(StrEnum):
    """Where a statement comes from."""

    SOURCE = "source"
    EDITORIAL = "editorial"
    EXTERNAL = "external"


class Modality(StrEnum):
    """How the source says it."""

    DESCRIBED = "described"
    PLANNED = "planned"
    EXPECTED = "expected"
    REPORTED = "reported"
    EXPERIENCED = "experienced"
    VISION = "vision"


class Certainty(StrEnum):
    """How sure it is that a figure is part of a total."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNCLEAR = "unclear"


class StepType(StrEnum):
    """The four kinds of steps of a pathway."""

    START = "start"
    TASK = "task"
    DECISION = "decision"
    EXIT = "exit"


class Direction(StrEnum):
    """Whether a way leads on or back to an earlier step."""

    FLOW = "flow"
    BACK = "back"


class Phase(StrEnum):
    """The five phases of adopting a model, in order."""

    DECIDE = "decide"
    PREPARE = "prepare"
    START = "start"
    RUN = "run"
    ESTABLISH = "establish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A public source outside the model's own sources: a law, an authority's page."""

    title: str
    url: str | None
    accessed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """On what basis something is said, and how the source says it."""

    basis: Basis
    modality: Modality | None
    source: Ref | None
    heading: Ref | None
    reported_by: Ref | None
    derived_from: tuple[Ref, ...]
    reference: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Anything that says where it comes from. The place is where the author wrote it."""

    where: Location
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """A text the model claims."""

    id: str
    text: Text
    site: Ref | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number the model claims: `value`, or a range from `min` to `max`, in `unit`."""

    id: str
    label: Text
    value: int | None
    min: int | None
    max: int | None
    qualifier: str
    unit: str
    population: Text | None
    as_of: str | None
    site: Ref | None
    group: Ref | None
    group_certainty: Certainty | None
    note: Text | None
    includes: tuple[Text, ...] = ()
    excludes: tuple[Text, ...] = ()
    price_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Fact):
    """A closed question answered by one of a few words, `unknown` among them."""

    value: str
    text: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Fact):
    """How far the development had come, and whether the work runs now."""

    development: str
    lifecycle: str
    source_label: str | None
    as_of: str | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Fact):
    """When the model was carried out; dates may lack day or month."""

    start: str | None
    end: str | None
    start_where: Location
    end_where: Location
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Fact):
    """Where, in the words of then and by the areas of now."""

    site: Text | None
    municipalities: tuple[Ref, ...]
    counties_now: tuple[Ref, ...]
    organisations_then: tuple[Ref, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Fact):
    """An organisation and its part in the model."""

    organisation: Ref
    part: str
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Fact):
    """A programme the model belongs to."""

    organisation: Ref
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Fact):
    """Where the money came from."""

    id: str
    type: str
    funder: Ref | None
    text: Text | None
    amount: Figure | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Fact):
    """A link or attachment the source names."""

    id: str
    title: Text
    url: str | None
    kind: str
    state: str
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """Perustiedot."""

    period: Period | None
    place: Place | None
    organisations: tuple[Participant, ...]
    programme: tuple[Programme, ...]
    funding: tuple[Funding, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTags:
    """The source's own tags, as it has them."""

    source: Ref
    heading: Ref
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What the model is about, by controlled vocabularies."""

    topics: tuple[Ref, ...]
    target_groups: tuple[Ref, ...]
    life_situations: tuple[Ref, ...]
    source_tags: tuple[SourceTags, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Toimintaympäristö, lähtötilanne."""

    need: tuple[Statement, ...]
    context: tuple[Statement, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForWhom:
    """Kohderyhmä ja asiakasymmärrys."""

    description: tuple[Statement, ...]
    criteria: tuple[Statement, ...]
    segments: tuple[Statement, ...]
    size: tuple[Figure, ...]
    consent: Answer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How a client gets in."""

    routes: tuple[Statement, ...]
    referral: Answer | None
    voluntary: Answer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """Ratkaisun perusidea."""

    idea: tuple[Statement, ...]
    goals: tuple[Statement, ...]
    principles: tuple[Statement, ...]
    methods: tuple[Statement, ...]
    components: tuple[Statement, ...]
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInModel(Fact):
    """A shared role as this model uses it."""

    role: Ref
    title: Text | None
    needed: str
    tasks: tuple[Statement, ...]
    staffing: tuple[Figure, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Roolit ja vastuut."""

    description: tuple[Statement, ...]
    staffing: tuple[Figure, ...]
    roles: tuple[RoleInModel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One responsible party of the pathway."""

    where: Location
    id: str
    kind: str
    organisation: Ref | None
    title: Text
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way from one step to another."""

    to: Ref
    label: Text | None
    kind: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Fact):
    """One step of the pathway."""

    id: str
    type: StepType
    lane: Ref
    taking_part: tuple[Ref, ...]
    title: Text
    text: Text | None
    duration: Text | None
    place: Text | None
    channel: tuple[str, ...]
    roles: tuple[Ref, ...]
    inputs: tuple[Text, ...]
    outputs: tuple[Text, ...]
    optional: str
    exit_kind: str | None
    metric: Ref | None
    split: str | None
    inferred: tuple[str, ...]
    next: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """Asiakkaan polku: lanes in drawing order, steps in reading order."""

    where: Location
    notes: tuple[Statement, ...]
    lanes: tuple[Lane, ...]
    steps: tuple[Step, ...]

    def step_number(self, step_id: str) -> int:
        """The step's place in reading order, from one; zero where there is no such step."""
        return next((number for number, step in enumerate(self.steps, 1) if step.id == step_id), 0)

    @property
    def has_inferred_order(self) -> bool:
        return any("order" in step.inferred for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool(Fact):
    """A tool and how ready it is."""

    id: str
    name: Text
    text: Text | None
    maturity: str
    term: Ref | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Toimivuuden ja käyttöönoton ehdot."""

    competences: tuple[Statement, ...]
    resources: tuple[Statement, ...]
    agreements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsistencyNote(Fact):
    """What does not add up in the figures, said aloud."""

    id: str
    text: Text
    about: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Arvioinnin tulokset, opit. Expectations and visions are kept apart from what somebody reports."""

    claims: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    consistency_notes: tuple[ConsistencyNote, ...]
    expected_results: tuple[Statement, ...]
    lessons: tuple[Statement, ...]
    next_steps: tuple[Statement, ...]
    vision: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Kustannukset."""

    figures: tuple[Figure, ...]
    notes: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem(Fact):
    """One item of the adoption checklist."""

    id: str
    phase: Phase
    text: Text
    why: Text
    owner: Ref
    verify: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Fact):
    """Another model or project this one is related to."""

    id: str
    kind: str
    model: Ref | None
    name: Text | None
    text: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Fact):
    """What has changed in the world since the source was written."""

    id: str
    text: Text
    since: str | None
    organisations: tuple[Ref, ...]
    concerns: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Fact):
    """What the source does not tell."""

    id: str
    text: Text
    field: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a source, in the source's language."""

    where: Location
    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source text of the model."""

    where: Location
    id: str
    kind: str
    title: str
    publisher: Ref
    owner: Ref | None
    url: str | None
    published: str | None
    modified: str | None
    accessed: str | None
    language: str
    headings: tuple[Heading, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who keeps the model up to date."""

    organisation: Ref
    role: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The state of one translation."""

    status: str
    updated: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """Lähteet ja ylläpito."""

    sources: tuple[Source, ...]
    last_reviewed: str
    review_by: str
    review_by_where: Location
    owner: Owner
    sv: Translation
    en: Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One operating model (toimintamalli)."""

    where: Location
    id: str
    name: Text
    short_name: Text | None
    other_names: tuple[Text, ...]
    summary: Text
    kind: str
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
    refs: tuple[tuple[str, Ref], ...]
    facts: tuple[tuple[str, Location], ...]

    @property
    def title(self) -> Text:
        """The short name where there is one."""
        return self.short_name or self.name

    def figures(self) -> Iterator[Figure]:
        """Every figure of the model."""
        yield from self.why.figures
        yield from self.for_whom.size
        yield from self.people.staffing
        for role in self.people.roles:
            yield from role.staffing
        yield from self.results.figures
        yield from self.cost.figures
        yield from (each.amount for each in self.basics.funding if each.amount)

    def source(self, source_id: str) -> Source | None:
        return next((each for each in self.upkeep.sources if each.id == source_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Whether the name in one language has been seen in use, and where."""

    state: str
    seen_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """The verification of a name in each language."""

    fi: Verification | None
    sv: Verification | None
    en: Verification | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptUri:
    """A concept's lasting address in a shared vocabulary such as YSO."""

    uri: str
    match: str
    label: Text | None
    seen_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A profession or function that models share."""

    where: Location
    id: str
    name: Text
    plural: Text | None
    other_names: tuple[Text, ...]
    kind: str
    description: Text
    term: Ref | None
    verified: Verified | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """What took an organisation's place, and when."""

    organisation: Ref
    since: str
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body, programme or network, then or now."""

    where: Location
    id: str
    name: Text
    short_name: Text | None
    kind: str
    description: Text | None
    part_of: Ref | None
    valid_from: str | None
    valid_until: str | None
    replaced_by: tuple[Successor, ...]
    counties: tuple[Ref, ...]
    municipality: Ref | None
    url: str | None
    note: Text | None
    references: tuple[Reference, ...]
    verified: Verified | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A topic, target group or life situation."""

    where: Location
    id: str
    name: Text
    yso: ConceptUri | None
    ptvl: ConceptUri | None
    note: Text | None
    verified: Verified | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary term with its explanation and the verification of its equivalents."""

    where: Location
    id: str
    name: Text
    explanation: Text
    search: tuple[str, ...]
    used_in: tuple[Ref, ...]
    status: str
    yso: ConceptUri | None
    note: Text | None
    verified: Verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A municipality or wellbeing services county by its official code."""

    where: Location
    id: str
    name: Text
    county: Ref | None
    region: str | None = None
    nuts3: str | None = None
    employment_area: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What became of a published address: another address, or an explanation of why it is gone."""

    where: Location
    address: str
    to: Ref | None
    gone: Text | None
