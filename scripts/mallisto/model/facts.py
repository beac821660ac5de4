"""The smallest values of a model: texts, references, provenance, statements, figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Location

# The fields that can name a fact to a reader, in order of preference.
NAMING_FIELDS = ("title", "name", "label", "text")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in up to three languages. Finnish is always present and authoritative."""

    fi: str
    sv: str | None = None
    en: str | None = None

    @property
    def by_language(self) -> dict[str, str]:
        """The text by the codes of the languages that it is written in."""
        return {code: words for code in LANGUAGES if (words := self.in_language(code))}

    def in_language(self, code: str) -> str | None:
        """Return the text in a language, or None where it is not translated."""
        text: str | None = getattr(self, code)
        return text


_UNLISTED = "name: "


def as_unlisted(name: str) -> str:
    """What stands for the id of something that its vocabulary lacks."""
    return f"{_UNLISTED}{name}"


def unlisted_name(to: str) -> str:
    """The Finnish name in what stands for an id; empty of an id."""
    return to.removeprefix(_UNLISTED) if to.startswith(_UNLISTED) else ""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to something by its id, with the location of the reference.

    What its vocabulary lacks is referred to by its Finnish name: `to` is then "name: Raision seudun opisto", which is no id.
    """

    to: str
    where: Location

    @property
    def unlisted_name(self) -> str:
        """The name of what the vocabulary lacks; empty where the reference is an id."""
        return unlisted_name(self.to)


class Basis(StrEnum):
    """Where a statement comes from."""

    SOURCE = "source"
    EDITORIAL = "editorial"
    EXTERNAL = "external"


class Modality(StrEnum):
    """How the source puts a statement: as a description, a plan, a report and so on."""

    DESCRIBED = "described"
    PLANNED = "planned"
    EXPECTED = "expected"
    REPORTED = "reported"
    EXPERIENCED = "experienced"
    VISION = "vision"
    QUESTION = "question"


class ResultKind(StrEnum):
    """What a result is about: work done, an experience, or a change for clients or services."""

    OUTPUT = "output"
    EXPERIENCE = "experience"
    CHANGE = "change"


class Certainty(StrEnum):
    """How certain it is that a figure is part of a total."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A public source outside the model's own sources, such as a law. Its URL may differ by language."""

    title: Text
    url: Text | None
    accessed: str | None

    @property
    def urls(self) -> tuple[str, ...]:
        """The URLs in all languages."""
        return tuple(url for code in LANGUAGES if (url := self.url.in_language(code))) if self.url else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The basis of a fact, the modality, and where in which source it is said."""

    basis: Basis
    modality: Modality | None
    modality_where: Location
    source: Ref | None
    heading: Ref | None
    reported_by: Ref | None
    derived_from: tuple[Ref, ...]
    reference: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Anything with provenance. `where` is its location in the author's file."""

    where: Location
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFact(Fact):
    """A fact with an id, which others can link to and derive from."""

    id: str

    @property
    def words(self) -> Text | None:
        """The heading or text that names the fact, or None."""
        return next((words for name in NAMING_FIELDS if (words := getattr(self, name, None))), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(NamedFact):
    """A text that the model states. `result` is set for results only."""

    text: Text
    site: Ref | None
    note: Text | None
    result: ResultKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(NamedFact):
    """A number that the model states: `value`, or a range from `min` to `max`, in `unit`. `result` is set for results only."""

    label: Text
    value: float | None
    min: float | None
    max: float | None
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
    result: ResultKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Fact):
    """The answer to a closed question. `unknown` is one of the possible values."""

    value: str
    text: Text | None


def totals(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures that belong in one chart: totals that have parts, and other whole figures under the same heading of the source."""
    whole = [each for each in figures if each.value is not None and not each.group]
    with_parts = {each.group.to for each in figures if each.value is not None and each.group}
    beside = {_heading(each) for each in whole if each.id in with_parts}
    return tuple(each for each in whole if _heading(each) in beside)


def _heading(figure: Figure) -> str:
    return figure.provenance.heading.to if figure.provenance.heading else ""


def facts_within(value: Any) -> Iterator[Fact]:
    """Yield every fact in a frozen value, at any depth, in the order of the fields."""
    if isinstance(value, tuple):
        for item in value:
            yield from facts_within(item)
    elif value is not None:
        if isinstance(value, Fact):
            yield value
        for name in _fields_with_facts(value.__class__):
            yield from facts_within(getattr(value, name))


@cache
def _fields_with_facts(kind: Any) -> tuple[str, ...]:
    """Return the fields of a class that may hold facts, judged by their types."""
    return tuple(name for name, hint in get_type_hints(kind).items() if _may_hold_facts(hint))


def _may_hold_facts(hint: Any) -> bool:
    parts = get_args(hint)
    if parts:
        return any(_may_hold_facts(part) for part in parts if part is not ...)
    return issubclass(hint, Fact) or bool(_fields_with_facts(hint))
