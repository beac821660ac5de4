"""A model on slides from the point of view of one role: its tasks, its steps, whom it works with, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mallisto.i18n.language import LocalizedText, capital
from mallisto.model import Model, Role, Step
from mallisto.pages.elements.card_rows import lane_name, step_name
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, short_mark, statement_views, told_by_editors
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.roles.role_rows import gaps_of, parts_of, steps_of
from mallisto.pages.slides import steps as step_slides
from mallisto.pages.slides.views import Note, SlideLine, SlideView, packed


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShow:
    """The slides of a role; the address of the page asks for them by its id."""

    id: str
    name: str
    title: str
    slides: tuple[SlideView, ...]


def role_shows(model: Model, context: PageContext, last: tuple[SlideView, ...]) -> Iterator[RoleShow]:
    """Yield a show for every role that the model's pathway or list of roles names; `last` are the slides that end each of them."""
    named = [ref.to for step in model.pathway.steps for ref in step.roles] + [part.role.to for part in model.people.roles]
    roles = context.catalog.role_by_id
    for name in dict.fromkeys(each for each in named if each in roles):
        role = roles[name]
        words = str(context.language.pick(role.name))
        title = context.language.say("slides.of_role", model=str(context.language.pick(model.title)), role=words)
        yield RoleShow(id=role.id, name=capital(words), title=title, slides=(*_slides(role, model, context), *last))


def _slides(role: Role, model: Model, context: PageContext) -> Iterator[SlideView]:
    language, own = context.language, steps_of(role, model, context)
    yield SlideView(
        kind="title",
        title=language.pick(model.name),
        lead=capital(str(language.pick(role.name))),
        lines=(SlideLine(text=language.pick(model.summary), provenance=told_by_editors("summarised", context)),),
        notes=(Note(text=language.say("slides.how")),),
    )
    yield from packed(tuple(_tasks(role, model, context)), language.say("card.tasks"), empty=language.say("roles.no_tasks"))
    if own:
        yield from step_slides.overview(model, context, own=frozenset(each.id for each in own))
        yield from packed(tuple(_own(own, model, context)), language.say("card.steps"))
        yield from packed(tuple(_others(role, own, model, context)), language.say("slides.others"), empty=language.say("slides.no_others"))
    gaps = tuple(SlideLine(text=each) for each in gaps_of(role, model, context))
    lead = language.say("slides.gaps") if gaps else ""
    yield from packed(gaps, language.say("section.aukot"), lead=lead, empty=language.say("slides.no_role_gaps"))


def _tasks(role: Role, model: Model, context: PageContext) -> Iterator[SlideLine]:
    for part in parts_of(role, model, context):
        for task in statement_views(part.tasks, model, context):
            note = Note(text=task.text, provenance=task.provenance)
            yield SlideLine(label=task.site or "", text=task.text, provenance=short_mark(task.provenance), notes=(note,))


def _own(own: tuple[Step, ...], model: Model, context: PageContext) -> Iterator[SlideLine]:
    """The role's steps, each with its own sentence."""
    language = context.language
    for step in own:
        mark = provenance_view(step.provenance, model, context)
        text = language.pick(step.text) if step.text else ""
        yield SlideLine(
            label=step_name(step, model, context),
            text=text,
            more=language.say("step.when_needed") if step.optional == "when_needed" else "",
            provenance=short_mark(mark),
            notes=(Note(label=f"{model.pathway.step_number(step.id)}.", text=text or language.pick(step.title), provenance=mark),),
        )


def _others(role: Role, own: tuple[Step, ...], model: Model, context: PageContext) -> Iterator[SlideLine]:
    """Whom the role meets: the other roles and parties of its steps, and of the steps before and after them."""
    pathway, ids, family = model.pathway, {each.id for each in own}, {each.id for each in context.catalog.family_of(role)}
    met: dict[tuple[str, ProvenanceView], tuple[LocalizedText, list[Step]]] = {}

    def meet(key: str, name: LocalizedText, step: Step) -> None:
        mark = short_mark(provenance_view(step.provenance, model, context))
        steps = met.setdefault((key, mark), (name, []))[1]
        if step not in steps:
            steps.append(step)

    lanes = {each.lane.to for each in own}
    before = {step.id for step in pathway.steps for way in step.next if way.to.to in ids}
    around = before | {way.to.to for step in own for way in step.next}
    for step in pathway.steps:
        if step.id in ids:
            for ref in (each for each in step.roles if each.to not in family):
                meet(f"role {ref.to}", context.role_name(ref), step)
            for ref in step.taking_part:
                meet(f"lane {ref.to}", lane_name(pathway.lane(ref), context), step)
        elif step.id in around and step.lane.to not in lanes:
            meet(f"lane {step.lane.to}", lane_name(pathway.lane(step.lane), context), step)
    for (_, mark), (name, steps) in met.items():
        numbers = ", ".join(str(pathway.step_number(each.id)) for each in steps)
        where = context.language.say("slides.in_steps.one" if len(steps) == 1 else "slides.in_steps.other", numbers=numbers)
        yield SlideLine(label=LocalizedText(capital(str(name)), name.language), text=where, provenance=mark)
