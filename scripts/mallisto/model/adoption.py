"""Who uses a model, and what they changed in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mallisto.model.facts import Figure, Ref, Reference, Text
from mallisto.reading.problems import Location


class AdoptionState(StrEnum):
    """What is known of the use of a model on the day it was last confirmed."""

    PLANNED = "planned"
    STARTING = "starting"
    RUNNING = "running"
    ENDED = "ended"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernedPlace:
    """A place of a model that a change concerns: one of the four is there. The role is one of the model's own."""

    step: Ref | None
    role: Ref | None
    item: Ref | None
    fact: Ref | None

    @property
    def family(self) -> str:
        """The family of the id: `step`, `model-role`, `item` or `fact`."""
        return "step" if self.step else "model-role" if self.role else "item" if self.item else "fact"

    @property
    def ref(self) -> Ref:
        """The mention of the place; ValueError without one, which the schema refuses."""
        for each in (self.step, self.role, self.item, self.fact):
            if each:
                return each
        raise ValueError("a change concerns no place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adaptation:
    """A change that a body made to a model, in the terms of FRAME. `planned` and `keeps_core` are `yes`, `no` or `unknown`."""

    where: Location
    id: str
    what: Text
    kind: str
    planned: str
    decided_by: tuple[Ref, ...]
    decided_by_body: Ref | None
    why: Text | None
    keeps_core: str
    concerns: tuple[ConcernedPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupResult:
    """A figure about `n` people."""

    n: int
    n_where: Location
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Whom to ask: a role, and the address of an office; the e-mail address is none of a person."""

    role: Ref
    email: str | None
    email_where: Location
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """The use of a model by a body. Dates are ISO and may lack day or month.

    `folder` is the folder of its file, and with the model its id. `source` is one of the model's own sources. `refs` are all mentions of
    something by id, each with its family, `free_texts` and `dates` all that stands in the file.
    """

    where: Location
    folder: str
    body: Ref
    partners: tuple[Ref, ...]
    municipalities: tuple[Ref, ...]
    counties: tuple[Ref, ...]
    model: Ref
    edition: str | None
    state: AdoptionState
    state_where: Location
    since: str | None
    since_where: Location
    until: str | None
    until_where: Location
    why_ended: str | None
    why_ended_where: Location
    told_by: str
    source: Ref | None
    heading: Ref | None
    reference: Reference | None
    last_confirmed: str | None
    last_confirmed_where: Location
    owner: Office | None
    extent: tuple[Figure, ...]
    results: tuple[GroupResult, ...]
    adaptations: tuple[Adaptation, ...]
    note: Text | None
    free_texts: tuple[tuple[str, Location], ...]
    dates: tuple[tuple[str, Location], ...]
    refs: tuple[tuple[str, Ref], ...]

    @property
    def id(self) -> str:
        """The record's name in all of the repository: its folder and its model."""
        return f"{self.folder}/{self.model.to}"

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure of the record."""
        yield from self.extent
        yield from (each.figure for each in self.results)

    def is_stale(self, day: str) -> bool:
        """Whether nobody has confirmed it since a day (ISO). Use that has ended needs no confirming."""
        if self.state is AdoptionState.ENDED:
            return False
        confirmed = self.last_confirmed or ""
        return not confirmed or confirmed < day[: len(confirmed)]
