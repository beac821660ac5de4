"""The parts of an operating model, under the headings of its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mallisto.model.evidence import Evaluation, Evidence, grade
from mallisto.model.facts import Answer, Fact, Figure, NamedFact, Ref, Statement, Text


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
class Agreement(NamedFact):
    """A matter that an adopter has to agree on with somebody; `party` is a kind of body, `items` stand in the checklist."""

    party: str
    text: Text
    acts: tuple[Ref, ...]
    items: tuple[Ref, ...]


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
