"""Where a model comes from and who keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Ref, Text
from mallisto.reading.problems import Location


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
class Edit:
    """A change to a model's facts that matters to a reader."""

    date: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """Lähteet ja ylläpito."""

    sources: tuple[Source, ...]
    added: str
    changes: tuple[Edit, ...]
    last_reviewed: str
    implementer_asked: str | None
    review_by: str
    review_by_where: Location
    owner: Owner
    sv: Translation
    en: Translation

    @property
    def changed(self) -> str:
        """The day of the newest change, or else the day the model was added."""
        return max((self.added, *(each.date for each in self.changes)))

    @property
    def version(self) -> str:
        """The day of the newest change or review, by which an old handout is recognised."""
        return max(self.changed, self.last_reviewed)
