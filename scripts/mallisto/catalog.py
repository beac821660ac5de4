"""All models and vocabularies together, and the questions one can ask about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mallisto.differences import Revision
from mallisto.model import (
    Accessibility,
    Area,
    ChecklistItem,
    Concept,
    Model,
    Moved,
    Organisation,
    Ref,
    Role,
    RoleInModel,
    Step,
    Term,
    Vocabulary,
)
from mallisto.pathway import Layout, Plan, lay_out
from mallisto.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The addresses that were ever published, and what became of those that are gone."""

    published: tuple[Ref, ...] = ()
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """One state of the repository. `unreadable_*` name what is there but could not be read, so that no mention of it is called unknown.

    `revisions` are those of the models whose past is to be told, the newest first; nothing where nobody knows it.
    """

    models: tuple[Model, ...]
    vocabulary: Vocabulary
    history: History = History()
    accessibility: Accessibility | None = None
    unreadable_models: frozenset[str] = frozenset()
    unreadable_vocabularies: frozenset[str] = frozenset()
    file_stems: Mapping[str, str] = field(default_factory=dict)
    revisions: Mapping[str, tuple[Revision, ...]] | None = None

    @classmethod
    def of(cls, models: Iterable[Model], vocabularies: Iterable[Vocabulary], **rest: object) -> Catalog:
        """Models in the order of their ids, and all vocabularies as one."""
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

    def role(self, ref: Ref) -> Role:
        return self.role_by_id[ref.to]

    def organisation(self, ref: Ref) -> Organisation:
        return self.organisation_by_id[ref.to]

    @cached_property
    def _layouts(self) -> dict[Plan, Layout]:
        """The pathways drawn so far."""
        return {}

    def layout_of(self, model: Model) -> Layout:
        """How the model's pathway is drawn."""
        return self.laid_out(Plan.of(model.pathway))

    def laid_out(self, plan: Plan) -> Layout:
        """The layout of a plan; equal plans are laid out once."""
        if plan not in self._layouts:
            self._layouts[plan] = lay_out(plan)
        return self._layouts[plan]

    def models_with(self, role: Role) -> tuple[tuple[Model, RoleInModel], ...]:
        """The models in which a role works, with its part in each."""
        return tuple((model, each) for model in self.models for each in model.people.roles if each.role.to == role.id)

    def steps_with(self, model: Model, role: Role) -> tuple[Step, ...]:
        """The steps of a model's pathway in which a role works."""
        return tuple(step for step in model.pathway.steps if any(ref.to == role.id for ref in step.roles))

    def items_owned_by(self, role: Role) -> tuple[tuple[Model, ChecklistItem], ...]:
        """The checklist items that a role owns, over all models."""
        return tuple((model, item) for model in self.models for item in model.checklist if item.owner.to == role.id)

    @cached_property
    def roles_in_use(self) -> tuple[Role, ...]:
        """The roles some model or checklist names, in the vocabulary's order."""
        named = {ref.to for model in self.models for family, ref in model.refs if family == "role"}
        return tuple(each for each in self.vocabulary.roles if each.id in named)

    def models_using(self, term: Term) -> tuple[Model, ...]:
        """The models a glossary term is used in."""
        named = {ref.to for ref in term.used_in}
        return tuple(each for each in self.models if each.id in named)

    def said(self) -> Iterator[tuple[str, Location]]:
        """Everything anybody wrote freely, with its place."""
        for each in self.models:
            yield from each.said
        yield from self.vocabulary.said

    def dates(self) -> Iterator[tuple[str, Location]]:
        """Every date as written, with its place."""
        for each in self.models:
            yield from each.dates
        yield from self.vocabulary.dates

    @cached_property
    def organisations_in_use(self) -> tuple[Organisation, ...]:
        """The organisations some model names, in the vocabulary's order."""
        named = {ref.to for model in self.models for family, ref in model.refs if family == "organisation"}
        return tuple(each for each in self.vocabulary.organisations if each.id in named)

    def models_naming(self, organisation: Organisation) -> tuple[Model, ...]:
        """The models that name an organisation."""
        return tuple(
            model for model in self.models if ("organisation", organisation.id) in {(family, ref.to) for family, ref in model.refs}
        )

    @cached_property
    def owners(self) -> Mapping[str, tuple[Model, ...]]:
        """The models of each organisation that keeps some, by its id, the next to be reviewed first."""
        ordered = sorted(self.models, key=lambda each: (each.upkeep.review_by, each.id))
        ids = sorted({each.upkeep.owner.organisation.to for each in ordered})
        return {owner: tuple(each for each in ordered if each.upkeep.owner.organisation.to == owner) for owner in ids}

    @cached_property
    def latest_review(self) -> str:
        """The newest review date of any model, ISO; empty without models."""
        return max((each.upkeep.last_reviewed for each in self.models), default="")


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
        said=tuple(each for one in vocabularies for each in one.said),
        dates=tuple(each for one in vocabularies for each in one.dates),
        refs=tuple(each for one in vocabularies for each in one.refs),
    )
