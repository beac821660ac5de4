"""All models and vocabularies together, and queries on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from mallisto.addresses import training_urls, urls
from mallisto.catalog.contributions import Channel, Contributions
from mallisto.catalog.contributions import Value as Contributed
from mallisto.catalog.diff import Revision
from mallisto.catalog.entries import Entries
from mallisto.catalog.head import Head
from mallisto.catalog.lasting_addresses import History, LastingAddresses
from mallisto.i18n.language import Language
from mallisto.model import (
    Adoption,
    Concept,
    Model,
    Organisation,
    Publisher,
    Role,
    SearchWords,
    Step,
    Term,
    Training,
    Vocabulary,
)
from mallisto.pathway import Layout, Plan, lay_out
from mallisto.reading.problems import Location

# Where places of a model lie that others may refer to: the page, and the anchor on it.
_ANCHORS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "step": (urls.PATHWAY, urls.step),
    "model-role": (urls.ROLES, urls.role),
    "item": (urls.CHECKLIST, urls.item),
}


@dataclass(frozen=True, kw_only=True)
class Catalog(Entries):
    """The content of one state of the repository.

    `heads` are those of all models, `models` those that are at hand as a whole: all while authors' commands run, one while its pages are
    made, none while pages about several models are made from `contributions`.
    `authored` are the addresses of the pages that people wrote.
    `adoptions` are those of the models at hand, all where none is at hand; `stale_adoptions` are the ids of those that nobody has confirmed
    lately. `revisions` are those of the models whose past is to be told, the newest first; nothing where nobody knows it.
    """

    models: tuple[Model, ...]
    heads: tuple[Head, ...]
    history: History = field(default_factory=History)
    publisher: Publisher | None = None
    search_words: SearchWords | None = None
    training: Training | None = None
    adoptions: tuple[Adoption, ...] = ()
    stale_adoptions: frozenset[str] = frozenset()
    unreadable_models: frozenset[str] = frozenset()
    unreadable_vocabularies: frozenset[str] = frozenset()
    file_stems: Mapping[str, str] = field(default_factory=dict)
    authored: frozenset[str] = frozenset()
    revisions: Mapping[str, tuple[Revision, ...]] | None = None
    contributions: Contributions | None = None

    @classmethod
    def of(cls, models: Iterable[Model], vocabularies: Iterable[Vocabulary], **rest: object) -> Catalog:
        """Build a catalog: models sorted by id, the vocabulary files merged into one."""
        ordered = tuple(sorted(models, key=lambda each: each.id))
        heads = tuple(Head.of(model) for model in ordered)
        return cls(models=ordered, heads=heads, vocabulary=Vocabulary.merged(vocabularies), **rest)  # type: ignore[arg-type]

    def with_models(self, models: Iterable[Model]) -> Catalog:
        """The same vocabularies with other models, all of which are at hand."""
        ordered = tuple(sorted(models, key=lambda model: model.id))
        return replace(self, models=ordered, heads=tuple(Head.of(model) for model in ordered))

    def alone(self, model: Model) -> Catalog:
        """One model beside the heads of all and the names of the vocabularies, whose own texts are left out."""
        return replace(self, models=(model,), vocabulary=self._names, training=None, adoptions=self.adoptions_of(model))

    def without_models(self) -> Catalog:
        """What is shared: heads and vocabularies, and no model at hand."""
        return replace(self, models=())

    @cached_property
    def _names(self) -> Vocabulary:
        return replace(self.vocabulary, texts=(), free_texts=(), dates=(), refs=())

    def contributed(self, channel: Channel[Contributed], language: Language) -> Mapping[str, Contributed]:
        """What the models contribute to a channel, by their ids, in the order of ids; made now where no contributions are kept."""
        if self.contributions:
            return self.contributions.of(channel, language)
        made = ((model.id, channel.make(model, self, language)) for model in self.models)
        return {model_id: value for model_id, value in made if value is not None}

    def adoptions_of(self, model: Model | Head) -> tuple[Adoption, ...]:
        """What is known of the use of a model, in the order of the files."""
        return self._adoptions_by_model.get(model.id, ())

    def present_place(self, model: Model, family: str, place: str) -> str:
        """The id that a step, role (`model-role`) or item of a model has now, where it or the model was published under another one."""
        if family not in _ANCHORS:
            return place
        part, anchor = _ANCHORS[family]
        start, moved = anchor(""), {each.address: each.to.to for each in self.history.moved if each.to}
        address, passed = f"{urls.model_page(model.id, part)}#{anchor(place)}", set[str]()
        while address in moved and address not in passed:
            passed.add(address)
            address = moved[address]
        return address.partition("#")[2].removeprefix(start) or place

    @cached_property
    def _adoptions_by_model(self) -> Mapping[str, tuple[Adoption, ...]]:
        found: dict[str, list[Adoption]] = {}
        for adoption in self.adoptions:
            found.setdefault(adoption.model.to, []).append(adoption)
        return {model_id: tuple(adoptions) for model_id, adoptions in found.items()}

    @cached_property
    def model_by_id(self) -> Mapping[str, Model]:
        """The models at hand."""
        return {each.id: each for each in self.models}

    @cached_property
    def head_by_id(self) -> Mapping[str, Head]:
        """Every model of the site."""
        return {head.id: head for head in self.heads}

    @cached_property
    def addresses(self) -> LastingAddresses:
        """What was published where, and where it is now."""
        of_training = training_urls.of_training(self.training) if self.training else ()
        of_shared = frozenset((*urls.of_vocabulary(self.roles_in_use, self.vocabulary.terms), *of_training))
        return LastingAddresses(history=self.history, heads=self.heads, of_shared=of_shared)

    def has_file(self, name: str) -> bool:
        """Return whether a model file has this name, whatever id it contains."""
        return name in self._stems

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(self.file_stems.values())

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

    def groups_of(self, model: Model) -> tuple[Concept, ...]:
        """Return the target groups that a model names."""
        return tuple(self.target_group_by_id[ref.to] for ref in model.classification.target_groups)

    def steps_with(self, model: Model, *roles: Role) -> tuple[Step, ...]:
        """Return the steps of a model's pathway in which at least one of the roles works."""
        ids = {each.id for each in roles}
        return tuple(step for step in model.pathway.steps if any(ref.to in ids for ref in step.roles))

    def heads_where(self, role: Role) -> tuple[Head, ...]:
        """The models in which a role or a kind of it works, by its part or on the pathway."""
        ids = {one.id for one in self.family_of(role)}
        return tuple(head for head in self.heads if not ids.isdisjoint((*head.part_roles, *head.step_roles)))

    def heads_owning_items(self, role: Role) -> tuple[Head, ...]:
        """The models in whose checklist a role or a kind of it owns items."""
        ids = {one.id for one in self.family_of(role)}
        return tuple(head for head in self.heads if not ids.isdisjoint(head.item_roles))

    @cached_property
    def roles_in_use(self) -> tuple[Role, ...]:
        """The roles of which some model or checklist names one of their kind, in the vocabulary's order."""
        named = {role_id for head in self.heads for role_id in head.named_roles}
        return tuple(role for role in self.vocabulary.roles if any(each.id in named for each in self.family_of(role)))

    def heads_using(self, term: Term) -> tuple[Head, ...]:
        """The models a glossary term is used in."""
        named = {ref.to for ref in term.used_in}
        return tuple(head for head in self.heads if head.id in named)

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
        """The organisations some model names, in the vocabulary's order."""
        named = {organisation_id for head in self.heads for organisation_id in head.named_organisations}
        return tuple(each for each in self.vocabulary.organisations if each.id in named)

    def related_to(self, model: Model) -> tuple[tuple[str, Head], ...]:
        """The models that tell of a relation to a model, each with its kind, apart from those that the model names itself."""
        own = {each.model.to for each in model.relations if each.model}
        others = (head for head in self.heads if head.id != model.id and head.id not in own)
        return tuple((kind, head) for head in others for kind, to in head.relations if to == model.id)

    def heads_naming(self, organisation: Organisation) -> tuple[Head, ...]:
        """The models that name an organisation."""
        return tuple(head for head in self.heads if organisation.id in head.named_organisations)

    @cached_property
    def owners(self) -> Mapping[str, tuple[Head, ...]]:
        """The models of each organisation that keeps some, by its id, the next to be reviewed first."""
        ordered = sorted(self.heads, key=lambda head: (head.review_by, head.id))
        found: dict[str, list[Head]] = {}
        for head in ordered:
            if head.owner:
                found.setdefault(head.owner.organisation.to, []).append(head)
        return {owner: tuple(found[owner]) for owner in sorted(found)}

    @cached_property
    def latest_review(self) -> str:
        """The newest review date of any model, ISO; empty without models."""
        return max((head.last_reviewed for head in self.heads), default="")
