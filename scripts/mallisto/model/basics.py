"""Basic facts of a model: status, period, place, participants, funding, links, classification."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Fact, Figure, NamedFact, Ref, Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Fact):
    """The stage of development and whether the model runs now (`lifecycle`).

    The provenance is that of `development`. `lifecycle` is always the editors' conclusion, because a source describes its own
    time.
    """

    development: str
    lifecycle: str
    source_label: str | None
    as_of: str | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Fact):
    """When the model was carried out. Dates are ISO and may lack day or month."""

    start: str | None
    end: str | None
    start_where: Location
    end_where: Location
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Fact):
    """Where the model was carried out: organisations and municipalities of that time, municipalities and counties of today."""

    site: Text | None
    municipalities: tuple[Ref, ...]
    counties_now: tuple[Ref, ...]
    organisations_then: tuple[Ref, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Fact):
    """An organisation and its part in the model (implementer, coordinator, partner, referrer and so on)."""

    organisation: Ref
    part: str
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Fact):
    """A programme that the model belongs to."""

    organisation: Ref
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(NamedFact):
    """A source of funding."""

    type: str
    funder: Ref | None
    text: Text | None
    amount: Figure | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(NamedFact):
    """A link or attachment that the source names."""

    title: Text
    url: str | None
    kind: str
    state: str
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """Basic facts (”Perustiedot”)."""

    period: Period | None
    place: Place | None
    organisations: tuple[Participant, ...]
    programme: tuple[Programme, ...]
    funding: tuple[Funding, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTags:
    """The tags that a source gives the model, unchanged."""

    source: Ref
    heading: Ref
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """Topics, target groups and life situations from the controlled vocabularies."""

    topics: tuple[Ref, ...]
    target_groups: tuple[Ref, ...]
    life_situations: tuple[Ref, ...]
    source_tags: tuple[SourceTags, ...]
