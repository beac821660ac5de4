"""The controlled vocabularies that models share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from mallisto.model.acts import Act
from mallisto.model.facts import Ref, Reference, Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Whether a name has been seen in use in one language, and where."""

    state: str
    seen_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """The verification of a name in all three languages."""

    fi: Verification | None
    sv: Verification | None
    en: Verification | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptUri:
    """A concept's URI in a public vocabulary such as YSO."""

    uri: str
    match: str
    label: Text | None
    seen_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A profession or function that models share; `broader` is the role it is a kind of.

    `may_be_held_by` are the professions whose members may hold a function, in the editors' reading.
    """

    where: Location
    id: str
    name: Text
    plural: Text | None
    other_names: tuple[Text, ...]
    kind: str
    sectors: tuple[str, ...]
    description: Text
    term: Ref | None
    broader: Ref | None
    may_be_held_by: tuple[Ref, ...]
    verified: Verified | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """The organisation that replaced another, and since when."""

    organisation: Ref
    since: str
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation, programme or network, present or former."""

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
    """A topic, target group or life situation; `broader` is the target group it is part of."""

    where: Location
    id: str
    name: Text
    broader: Ref | None
    yso: ConceptUri | None
    ptvl: ConceptUri | None
    note: Text | None
    verified: Verified | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EverydayWords:
    """The words people use for a concept in each language, colloquial or narrower ones too, and whether they were seen in a vocabulary."""

    fi: tuple[str, ...]
    sv: tuple[str, ...]
    en: tuple[str, ...]
    verified: Verification

    @property
    def all(self) -> tuple[str, ...]:
        """The words of every language."""
        return (*self.fi, *self.sv, *self.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary term, its explanation, the words people use for it, and the verification of its translations.

    What is `common` to all is not explained in running text (`familiarity`).
    """

    where: Location
    id: str
    name: Text
    explanation: Text
    search: tuple[str, ...]
    everyday: EverydayWords | None
    used_in: tuple[Ref, ...]
    status: str
    familiarity: str | None
    yso: ConceptUri | None
    note: Text | None
    verified: Verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A municipality, wellbeing services county or employment area by its official code.

    `other_names` are further names it is found by. A former municipality has the one it was `merged_into`, and the day (ISO) `since` when.
    """

    where: Location
    id: str
    name: Text
    county: Ref | None
    other_names: tuple[str, ...] = ()
    region: str | None = None
    employment_area: Ref | None = None
    merged_into: Ref | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A published address and its short code; the code is empty until one is assigned."""

    where: Location
    address: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A redirect from a published address: to another address, or to an explanation of why it is gone."""

    where: Location
    address: str
    to: Ref | None
    gone: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The lists of one vocabulary file; lists that belong to other files are empty."""

    roles: tuple[Role, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    topics: tuple[Concept, ...] = ()
    target_groups: tuple[Concept, ...] = ()
    life_situations: tuple[Concept, ...] = ()
    terms: tuple[Term, ...] = ()
    counties: tuple[Area, ...] = ()
    employment_areas: tuple[Area, ...] = ()
    municipalities: tuple[Area, ...] = ()
    former_municipalities: tuple[Area, ...] = ()
    acts: tuple[Act, ...] = ()
    areas_source: str | None = None
    areas_seen: str | None = None
    areas_licence: str | None = None
    areas_reference_date: str | None = None
    texts: tuple[tuple[Text, Location], ...] = ()
    free_texts: tuple[tuple[str, Location], ...] = ()
    dates: tuple[tuple[str, Location], ...] = ()
    refs: tuple[tuple[str, Ref], ...] = ()

    @classmethod
    def merged(cls, files: Iterable[Vocabulary]) -> Vocabulary:
        """One vocabulary of the lists of several files; of what is no list, the first that a file has."""
        lists: dict[str, tuple[object, ...]] = {}
        single: dict[str, object] = {}
        for file in files:
            for each in fields(file):
                value = getattr(file, each.name)
                if isinstance(value, tuple):
                    lists[each.name] = lists.get(each.name, ()) + value
                elif value is not None:
                    single.setdefault(each.name, value)
        return cls(**lists, **single)  # type: ignore[arg-type]
