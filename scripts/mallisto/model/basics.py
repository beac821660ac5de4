"""What stands first about a model: its state, when and where, who, with what money."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Fact, Figure, NamedFact, Ref, Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Fact):
    """How far the development had come, and whether the work runs now.

    The provenance is that of `development`: a source tells of its own time, so `lifecycle` is always what the editors conclude.
    """

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
class Funding(NamedFact):
    """Where the money came from."""

    type: str
    funder: Ref | None
    text: Text | None
    amount: Figure | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(NamedFact):
    """A link or attachment the source names."""

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
