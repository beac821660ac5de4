"""The entries of the vocabularies: by id, and which of them is above which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from mallisto.catalog import unlisted
from mallisto.catalog.unlisted import EntriesById
from mallisto.model import Act, Adoption, Area, Concept, Organisation, Place, Ref, Role, Term, Vocabulary

Entry = TypeVar("Entry", Role, Concept)


@dataclass(frozen=True, kw_only=True)
class Entries:
    """Queries on the vocabularies that need no model."""

    vocabulary: Vocabulary

    @cached_property
    def role_by_id(self) -> Mapping[str, Role]:
        return EntriesById(self.vocabulary.roles, unlisted.role)

    @cached_property
    def organisation_by_id(self) -> Mapping[str, Organisation]:
        return EntriesById(self.vocabulary.organisations, unlisted.organisation)

    @cached_property
    def term_by_id(self) -> Mapping[str, Term]:
        return {each.id: each for each in self.vocabulary.terms}

    @cached_property
    def topic_by_id(self) -> Mapping[str, Concept]:
        return EntriesById(self.vocabulary.topics, unlisted.concept)

    @cached_property
    def target_group_by_id(self) -> Mapping[str, Concept]:
        return EntriesById(self.vocabulary.target_groups, unlisted.concept)

    @cached_property
    def life_situation_by_id(self) -> Mapping[str, Concept]:
        return EntriesById(self.vocabulary.life_situations, unlisted.concept)

    @cached_property
    def act_by_id(self) -> Mapping[str, Act]:
        return {each.id: each for each in self.vocabulary.acts}

    @cached_property
    def municipality_by_id(self) -> Mapping[str, Area]:
        """The municipalities of today and the former ones."""
        return EntriesById((*self.vocabulary.municipalities, *self.vocabulary.former_municipalities), unlisted.area)

    @cached_property
    def merged_into(self) -> Mapping[str, tuple[Area, ...]]:
        """The former municipalities that were merged into each municipality, by its code."""
        found: dict[str, list[Area]] = {}
        for area in self.vocabulary.former_municipalities:
            if area.merged_into:
                found.setdefault(area.merged_into.to, []).append(area)
        return {code: tuple(areas) for code, areas in found.items()}

    @cached_property
    def county_by_id(self) -> Mapping[str, Area]:
        return {each.id: each for each in self.vocabulary.counties}

    def role(self, ref: Ref) -> Role:
        return self.role_by_id[ref.to]

    def organisation(self, ref: Ref) -> Organisation:
        return self.organisation_by_id[ref.to]

    def counties_of(self, place: Place) -> tuple[str, ...]:
        """The codes of the areas of wellbeing services that a place names, and of those of its municipalities."""
        own = (area.county.to for area in self.municipalities_of(place) if area.county)
        return tuple(dict.fromkeys((*(ref.to for ref in place.counties_now), *own)))

    def municipalities_of(self, place: Place) -> tuple[Area, ...]:
        """The municipalities of today that a place names, a former one by its successor."""
        named = (self.municipality_by_id[ref.to] for ref in place.municipalities)
        return tuple(dict.fromkeys(self.municipality_by_id[each.merged_into.to] if each.merged_into else each for each in named))

    def where_used(self, adoption: Adoption) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The codes of the municipalities and of the areas of wellbeing services in which a model is used: its own or those of the body."""
        body = self.organisation(adoption.body)
        own = (body.municipality,) if body.municipality else ()
        municipalities = adoption.municipalities or (() if adoption.counties else own)
        counties = adoption.counties or (() if municipalities else body.counties)
        areas = [self.municipality_by_id[ref.to] for ref in municipalities]
        today = dict.fromkeys(area.merged_into.to if area.merged_into else area.id for area in areas)
        around = (area.county.to for code in today if (area := self.municipality_by_id[code]).county)
        return tuple(today), tuple(dict.fromkeys((*(ref.to for ref in counties), *around)))

    def family_of(self, role: Role) -> tuple[Role, ...]:
        """Return a role and the roles that are kinds of it."""
        return self._families.get(role.id, (role,))

    @cached_property
    def _families(self) -> Mapping[str, tuple[Role, ...]]:
        roles = self.vocabulary.roles
        return {each.id: (each, *(other for other in roles if other.broader and other.broader.to == each.id)) for each in roles}

    def holders_of(self, function: Role) -> tuple[Role, ...]:
        """Return the professions that may hold a function in the editors' reading, each followed by its kinds."""
        named = (self.role_by_id[ref.to] for ref in function.may_be_held_by if ref.to in self.role_by_id)
        return tuple(dict.fromkeys(one for each in named for one in self.family_of(each)))

    def functions_of(self, profession: Role) -> tuple[Role, ...]:
        """Return the functions that a profession may hold in the editors' reading, in the vocabulary's order."""
        return tuple(each for each in self.vocabulary.roles if profession in self.holders_of(each))

    def roles_above(self, role: Role) -> tuple[Role, ...]:
        """Return the roles that a role is a kind of, the nearest first."""
        return tuple(_above(role, self.role_by_id))

    def groups_above(self, group: Concept) -> tuple[Concept, ...]:
        """Return the target groups that a target group is part of, the nearest first."""
        return tuple(_above(group, self.target_group_by_id))


def _above(entry: Entry, by_id: Mapping[str, Entry]) -> Iterator[Entry]:
    """Yield the entries above an entry by `broader`, the nearest first; stops at a cycle."""
    passed = {entry.id}
    while entry.broader and entry.broader.to in by_id and entry.broader.to not in passed:
        entry = by_id[entry.broader.to]
        passed.add(entry.id)
        yield entry
