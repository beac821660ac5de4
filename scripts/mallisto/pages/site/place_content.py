"""What stands at a place in a few words: its own sentence, who acts, what is not known, and the date. Packs and papers show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from mallisto.addresses import training_urls, urls
from mallisto.i18n.language import LocalizedText, capital
from mallisto.i18n.status_text import review_sentence
from mallisto.model import ChecklistItem, Model, Role, Step
from mallisto.pages.elements.card_rows import lane_name, step_name
from mallisto.pages.elements.facts import ProvenanceView, provenance_view, short_mark, statement_views, told_by_editors
from mallisto.pages.elements.link_targets import LinkTarget, heading
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.roles.role_card import role_channel
from mallisto.pages.roles.role_rows import gaps_of, parts_of

# The most tasks and gaps that are told of a place; its page has all.
MOST_LINES, MOST_GAPS = 6, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentLine:
    """A task of a role; `label` is the model that tells of it, where there are several."""

    text: LocalizedText | str
    label: LocalizedText | str = ""
    provenance: ProvenanceView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContent:
    """The content of a place. `around` are the steps before and after a step; what it does not have is empty.

    `date` says when the model was compared with its sources, `foot` is the last line of a slide.
    """

    kind: str
    heading: str
    title: str
    within: str
    address: str
    text: LocalizedText | str = ""
    who: str = ""
    mark: ProvenanceView | None = None
    lines: tuple[ContentLine, ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    gaps: tuple[LocalizedText, ...] = ()
    date: str = ""
    foot: str = ""


def of_place(target: LinkTarget, model: Model | None, context: PageContext) -> PlaceContent:
    """Return what stands at a place of a model, or of what belongs to no single one."""
    language, pick = context.language, context.language.pick
    bare = PlaceContent(
        kind=target.kind,
        heading=heading(target.kind, language),
        title=capital(str(pick(target.name))),
        within=str(pick(target.within)) if target.within else "",
        address=target.address,
        date=review_sentence(model.upkeep, language) if model else _reviewed(target.kind, context),
        foot=language.say("slides.foot", model=str(pick(model.title)), date=language.date(model.upkeep.version)) if model else "",
    )
    return _of_model(bare, model, context) if model else _of_shared(bare, context)


def _reviewed(kind: str, context: PageContext) -> str:
    """When what belongs to no single model was reviewed: the training material, or the models that a card or a term rests on."""
    say, catalog = context.language.say, context.catalog
    if catalog.training and kind in ("training", "facilitator", "question", "case", "route"):
        return say("standing.reviewed", date=context.language.date(catalog.training.reviewed))
    return say("standing.latest", date=context.language.date(catalog.latest_review)) if catalog.latest_review else ""


def _of_model(bare: PlaceContent, model: Model, context: PageContext) -> PlaceContent:
    _, _, anchor = bare.address.partition("#")
    if bare.kind == "model":
        mark = told_by_editors("summarised", context)
        return replace(bare, text=context.language.pick(model.summary), mark=mark)
    if bare.kind == "step":
        return _of_step(bare, next(each for each in model.pathway.steps if urls.step(each.id) == anchor), model, context)
    if bare.kind == "role":
        name = next(each.role for each in model.people.roles if urls.role(each.role.to) == anchor)
        return _of_role(bare, context.catalog.role(name), model, context)
    if bare.kind == "item":
        items = {address: name for name, address in urls.items_of(model)}
        return _of_item(bare, next(each for each in model.checklist if each.id == items[bare.address]), model, context)
    return bare


def _of_step(bare: PlaceContent, step: Step, model: Model, context: PageContext) -> PlaceContent:
    language, pathway = context.language, model.pathway
    roles = [str(context.role_name(each)) for each in step.roles]
    before = [each for each in pathway.steps if any(way.to.to == step.id for way in each.next)]
    after = [pathway.step(way.to) for way in step.next]
    named = {each.to for each in step.roles}
    gaps = (gap for gap in model.gaps if gap.field.to.startswith("pathway") or named & {each.to for each in gap.roles})
    return replace(
        bare,
        title=str(step_name(step, model, context)),
        text=language.pick(step.text) if step.text else "",
        who=": ".join((str(lane_name(pathway.lane(step.lane), context)), *([", ".join(roles)] if roles else []))),
        mark=short_mark(provenance_view(step.provenance, model, context)),
        around=tuple(
            (language.say(key), "; ".join(str(step_name(each, model, context)) for each in steps))
            for key, steps in (("content.before", before), ("content.after", after))
            if steps
        ),
        gaps=tuple(language.pick(each.text) for each in gaps)[:MOST_GAPS],
    )


def _of_role(bare: PlaceContent, role: Role, model: Model, context: PageContext) -> PlaceContent:
    tasks = chain.from_iterable(statement_views(part.tasks, model, context) for part in parts_of(role, model, context))
    lines = tuple(ContentLine(text=each.text, label=each.site or "", provenance=short_mark(each.provenance)) for each in tasks)
    return replace(
        bare,
        text="" if lines else context.language.say("roles.no_tasks"),
        lines=lines[:MOST_LINES],
        gaps=tuple(gaps_of(role, model, context))[:MOST_GAPS],
    )


def _of_item(bare: PlaceContent, item: ChecklistItem, model: Model, context: PageContext) -> PlaceContent:
    return replace(
        bare,
        text=context.language.pick(item.why),
        who=capital(str(context.role_name(item.owner))),
        mark=short_mark(provenance_view(item.provenance, model, context)),
    )


def _of_shared(bare: PlaceContent, context: PageContext) -> PlaceContent:
    catalog, pick = context.catalog, context.language.pick
    if bare.kind == "card":
        role = next(each for each in catalog.roles_in_use if urls.role_page(each.id) == bare.address)
        mark = told_by_editors("described", context)
        return replace(bare, text=pick(role.description), mark=mark, lines=_tasks_in_models(role, context))
    if bare.kind == "term":
        term = next(each for each in catalog.vocabulary.terms if urls.glossary(each.id) == bare.address)
        return replace(bare, text=pick(term.explanation), mark=told_by_editors("described", context))
    sections = {training_urls.training_section(each.id): each for each in catalog.training.sections} if catalog.training else {}
    section = sections.get(bare.address) if bare.kind == "training" else None
    return replace(bare, text=pick(section.aim)) if section else bare


def _tasks_in_models(role: Role, context: PageContext) -> tuple[ContentLine, ...]:
    """The tasks that models tell of, in the words of the role's own card."""
    asked = context.language.say("card.tasks")
    card = PageContext.for_address(context.catalog, context.language, urls.role_page(role.id))
    rows = ((part.model, row) for part in card.contributed(role_channel(role)).values() for row in part.rows if row.title == asked)
    lines = (
        ContentLine(text=line.text, label=model, provenance=line.provenance and short_mark(line.provenance))
        for model, row in rows
        for line in row.lines
        if not line.is_gap
    )
    return tuple(lines)[:MOST_LINES]
