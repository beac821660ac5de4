"""Sources of a model and its maintenance."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Ref, Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a source, in the language of the source."""

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
    """The organisation and role that maintain the content."""

    organisation: Ref
    role: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The state of one translation."""

    status: str
    updated: str | None

    @property
    def is_missing(self) -> bool:
        """Whether nobody has translated the model, so that readers see it in Finnish."""
        return self.status == "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change to a model's facts that is worth telling readers."""

    date: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """Sources and maintenance (”Lähteet ja ylläpito”)."""

    sources: tuple[Source, ...]
    added: str
    changes: tuple[Edit, ...]
    last_reviewed: str
    implementer_asked: str | None
    review_by: str
    review_by_where: Location
    owner: Owner | None
    sv: Translation
    en: Translation

    def is_translated(self, code: str) -> bool:
        """Whether the model can be read in a language; in Finnish always."""
        translation: Translation | None = getattr(self, code, None)
        return translation is None or not translation.is_missing

    @property
    def changed(self) -> str:
        """The date of the newest change, or of the addition of the model, ISO."""
        return max((self.added, *(each.date for each in self.changes)))

    @property
    def version(self) -> str:
        """The date of the newest change or review, ISO; printed on handouts so that an outdated one is recognised."""
        return max(self.changed, self.last_reviewed)
