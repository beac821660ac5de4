"""All models and vocabularies together, and queries on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from mallisto.addresses import urls
from mallisto.addresses.redirects import Redirect, redirects
from mallisto.catalog.diff import Revision
from mallisto.model import (
    Accessibility,
    Area,
    ChecklistItem,
    Concept,
    Model,
    Moved,
    Organisation,
    Published,
    Ref,
    Role,
    Step,
    Term,
    Training,
    Vocabulary,
)
from mallisto.pathway import Layout, Plan, lay_out
from mallisto.reading.problems import Location

Entry = TypeVar("Entry", Role, Concept)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Every address that was ever published, and redirects from those that are gone."""

    published: tuple[Published, ...] = ()
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """The content of one state of the repository.

    `unreadable_*` name files that exist but could not be read, so that references to them are not reported as unknown. `authored`
    are the addresses of hand-written pages. `revisions` are the changes of models by id, the newest first; None where the history
    is unknown.
    """

    models: tuple[Model, ...]
    vocabulary: Vocabulary
    history: History = History()
    accessibility: Accessibility | None = None
    training: Training | None = None
    unreadable_models: frozenset[str] = frozenset()
    unreadable_vocabularies: frozenset[str] = frozenset()
    file_stems: Mapping[str, str] = field(default_factory=dict)
    authored: frozenset[str] = frozenset()
    revisions: Mapping[str, tuple[Revision, ...]] | None = None

    @classmethod
    def of(cls, models: Iterable[Model], vocabularies: Iterable[Vocabulary], **rest: object) -> Catalog:
        """Build a catalog: models sorted by id, the vocabulary files merged into one."""
        ordered = tuple(sorted(models, key=lambda each: each.id))
        return cls(models=ordered, vocabulary=_merged(tuple(vocabularies)), **rest)  # type: ignore[arg-type]

    @cached_property
    def model_by_id(self) -> Mapping[str, Model]:
        return {each.id: each for each in self.models}

    @cached_property
    def role_by_id(self) -> Mapping[str, Role]:
        return {each.id: each for each in self.vocabulary.roles}

    @cached_property
    def organisation_by_id(self) -> Mapping[str, Organisation]:
        return {each.id: each for each in self.vocabulary.organisations}

    @cached_property
    def term_by_id(self) -> Mapping[str, Term]:
        return {each.id: each for each in self.vocabulary.terms}

    @cached_property
    def topic_by_id(self) -> Mapping[str, Concept]:
        return {each.id: each for each in self.vocabulary.topics}

    @cached_property
    def target_group_by_id(self) -> Mapping[str, Concept]:
        return {each.id: each for each in self.vocabulary.target_groups}

    @cached_property
    def life_situation_by_id(self) -> Mapping[str, Concept]:
        return {each.id: each for each in self.vocabulary.life_situations}

    @cached_property
    def municipality_by_id(self) -> Mapping[str, Area]:
        return {each.id: each for each in self.vocabulary.municipalities}

    @cached_property
    def county_by_id(self) -> Mapping[str, Area]:
        return {each.id: each for each in self.vocabulary.counties}

    @cached_property
    def lasting_addresses(self) -> Set[str]:
        """Every stable address of the site."""
        found = {address for model in self.models for address in urls.of_model(model)}
        return found.union(urls.of_shared(self.roles_in_use, self.vocabulary.terms, self.training))

    @cached_property
    def redirect_by_address(self) -> Mapping[str, Redirect]:
        """The redirect or tombstone of every published address that is gone."""
        if not self.history.moved:
            return {}
        return redirects((each.address for each in self.history.published), self.history.moved, self.lasting_addresses)

    @cached_property
    def model_by_old_id(self) -> Mapping[str, Model]:
        """Models that were published under another id, by that id."""
        ids = ((urls.model_of(each.address), urls.model_of(each.to or "")) for each in self.redirect_by_address.values())
        return {old: self.model_by_id[new] for old, new in ids if old and new and new in self.model_by_id}

    @cached_property
    def _redirects_by_page(self) -> Mapping[str, tuple[Redirect, ...]]:
        ordered = sorted(self.redirect_by_address.values(), key=lambda each: each.page)
        return {page: tuple(group) for page, group in groupby(ordered, key=lambda each: each.page)}

    def has_file(self, name: str) -> bool:
        """Return whether a model file has this name, whatever id it contains."""
        return name in self._stems

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(self.file_stems.values())

    def redirects_on(self, page: str) -> tuple[Redirect, ...]:
        """Return the redirects of anchors on a page."""
        return tuple(each for each in self._redirects_by_page.get(page, ()) if each.anchor)

    def target_of(self, address: str) -> str:
        """Return where a published address leads: itself, its redirect target, or the page that explains why it is gone."""
        return (self.redirect_by_address[address].to or address) if address in self.redirect_by_address else address

    @cached_property
    def code_by_address(self) -> Mapping[str, str]:
        """The short code of every address that has one."""
        return {each.address: each.code for each in self.history.published if each.code}

    def role(self, ref: Ref) -> Role:
        return self.role_by_id[ref.to]

    def organisation(self, ref: Ref) -> Organisation:
        return self.organisation_by_id[ref.to]

    @cached_property
    def _layouts(self) -> dict[Plan, Layout]:
        """The layouts computed so far."""
        return {}

    def layout_of(self, model: Model) -> Layout:
        """Return the layout of the model's pathway."""
        return self.layout_of_plan(Plan.of(model.pathway))

    def layout_of_plan(self, plan: Plan) -> Layout:
        """Return the layout of a plan; computed once for equal plans."""
        if plan not in self._layouts:
            self._layouts[plan] = lay_out(plan)
        return self._layouts[plan]

    def family_of(self, role: Role) -> tuple[Role, ...]:
        """Return a role and the roles that are kinds of it."""
        return self._families.get(role.id, (role,))

    @cached_property
    def _families(self) -> Mapping[str, tuple[Role, ...]]:
        roles = self.vocabulary.roles
        return {each.id: (each, *(other for other in roles if other.broader and other.broader.to == each.id)) for each in roles}

    def roles_above(self, role: Role) -> tuple[Role, ...]:
        """Return the roles that a role is a kind of, the nearest first."""
        return tuple(_above(role, self.role_by_id))

    def groups_above(self, group: Concept) -> tuple[Concept, ...]:
        """Return the target groups that a target group is part of, the nearest first."""
        return tuple(_above(group, self.target_group_by_id))

    def groups_of(self, model: Model) -> tuple[Concept, ...]:
        """Return the target groups that a model names."""
        return tuple(self.target_group_by_id[ref.to] for ref in model.classification.target_groups)

    def steps_with(self, model: Model, *roles: Role) -> tuple[Step, ...]:
        """Return the steps of a model's pathway in which at least one of the roles works."""
        ids = {each.id for each in roles}
        return tuple(step for step in model.pathway.steps if any(ref.to in ids for ref in step.roles))

    def models_with(self, role: Role) -> tuple[Model, ...]:
        """Return the models in which a role or a kind of it works, as a listed role or on the pathway."""
        found = {model.id for each in self.family_of(role) for model in self._models_by_role.get(each.id, ())}
        return tuple(each for each in self.models if each.id in found)

    @cached_property
    def _models_by_role(self) -> Mapping[str, list[Model]]:
        found: dict[str, list[Model]] = {}
        for model in self.models:
            steps = (ref.to for step in model.pathway.steps for ref in step.roles)
            for role_id in {*(part.role.to for part in model.people.roles), *steps}:
                found.setdefault(role_id, []).append(model)
        return found

    def items_owned_by(self, role: Role) -> tuple[tuple[Model, ChecklistItem], ...]:
        """Return the checklist items that a role or a kind of it owns, in all models."""
        ids = {each.id for each in self.family_of(role)}
        return tuple((model, item) for model in self.models for item in model.checklist if item.owner.to in ids)

    @cached_property
    def roles_in_use(self) -> tuple[Role, ...]:
        """The roles that a model refers to, directly or by a kind of them, in the vocabulary's order."""
        named = {ref.to for model in self.models for family, ref in model.refs if family == "role"}
        return tuple(role for role in self.vocabulary.roles if any(each.id in named for each in self.family_of(role)))

    def models_using(self, term: Term) -> tuple[Model, ...]:
        """Return the models in which a glossary term is used."""
        named = {ref.to for ref in term.used_in}
        return tuple(each for each in self.models if each.id in named)

    @cached_property
    def contents(self) -> tuple[Model | Vocabulary | Training, ...]:
        """Everything that authors write: models, vocabularies, training material."""
        return (*self.models, self.vocabulary, *((self.training,) if self.training else ()))

    @cached_property
    def _terms_by_model(self) -> Mapping[str, tuple[Term, ...]]:
        found: dict[str, list[Term]] = {}
        for term in self.vocabulary.terms:
            for ref in term.used_in:
                found.setdefault(ref.to, []).append(term)
        return {model_id: tuple(terms) for model_id, terms in found.items()}

    def terms_in(self, model: Model) -> tuple[Term, ...]:
        """Return the glossary terms that a model uses, in the glossary's order."""
        return self._terms_by_model.get(model.id, ())

    def free_texts(self) -> Iterator[tuple[str, Location]]:
        """Yield every text that authors wrote freely, with its location."""
        for source in self.contents:
            yield from source.free_texts

    def dates(self) -> Iterator[tuple[str, Location]]:
        """Yield every date as written, with its location."""
        for source in self.contents:
            yield from source.dates

    @cached_property
    def organisations_in_use(self) -> tuple[Organisation, ...]:
        """The organisations that a model refers to, in the vocabulary's order."""
        named = {ref.to for model in self.models for family, ref in model.refs if family == "organisation"}
        return tuple(each for each in self.vocabulary.organisations if each.id in named)

    def models_naming(self, organisation: Organisation) -> tuple[Model, ...]:
        """Return the models that refer to an organisation."""
        return tuple(self._models_by_organisation.get(organisation.id, ()))

    @cached_property
    def _models_by_organisation(self) -> Mapping[str, list[Model]]:
        found: dict[str, list[Model]] = {}
        for model in self.models:
            for organisation_id in {ref.to for family, ref in model.refs if family == "organisation"}:
                found.setdefault(organisation_id, []).append(model)
        return found

    @cached_property
    def owners(self) -> Mapping[str, tuple[Model, ...]]:
        """The models by the id of the organisation that maintains them, the earliest next review first."""
        ordered = sorted(self.models, key=lambda each: (each.upkeep.review_by, each.id))
        ids = sorted({each.upkeep.owner.organisation.to for each in ordered})
        return {owner: tuple(each for each in ordered if each.upkeep.owner.organisation.to == owner) for owner in ids}

    @cached_property
    def latest_review(self) -> str:
        """The newest review date of any model, ISO; empty without models."""
        return max((each.upkeep.last_reviewed for each in self.models), default="")


def _above(entry: Entry, by_id: Mapping[str, Entry]) -> Iterator[Entry]:
    """Yield the entries above an entry by `broader`, the nearest first; stops at a cycle."""
    passed = {entry.id}
    while entry.broader and entry.broader.to in by_id and entry.broader.to not in passed:
        entry = by_id[entry.broader.to]
        passed.add(entry.id)
        yield entry


def _merged(vocabularies: tuple[Vocabulary, ...]) -> Vocabulary:
    return Vocabulary(
        roles=tuple(each for one in vocabularies for each in one.roles),
        organisations=tuple(each for one in vocabularies for each in one.organisations),
        topics=tuple(each for one in vocabularies for each in one.topics),
        target_groups=tuple(each for one in vocabularies for each in one.target_groups),
        life_situations=tuple(each for one in vocabularies for each in one.life_situations),
        terms=tuple(each for one in vocabularies for each in one.terms),
        counties=tuple(each for one in vocabularies for each in one.counties),
        municipalities=tuple(each for one in vocabularies for each in one.municipalities),
        areas_source=next((one.areas_source for one in vocabularies if one.areas_source), None),
        areas_seen=next((one.areas_seen for one in vocabularies if one.areas_seen), None),
        texts=tuple(each for one in vocabularies for each in one.texts),
        free_texts=tuple(each for one in vocabularies for each in one.free_texts),
        dates=tuple(each for one in vocabularies for each in one.dates),
        refs=tuple(each for one in vocabularies for each in one.refs),
    )
