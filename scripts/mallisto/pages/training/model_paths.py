"""The pathways of all models, as the cases of the training material need them: which steps answer what happens next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import CaseMoment, Model, Role, Step, StepType
from mallisto.pages.elements.card_rows import lane_words, step_name
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, short_mark
from mallisto.pages.elements.page_context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """A step in one language. `next` and `handed_to` are ids of the steps it leads to and of those it hands responsibility over to.

    `roles` are the ids of the roles that work in it, `holders` those of the professions that may hold one of them.
    """

    id: str
    address: str
    name: LocalizedText
    responsible: tuple[str, ...]
    role_names: tuple[LocalizedText, ...]
    roles: tuple[str, ...]
    holders: tuple[str, ...]
    is_entry: bool
    is_exit: bool
    next: tuple[str, ...]
    handed_to: tuple[str, ...]
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPath:
    """A model with its steps in reading order; one without pathway has none."""

    name: LocalizedText
    steps: tuple[PathStep, ...]

    def named(self, ids: Collection[str]) -> tuple[PathStep, ...]:
        """The steps with these ids, in reading order."""
        return tuple(each for each in self.steps if each.id in ids)

    def of_role(self, family: Collection[str], role: str) -> tuple[PathStep, ...]:
        """The steps in which a role or a kind of it works, or a function that the role may hold."""
        return tuple(each for each in self.steps if not set(family).isdisjoint(each.roles) or role in each.holders)


def _of_model(model: Model, catalog: Catalog, language: Language) -> ModelPath:
    context, entries = PageContext(catalog, language, ""), {each.id for each in model.pathway.entries}
    steps = tuple(_step(each, each.id in entries, model, context) for each in model.pathway.steps)
    return ModelPath(name=language.pick(model.title), steps=steps)


def _step(step: Step, is_entry: bool, model: Model, context: PageContext) -> PathStep:
    catalog = context.catalog
    roles = tuple(catalog.role(ref) for ref in step.roles)
    return PathStep(
        id=step.id,
        address=f"{urls.model_page(model.id, urls.PATHWAY)}#{urls.step(step.id)}",
        name=step_name(step, model, context),
        responsible=lane_words(model.pathway.lane(step.lane), context),
        role_names=tuple(context.language.pick(each.name) for each in roles),
        roles=tuple(each.id for each in roles),
        holders=tuple(dict.fromkeys(one.id for each in roles for one in catalog.holders_of(each))),
        is_entry=is_entry,
        is_exit=step.type is StepType.EXIT,
        next=tuple(way.to.to for way in step.next),
        handed_to=tuple(way.to.to for way in step.next if way.hands_over),
        provenance=short_mark(provenance_view(step.provenance, model, context)),
    )


PATHS: Channel[ModelPath] = Channel("training paths", ModelPath, _of_model)


def steps_at(moment: CaseMoment, role: Role, path: ModelPath, catalog: Catalog) -> tuple[PathStep, ...]:
    """The steps of a pathway that correspond to a moment of a case, for who has this role in it."""
    own = path.of_role([each.id for each in catalog.family_of(role)], role.id)
    choose: Mapping[CaseMoment, Callable[[], Iterable[PathStep]]] = {
        CaseMoment.ARRIVAL: lambda: (each for each in path.steps if each.is_entry),
        CaseMoment.ROLE: lambda: own,
        CaseMoment.AFTER_ROLE: lambda: _after(own, path),
        CaseMoment.HAND_OVER: lambda: path.named({to for each in path.steps for to in each.handed_to}),
        CaseMoment.END: lambda: (each for each in path.steps if each.is_exit),
    }
    return tuple(choose[moment]())


def _after(own: tuple[PathStep, ...], path: ModelPath) -> Iterator[PathStep]:
    """The steps that follow a role's own and are not among them."""
    yield from (each for each in path.named({to for one in own for to in one.next}) if each not in own)
